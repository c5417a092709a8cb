import assert from 'node:assert/strict';
import test from 'node:test';
import { denies } from '../../../web/wwwroot/js/leave.js';
import { Pairing, leftText } from '../../../web/wwwroot/js/pair.js';

const page = { scope: 'hainan/haikou', query: '?theme=light', holds: 'holds {time}', busy: 'busy', cut: 'cut', paired: 'paired' };
const waiting = { status: 200, body: { state: 'waiting', code: 'BCDF-GHJK', holdsMs: 600_000 } };

function wall(...answers) {
  const seen = { shown: [], asked: 0, opened: [], now: 0 };
  const pairing = new Pairing(page, {
    now: () => seen.now,
    ask: async () => {
      seen.asked += 1;
      const answer = answers.shift() ?? waiting;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    open: async (address) => seen.opened.push(address),
    show: (code, line) => seen.shown.push([code, line]),
  });
  const pass = async (seconds) => {
    for (let i = 0; i < seconds; i++) {
      await pairing.check();
      seen.now += 1000;
    }
  };
  return { seen, pass };
}

test('a wall shows its code and how long it holds, and asks every three seconds', async () => {
  const { seen, pass } = wall();
  await pass(4);
  assert.equal(seen.asked, 2);
  assert.deepEqual(seen.shown.slice(0, 2), [['BCDF-GHJK', 'holds 10:00'], [undefined, 'holds 9:59']]);
});

test('an approved wall opens its address with what stood behind it', async () => {
  const { seen, pass } = wall(waiting, { status: 200, body: { state: 'paired', scope: 'hainan/haikou' } });
  await pass(4);
  assert.deepEqual(seen.opened, ['/wall/hainan/haikou?theme=light']);
});

test('an approved wall opens the scope that was chosen for it', async () => {
  const { seen, pass } = wall({ status: 200, body: { state: 'paired', scope: 'hainan/sanya' } });
  await pass(1);
  assert.deepEqual(seen.opened, ['/wall/hainan/sanya']);
});

test('a wall that asked too often waits as long as it is told', async () => {
  const { seen, pass } = wall({ status: 429, waitMs: 12_000 });
  await pass(12);
  assert.deepEqual([seen.asked, seen.shown[0]], [1, [undefined, 'busy']]);
  await pass(1);
  assert.equal(seen.asked, 2);
});

test('a wall without a server says so and goes on asking', async () => {
  const { seen, pass } = wall(new Error('no server'), { status: 500 });
  await pass(14);
  assert.deepEqual(seen.shown.filter(([code]) => code), [['BCDF-GHJK', 'holds 10:00']]);
  assert.ok(seen.shown.some(([, line]) => line === 'cut'));
});

test('what is left is told in minutes and seconds and never below zero', () => {
  assert.deepEqual([600_000, 59_001, 0, -5].map(leftText), ['10:00', '1:00', '0:00', '0:00']);
});

test('only 401 and 403 say that one is not let in', () => {
  assert.deepEqual([200, 204, 304, 401, 403, 404, 429, 500, 503].filter(denies), [401, 403]);
});
