import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rotation, countOf, hasRisen, themeAt } from '../../../web/wwwroot/js/rotation.js';

const dwell = 20_000;
const seconds = (rotation, from, to, paused = false) => {
  for (let now = from; now <= to; now += 1_000) rotation.check(now, paused);
  return rotation.at;
};

test('each view stays for one dwell, and the first comes again after the last', () => {
  const rotation = new Rotation(3, dwell, 0);
  assert.equal(seconds(rotation, 1_000, 19_000), 0);
  assert.equal(seconds(rotation, 20_000, 20_000), 1);
  assert.equal(seconds(rotation, 21_000, 60_000), 0);
});

test('a view that was chosen stays for a whole dwell', () => {
  const rotation = new Rotation(3, dwell, 0);
  rotation.step(-1, 19_000);
  assert.equal(seconds(rotation, 20_000, 38_000), 2);
  assert.equal(seconds(rotation, 39_000, 39_000), 0);
});

test('no view gets older while the wall is paused', () => {
  const rotation = new Rotation(2, dwell, 0);
  seconds(rotation, 1_000, 15_000);
  assert.equal(seconds(rotation, 16_000, 600_000, true), 0);
  assert.equal(seconds(rotation, 601_000, 604_000), 0);
  assert.equal(seconds(rotation, 605_000, 605_000), 1);
});

test('a view that was brought forward is held for two dwells, however often the same happens', () => {
  const rotation = new Rotation(3, dwell, 0);
  rotation.bring(2, 1_000);
  for (let now = 2_000; now < 41_000; now += 1_000) {
    rotation.bring(2, now);
    rotation.check(now, false);
    assert.equal(rotation.at, 2);
  }
  assert.equal(seconds(rotation, 41_000, 41_000), 0);
});

test('a view that was held comes forward again only when the others had their turn', () => {
  const rotation = new Rotation(3, dwell, 0);
  rotation.bring(2, 0);
  seconds(rotation, 1_000, 41_000);
  rotation.bring(2, 42_000);
  assert.equal(rotation.at, 0);
  seconds(rotation, 43_000, 79_000);
  rotation.bring(2, 80_000);
  assert.equal(rotation.at, 2);
});

test('a wall of one view stays with it', () => {
  assert.equal(seconds(new Rotation(1, dwell, 0), 0, 100_000), 0);
});

test('printed counts are compared by what they say', () => {
  assert.deepEqual(['0', '12', '1.2万', '1.2亿', '12.3k', '1.2M'].map(countOf), [0, 12, 12_000, 120_000_000, 12_300, 1_200_000]);
  assert.ok(['', '未上报', '—', '12.3%'].map(countOf).every(Number.isNaN));
});

const board = (unit, t, s = 'ok') => ({ shown: { [`${unit}.overdue`]: { t, s } } });

test('a figure that rose is news, one that fell or was not known before is none', () => {
  const rises = (before, after) => hasRisen(before, after, ['hainan'], 'overdue');
  assert.ok(rises(board('hainan', '3'), board('hainan', '4')));
  assert.ok(rises(board('hainan', ['9999', '9999']), board('hainan', ['1.0万', '10.0k'])));
  assert.ok(!rises(board('hainan', '4'), board('hainan', '4')));
  assert.ok(!rises(board('hainan', '4'), board('hainan', '3')));
  assert.ok(!rises(board('hainan', '未上报', 'notReporting'), board('hainan', '4')));
  assert.ok(!rises(null, board('hainan', '4')));
});

test('it is light from seven to six', () => {
  assert.deepEqual([6, 7, 17, 18].map(themeAt), ['dark', 'light', 'light', 'dark']);
});
