// The wall's own: views turn, pixels rest by a small shift once a minute, controls show themselves only when somebody is there.

import { startBoard } from './board.js';
import { hourMinuteOf } from './clock.js';
import { startReports } from './report.js';
import { Rotation, hasRisen, themeAt } from './rotation.js';

const shiftMs = 60_000;
const places = 9;
const touchedMs = 5_000;

/** The place on the fixed path after so much time. Pure. */
export const placeAt = (ms) => Math.floor(ms / shiftMs) % places;

if (globalThis.document) {
  const body = document.body;
  const stage = document.getElementById('stage');
  const controls = document.getElementById('views');
  const views = [...stage.querySelectorAll('[data-view]')];
  const tabs = [...controls.querySelectorAll('[data-show]')];
  const rotation = new Rotation(views.length, Number(stage.dataset.dwell) * 1000, performance.now());
  let touchedAt = -Infinity;
  let seen = null;

  const board = startBoard(eachSecond, onPainted);

  function show() {
    for (const [i, view] of views.entries()) if (view.hidden !== (i !== rotation.at)) view.hidden = i !== rotation.at;
    for (const tab of tabs) {
      const pressed = String(tab.dataset.show === views[rotation.at].dataset.view);
      if (tab.getAttribute('aria-pressed') !== pressed) tab.setAttribute('aria-pressed', pressed);
    }
  }

  function eachSecond(now, serverMs, paused) {
    const place = String(placeAt(now));
    if (body.dataset.shift !== place) body.dataset.shift = place;
    if (now - touchedAt > touchedMs) body.classList.remove('touched');
    if (stage.dataset.hours && serverMs !== null) light(themeAt(Number(hourMinuteOf(serverMs).slice(0, 2))));
    rotation.check(now, paused);
    show();
  }

  function light(theme) {
    if (stage.dataset.theme !== theme) stage.dataset.theme = theme;
  }

  // The figures of the first board are no news.
  function onPainted(board, now) {
    const units = [board.scope, ...board.units];
    views.forEach((view, i) => {
      if (seen && view.dataset.alarm && hasRisen(seen, board, units, view.dataset.alarm)) rotation.bring(i, now);
    });
    seen = board;
    show();
  }

  function touch() {
    touchedAt = performance.now();
    body.classList.add('touched');
  }

  function step(by) {
    rotation.step(by, performance.now());
    show();
  }

  // Those of the views that are not shown yet, too: when one turns, nothing is asked for.
  for (const family of ['Noto Sans SC Screen', 'Figure Units']) document.fonts.load(`1em "${family}"`, stage.textContent);

  startReports(board);
  controls.hidden = false;
  addEventListener('pointermove', touch, { passive: true });
  controls.addEventListener('focusin', touch);
  controls.addEventListener('click', (event) => {
    const { step: by, show: name } = event.target.dataset;
    touch();
    if (by) step(Number(by));
    if (name) step(views.findIndex((view) => view.dataset.view === name) - rotation.at);
  });
  addEventListener('keydown', (event) => {
    touch();
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
    if (event.key !== ' ' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    board.toggle();
  });
}
