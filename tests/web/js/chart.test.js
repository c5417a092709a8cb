import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelled, layoutOf, plain, refill, solidOf, staleOf, tracesOf } from '../../../web/wwwroot/js/chart.js';

const look = { font: 'sans', ink: '#111', second: '#444', panel: '#fff', rule: '#ddd', series: ['#235', '#777', '#653'], levels: { watch: '#00f', warning: '#aa0', behind: '#a00', overdue: '#a00' } };

const series = (values, { states = values.map(() => 'ok'), signs = values.map(() => null), ...more } = {}) => ({
  name: '受理', isReference: false, isRule: false, values, texts: values.map((value) => (value === null ? '—' : `${value} 件`)), states, signs, ...more,
});

const figure = (kind, ...all) => ({ kind, across: all[0].values.map((_, i) => `${8 + i}:00`), low: 0, high: 10, ticks: [{ at: 0, text: '0' }, { at: 10, text: '10' }], series: all });

test('a missing point is a gap and is never joined', () => {
  const traces = tracesOf(figure('lines', series([3, null, 0])), look);

  assert.deepEqual(traces.map((trace) => trace.y), [[null, null, null], [3, null, 0], [3, null, 0]]);
  assert.ok(traces.every((trace) => trace.connectgaps === false));
});

test('a stretch to a stale point is dotted, the rest is not', () => {
  const line = series([1, 2, 3, 4], { states: ['ok', 'ok', 'stale', 'stale'] });

  assert.deepEqual([staleOf(line), solidOf(line)], [[null, 2, 3, 4], [1, 2, null, null]]);
});

test('counted bins are bars', () => {
  assert.deepEqual(tracesOf(figure('bars', series([5, 7])), look).map((trace) => trace.type), ['bar']);
});

test('targets that disagree are both drawn as rules, each with its own dash', () => {
  const target = (value) => series([value, value], { isReference: true, isRule: true, name: `目标 ${value}` });

  const rules = tracesOf(figure('lines', series([1, 2]), target(7), target(8)), look).slice(0, 2);

  assert.deepEqual(rules.map((rule) => rule.y), [[7, 7], [8, 8]]);
  assert.notEqual(rules[0].line.dash, rules[1].line.dash);
});

test('a level is a shape, not only a colour', () => {
  const dots = tracesOf(figure('lines', series([1, 2], { signs: [null, 'overdue'] })), look).at(-1);

  assert.deepEqual(dots.marker.symbol, ['circle', 'square']);
});

test('texts are printed as they arrive', () => {
  const bars = tracesOf(figure('bars', { ...series([0.0004]), texts: ['<0.1%'] }), look)[0];

  assert.deepEqual([bars.text[0], bars.hovertext[0]], ['&lt;0.1%', '8:00 受理 &lt;0.1%']);
  assert.equal(plain('A & B'), 'A &amp; B');
});

test('the axes carry printed texts only', () => {
  const { xaxis, yaxis } = layoutOf(figure('lines', series([1, 2])), look, 800, 1);

  assert.deepEqual([xaxis.ticktext, yaxis.ticktext], [['8:00', '9:00'], ['0', '10']]);
});

test('labels keep out of each other', () => {
  assert.deepEqual(labelled(['08:00', '08:15', '08:30', '08:45', '09:00'], 25), [0, 2, 4]);
});

test('new points go into the arrays that are held', () => {
  const held = tracesOf(figure('lines', series([1, 2])), look);
  const arrays = held.map((trace) => trace.y);

  tracesOf(figure('lines', series([1, 2, 3])), look).forEach((trace, i) => refill(held[i], trace));

  assert.deepEqual(held.at(-1).y, [1, 2, 3]);
  assert.ok(held.every((trace, i) => trace.y === arrays[i]));
});
