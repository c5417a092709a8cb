// Keeps a line to the server for ever. What counts is that something was heard, by the monotonic clock; that a connection calls
// itself open is never trusted.

import { retryDelay, wayOf } from './retry.js';

export const cutOffMs = 8_000;
const openMs = 10_000;
const upwardsMs = 300_000;
const ackMs = 10_000;
const askMs = 1_000;
const deadRounds = 3;

export class Live {
  #ports;
  #generation = 0;
  #line = null;
  #way = null;
  #timer = null;
  #tries = 0;
  #startedAt = 0;
  #opened = false;
  #heardInRound = false;
  #silentRounds = 0;
  #askedAt = -Infinity;
  #ackedAt = -Infinity;
  #upwardsAt = Infinity;
  #resting = false;

  /** When the last message came, by the monotonic clock. */
  heardAt = -Infinity;

  /**
   * @param ports `ways` (hub, stream, poll: each takes its handlers and gives a line), `wall`, `now`, `random`, `set` and `clear`
   * (a timer), and `on` with snapshot, patch, tick, silent (the line opened three times and nothing came) and lost (a line went, or none came).
   */
  constructor(ports) {
    this.#ports = ports;
  }

  get way() {
    return this.#way;
  }

  start() {
    this.#connect();
  }

  /** Asks for a snapshot, at most once a second. */
  ask() {
    const now = this.#ports.now();
    if (!this.#line || !this.#opened || now - this.#askedAt < askMs) return;
    this.#askedAt = now;
    const generation = this.#generation;
    Promise.resolve(this.#line.ask()).catch(() => this.#lost(generation, null));
  }

  /** Called every second: gives up a line that went silent, tells the server what is shown, and tries the better way again. */
  check(version) {
    const now = this.#ports.now();
    if (this.#timer !== null || this.#resting) return;
    if (now - this.heardAt > cutOffMs && now - this.#startedAt > openMs) this.#lost(this.#generation, null);
    else if (now >= this.#upwardsAt) this.#climb(now);
    else if (this.#opened && now - this.#ackedAt >= ackMs) this.#ack(version, now);
  }

  /** Lets the line go and opens none until `restart`; nothing heard so far counts any longer. */
  rest() {
    this.#drop();
    this.#resting = true;
    this.doubt();
  }

  /** Begins anew at once with the best way: the device slept, or its network came back. */
  restart() {
    this.#drop();
    this.#resting = false;
    this.#tries = 1;
    this.#connect();
  }

  /** Nothing heard so far counts any longer: the monotonic clock may have slept. */
  doubt() {
    this.heardAt = -Infinity;
    this.#startedAt = this.#ports.now();
  }

  // The better way is opened beside the present one and takes over only when it answers, so a way that is blocked costs nothing.
  #climb(now) {
    this.#upwardsAt = now + upwardsMs;
    const present = this.#generation;
    let own = null;
    const line = this.#open('hub', () => own);
    const giveUp = () => {
      if (own === null) line?.close();
    };
    this.#ports.set(giveUp, openMs);
    line?.open().then(() => {
      if (present !== this.#generation) return giveUp();
      this.#drop();
      own = this.#generation;
      this.#line = line;
      this.#way = 'hub';
      this.#opened = true;
      this.#startedAt = this.#ports.now();
      this.#upwardsAt = Infinity;
      return this.ask();
    }).catch(giveUp);
  }

  /** A line whose messages count only while `generation()` is the present one; null when it cannot even be made. */
  #open(way, generation) {
    const heard = (take) => (message) => this.#heard(generation(), take, message);
    const { on, ways } = this.#ports;
    try {
      return ways[way]({ snapshot: heard(on.snapshot), patch: heard(on.patch), tick: heard(on.tick), lost: (waitMs) => this.#lost(generation(), waitMs) });
    } catch {
      return null;
    }
  }

  #connect() {
    this.#timer = null;
    const generation = ++this.#generation;
    this.#way = wayOf(this.#tries);
    this.#startedAt = this.#ports.now();
    this.#opened = false;
    this.#heardInRound = false;
    this.#upwardsAt = this.#way === 'hub' ? Infinity : this.#startedAt + upwardsMs;
    const line = this.#open(this.#way, () => generation);
    if (line === null) return this.#lost(generation, null);
    this.#line = line;
    line.open().then(() => this.#openedNow(generation, line), (fault) => this.#lost(generation, fault?.waitMs));
  }

  #openedNow(generation, line) {
    if (generation !== this.#generation) line.close();
    else this.#opened = true;
  }

  // Only the line in use is listened to: an older one may still have messages on the way.
  #heard(generation, take, message) {
    if (generation !== this.#generation) return;
    this.heardAt = this.#ports.now();
    this.#opened = true;
    this.#heardInRound = true;
    this.#silentRounds = 0;
    this.#tries = 0;
    take(message);
  }

  #lost(generation, waitMs) {
    if (generation !== this.#generation) return;
    this.#silentRounds += this.#opened && !this.#heardInRound ? 1 : 0;
    this.#drop();
    if (this.#silentRounds >= deadRounds) {
      this.#silentRounds = 0;
      this.#ports.on.silent();
    }

    this.#ports.on.lost?.();
    const { random, wall, set } = this.#ports;
    this.#timer = set(() => this.#connect(), waitMs ?? retryDelay(this.#tries, wall, random()));
    this.#tries += 1;
  }

  #drop() {
    this.#generation += 1;
    if (this.#timer !== null) this.#ports.clear(this.#timer);
    this.#timer = null;
    this.#line?.close();
    this.#line = null;
    this.#opened = false;
  }

  #ack(version, now) {
    this.#ackedAt = now;
    if (version !== undefined) this.#line.ack(version);
  }
}
