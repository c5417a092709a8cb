import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reports, reportOf } from '../../../web/wwwroot/js/report.js';
import { carry } from '../../../web/wwwroot/js/fleet.js';

const health = { state: 'live', paused: false, dataAgeMs: 412.6, paintedAgoMs: 80.2 };
const seen = { view: 'overview', width: 1920, height: 1080, am: 1.8354, fps: 60, heapBytes: undefined, nodes: 900, reloads: 0 };

test('a report is whole numbers, and what was not measured is null', () => {
  assert.deepEqual(reportOf({ scope: 'hainan', build: '0.1.0+9c1e' }, { ...health, dataAgeMs: null }, { ...seen, fps: NaN }), {
    scope: 'hainan', view: 'overview', width: 1920, height: 1080, amThousandths: 1835, build: '0.1.0+9c1e', dataAgeMs: null, state: 'live', paused: false,
    paintedAgoMs: 80, fps: null, heapBytes: null, nodes: 900, reloads: 0,
  });
});

const told = async (send) => {
  const done = [];
  await new Reports({ look: async () => ({}), send, identify: (number) => done.push(`identify ${number}`), reload: () => done.push('reload') }).once();
  return done;
};

test('the wall does what the answer asks for, and nothing when the report did not go through', async () => {
  assert.deepEqual(await told(async () => ({ number: 7, commands: ['identify', 'reload'] })), ['identify 7', 'reload']);
  assert.deepEqual(await told(async () => { throw new Error('no line'); }), []);
});

const row = (key, state, ...texts) => ({ dataset: { key, state }, cells: texts.map((textContent) => ({ tagName: 'TD', className: '', textContent })) });

test('the table keeps its rows while the same walls stand in it', () => {
  const table = { rows: [row('1', 'live', '3 s')] };
  const [kept] = table.rows;
  assert.equal(carry({ rows: [row('1', 'lost', '95 s')] }, table), true);
  assert.deepEqual([table.rows[0], kept.dataset.state, kept.cells[0].textContent], [kept, 'lost', '95 s']);
  assert.equal(carry({ rows: [row('2', 'live', '1 s')] }, table), false);
});
