import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Live } from '../../../web/wwwroot/js/live.js';

/** A server that answers as told, with a clock that the test moves. */
class Office {
  nowMs = 0;
  timers = [];
  lines = [];
  taken = [];
  silent = 0;
  refuses = () => false;

  constructor(wall = true) {
    const way = (name) => (on) => this.#open(name, on);
    this.live = new Live({
      wall,
      ways: { hub: way('hub'), stream: way('stream'), poll: way('poll') },
      now: () => this.nowMs,
      random: () => 1,
      set: (run, ms) => this.timers.push({ run, due: this.nowMs + ms }),
      clear: () => { this.timers = []; },
      on: {
        snapshot: (body) => this.taken.push(body), patch: (body) => this.taken.push(body), tick: (body) => this.taken.push(body),
        silent: () => { this.silent += 1; },
      },
    });
  }

  #open(name, on) {
    const line = { name, on, closed: false, asked: 0, acked: [] };
    this.lines.push(line);
    return {
      open: async () => { if (this.refuses(line)) throw Object.assign(new Error('refused'), { waitMs: this.refuses(line).waitMs }); },
      ask: async () => { line.asked += 1; },
      ack: (version) => line.acked.push(version),
      close: () => { line.closed = true; },
    };
  }

  get line() { return this.lines.at(-1); }

  /** Lets the time pass second by second, with what falls due in it. */
  async pass(seconds, version) {
    for (let i = 0; i < seconds; i++) {
      this.nowMs += 1_000;
      const due = this.timers.filter((timer) => timer.due <= this.nowMs);
      this.timers = this.timers.filter((timer) => timer.due > this.nowMs);
      for (const timer of due) timer.run();
      await new Promise(setImmediate);
      this.live.check(version);
      await new Promise(setImmediate);
    }
  }

  async start() {
    this.live.start();
    await new Promise(setImmediate);
  }
}

test('a line that falls silent is given up after eight seconds and tried again within two more', async () => {
  const office = new Office();
  await office.start();
  await office.pass(3);
  office.line.on.tick('tick');
  await office.pass(8);
  assert.equal(office.lines.length, 1);
  await office.pass(1);
  assert.equal(office.lines[0].closed, true);
  await office.pass(2);
  assert.equal(office.lines.length, 2);
});

test('an older line is not listened to', async () => {
  const office = new Office();
  await office.start();
  office.live.restart();
  office.lines[0].on.snapshot('old');
  office.lines[1].on.snapshot('new');
  assert.deepEqual(office.taken, ['new']);
});

test('when the hub refuses twice the stream is tried, and then polling', async () => {
  const office = new Office();
  office.refuses = (line) => line.name !== 'poll' && {};
  await office.start();
  await office.pass(10);
  assert.deepEqual(office.lines.map((line) => line.name), ['hub', 'hub', 'stream', 'poll']);
});

test('the start itself is tried for ever', async () => {
  const office = new Office();
  office.refuses = () => ({});
  await office.start();
  await office.pass(900);
  assert.ok(office.lines.length >= 90);
  office.refuses = () => false;
  await office.pass(10);
  const tries = office.lines.length;
  office.line.on.tick('tick');
  await office.pass(5);
  assert.equal(office.lines.length, tries);
});

test('the wish of the server to wait wins over our own delay', async () => {
  const office = new Office();
  office.refuses = () => ({ waitMs: 30_000 });
  await office.start();
  await office.pass(29);
  assert.equal(office.lines.length, 1);
  await office.pass(1);
  assert.equal(office.lines.length, 2);
});

test('three lines that open and say nothing ask for a new page', async () => {
  const office = new Office();
  await office.start();
  await office.pass(60);
  assert.ok(office.silent >= 1);
});

test('after five minutes on a fallback the hub is tried again', async () => {
  const office = new Office();
  office.refuses = (line) => line.name === 'hub' && {};
  await office.start();
  await office.pass(6);
  assert.equal(office.live.way, 'stream');
  office.refuses = () => false;
  for (let i = 0; i < 60 && office.live.way === 'stream'; i++) {
    office.line.on.tick('tick');
    await office.pass(5);
  }
  assert.equal(office.live.way, 'hub');
});

test('a better way that does not answer leaves the present one in use', async () => {
  const office = new Office();
  office.refuses = (line) => line.name === 'hub' && {};
  await office.start();
  await office.pass(6);
  const stream = office.line;
  for (let i = 0; i < 70; i++) {
    stream.on.tick('tick');
    await office.pass(5);
  }
  assert.deepEqual([office.live.way, stream.closed, office.line.name, office.line.closed], ['stream', false, 'hub', true]);
});

test('the server is told every ten seconds what is shown', async () => {
  const office = new Office();
  await office.start();
  for (let i = 0; i < 6; i++) {
    office.line.on.tick('tick');
    await office.pass(5, 8123);
  }
  assert.deepEqual(office.line.acked, [8123, 8123, 8123]);
});

test('a snapshot is asked for at most once a second', async () => {
  const office = new Office();
  await office.start();
  office.line.on.tick('tick');
  office.live.ask();
  office.live.ask();
  assert.equal(office.line.asked, 1);
});

test('a line at rest stays away until it is begun anew', async () => {
  const office = new Office();
  await office.start();
  office.line.on.tick('tick');
  office.live.rest();
  await office.pass(120);
  assert.deepEqual([office.lines.length, office.lines[0].closed, office.live.heardAt], [1, true, -Infinity]);
  office.live.restart();
  await office.pass(1);
  assert.equal(office.lines.length, 2);
});
