import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refresher, isUsable } from '../../../web/wwwroot/js/refresh.js';

const page = { build: '0.1', scope: 'hainan', epoch: 'k3f9', version: 10, asOf: 1_000 };

/** A refresher over a page that is told what to answer; the clock is the test's. */
function some(more = {}) {
  const world = {
    now: 0, fetched: 0, carried: [], may: true, hidden: [],
    answer: { status: 200, told: { ...page, version: 11, asOf: 2_000 } },
    ...more,
  };
  world.refresher = new Refresher(page, {
    regions: world.regions ?? [{ name: 'rows' }],
    now: () => world.now,
    may: () => world.may,
    isShown: (name) => !world.hidden.includes(name),
    fetch: async () => {
      world.fetched++;
      if (world.during) await world.during();
      const { status, told, retryAfter = null } = world.answer;
      return { status, headers: { get: () => retryAfter }, text: async () => JSON.stringify(told) };
    },
    read: (text) => ({ told: JSON.parse(text), carry: (names) => (world.carried.push(...names), true) }),
  });
  world.look = (now) => {
    world.now = now;
    return world.refresher.look();
  };
  return world;
}

const newer = { epoch: 'k3f9', version: 11, asOf: 2_000 };

test('a page whose board did not change is not fetched again', async () => {
  const world = some();
  world.refresher.painted({ ...newer, version: 10 });

  await world.look(5_000);

  assert.equal(world.fetched, 0);
});

test('a new version brings the regions of the newer page, once', async () => {
  const world = some();
  world.refresher.painted(newer);

  assert.equal(await world.look(1_000), true);
  assert.equal(await world.look(9_000), false);

  assert.deepEqual([world.fetched, world.carried], [1, ['rows']]);
});

test('a page without regions is never fetched', async () => {
  const world = some({ regions: [] });
  world.refresher.painted(newer);

  await world.look(1_000);

  assert.equal(world.fetched, 0);
});

test('at most one page a second is fetched, and never two at once', async () => {
  const world = some();
  world.refresher.painted(newer);
  const first = world.look(1_000);
  const second = await world.look(1_000);
  await first;
  world.refresher.painted({ ...newer, version: 12 });

  await world.look(1_999);
  const before = world.fetched;
  await world.look(2_000);

  assert.deepEqual([second, before, world.fetched], [false, 1, 2]);
});

test('a version that the page already carried is not fetched for', async () => {
  const world = some({ answer: { status: 200, told: { ...page, version: 13, asOf: 3_000 } } });
  world.refresher.painted(newer);
  await world.look(1_000);

  world.refresher.painted({ ...newer, version: 13 });
  await world.look(5_000);

  assert.equal(world.fetched, 1);
});

test('a page older than what is shown is dropped and asked for again', async () => {
  const world = some({ answer: { status: 200, told: { ...page, version: 9, asOf: 1_999 } } });
  world.refresher.painted(newer);
  await world.look(1_000);
  const dropped = world.carried.length;

  world.answer.told = { ...page, version: 11, asOf: 2_000 };
  await world.look(60_000);

  assert.deepEqual([dropped, world.carried], [0, ['rows']]);
});

test('a region that nobody sees waits until it is shown', async () => {
  const world = some({ hidden: ['rows'] });
  world.refresher.painted(newer);
  await world.look(5_000);
  const closed = world.fetched;

  world.hidden = [];
  await world.look(6_000);

  assert.deepEqual([closed, world.fetched, world.carried], [0, 1, ['rows']]);
});

test('nothing is fetched while the page may not', async () => {
  const world = some({ may: false });
  world.refresher.painted(newer);

  await world.look(1_000);

  assert.equal(world.fetched, 0);
});

test('what comes after somebody paused is not shown, but fetched again later', async () => {
  const world = some();
  world.during = async () => { world.may = false; };
  world.refresher.painted(newer);
  await world.look(1_000);
  const shown = world.carried.length;

  world.during = null;
  world.may = true;
  await world.look(3_000);

  assert.deepEqual([shown, world.carried], [0, ['rows']]);
});

test('the wish of an overloaded server is obeyed', async () => {
  const world = some({ answer: { status: 503, retryAfter: '7' } });
  world.refresher.painted(newer);
  await world.look(1_000);

  await world.look(7_999);
  const before = world.fetched;
  await world.look(8_000);

  assert.deepEqual([before, world.fetched], [1, 2]);
});

test('a redirect, another build and another scope are ignored', async () => {
  const redirect = some({ answer: { status: 0 } });
  redirect.refresher.painted(newer);
  await redirect.look(1_000);

  assert.deepEqual(redirect.carried, []);
  assert.equal(isUsable({ ...page, build: '0.2' }, page, 1_000), false);
  assert.equal(isUsable({ ...page, scope: 'hainan/haikou' }, page, 1_000), false);
  assert.equal(isUsable(null, page, 1_000), false);
  assert.equal(isUsable(page, page, 1_000), true);
});

test('failures are asked about less and less, up to half a minute', async () => {
  const world = some({ answer: { status: 500 } });
  world.refresher.painted(newer);
  const asked = [];
  for (let now = 1_000; now <= 200_000; now += 1_000) {
    const before = world.fetched;
    await world.look(now);
    if (world.fetched > before) asked.push(now / 1_000);
  }

  assert.deepEqual(asked, [1, 3, 7, 15, 31, 61, 91, 121, 151, 181]);
});

test('a server that takes long is asked less often', async () => {
  const world = some();
  world.during = async () => { world.now += 2_000; };
  world.refresher.painted(newer);
  await world.look(1_000);
  world.refresher.painted({ ...newer, version: 12 });

  await world.look(10_999);
  const before = world.fetched;
  await world.look(11_000);

  assert.deepEqual([before, world.fetched], [1, 2]);
});

test('a region with a minute of its own waits for it while others follow', async () => {
  const world = some({ regions: [{ name: 'rows' }, { name: 'ranks', everyMs: 60_000 }] });
  world.refresher.painted(newer);
  await world.look(1_000);
  const first = [...world.carried];

  await world.look(60_000);

  assert.deepEqual([first, world.carried], [['rows'], ['rows', 'ranks']]);
});
