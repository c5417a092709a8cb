// Coming back. What was heard before a sleep proves nothing, for the monotonic clock may have slept too: the page stops calling itself
// live at once, takes the newest snapshot, and only then opens a new line. A page that nobody sees lets its line go.

const gapMs = 3_000;
const restAfterMs = 30_000;
const answerMs = 5_000;

/** Whether the page stood still between two readings of its clocks; the device's own sees sleeps that the monotonic one misses. Pure. */
export const slept = (last, now) => Math.max(now.monotonic - last.monotonic, now.device - last.device) > gapMs;

export class Wake {
  #ports;
  #last;
  #hiddenAt = null;
  #round = 0;
  #asking = null;

  /**
   * @param ports `clocks` (a reading: monotonic and device), `visible`, `rest` (lets the line go; nothing is live), `ask` (takes a
   * signal, resolves when a snapshot was taken), `restart` (opens a line), `doubt` (nothing is live until something is heard), and
   * `set` and `clear` (a timer).
   */
  constructor(ports) {
    this.#ports = ports;
    this.#last = ports.clocks();
    this.#note();
  }

  /** Called every second. */
  check() {
    const now = this.#ports.clocks();
    const gap = slept(this.#last, now);
    this.#last = now;
    if (gap) this.wake();
    else if (this.#hiddenAt !== null && now.monotonic - this.#hiddenAt > restAfterMs) this.rest();
  }

  /** The page was hidden, or shown again. */
  turned() {
    this.#note();
    if (this.#ports.visible()) this.wake();
  }

  wake() {
    this.rest();
    if (!this.#ports.visible()) return;
    const round = this.#round;
    const asking = new AbortController();
    const patience = this.#ports.set(() => asking.abort(), answerMs);
    this.#asking = asking;
    // A snapshot that fails is no reason to stay without a line: that tries for ever, and with care.
    this.#ports.ask(asking.signal).catch(() => {}).then(() => {
      this.#ports.clear(patience);
      if (round === this.#round) this.#ports.restart();
    });
  }

  rest() {
    this.#round += 1;
    this.#hiddenAt = null;
    this.#asking?.abort();
    this.#asking = null;
    this.#ports.rest();
  }

  /** The device says that its network went: true or not, what is heard next decides. */
  doubt() {
    this.#ports.doubt();
  }

  #note() {
    this.#hiddenAt = this.#ports.visible() ? null : this.#ports.clocks().monotonic;
  }
}

/** The browser's own signs that a page was away. */
export function listen(wake) {
  addEventListener('pageshow', (event) => { if (event.persisted) wake.wake(); });
  addEventListener('pagehide', () => wake.rest());
  addEventListener('online', () => wake.wake());
  addEventListener('offline', () => wake.doubt());
  document.addEventListener('visibilitychange', () => wake.turned());
}
