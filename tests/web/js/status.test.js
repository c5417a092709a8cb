import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshText, inLanguage } from '../../../web/wwwroot/js/bind.js';
import { isProven, stateOfScreen, wordsOfScreen } from '../../../web/wwwroot/js/status.js';
import { some } from './some.js';

const at = (time) => Date.parse(`2026-11-21T${time}+08:00`);
const state = (more) => stateOfScreen({ heardAt: 100_000, startedAt: 0, feedAgeMs: 400, nowMs: 101_000, reloading: false, ...more });
const words = (more) => wordsOfScreen({ state: 'live', paused: false, provenMs: at('10:42:05.000'), serverMs: at('10:42:06.900'), wall: true, words: some.words, ...more });

test('a screen is live for eight seconds after a message, and then cut off', () => {
  assert.equal(state({ nowMs: 108_000 }), 'live');
  assert.equal(state({ nowMs: 108_001 }), 'cutoff');
});

test('a page that has heard nothing yet says nothing of itself for eight seconds', () => {
  assert.equal(state({ heardAt: -Infinity, nowMs: 8_000 }), 'still');
  assert.equal(state({ heardAt: -Infinity, nowMs: 8_001 }), 'cutoff');
});

test('a server that hears nothing is not the fault of the screen', () => assert.equal(state({ feedAgeMs: 15_001 }), 'feed'));

test('numbers are proven for as long as a silence of the server may be overlooked, and not before its time is known', () => {
  const proven = at('10:42:05.000');
  assert.deepEqual([proven, proven + 23_000, proven + 23_001, null].map((ms) => isProven(proven, ms)), [true, true, false, false]);
});

test('a live wall shows the age of its data and a running clock', () => assert.deepEqual(words(), { line: '实时 · 数据 1 秒前', clock: '10:42:06' }));

test('a live desk shows as of when its numbers hold', () => assert.equal(words({ wall: false }).clock, '截至 10:42:05'));

test('a cut off screen stops its clock where the numbers stopped', () => {
  assert.deepEqual(words({ state: 'cutoff' }), { line: '正在重连', clock: '画面断线 · 停在 10:42:05' });
});

test('a cut off screen without a network says so, and of when its numbers are', () => {
  assert.equal(words({ state: 'cutoff', offline: true }).line, '离线 · 10:42 的数据');
  assert.equal(words({ offline: true }).line, '实时 · 数据 1 秒前');
});

test('a stalled feed has words of its own', () => assert.equal(words({ state: 'feed' }).line, '服务端断流 · 停在 10:42:05'));

test('a paused screen never calls itself live', () => assert.equal(words({ paused: true }).line, '已暂停 · 数据停在 10:42:05'));

test('freshness reads as a word with an age or a time', () => {
  const text = (form, name, last = at('08:00:00.000')) => freshText(form, name, last, at('08:18:59.000'), some.words);
  assert.deepEqual(
    [text('long', 'late'), text('long', 'silent'), text('long', 'never', null), text('short', 'closed'), text('ago', 'live'), text('ago', 'never', null)],
    ['数据过期 · 18 分钟前', '未上报 · 自 08:00', '从未上报', '非办公', '18 分钟前', '尚无'],
  );
});

test('a text stands once where both languages share it', () => {
  assert.deepEqual([inLanguage({ t: '3' }, 1), inLanguage({ t: ['12.3万', '123.4k'] }, 1)], ['3', '123.4k']);
});
