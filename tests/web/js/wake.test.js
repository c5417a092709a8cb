import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Wake, slept } from '../../../web/wwwroot/js/wake.js';

/** A tablet whose clocks, screen and server the test moves; `did` is what happened to its line, in order. */
class Tablet {
  did = [];
  monotonic = 0;
  device = 0;
  isVisible = true;
  answers = [];
  timers = new Map();

  wake = new Wake({
    clocks: () => ({ monotonic: this.monotonic, device: this.device }),
    visible: () => this.isVisible,
    rest: () => this.did.push('rest'),
    ask: (signal) => new Promise((resolve, reject) => {
      this.did.push('ask');
      this.answers.push(resolve);
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    }),
    restart: () => this.did.push('restart'),
    doubt: () => this.did.push('doubt'),
    set: (run) => { this.timers.set(run, run); return run; },
    clear: (timer) => this.timers.delete(timer),
  });

  pass(seconds) {
    for (let i = 0; i < seconds; i++) {
      this.monotonic += 1_000;
      this.device += 1_000;
      this.wake.check();
    }
  }

  turn(visible) {
    this.isVisible = visible;
    this.wake.turned();
  }

  answer = () => this.then(() => this.answers.at(-1)());

  async then(act) {
    act();
    await new Promise(setImmediate);
  }
}

test('a gap of more than three seconds on either clock is a sleep', () => {
  const at = (monotonic, device) => ({ monotonic, device });
  assert.deepEqual([slept(at(0, 0), at(3_000, 3_000)), slept(at(0, 0), at(3_001, 0)), slept(at(0, 0), at(1_000, 60_000))], [false, true, true]);
});

test('a page that runs on is left alone', () => {
  const tablet = new Tablet();
  tablet.pass(600);
  assert.deepEqual(tablet.did, []);
});

test('after a sleep nothing is live, the snapshot is taken, and only then a line is opened', async () => {
  const tablet = new Tablet();
  tablet.device += 60_000;
  tablet.pass(1);
  assert.deepEqual(tablet.did, ['rest', 'ask']);
  await tablet.answer();
  assert.deepEqual(tablet.did, ['rest', 'ask', 'restart']);
});

test('a line is opened although the snapshot could not be had', async () => {
  const tablet = new Tablet();
  tablet.turn(true);
  await tablet.then(() => tablet.timers.forEach((run) => run()));
  assert.deepEqual(tablet.did, ['rest', 'ask', 'restart']);
});

test('several signs of one waking open one line', async () => {
  const tablet = new Tablet();
  tablet.turn(true);
  tablet.wake.wake();
  await tablet.answer();
  assert.deepEqual(tablet.did, ['rest', 'ask', 'rest', 'ask', 'restart']);
});

test('a page hidden for less than half a minute keeps its line, and wakes when it is shown', () => {
  const tablet = new Tablet();
  tablet.turn(false);
  tablet.pass(30);
  assert.deepEqual(tablet.did, []);
  tablet.turn(true);
  assert.deepEqual(tablet.did, ['rest', 'ask']);
});

test('a page hidden for longer lets its line go once, and asks for nothing until it is shown', () => {
  const tablet = new Tablet();
  tablet.turn(false);
  tablet.pass(300);
  assert.deepEqual(tablet.did, ['rest']);
});

test('a sleep of a hidden page asks for nothing', () => {
  const tablet = new Tablet();
  tablet.turn(false);
  tablet.device += 60_000;
  tablet.pass(1);
  assert.deepEqual(tablet.did, ['rest']);
});

test('a page that is left while it wakes opens no line', async () => {
  const tablet = new Tablet();
  tablet.turn(true);
  tablet.wake.rest();
  await tablet.answer();
  assert.deepEqual(tablet.did, ['rest', 'ask', 'rest']);
});
