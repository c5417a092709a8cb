// When to try again: for ever, with full jitter, so that a thousand screens do not come back in one second.

/** Milliseconds to wait before a try. `tries` counts those that failed since the line was lost; `random` is from 0 to 1. */
export function retryDelay(tries, wall, random) {
  if (tries === 0) return random * (wall ? 2_000 : 5_000);
  const cap = wall ? 10_000 : 30_000;
  return random * Math.min(cap, 500 * 2 ** Math.min(tries, 10));
}

/** The server's own wish in an answer's `Retry-After`, in milliseconds; null without one. */
export function retryAfter(header) {
  const seconds = Number.parseInt(header ?? '', 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

const rounds = ['hub', 'hub', 'stream', 'poll'];

/** Which way to try: twice the hub, then each fallback once, and again. */
export function wayOf(tries) {
  return rounds[tries % rounds.length];
}
