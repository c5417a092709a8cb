import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfter, retryDelay, wayOf } from '../../../web/wwwroot/js/retry.js';

test('the first try is spread over five seconds, on walls over two', () => {
  assert.deepEqual([retryDelay(0, false, 0.999), retryDelay(0, true, 0.999)].map(Math.round), [4995, 1998]);
});

test('later tries double their bound up to thirty seconds, on walls ten', () => {
  assert.deepEqual([1, 2, 3, 6, 60].map((tries) => retryDelay(tries, false, 1)), [1_000, 2_000, 4_000, 30_000, 30_000]);
  assert.deepEqual([1, 4, 5, 60].map((tries) => retryDelay(tries, true, 1)), [1_000, 8_000, 10_000, 10_000]);
});

test('the wish of the server is read in whole seconds', () => {
  assert.deepEqual([retryAfter('7'), retryAfter('0'), retryAfter(null), retryAfter('soon')], [7_000, 0, null, null]);
});

test('each round tries the hub twice and then the fallbacks', () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(wayOf), ['hub', 'hub', 'stream', 'poll', 'hub']);
});

// A thousand walls lose the server in the same second; it comes back and lets in fifty a second. Time is counted, nothing waits.
function herd(walls, downMs, seed) {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const screens = Array.from({ length: walls }, () => ({ tries: 1, at: retryDelay(0, true, random()) }));
  const knocks = new Map();
  let last = 0;
  let [tokens, filledAt] = [50, downMs];
  while (screens.length > 0) {
    const screen = screens.reduce((first, other) => (other.at < first.at ? other : first));
    const second = Math.floor(screen.at / 1_000);
    knocks.set(second, (knocks.get(second) ?? 0) + 1);
    if (screen.at >= downMs) {
      tokens = Math.min(50, tokens + (screen.at - filledAt) / 20);
      filledAt = screen.at;
    }

    if (screen.at >= downMs && tokens >= 1) {
      tokens -= 1;
      last = screen.at;
      screens.splice(screens.indexOf(screen), 1);
    } else {
      screen.at += retryDelay(screen.tries, true, random());
      screen.tries += 1;
    }
  }

  const after = [...knocks].filter(([second]) => second * 1_000 >= downMs).map(([, count]) => count);
  return { backMs: last - downMs, most: Math.max(...after) };
}

test('a thousand walls are all back within a minute of an outage, and no second sees half of them', () => {
  for (let seed = 1; seed <= 3; seed++) {
    const { backMs, most } = herd(1_000, 60_000, seed);
    assert.ok(backMs <= 60_000, `seed ${seed}: the last came back after ${backMs} ms`);
    assert.ok(most < 500, `seed ${seed}: ${most} knocked within one second`);
  }
});
