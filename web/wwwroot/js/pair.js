// A wall that is not let in: shows a code, asks every few seconds whether somebody approved it, and becomes the wall by itself. It waits for years
// if need be, and never loads an address before it was seen to answer.

import { openIfThere } from './leave.js';
import { retryAfter } from './retry.js';

const everyMs = 3_000;
const busyMs = 10_000;
const giveUpMs = 10_000;

/** What is left, as minutes and seconds. Pure. */
export function leftText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export class Pairing {
  #ports;
  #until = null;
  #at = -Infinity;
  #busy = false;
  #words = null;

  /**
   * @param ports `ask` (resolves to status, body and waitMs), `open` (takes an address; resolves to whether the page is being replaced), `show`
   * (code or null, line), `now` (monotonic).
   * @param page `scope`, `query` and the words.
   */
  constructor(page, ports) {
    this.page = page;
    this.#ports = ports;
  }

  /** Called every second. */
  async check() {
    const now = this.#ports.now();
    if (this.#until !== null && !this.#words) this.#ports.show(undefined, this.page.holds.replace('{time}', leftText(this.#until - now)));
    if (this.#busy || now < this.#at) return;
    this.#busy = true;
    try {
      await this.#ask();
    } catch {
      this.#say(this.page.cut, everyMs);
    } finally {
      this.#busy = false;
    }
  }

  async #ask() {
    const answer = await this.#ports.ask(this.page.scope);
    const now = this.#ports.now();
    if (answer.status === 429 || answer.status === 503) return this.#say(this.page.busy, answer.waitMs ?? busyMs);
    if (answer.status !== 200) return this.#say(this.page.cut, busyMs);
    this.#at = now + everyMs;
    this.#words = null;
    if (answer.body.state === 'paired') {
      this.#say(this.page.paired, everyMs);
      await this.#ports.open(`/wall/${answer.body.scope}${answer.body.scope === this.page.scope ? this.page.query : ''}`);
      return;
    }

    this.#until = now + answer.body.holdsMs;
    this.#ports.show(answer.body.code, this.page.holds.replace('{time}', leftText(answer.body.holdsMs)));
  }

  #say(words, waitMs) {
    this.#words = words;
    this.#at = this.#ports.now() + waitMs;
    this.#ports.show(undefined, words);
  }
}

if (globalThis.document?.querySelector('main.pairing')) {
  const page = JSON.parse(document.getElementById('pairing').textContent);
  const text = (id, value) => {
    const node = document.getElementById(id).firstChild;
    if (node.nodeValue !== value) node.nodeValue = value;
  };
  const pairing = new Pairing(page, {
    now: () => performance.now(),
    ask: async (scope) => {
      const answer = await fetch('/api/v1/walls/pairing', {
        method: 'POST', cache: 'no-store', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ scope }), signal: AbortSignal.timeout(giveUpMs),
      });
      return { status: answer.status, waitMs: retryAfter(answer.headers.get('Retry-After')), body: answer.ok ? await answer.json() : null };
    },
    open: openIfThere,
    show: (code, line) => {
      if (code) for (const id of ['code', 'typed']) text(id, code);
      text('holds', line);
    },
  });
  if (page.scope) {
    pairing.check();
    setInterval(() => pairing.check(), 1000);
  }
}
