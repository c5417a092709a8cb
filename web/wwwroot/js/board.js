// Puts the parts together for one page: line, store, clock, nodes and words.

import { Announcer } from './announce.js';
import { Nodes } from './bind.js';
import { ServerClock } from './clock.js';
import { hub } from './hub.js';
import { Live } from './live.js';
import { Pause } from './pause.js';
import { poll } from './poll.js';
import { Reloader, browserPorts } from './reload.js';
import { stateOfScreen, wordsOfScreen } from './status.js';
import { provenBy, takePatch, takeSnapshot, tickAsks } from './store.js';
import { stream } from './stream.js';

const paintMs = 500;
const gapMs = 3_000;

const monotonic = () => performance.now();

/** Starts the page's board. `eachSecond` is called with the server's time once a second. */
export function startBoard(eachSecond = () => {}) {
  const page = JSON.parse(document.getElementById('page').textContent);
  const body = document.body;
  const nodes = new Nodes(body, page);
  const clock = new ServerClock();
  const pause = new Pause(page.wall);
  const reloader = new Reloader(page, browserPorts());
  const announcer = new Announcer(document.getElementById('said'));
  const line = document.getElementById('line');
  const clockPlace = document.getElementById('clock');
  const button = document.getElementById('pause');
  const startedAt = monotonic();

  let board = null;
  let painted = null;
  let provenMs = page.asOf;
  let paintedProvenMs = page.asOf;
  let feed = { ageMs: 0, at: startedAt };
  let paintedAt = -Infinity;
  let waiting = false;
  let reloading = false;
  let last = { monotonic: startedAt, wall: Date.now() };

  const live = new Live({
    wall: page.wall,
    ways: { hub: (on) => hub(page.scope, on), stream: (on) => stream(page.scope, on), poll: (on) => poll(page.scope, on) },
    now: monotonic,
    random: Math.random,
    set: (run, ms) => setTimeout(run, ms),
    clear: (timer) => clearTimeout(timer),
    on: { snapshot: onSnapshot, patch: onPatch, tick: onTick, silent: () => reloader.wish(monotonic()) },
  });

  function onSnapshot(message) {
    take(takeSnapshot(board, message, page.asOf));
    if (board && board.units.join() !== page.units.join()) reloader.wish(monotonic());
  }

  function onPatch(message) {
    take(takePatch(board, message));
  }

  function onTick(tick) {
    const now = monotonic();
    clock.observe(Date.parse(tick.serverTime), now);
    feed = { ageMs: tick.feedAgeMs ?? 0, at: now };
    reloader.tick(tick.build, now);
    if (tickAsks(board, tick)) live.ask();
    else provenMs = Math.max(provenMs, provenBy(tick));
    speak();
  }

  function take({ board: next, taken, ask }) {
    if (ask) live.ask();
    if (!taken) return;
    board = next;
    provenMs = Math.max(provenMs, board.asOf);
    requestPaint();
  }

  // One painter, which draws only the newest state and at most twice a second.
  function requestPaint() {
    if (waiting) return;
    waiting = true;
    setTimeout(() => requestAnimationFrame(paint), Math.max(0, paintedAt + paintMs - monotonic()));
  }

  function paint() {
    waiting = false;
    if (!board || pause.on) return;
    paintedAt = monotonic();
    painted = board;
    paintedProvenMs = provenMs;
    nodes.paint(board, clock.now(paintedAt));
    body.dataset.epoch = board.epoch;
    body.dataset.version = String(board.version);
    speak();
  }

  function speak() {
    const now = monotonic();
    const serverMs = clock.now(now);
    if (!pause.on && painted === board) paintedProvenMs = provenMs;
    const feedAgeMs = feed.ageMs + (now - feed.at > 15_000 ? now - feed.at : 0);
    let state = stateOfScreen({ heardAt: live.heardAt, startedAt, feedAgeMs, nowMs: now, reloading });
    // The first snapshot may overtake the first tick: without the server's time there is no age to show yet.
    if (state === 'live' && serverMs === null) state = body.dataset.state;
    const words = wordsOfScreen({ state, paused: pause.on, provenMs: paintedProvenMs, serverMs, wall: page.wall, words: page.words });
    if (body.dataset.state !== state) body.dataset.state = state;
    if (body.hasAttribute('data-paused') !== pause.on) body.toggleAttribute('data-paused', pause.on);
    if (line.firstChild.nodeValue !== words.line) line.firstChild.nodeValue = words.line;
    if (clockPlace.firstChild.nodeValue !== words.clock) clockPlace.firstChild.nodeValue = words.clock;
    announcer.say(pause.on ? page.words.paused : { live: page.words.live, cutoff: page.words.cutOff, feed: page.words.feed }[state] ?? '', now);
    return serverMs;
  }

  function second() {
    const now = monotonic();
    const wall = Date.now();
    if (Math.max(now - last.monotonic, wall - last.wall) > gapMs) wake();
    last = { monotonic: now, wall };
    pause.check(now);
    live.check(board?.version);
    const serverMs = speak();
    if (painted && !pause.on && serverMs !== null) {
      nodes.paint(painted, serverMs);
      nodes.paintAges(painted, serverMs);
    }
    if (board !== painted) requestPaint();
    showPause();
    eachSecond(now);
    reloader.check(now, serverMs, pause.on).then((gone) => { reloading = reloading || gone; });
  }

  // The device slept: what was heard before proves nothing, and the line is most likely dead.
  function wake() {
    clock.forget();
    live.doubt();
    if (document.visibilityState === 'visible') live.restart();
  }

  function showPause() {
    const words = pause.on ? page.words.resume : page.words.pause;
    if (button.firstChild.nodeValue !== words) button.firstChild.nodeValue = words;
  }

  function toggle() {
    pause.toggle(monotonic());
    showPause();
    speak();
    if (!pause.on) requestPaint();
  }

  button.hidden = false;
  button.addEventListener('click', toggle);
  addEventListener('online', () => live.restart());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && monotonic() - live.heardAt > gapMs * 2) wake();
  });
  setInterval(second, 1000);
  live.start();
  return { toggle };
}
