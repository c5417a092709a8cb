// A wall tells the server every half minute how it is, and does what it is asked in return.

const everyMs = 30_000;
const shownMs = 10_000;
const countMs = 1_000;

const whole = (number) => (Number.isFinite(number) && number >= 0 ? Math.round(number) : null);

/**
 * The report as it travels. Pure.
 * @param page scope and build; @param health what the board says of itself; @param seen what the browser measures.
 */
export function reportOf(page, health, seen) {
  return {
    scope: page.scope,
    view: seen.view,
    width: Math.max(1, whole(seen.width) ?? 1),
    height: Math.max(1, whole(seen.height) ?? 1),
    amThousandths: whole(seen.am * 1000) ?? 0,
    build: page.build,
    dataAgeMs: whole(health.dataAgeMs),
    state: health.state,
    paused: health.paused,
    paintedAgoMs: whole(health.paintedAgoMs),
    fps: whole(seen.fps),
    heapBytes: whole(seen.heapBytes),
    nodes: seen.nodes,
    reloads: seen.reloads,
  };
}

export class Reports {
  #ports;

  /** @param ports `look` (gives the report), `send` (posts it and gives the answer), `identify` (number), `reload`. */
  constructor(ports) {
    this.#ports = ports;
  }

  /** Sends one report and does what the answer asks for. A report that does not go through is left out: the next one says more. */
  async once() {
    const { identify, look, reload, send } = this.#ports;
    let answer;
    try {
      answer = await send(await look());
    } catch {
      return;
    }

    if (answer.commands.includes('identify')) identify(answer.number);
    if (answer.commands.includes('reload')) reload();
  }
}

// Counted over one second only: counting all the time would draw all the time.
const framesOfASecond = () => new Promise((resolve) => {
  let frames = 0;
  let counting = true;
  const count = () => {
    frames += 1;
    if (counting) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  setTimeout(() => {
    counting = false;
    resolve(document.visibilityState === 'visible' ? frames : NaN);
  }, countMs);
});

function countLoads() {
  const loads = Number(sessionStorage.getItem('loads') ?? -1) + 1;
  sessionStorage.setItem('loads', String(loads));
  return loads;
}

function show(number) {
  const place = document.createElement('p');
  place.id = 'identify';
  place.textContent = String(number);
  document.body.append(place);
  setTimeout(() => place.remove(), shownMs);
}

/** Starts reporting for the wall. `board` is what `startBoard` gave. */
export function startReports(board) {
  const page = JSON.parse(document.getElementById('page').textContent);
  const reloads = countLoads();
  const reports = new Reports({
    look: async () => reportOf(page, board.health(), {
      view: document.querySelector('[data-view]:not([hidden])')?.dataset.view ?? 'overview',
      width: innerWidth * devicePixelRatio,
      height: innerHeight * devicePixelRatio,
      am: parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--am')),
      fps: await framesOfASecond(),
      heapBytes: performance.memory?.usedJSHeapSize,
      nodes: document.getElementsByTagName('*').length,
      reloads,
    }),
    send: async (report) => {
      const answer = await fetch('/api/v1/walls/self', {
        method: 'POST', cache: 'no-store', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(report),
      });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    identify: show,
    reload: () => board.reload(),
  });
  reports.once();
  setInterval(() => reports.once(), everyMs);
}
