import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pause } from '../../../web/wwwroot/js/pause.js';
import { Reloader, carries, seeBuild } from '../../../web/wwwroot/js/reload.js';
import { placeAt } from '../../../web/wwwroot/js/wall.js';

/** A browser whose server answers with one build. */
class Fake {
  replaced = 0;
  fetched = [];
  kept = new Map();

  constructor(served, ok = true) {
    this.served = served;
    this.ok = ok;
  }

  get ports() {
    return {
      fetch: async (address) => {
        this.fetched.push(address);
        return { ok: this.ok, json: async () => ({ build: this.served }), text: async () => `<html lang="zh-CN" data-build="${this.served}">` };
      },
      address: () => '/wall/hainan',
      replace: () => { this.replaced += 1; },
      memory: { get: (key) => this.kept.get(key) ?? null, set: (key, value) => this.kept.set(key, value) },
      random: () => 0.5,
    };
  }
}

const told = (fake, ...builds) => {
  const reloader = new Reloader({ build: 'old' }, fake.ports);
  builds.forEach((build) => reloader.tick(build, 1_000));
  return reloader;
};

test('one tick of another build is not enough, and a return to the own one forgets it', () => {
  assert.deepEqual(seeBuild(null, 'old', 'new'), { build: 'new', ticks: 1 });
  assert.deepEqual(seeBuild({ build: 'new', ticks: 1 }, 'old', 'new'), { build: 'new', ticks: 2 });
  assert.equal(seeBuild({ build: 'new', ticks: 2 }, 'old', 'old'), null);
});

test('after two ticks the page waits its share of four minutes and is replaced only then', async () => {
  const fake = new Fake('new');
  const reloader = told(fake, 'new', 'new');
  assert.equal(await reloader.check(120_999, 5_000_000, false), false);
  assert.equal(await reloader.check(121_000, 5_000_000, false), true);
  assert.deepEqual([fake.replaced, fake.fetched], [1, ['/version', '/wall/hainan']]);
});

test('a new build that does not answer leaves the old page where it is', async () => {
  const fake = new Fake('new', false);
  assert.equal(await told(fake, 'new', 'new').check(300_000, 5_000_000, false), false);
  assert.equal(fake.replaced, 0);
});

test('a server that still sends the old page leaves it where it is', async () => {
  const fake = new Fake('old');
  assert.equal(await told(fake, 'new', 'new').check(300_000, 5_000_000, false), false);
});

test('the page is read as the server writes it', () => {
  assert.equal(carries('<html lang="zh-CN" data-build="0.1.0&#x2B;9c1e07d2">', '0.1.0+9c1e07d2'), true);
  assert.equal(carries('<html lang="zh-CN" data-build="0.1.0&#x2B;9c1e07d2">', '0.1.0+ffffffff'), false);
});

test('a paused page is not replaced', async () => {
  assert.equal(await told(new Fake('new'), 'new', 'new').check(300_000, 5_000_000, true), false);
});

test('one build loads the page anew once in ten minutes at most', async () => {
  const fake = new Fake('new');
  await told(fake, 'new', 'new').check(300_000, 5_000_000, false);
  assert.equal(await told(fake, 'new', 'new').check(300_000, 5_599_999, false), false);
  assert.equal(await told(fake, 'new', 'new').check(300_000, 5_600_000, false), true);
});

test('a wall that was left paused goes on after ten minutes, a desk does not', () => {
  const [wall, desk] = [new Pause(true), new Pause(false)];
  [wall, desk].forEach((pause) => { pause.toggle(0); pause.check(600_000); });
  assert.deepEqual([wall.on, desk.on], [false, true]);
});

test('the picture moves once a minute on a fixed path of nine places', () => {
  assert.deepEqual([0, 59_999, 60_000, 540_000].map(placeAt), [0, 0, 1, 0]);
});
