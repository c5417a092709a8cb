import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provenBy, takePatch, takeSnapshot, tickAsks } from '../../../web/wwwroot/js/store.js';
import { some } from './some.js';

const board = () => takeSnapshot(null, some.snapshot()).board;

test('a snapshot replaces the whole board', () => {
  const { board: next, taken, ask } = takeSnapshot(board(), some.snapshot({ epoch: 'new1', version: 5, shown: { 'hainan.accepted': { t: '7', s: 'ok' } } }));
  assert.deepEqual([taken, ask, next.epoch, next.version, Object.keys(next.shown)], [true, false, 'new1', 5, ['hainan.accepted']]);
});

test('a snapshot older than the board shown is dropped and asked for again', () => {
  const shown = board();
  const result = takeSnapshot(shown, some.snapshot({ version: 9000, asOf: '2026-11-21T09:59:59.000+08:00' }));
  assert.deepEqual(result, { board: shown, taken: false, ask: true });
});

test('the first snapshot may not be older than the page itself', () => {
  const pageAsOf = Date.parse('2026-11-21T10:00:09.000+08:00');
  assert.deepEqual(takeSnapshot(null, some.snapshot(), pageAsOf), { board: null, taken: false, ask: true });
});

test('a patch on the shown version changes the named texts only', () => {
  const { board: next, taken } = takePatch(board(), some.patch());
  assert.equal(taken, true);
  assert.equal(next.version, 8124);
  assert.deepEqual(next.shown, { 'hainan.accepted': { t: ['12.3万', '123.4k'], s: 'ok' }, 'hainan/haikou.overdue': { t: '4', s: 'ok', l: 'overdue' } });
});

test('a patch leaves the earlier board as it was', () => {
  const shown = board();
  takePatch(shown, some.patch());
  assert.equal(shown.shown['hainan/haikou.overdue'].t, '3');
});

test('a patch before any snapshot is dropped', () => assert.deepEqual(takePatch(null, some.patch()), { board: null, taken: false, ask: false }));

test('a doubled or overtaken patch is dropped without a question', () => {
  const { board: next } = takePatch(board(), some.patch());
  assert.deepEqual(takePatch(next, some.patch()), { board: next, taken: false, ask: false });
  assert.deepEqual(takePatch(next, some.patch({ baseVersion: 8120, version: 8121 })), { board: next, taken: false, ask: false });
});

test('a gap asks for a snapshot', () => assert.equal(takePatch(board(), some.patch({ baseVersion: 8125, version: 8126 })).ask, true));

test('another epoch asks for a snapshot', () => assert.equal(takePatch(board(), some.patch({ epoch: 'zz' })).ask, true));

test('an unknown key asks for a snapshot and changes nothing', () => {
  const shown = board();
  const result = takePatch(shown, some.patch({ shown: { 'hainan/new.overdue': { t: '1', s: 'ok' } } }));
  assert.deepEqual(result, { board: shown, taken: false, ask: true });
});

test('a repeated value renews the freshness of its unit', () => {
  const renewed = { state: 'live', lastEventAt: '2026-11-21T10:00:01.000+08:00' };
  const { board: next } = takePatch(board(), some.patch({ shown: {}, freshness: { 'hainan/haikou': renewed } }));
  assert.deepEqual(next.freshness['hainan/haikou'], renewed);
});

test('a tick that names the shown board asks for nothing', () => assert.equal(tickAsks(board(), some.tick()), false));

test('a tick of another version or epoch asks for a snapshot', () => {
  assert.equal(tickAsks(board(), some.tick({ version: 8124 })), true);
  assert.equal(tickAsks(board(), some.tick({ epoch: 'zz' })), true);
  assert.equal(tickAsks(null, some.tick()), true);
});

test('a tick past the business day asks for a snapshot', () => {
  assert.equal(tickAsks(board(), some.tick({ serverTime: '2026-11-22T00:00:02.000+08:00' })), true);
  assert.equal(tickAsks(board(), some.tick({ businessDay: '2026-11-22' })), true);
  assert.equal(tickAsks(board(), some.tick({ serverTime: '2026-11-21T15:59:59.000Z' })), false);
});

test('a tick proves the board only up to what the server had heard', () => {
  assert.equal(provenBy(some.tick({ feedAgeMs: 2_000 })), Date.parse('2026-11-21T10:00:03.000+08:00'));
});
