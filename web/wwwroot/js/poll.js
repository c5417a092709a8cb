// The last way: the same snapshot every four seconds. An answer without news has no body, so each carries the tick as headers.

import { retryAfter } from './retry.js';

// With the second that the server may need to notice it, a screen whose right was taken is dark within five.
const everyMs = 4_000;

/** An answer that cannot be used; `waitMs` is the server's wish, or null. */
export class Refusal extends Error {
  constructor(answer) {
    super(`The server answered ${answer.status}.`);
    this.waitMs = retryAfter(answer.headers.get('Retry-After'));
  }
}

/** The tick that an answer's headers carry; null when they do not. Pure. */
export function tickOf(headers) {
  const name = /"([^".]+)\.(\d+)"/.exec(headers.get('ETag') ?? '');
  const serverTime = headers.get('OpsBoard-Time');
  if (!name || !serverTime) return null;
  return {
    kind: 'tick',
    epoch: name[1],
    version: Number(name[2]),
    serverTime,
    businessDay: headers.get('OpsBoard-Day'),
    build: headers.get('OpsBoard-Build'),
    feedAgeMs: Number(headers.get('OpsBoard-Feed-Age') ?? 0),
  };
}

export async function fetchSnapshot(scope, etag, signal) {
  const answer = await fetch(`/api/v1/units/${scope}`, { cache: 'no-store', headers: etag ? { 'If-None-Match': etag } : {}, signal });
  if (answer.status !== 200 && answer.status !== 304) throw new Refusal(answer);
  return { body: answer.status === 200 ? await answer.json() : null, etag: answer.headers.get('ETag'), tick: tickOf(answer.headers) };
}

export function poll(scope, on) {
  const ended = new AbortController();
  let etag = null;
  let timer = 0;

  const once = async (known) => {
    const answer = await fetchSnapshot(scope, known, ended.signal);
    etag = answer.etag;
    if (answer.body) on.snapshot(answer.body);
    if (answer.tick) on.tick(answer.tick);
  };

  const again = () => {
    timer = setTimeout(() => once(etag).then(again, (fault) => ended.signal.aborted || on.lost(fault.waitMs)), everyMs);
  };

  return {
    open: async () => {
      await once(null);
      if (!ended.signal.aborted) again();
    },
    ask: () => once(null),
    ack: () => {},
    close: () => {
      ended.abort();
      clearTimeout(timer);
    },
  };
}
