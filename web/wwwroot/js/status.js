// What the screen says of itself: which of its own silences it is in, and as of when its numbers hold.

import { ageText, fill } from './age.js';
import { hourMinuteOf, timeOf } from './clock.js';
import { cutOffMs } from './live.js';

const feedMs = 15_000;
const provenForMs = cutOffMs + feedMs;

/**
 * `live` needs a message in the last eight seconds; `feed`: the server itself hears nothing from the counting. Pure.
 * @param heardAt monotonic, -Infinity before the first message; `startedAt`: when the page began to listen.
 */
export function stateOfScreen({ heardAt, startedAt, feedAgeMs, nowMs, reloading }) {
  if (reloading) return 'reloading';
  if (heardAt === -Infinity && nowMs - startedAt <= cutOffMs) return 'still';
  if (nowMs - heardAt > cutOffMs) return 'cutoff';
  return feedAgeMs > feedMs ? 'feed' : 'live';
}

/**
 * Whether numbers may be called live: the server's time is known, and not long ago the server said that they hold. Those from before a
 * silence are not live again until the server has confirmed or renewed them, even when it is heard already. Pure.
 */
export function isProven(provenMs, serverMs) {
  return serverMs !== null && serverMs - provenMs <= provenForMs;
}

/**
 * The words of the line and of the clock's place. A clock that runs on must not reassure, so when the screen is cut off the place
 * says when the numbers stopped. Pure.
 * @param offline whether the device itself says that it has no network; `provenMs`: the instant for which the numbers hold;
 * `serverMs`: the server's time, or null.
 */
export function wordsOfScreen({ state, paused, offline, provenMs, serverMs, wall, words }) {
  const stopped = { time: timeOf(provenMs) };
  const asOf = fill(words.asOf, stopped);
  const clock = state === 'cutoff' ? `${words.cutOff} · ${fill(words.stoppedAt, stopped)}` : wall && serverMs !== null ? timeOf(serverMs) : asOf;
  if (paused) return { line: `${words.paused} · ${fill(words.pausedAt, stopped)}`, clock };
  switch (state) {
    case 'still': return { line: words.still, clock: asOf };
    case 'cutoff': return { line: offline ? fill(words.offline, { time: hourMinuteOf(provenMs) }) : words.retrying, clock };
    case 'feed': return { line: `${words.feed} · ${fill(words.stoppedAt, stopped)}`, clock };
    case 'reloading': return { line: words.reloading, clock: asOf };
    default: return { line: `${words.live} · ${fill(words.dataAge, { age: ageText(serverMs - provenMs, words.ages) })}`, clock };
  }
}
