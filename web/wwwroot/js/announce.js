// Tells a screen reader of changes of state, never of numbers, and at most once in ten seconds.

const quietMs = 10_000;

export class Announcer {
  #node;
  #said = '';
  #saidAt = -Infinity;

  constructor(node) {
    this.#node = node;
  }

  /** Called again and again with the present words; says them once the last ones have had their time. */
  say(words, monotonicMs) {
    if (words === this.#said || monotonicMs - this.#saidAt < quietMs) return;
    this.#said = words;
    this.#saidAt = monotonicMs;
    this.#node.textContent = words;
  }
}
