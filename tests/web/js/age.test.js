import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageText, stateOf } from '../../../web/wwwroot/js/age.js';
import { some } from './some.js';

const heard = Date.parse('2026-11-21T10:00:00.000+08:00');
const live = { state: 'live', lastEventAt: '2026-11-21T10:00:00.000+08:00' };

test('an age is one whole number of its largest unit, cut toward zero', () => {
  const texts = [-2_000, 0, 59_999, 60_000, 1_139_000, 86_399_000, 200_000_000].map((ms) => ageText(ms, some.words.ages));
  assert.deepEqual(texts, ['0 秒', '0 秒', '59 秒', '1 分钟', '18 分钟', '23 小时', '2 天']);
});

test('a figure turns stale by itself once its unit has been unheard for too long', () => {
  assert.equal(stateOf({ s: 'ok' }, live, heard + 120_000, 120_000), 'ok');
  assert.equal(stateOf({ s: 'ok' }, live, heard + 130_001, 120_000), 'stale');
});

test('the screen never mends a state that the server gave, and a closed unit does not grow stale', () => {
  assert.equal(stateOf({ s: 'noData' }, live, heard + 999_000, 120_000), 'noData');
  assert.equal(stateOf({ s: 'ok' }, { ...live, state: 'closed' }, heard + 999_000, 120_000), 'ok');
});

test('without the time of the server nothing is called stale', () => assert.equal(stateOf({ s: 'ok' }, live, null, 120_000), 'ok'));
