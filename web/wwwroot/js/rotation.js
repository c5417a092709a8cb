// Which view a wall shows, and when the next one comes. Pure: every instant is handed in.

/** Views by number. Each stays for a dwell; one where something happened comes forward and stays for two at most. */
export class Rotation {
  #count;
  #dwellMs;
  #at = 0;
  #endsAt;
  #checkedAt;
  #restsUntil = new Map();

  constructor(count, dwellMs, nowMs) {
    this.#count = count;
    this.#dwellMs = dwellMs;
    this.#endsAt = nowMs + dwellMs;
    this.#checkedAt = nowMs;
  }

  get at() {
    return this.#at;
  }

  show(at, nowMs) {
    this.#at = (at + this.#count) % this.#count;
    this.#endsAt = nowMs + this.#dwellMs;
  }

  step(by, nowMs) {
    this.show(this.#at + by, nowMs);
  }

  /** What happens there again while it is held, or before the others had their turn, does not hold it any longer. */
  bring(at, nowMs) {
    if (nowMs < (this.#restsUntil.get(at) ?? -Infinity)) return;
    this.show(at, nowMs);
    this.#endsAt = nowMs + 2 * this.#dwellMs;
    this.#restsUntil.set(at, this.#endsAt + (this.#count - 1) * this.#dwellMs);
  }

  /** Called every second; while the page is paused no view gets older. */
  check(nowMs, paused) {
    if (paused) this.#endsAt += nowMs - this.#checkedAt;
    else if (nowMs >= this.#endsAt) this.step(1, nowMs);
    this.#checkedAt = nowMs;
  }
}

const scales = { 万: 1e4, 亿: 1e8, k: 1e3, M: 1e6 };

/** A printed count as a number, for comparison only: `12`, `1.2万`. NaN for anything else. */
export function countOf(text) {
  const [, digits, scale] = /^([0-9.]+)([万亿kM]?)$/.exec(text) ?? [];
  return digits === undefined ? NaN : Number(digits) * (scales[scale] ?? 1);
}

/** Whether the figure went up for any of the units. A unit that was not heard of before, or is not now, tells of nothing new. */
export function hasRisen(before, after, units, figure) {
  return units.some((unit) => {
    const [old, now] = [before?.shown[`${unit}.${figure}`], after.shown[`${unit}.${figure}`]];
    return old?.s === 'ok' && now?.s === 'ok' && countOf([now.t].flat()[0]) > countOf([old.t].flat()[0]);
  });
}

const lightFrom = 7;
const darkFrom = 18;

/** The colours for an hour of the province's day. */
export const themeAt = (hour) => (hour >= lightFrom && hour < darkFrom ? 'light' : 'dark');
