// 暂停: the numbers stand still while the line goes on. A wall that was left paused goes on by itself.

const wallResumesAfterMs = 600_000;

export class Pause {
  #wall;
  #since = null;

  constructor(wall) {
    this.#wall = wall;
  }

  get on() {
    return this.#since !== null;
  }

  toggle(nowMs) {
    this.#since = this.on ? null : nowMs;
  }

  /** Called every second. */
  check(nowMs) {
    if (this.on && this.#wall && nowMs - this.#since >= wallResumesAfterMs) this.#since = null;
  }
}
