// The wall's own: pixels rest by a small shift once a minute; controls show themselves only when somebody moves the pointer.

import { startBoard } from './board.js';

const shiftMs = 60_000;
const places = 9;
const touchedMs = 5_000;

/** The place on the fixed path after so much time. Pure. */
export const placeAt = (ms) => Math.floor(ms / shiftMs) % places;

if (globalThis.document) {
  const body = document.body;
  let touchedAt = -Infinity;

  const board = startBoard((now) => {
    const place = String(placeAt(now));
    if (body.dataset.shift !== place) body.dataset.shift = place;
    if (now - touchedAt > touchedMs) body.classList.remove('touched');
  });

  addEventListener('pointermove', () => {
    touchedAt = performance.now();
    body.classList.add('touched');
  }, { passive: true });

  addEventListener('keydown', (event) => {
    if (event.key !== ' ' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    board.toggle();
  });
}
