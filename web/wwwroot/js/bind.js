// Puts texts where they belong. The nodes are those of the server's page, for ever: only their text and attributes change.

import { ageText, fill, stateOf } from './age.js';
import { hourMinuteOf } from './clock.js';

const attribute = (node, name, value) => {
  if (value === undefined || value === null) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
};

const textOf = (node) => node.firstChild ?? node.appendChild(document.createTextNode(''));

const write = (text, value) => {
  if (text.nodeValue !== value) text.nodeValue = value;
};

/** The text of one language of what is shown; a pair stands only where they differ. Pure. */
export const inLanguage = (shown, index) => (Array.isArray(shown.t) ? shown.t[index] : shown.t);

/** What a freshness node says. Pure. */
export function freshText(form, state, lastEventMs, nowMs, words) {
  if (form === 'short') return words.freshnessShort[state] ?? '';
  if (form === 'ago' && lastEventMs === null) return words.neverHeard;
  const pattern = form === 'ago' ? words.ago : words.freshness[state] ?? '';
  if (lastEventMs === null) return pattern;
  return fill(pattern, { age: ageText(nowMs - lastEventMs, words.ages), time: hourMinuteOf(lastEventMs) });
}

export class Nodes {
  #root;
  #page;
  #numbers;
  #fresh;

  constructor(root, page) {
    this.#root = root;
    this.#page = page;
    this.gather();
  }

  /** Finds the nodes anew: a live region has let some go and brought others. */
  gather() {
    const root = this.#root;
    this.#numbers = [...root.querySelectorAll('[data-k]')].map((node) => {
      const key = node.dataset.k;
      return { node, text: textOf(node), key, unit: key.slice(0, key.indexOf('.')) };
    });
    this.#fresh = [...root.querySelectorAll('[data-f]')].map((node) => ({ node, text: textOf(node), unit: node.dataset.f, form: node.dataset.form }));
  }

  /** `nowMs` is the server's time, or null. */
  paint(board, nowMs) {
    for (const { node, text, key, unit } of this.#numbers) {
      const shown = board.shown[key];
      if (!shown) continue;
      write(text, inLanguage(shown, this.#page.text));
      attribute(node, 'data-s', stateOf(shown, board.freshness[unit], nowMs, this.#page.lateAfterMs));
      attribute(node, 'data-l', shown.l);
    }
  }

  paintAges(board, nowMs) {
    for (const { node, text, unit, form } of this.#fresh) {
      const freshness = board.freshness[unit];
      if (!freshness || node.dataset.state === 'exempt') continue;
      const late = stateOf({ s: 'ok' }, freshness, nowMs, this.#page.lateAfterMs) === 'stale';
      const state = late ? 'late' : freshness.state;
      if (form !== 'ago') attribute(node, 'data-state', state);
      write(text, freshText(form, state, freshness.lastEventAt ? Date.parse(freshness.lastEventAt) : null, nowMs, this.#page.words));
    }
  }
}
