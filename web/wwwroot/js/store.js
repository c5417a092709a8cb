// The board as the server last told it. Pure: every function returns a new board, or the same one when nothing was taken.

const zoneMs = 8 * 3600 * 1000;

/** The business day (UTC+8) of an instant, `YYYY-MM-DD`. */
export function businessDayOf(ms) {
  return new Date(ms + zoneMs).toISOString().slice(0, 10);
}

/**
 * A snapshot replaces everything. One that is older than what is shown is not taken: another process may lag behind, and a board
 * never runs backwards.
 * @param pageAsOf what the page itself was printed for: the first snapshot may not be older than that either.
 * @returns {{board: object|null, taken: boolean, ask: boolean}} `ask`: a newer snapshot has to be asked for.
 */
export function takeSnapshot(board, body, pageAsOf = -Infinity) {
  const asOf = Date.parse(body.asOf);
  if (asOf < (board?.asOf ?? pageAsOf)) return { board, taken: false, ask: true };
  const freshness = { [body.unit]: body.freshness };
  for (const child of body.children ?? []) freshness[child.unit] = child.freshness;
  const next = {
    scope: body.unit, epoch: body.epoch, version: body.version, asOf, day: body.businessDay, shown: body.shown, freshness,
    units: (body.children ?? []).map((child) => child.unit),
  };
  return { board: next, taken: true, ask: false };
}

/**
 * A patch is taken only on exactly the version that it starts from. One that is over already, or comes before any snapshot, is
 * dropped; a gap, another epoch or an unknown key asks for a snapshot.
 */
export function takePatch(board, patch) {
  if (!board) return { board, taken: false, ask: false };
  if (patch.epoch !== board.epoch) return { board, taken: false, ask: true };
  if (patch.version <= board.version) return { board, taken: false, ask: false };
  if (patch.baseVersion !== board.version) return { board, taken: false, ask: true };
  const shown = patch.shown ?? {};
  const freshness = patch.freshness ?? {};
  const unknown = Object.keys(shown).some((key) => !Object.hasOwn(board.shown, key))
    || Object.keys(freshness).some((unit) => !Object.hasOwn(board.freshness, unit));
  if (unknown) return { board, taken: false, ask: true };
  const next = {
    ...board,
    version: patch.version,
    asOf: Date.parse(patch.asOf),
    shown: { ...board.shown, ...shown },
    freshness: { ...board.freshness, ...freshness },
  };
  return { board: next, taken: true, ask: false };
}

/** Whether a tick tells of a board other than ours, so that a snapshot has to be asked for. */
export function tickAsks(board, tick) {
  if (!board || tick.epoch !== board.epoch || tick.version !== board.version) return true;
  return tick.businessDay !== board.day || businessDayOf(Date.parse(tick.serverTime)) > board.day;
}

/** The instant for which the board holds after a tick that agrees with it: nothing changed up to what the server had heard by then. */
export function provenBy(tick) {
  return Date.parse(tick.serverTime) - (tick.feedAgeMs ?? 0);
}
