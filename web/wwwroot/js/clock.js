// Server time without the device's clock, which may be wrong: only the monotonic one and the ticks count.

const kept = 12;
const zoneMs = 8 * 3600 * 1000;

/** The offset of the fastest of the recent ticks is the best: any other was longer on its way. */
export class ServerClock {
  #offsets = [];
  #next = 0;
  #latest = -Infinity;

  observe(serverMs, monotonicMs) {
    this.#offsets[this.#next] = serverMs - monotonicMs;
    this.#next = (this.#next + 1) % kept;
  }

  /** After a sleep the monotonic clock may have stood still, so what was learnt before is worth nothing. */
  forget() {
    this.#offsets.length = 0;
    this.#next = 0;
    this.#latest = -Infinity;
  }

  /** Unix milliseconds; never runs backwards between two calls. Null before the first tick. */
  now(monotonicMs) {
    if (this.#offsets.length === 0) return null;
    this.#latest = Math.max(this.#latest, monotonicMs + Math.max(...this.#offsets));
    return this.#latest;
  }
}

/** `HH:mm:ss` in the province (UTC+8), whatever the browser's zone. */
export function timeOf(ms) {
  return new Date(ms + zoneMs).toISOString().slice(11, 19);
}

/** `HH:mm` in the province. */
export function hourMinuteOf(ms) {
  return timeOf(ms).slice(0, 5);
}
