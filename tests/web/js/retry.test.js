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
