// A new build: the only reason to load the page anew, and only after the new one was seen to be there.

const spreadMs = 240_000;
const restMs = 600_000;

/** Two ticks in a row with one other build; pure. `seen` is what the last call returned, null at first. */
export function seeBuild(seen, own, told) {
  if (!told || told === own) return null;
  return seen?.build === told ? { build: told, ticks: seen.ticks + 1 } : { build: told, ticks: 1 };
}

/** Whether the page carries the build. Its id stands in the root element, where the server writes a plus sign as an entity. */
export function carries(html, build) {
  return html.replaceAll('&#x2B;', '+').includes(`data-build="${build}"`);
}

export class Reloader {
  #page;
  #seen = null;
  #due = null;
  #busy = false;

  /** @param {{build: string}} page @param ports `fetch`, `replace`, `memory` (get, set), `random`: the browser's, or a test's. */
  constructor(page, ports) {
    this.#page = page;
    this.ports = ports;
  }

  /** For each tick; `nowMs` is monotonic. */
  tick(build, nowMs) {
    this.#seen = seeBuild(this.#seen, this.#page.build, build);
    if (!this.#seen) this.#due = null;
    else if (this.#seen.ticks >= 2) this.#due ??= { build, at: nowMs + this.ports.random() * spreadMs };
  }

  /** The line opens again and again but nothing comes, or the page lacks a unit: the same care, without a new build. */
  wish(nowMs) {
    this.#due ??= { build: this.#page.build, at: nowMs };
  }

  /** Called every second; `serverMs` is null while the server's time is unknown. Resolves to true once the page is being replaced. */
  async check(nowMs, serverMs, held) {
    if (!this.#due || held || this.#busy || nowMs < this.#due.at || !this.#rested(serverMs)) return false;
    this.#busy = true;
    try {
      const ready = await this.#isReady(this.#due.build);
      if (!ready) this.#due.at = nowMs + restMs / 10;
      else this.#go(serverMs);
      return ready;
    } finally {
      this.#busy = false;
    }
  }

  #rested(serverMs) {
    const last = Number(this.ports.memory.get(`reload:${this.#due.build}`) ?? -Infinity);
    return serverMs === null ? !Number.isFinite(last) : serverMs - last >= restMs;
  }

  async #isReady(build) {
    try {
      const [version, page] = await Promise.all([this.ports.fetch('/version'), this.ports.fetch(this.ports.address())]);
      if (!version.ok || !page.ok) return false;
      return (await version.json()).build === build && carries(await page.text(), build);
    } catch {
      return false;
    }
  }

  #go(serverMs) {
    this.ports.memory.set(`reload:${this.#due.build}`, String(serverMs ?? 0));
    this.ports.replace();
  }
}

/** The browser's own ports. */
export const browserPorts = () => ({
  fetch: (address) => fetch(address, { cache: 'no-store' }),
  address: () => location.href,
  replace: () => location.replace(location.href),
  memory: { get: (key) => sessionStorage.getItem(key), set: (key, value) => sessionStorage.setItem(key, value) },
  random: Math.random,
});
