import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerClock, hourMinuteOf, timeOf } from '../../../web/wwwroot/js/clock.js';

test('the time is unknown before the first tick', () => assert.equal(new ServerClock().now(0), null));

test('the fastest recent tick sets the clock', () => {
  const clock = new ServerClock();
  clock.observe(10_000, 1_300);
  clock.observe(15_000, 6_050);
  clock.observe(20_000, 11_900);
  assert.equal(clock.now(12_000), 20_950);
});

test('a tick that leaves the memory never turns the clock back', () => {
  const clock = new ServerClock();
  clock.observe(10_000, 1_000);
  const before = clock.now(1_000);
  for (let i = 1; i <= 12; i++) clock.observe(10_000 + i, 2_000 + i);
  assert.ok(clock.now(1_500) >= before);
});

test('after a sleep nothing learnt before counts', () => {
  const clock = new ServerClock();
  clock.observe(10_000, 1_000);
  clock.forget();
  assert.equal(clock.now(2_000), null);
});

test('times are those of the province whatever the zone of the browser', () => {
  assert.equal(timeOf(Date.parse('2026-11-20T23:59:59Z')), '07:59:59');
  assert.equal(hourMinuteOf(Date.parse('2026-11-20T16:00:00-05:00')), '05:00');
});
