// Puts the parts together for one page: line, store, clock, nodes and words.

import { Announcer } from './announce.js';
import { Nodes } from './bind.js';
import { ServerClock } from './clock.js';
import { hub } from './hub.js';
import { isDenied, openIfThere } from './leave.js';
import { Live } from './live.js';
import { Pause } from './pause.js';
import { fetchSnapshot, poll } from './poll.js';
import { Refresher, pagePorts } from './refresh.js';
import { Reloader, browserPorts } from './reload.js';
import { startSheet } from './sheet.js';
import { isProven, stateOfScreen, wordsOfScreen } from './status.js';
import { provenBy, takePatch, takeSnapshot, tickAsks } from './store.js';
import { stream } from './stream.js';
import { Wake, listen } from './wake.js';

const paintMs = 500;
const leaveAgainMs = 3_000;

const monotonic = () => performance.now();

/**
 * Starts the page's board.
 * @param eachSecond is called once a second with the monotonic time, the server's time or null, and whether the page is paused.
 * @param onPainted is called with each board that was painted.
 */
export function startBoard(eachSecond = () => {}, onPainted = () => {}) {
  const page = JSON.parse(document.getElementById('page').textContent);
  const body = document.body;
  const pace = page.wall ? 'wall' : 'desk';
  const nodes = new Nodes(body, page);
  const clock = new ServerClock();
  const pause = new Pause(page.wall);
  const reloader = new Reloader(page, browserPorts());
  const refresher = new Refresher(page, pagePorts({ now: monotonic, may: mayRefresh, holds, changed: repaint }));
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
  let asking = false;
  let left = false;

  const live = new Live({
    wall: page.wall,
    ways: { hub: (on) => hub(page.scope, pace, on), stream: (on) => stream(page.scope, pace, on), poll: (on) => poll(page.scope, on) },
    now: monotonic,
    random: Math.random,
    set: (run, ms) => setTimeout(run, ms),
    clear: (timer) => clearTimeout(timer),
    on: { snapshot: onSnapshot, patch: onPatch, tick: onTick, silent: () => reloader.wish(monotonic()), lost: askWhether },
  });

  const wake = new Wake({
    clocks: () => ({ monotonic: monotonic(), device: Date.now() }),
    // A wall is watched whatever its browser believes.
    visible: () => page.wall || document.visibilityState === 'visible',
    rest: () => { clock.forget(); live.rest(); speak(); },
    ask,
    restart: () => left || live.restart(),
    doubt: () => { live.doubt(); speak(); },
    set: (run, ms) => setTimeout(run, ms),
    clear: (timer) => clearTimeout(timer),
  });

  // A socket that was refused does not say why. Whoever may not see the scope any longer shall not look at its numbers either.
  async function askWhether() {
    if (asking || left) return;
    asking = true;
    try {
      if (await isDenied(page.scope)) leave();
    } catch {
      // The server does not answer: its numbers stay, with their age.
    } finally {
      asking = false;
    }
  }

  function leave() {
    left = true;
    clearInterval(ticking);
    live.rest();
    body.dataset.state = 'unpaired';
    document.querySelector('main').replaceChildren();
    const go = () => openIfThere(location.href).catch(() => false).then((gone) => gone || setTimeout(go, leaveAgainMs));
    go();
  }

  // Its tick tells the time, but the page is live only by what its line says.
  async function ask(signal) {
    const { body, tick } = await fetchSnapshot(page.scope, null, signal);
    onSnapshot(body);
    if (tick) onTick(tick);
  }

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
    if (!board || pause.on || left) return;
    paintedAt = monotonic();
    painted = board;
    paintedProvenMs = provenMs;
    nodes.paint(board, clock.now(paintedAt));
    body.dataset.epoch = board.epoch;
    body.dataset.version = String(board.version);
    refresher.painted(board);
    refresher.look();
    onPainted(board, paintedAt);
    speak();
  }

  function mayRefresh() {
    return !pause.on && (page.wall || document.visibilityState === 'visible') && (body.dataset.state === 'live' || body.dataset.state === 'feed');
  }

  function holds({ dataset }) {
    return painted !== null && (Object.hasOwn(painted.shown, dataset.k ?? '') || Object.hasOwn(painted.freshness, dataset.f ?? ''));
  }

  // Nodes that a region brought show the page's numbers; what stands elsewhere on the page shows the store's.
  function repaint() {
    nodes.gather();
    const serverMs = clock.now(monotonic());
    nodes.paint(painted, serverMs);
    if (serverMs !== null) nodes.paintAges(painted, serverMs);
  }

  function speak() {
    const now = monotonic();
    const serverMs = clock.now(now);
    if (!pause.on && painted === board) paintedProvenMs = provenMs;
    const feedAgeMs = feed.ageMs + (now - feed.at > 15_000 ? now - feed.at : 0);
    let state = stateOfScreen({ heardAt: live.heardAt, startedAt, feedAgeMs, nowMs: now, reloading });
    // A tick may come before the numbers that it speaks of, and the first snapshot before the first tick.
    if (state === 'live' && !isProven(pause.on ? provenMs : paintedProvenMs, serverMs)) state = body.dataset.state;
    const words = wordsOfScreen({ state, paused: pause.on, offline: !navigator.onLine, provenMs: paintedProvenMs, serverMs, wall: page.wall, words: page.words });
    if (body.dataset.state !== state) body.dataset.state = state;
    if (body.hasAttribute('data-paused') !== pause.on) body.toggleAttribute('data-paused', pause.on);
    if (line.firstChild.nodeValue !== words.line) line.firstChild.nodeValue = words.line;
    if (clockPlace.firstChild.nodeValue !== words.clock) clockPlace.firstChild.nodeValue = words.clock;
    announcer.say(pause.on ? page.words.paused : { live: page.words.live, cutoff: page.words.cutOff, feed: page.words.feed }[state] ?? '', now);
    return serverMs;
  }

  function second() {
    const now = monotonic();
    wake.check();
    pause.check(now);
    live.check(board?.version);
    const serverMs = speak();
    if (painted && !pause.on && serverMs !== null) {
      nodes.paint(painted, serverMs);
      nodes.paintAges(painted, serverMs);
    }
    if (board !== painted) requestPaint();
    refresher.look();
    showPause();
    eachSecond(now, serverMs, pause.on);
    reloader.check(now, serverMs, pause.on).then((gone) => { reloading = reloading || gone; });
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

  /** How the screen is, for those who look after it. */
  function health() {
    const now = monotonic();
    const serverMs = clock.now(now);
    return {
      state: body.dataset.state, paused: pause.on, dataAgeMs: serverMs === null ? null : serverMs - paintedProvenMs, paintedAgoMs: now - paintedAt,
    };
  }

  button.hidden = false;
  button.addEventListener('click', toggle);
  listen(wake);
  const ticking = setInterval(second, 1000);
  startSheet();
  live.start();
  return { toggle, health, reload: () => reloader.wish(monotonic()) };
}
