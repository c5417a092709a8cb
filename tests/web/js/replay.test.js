import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, fieldOf, fillRows, instantOf, withinDay } from '../../../web/wwwroot/js/replay.js';

const ten = Date.parse('2026-11-20T10:00:00+08:00');

test('a minute passes in a second at sixty times the speed, and playing ends with the records of the day', () => {
  const play = { from: ten, since: 5_000, speed: 60, last: ten + 90_000 };
  assert.deepEqual([5_000, 6_000, 9_000].map((now) => instantOf(play, now) - ten), [0, 60_000, 90_000]);
});

test('an instant is written by the clock of the province, and rounded up so that its frame is found again', () => {
  assert.equal(fieldOf(ten + 1), '2026-11-20T10:00:01');
  assert.equal(addressOf('hainan/haikou', ten, 5), '/replay/hainan/haikou?at=2026-11-20T10:00:00&speed=5');
});

test('steps stay within the records of the day', () => {
  const day = { first: ten, last: ten + 60_000 };
  assert.deepEqual([ten - 1, ten + 1, ten + 70_000].map((ms) => withinDay(ms, day) - ten), [0, 1, 60_000]);
});

test('rows that stay are kept, and their texts changed only where they differ', () => {
  const body = new FakeBody();
  fillRows(body, [['a', 'b'], ['c', 'd']]);
  const [first] = body.rows;
  fillRows(body, [['a', 'e']]);
  assert.equal(body.rows[0], first);
  assert.deepEqual(body.rows.map((row) => row.cells.map((cell) => cell.textContent)), [['a', 'e']]);
});

/** What of a table's body the module uses. */
class FakeBody {
  rows = [];

  insertRow() {
    const row = { cells: [], insertCell: () => row.cells[row.cells.push({ textContent: '' }) - 1] };
    this.rows.push(row);
    return row;
  }

  deleteRow(at) {
    this.rows.splice(at, 1);
  }
}
