import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, opposite } from '../../../web/wwwroot/js/table.js';

const rows = [{ value: 2, place: 0 }, { value: null, place: 1 }, { value: 0, place: 2 }, { value: 2, place: 3 }];

test('rows without a value stand last in both directions', () => {
  assert.deepEqual(inOrder(rows, false).map((row) => row.place), [2, 0, 3, 1]);
  assert.deepEqual(inOrder(rows, true).map((row) => row.place), [0, 3, 2, 1]);
});

test('the next press turns the order round', () => {
  assert.deepEqual([opposite('overdue'), opposite('-overdue')], ['-overdue', 'overdue']);
});
