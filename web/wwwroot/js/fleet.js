// Looks at the page's own address again every five seconds and carries what changed over into the table.

import { denies } from './leave.js';

const everyMs = 5_000;

const keysOf = (rows) => [...rows].map((row) => row.dataset.key).join();

/** Carries texts and states over, keeping the nodes; false where other walls stand in the table, or in another order. */
export function carry(from, to) {
  if (keysOf(from.rows) !== keysOf(to.rows)) return false;
  [...to.rows].forEach((row, i) => {
    const source = from.rows[i];
    if (row.dataset.state !== source.dataset.state) row.dataset.state = source.dataset.state;
    [...row.cells].forEach((cell, j) => {
      const place = cell.querySelector?.('.asked') ?? cell;
      const fresh = source.cells[j].querySelector?.('.asked') ?? source.cells[j];
      if (place.className !== fresh.className) place.className = fresh.className;
      if (cell.tagName !== 'TH' && place.textContent !== fresh.textContent) place.textContent = fresh.textContent;
    });
  });
  return true;
}

function start() {
  const table = document.querySelector('[data-live="fleet"]');
  const asOf = document.getElementById('as-of');

  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (denies(answer.status)) location.replace(location.href);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const rows = fresh.querySelector('[data-live="fleet"]').tBodies[0];
    const body = table.tBodies[0];
    // Whoever is about to press a button must not find another one under it.
    if (!carry(rows, body) && !body.contains(document.activeElement)) {
      body.replaceChildren(...[...rows.rows].map((row) => document.importNode(row, true)));
      table.parentElement.hidden = rows.rows.length === 0;
    }

    asOf.textContent = fresh.getElementById('as-of').textContent;
  };

  setInterval(() => look().catch(() => {}), everyMs);
}

if (globalThis.document) start();
