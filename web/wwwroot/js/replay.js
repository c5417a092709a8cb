// Plays former frames. It asks for one instant after another and places the texts that the server printed; it opens no live line.

import { Nodes } from './bind.js';
import { timeOf } from './clock.js';
import { takeSnapshot } from './store.js';

const zoneMs = 8 * 3600 * 1000;
const lookMs = 250;

/** Where playing has come to. Pure. `play`: `from` an instant, `since` a monotonic time, `speed`, `last` the end of the day's records. */
export const instantOf = (play, nowMs) => Math.min(play.last, play.from + Math.max(0, nowMs - play.since) * play.speed);

/** An instant as a form and an address have it: to the second, by the province's clock. Rounded up, so that it holds the frame it is of. Pure. */
export const fieldOf = (ms) => new Date(Math.ceil(ms / 1000) * 1000 + zoneMs).toISOString().slice(0, 19);

/** Pure. */
export const addressOf = (scope, ms, speed) => `/replay/${scope}?at=${fieldOf(ms)}&speed=${speed}`;

/** Within the records of the day. Pure. */
export const withinDay = (ms, day) => Math.min(Math.max(ms, day.first), day.last);

/** Fills a table's body with rows of texts, keeping the rows that are there. */
export function fillRows(body, rows) {
  while (body.rows.length > rows.length) body.deleteRow(-1);
  rows.forEach((texts, i) => {
    const row = body.rows[i] ?? body.insertRow();
    texts.forEach((text, j) => {
      const cell = row.cells[j] ?? row.insertCell();
      if (cell.textContent !== text) cell.textContent = text;
    });
  });
}

function start() {
  const at = (id) => document.getElementById(id);
  const page = JSON.parse(at('page').textContent);
  const nodes = new Nodes(document.body, page);
  const [slider, speed, button, reached] = ['slider', 'speed', 'play', 'reached'].map(at);
  const day = { first: page.first, last: page.last };
  let asOf = page.asOf;
  let next = page.next;
  let play = null;
  let wanted = null;
  let busy = false;

  const speedNow = () => Number(speed.value);

  function place(ms) {
    const text = timeOf(ms);
    slider.value = String(Math.round(ms / 1000));
    slider.setAttribute('aria-valuetext', text);
    if (reached.value !== text) reached.value = text;
  }

  function take(body) {
    const { board } = takeSnapshot(null, body);
    if (board.units.join() !== page.units.join()) return location.replace(addressOf(page.scope, board.asOf, speedNow()));
    asOf = board.asOf;
    next = body.next ? Date.parse(body.next) : null;
    [day.first, day.last] = [Date.parse(body.first), Date.parse(body.last)];
    [slider.min, slider.max] = [String(Math.floor(day.first / 1000)), String(Math.ceil(day.last / 1000))];
    if (play) play.last = day.last;
    nodes.paint(board, asOf);
    nodes.paintAges(board, asOf);
    at('banner').textContent = body.texts.banner;
    at('nearest').textContent = body.texts.nearest;
    at('nearest').hidden = body.texts.nearest === '';
    at('later').textContent = body.texts.later;
    at('later-list').hidden = body.later.rows.length === 0;
    fillRows(at('later-rows'), body.later.rows);
    document.body.dataset.version = String(board.version);
    at('at').value = fieldOf(asOf);
    link();
  }

  // The address of the page and of its links is that of what is shown, so it can be copied and needs no script.
  function link() {
    for (const step of document.querySelectorAll('[data-step]'))
      step.href = addressOf(page.scope, withinDay(asOf + Number(step.dataset.step) * 60_000, day), speedNow());
    for (const child of document.querySelectorAll('a.same')) child.href = addressOf(child.dataset.scope, asOf, speedNow());
    if (!play) history.replaceState(null, '', addressOf(page.scope, asOf, speedNow()));
  }

  // One request at a time: while one is under way only the newest wish is kept.
  async function show(ms) {
    wanted = ms;
    if (busy) return;
    busy = true;
    try {
      while (wanted !== null) {
        const asked = wanted;
        wanted = null;
        const answer = await fetch(`/api/v1/replay/${page.scope}?at=${fieldOf(asked)}`, { cache: 'no-store' });
        if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
        take(await answer.json());
      }

      at('said').textContent = '';
    } catch {
      stop();
      at('nearest').hidden = false;
      at('nearest').textContent = page.words.failed;
      at('said').textContent = page.words.failed;
    } finally {
      busy = false;
    }
  }

  function stop() {
    if (play) clearInterval(play.timer);
    play = null;
    button.textContent = page.words.play;
    link();
  }

  function look() {
    const ms = instantOf(play, performance.now());
    place(ms);
    if (next !== null && ms >= next) show(ms);
    if (ms >= play.last) stop();
  }

  function go() {
    play = { from: asOf, since: performance.now(), speed: speedNow(), last: day.last, timer: setInterval(look, lookMs) };
    button.textContent = page.words.pause;
  }

  function jump(ms) {
    const target = withinDay(ms, day);
    if (play) [play.from, play.since] = [target, performance.now()];
    place(target);
    show(target);
  }

  button.addEventListener('click', () => (play ? stop() : go()));
  speed.addEventListener('change', () => {
    if (play) [play.from, play.since, play.speed] = [instantOf(play, performance.now()), performance.now(), speedNow()];
    link();
  });
  slider.addEventListener('input', () => place(Number(slider.value) * 1000));
  slider.addEventListener('change', () => jump(Number(slider.value) * 1000));
  for (const step of document.querySelectorAll('[data-step]')) {
    step.addEventListener('click', (event) => {
      event.preventDefault();
      jump(asOf + Number(step.dataset.step) * 60_000);
    });
  }

  place(asOf);
  at('player').hidden = false;
}

if (globalThis.document) start();
