// Live regions: what the server derives (lists, tables, drawings) stands in elements with `data-live`. When the board has changed, the
// page's own address is fetched again and its regions are carried over. Nothing is worked out here.

import { carry } from './carry.js';
import { retryAfter } from './retry.js';

const everyMs = 1_000;
const longestWaitMs = 30_000;
const giveUpMs = 10_000;

// A server that takes long is asked less often: at most a fifth of the time a page is under way.
const restShare = 4;

/**
 * Whether a page that was fetched may be shown: of the same build and scope, and not older than what stands there. Pure.
 * @param {{build?: string, scope?: string, asOf?: number}|null} next what the fetched page says of itself
 */
export const isUsable = (next, own, shownAsOf) => next !== null && next.build === own.build && next.scope === own.scope && next.asOf >= shownAsOf;

export class Refresher {
  #page;
  #ports;
  #regions;
  #seen;
  #carried;
  #regionsAsOf;
  #paintedAsOf;
  #busy = false;
  #notBefore = -Infinity;
  #failures = 0;

  /**
   * @param page what the page told of itself: build, scope, epoch, version, asOf.
   * @param ports `regions` (name and everyMs of each), `isShown` (a closed sheet waits until it is opened), `now`, `may` (neither paused, hidden nor cut off), `fetch` (resolves to an
   * answer), `read` (takes a page's text; gives `told`, what it says of itself, and `carry`, which takes the names to carry over).
   */
  constructor(page, ports) {
    this.#page = page;
    this.#ports = ports;
    this.#regions = ports.regions.map(({ name, everyMs: asked }) => ({ name, everyMs: Math.max(asked ?? 0, everyMs), wanted: false, at: ports.now() }));
    this.#seen = this.#carried = { epoch: page.epoch, version: page.version };
    this.#regionsAsOf = this.#paintedAsOf = page.asOf;
  }

  /** The board was painted; the regions of the page may be older now. */
  painted({ epoch, version, asOf }) {
    this.#paintedAsOf = Math.max(this.#paintedAsOf, asOf);
    if (epoch === this.#seen.epoch && version === this.#seen.version) return;
    this.#seen = { epoch, version };
    if (epoch !== this.#carried.epoch || version > this.#carried.version) this.#want(this.#regions);
  }

  /** Called again and again; fetches when it is time. Resolves to whether the page changed. */
  async look() {
    const now = this.#ports.now();
    if (this.#busy || now < this.#notBefore || !this.#ports.may()) return false;
    const due = this.#regions.filter((region) => region.wanted && now - region.at >= region.everyMs && this.#ports.isShown(region.name));
    if (due.length === 0) return false;
    this.#busy = true;
    try {
      return await this.#refresh(due, now);
    } catch {
      this.#fail(due, null);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  async #refresh(due, startedAt) {
    const shownAsOf = Math.max(this.#regionsAsOf, this.#paintedAsOf);
    for (const region of due) region.wanted = false;
    const answer = await this.#ports.fetch();
    if (answer.status !== 200) return this.#fail(due, retryAfter(answer.headers.get('Retry-After')));
    const next = this.#ports.read(await answer.text());
    if (!isUsable(next.told, this.#page, shownAsOf)) return this.#fail(due, null);
    const now = this.#ports.now();
    this.#failures = 0;
    this.#notBefore = Math.max(startedAt + everyMs, now + restShare * (now - startedAt));
    // Somebody stopped the page while the answer was on its way.
    if (!this.#ports.may()) return this.#want(due);
    this.#regionsAsOf = next.told.asOf;
    // A region that waits for its minute was not carried: it stays wanted, whatever version the page was of.
    this.#carried = { epoch: next.told.epoch, version: next.told.version };
    for (const region of due) region.at = startedAt;
    return next.carry(due.map(({ name }) => name));
  }

  #want(regions) {
    for (const region of regions) region.wanted = true;
    return false;
  }

  #fail(due, askedMs) {
    this.#failures += 1;
    this.#notBefore = this.#ports.now() + Math.max(everyMs, askedMs ?? Math.min(longestWaitMs, everyMs * 2 ** Math.min(this.#failures, 10)));
    return this.#want(due);
  }
}

/** What a page says of itself in its block of JSON; null without one. */
function tellOf(root) {
  const told = root.getElementById('page')?.textContent;
  return told ? { ...JSON.parse(told), build: root.documentElement.dataset.build } : null;
}

/**
 * The ports of the real page.
 * @param holds whether the text of an element is painted from the store; `changed` is called when nodes came, went or changed.
 */
export const pagePorts = ({ now, may, holds, changed }) => ({
  isShown: (name) => regionOf(document, name)?.checkVisibility() ?? false,
  regions: [...document.querySelectorAll('[data-live]')].map(({ dataset }) => ({ name: dataset.live, everyMs: 1000 * Number(dataset.liveEvery ?? 0) })),
  now,
  may,
  fetch: () => fetch(location.href.split('#')[0], { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(giveUpMs) }),
  read: (text) => {
    const next = new DOMParser().parseFromString(text, 'text/html');
    return { told: tellOf(next), carry: (names) => carryRegions(next, names, holds, changed) };
  },
});

const regionOf = (root, name) => root.querySelector(`[data-live="${CSS.escape(name)}"]`);

function carryRegions(next, names, holds, changed) {
  const focused = document.activeElement === document.body ? null : document.activeElement;
  const ports = { focused, bring: (node) => document.adoptNode(node), holds };
  let changes = 0;
  for (const name of names) {
    const [old, newer] = [regionOf(document, name), regionOf(next, name)];
    if (!old || !newer) continue;
    changes += carry(old, newer, ports);
    // The row that somebody was in has gone: they stay in its list.
    if (focused && !focused.isConnected && document.activeElement === document.body) old.querySelector('a[href], button, [tabindex]')?.focus({ preventScroll: true });
  }
  if (changes === 0) return false;
  changed();
  document.dispatchEvent(new CustomEvent('refreshed'));
  return true;
}
