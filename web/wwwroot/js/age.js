// Growing ages: all that the module formats by itself, from word patterns of the page.

const units = [[60_000, 1000], [3_600_000, 60_000], [86_400_000, 3_600_000], [Infinity, 86_400_000]];

/** One whole number of the largest unit, cut toward zero; `patterns` for seconds, minutes, hours and days. */
export function ageText(ms, patterns) {
  const age = Math.max(0, ms);
  const index = units.findIndex(([below]) => age < below);
  return patterns[index].replace('{n}', String(Math.floor(age / units[index][1])));
}

/** Fills the places of a pattern that has them. */
export function fill(pattern, places) {
  return Object.entries(places).reduce((text, [name, value]) => text.replace(`{${name}}`, value), pattern);
}

/**
 * The state that a figure is shown in: the server's, except that an `ok` one turns `stale` by itself when its unit's newest report
 * has become too old since the server said so.
 */
export function stateOf(shown, freshness, nowMs, lateAfterMs) {
  if (shown.s !== 'ok' || freshness?.state !== 'live' || !freshness.lastEventAt || nowMs === null) return shown.s;
  return nowMs - Date.parse(freshness.lastEventAt) > lateAfterMs + graceMs ? 'stale' : shown.s;
}

// The server says it itself, with the closing hours that only it knows; the module waits for that first.
const graceMs = 10_000;
