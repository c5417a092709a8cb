// Draws the figures of a page anew once they are seen. The server's drawing is true and stays in the page; this one answers to the pointer.
// The only file that knows Plotly. Every text arrives printed: the library formats no number.

const dashes = ['8px,4px', '12px,4px,2px,4px', '14px,4px', '4px,3px'];
const staleDash = '1px,4px';
const symbols = ['circle', 'circle-open', 'x-thin-open'];
const levelSymbols = { watch: 'diamond', warning: 'triangle-up', behind: 'square', overdue: 'square' };
const signs = { watch: '◆', warning: '▲', behind: '■', overdue: '■' };
const mostDots = 40;

// At load the library would add a stylesheet of map controls, which our policy refuses; an element of this name tells it that they are there.
const mapStyleId = '9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53';

/** Texts are printed as they are, though the library would read them as markup. Pure. */
export const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The points that are drawn dotted: the stale ones, and those that a stretch to one of them begins or ends at. Pure. */
export const staleOf = ({ values, states }) => values.map((value, i) =>
  (states[i] === 'stale' || (states[i - 1] === 'stale' && values[i - 1] !== null) || (states[i + 1] === 'stale' && values[i + 1] !== null) ? value : null));

/** The points that are drawn solid; a stale one is a gap between them. Pure. */
export const solidOf = ({ values, states }) => values.map((value, i) => (states[i] === 'stale' ? null : value));

/** Every n-th place, so that no text touches the next. Pure. */
export function labelled(across, slot) {
  const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e80 ? 13 : 7.5), 0);
  const step = Math.max(1, Math.ceil((Math.max(0, ...across.map(widthOf)) + 12) / slot));
  return across.flatMap((_, place) => (place % step === 0 ? [place] : []));
}

function hoverOf({ name, texts, values }, across) {
  return texts.map((text, i) => (values[i] === null ? '' : plain(`${across[i]} ${name} ${text}`)));
}

function ruleOf(series, data, dash, look) {
  return {
    type: 'scatter', mode: 'lines+text', x: [-0.5, data.across.length - 0.5], y: [series.values[0], series.values[0]],
    text: ['', plain(series.texts[0])], textposition: 'top left', textfont: { color: look.second, size: 12 },
    line: { color: look.second, width: 1.5, dash }, hovertext: ['', plain(`${series.name} ${series.texts[0]}`)], hoverinfo: 'text', cliponaxis: false,
  };
}

function linesOf(series, data, among, look) {
  const x = data.across.map((_, i) => i);
  const color = look.series[among % look.series.length];
  const dots = data.across.length <= mostDots;
  const isAlone = (i) => (series.values[i - 1] ?? null) === null && (series.values[i + 1] ?? null) === null;
  const hovertext = hoverOf(series, data.across);
  return [
    { type: 'scatter', mode: 'lines', x, y: staleOf(series), connectgaps: false, line: { color, width: 2, dash: staleDash }, hoverinfo: 'skip' },
    { type: 'scatter', mode: 'lines', x: [...x], y: solidOf(series), connectgaps: false, line: { color, width: 2 }, hoverinfo: 'skip' },
    {
      type: 'scatter', mode: 'markers', x: [...x], y: [...series.values], connectgaps: false, hovertext, hoverinfo: 'text', cliponaxis: false,
      marker: {
        color: series.signs.map((level) => (level ? look.levels[level] : color)),
        symbol: series.signs.map((level) => levelSymbols[level] ?? symbols[Math.min(among, 2)]),
        size: series.signs.map((level, i) => (level ? 10 : dots || isAlone(i) ? 6 : 0)),
        line: { color, width: series.signs.map((level) => (level ? 0 : 1.5)) },
      },
    },
  ];
}

function referenceOf(series, data, dash, look) {
  return {
    type: 'scatter', mode: 'lines', x: data.across.map((_, i) => i), y: [...series.values], connectgaps: false,
    line: { color: look.second, width: 1.5, dash }, hovertext: hoverOf(series, data.across), hoverinfo: 'text',
  };
}

function barsOf(series, data, among, count, look) {
  const label = (text, i) => (series.values[i] === null ? '' : plain(`${signs[series.signs[i]] ?? ''}${text}`));
  return {
    type: 'bar', x: data.across.map((_, i) => i), y: [...series.values],
    text: count === 1 && data.across.length <= 24 ? series.texts.map(label) : series.signs.map((level) => signs[level] ?? ''),
    textposition: 'outside', textangle: 0, cliponaxis: false, textfont: { color: look.second, size: 12 },
    hovertext: hoverOf(series, data.across), hoverinfo: 'text',
    marker: {
      color: series.signs.map((level) => (level ? look.levels[level] : look.series[among % look.series.length])),
      pattern: { shape: series.states.map((state) => (state === 'stale' ? '/' : among > 0 ? '.' : '')), fgcolor: look.panel },
      line: { color: look.series[0], width: among > 0 ? 1 : 0 },
    },
  };
}

/** What the library is to draw, from behind to the front: references first. Pure. */
export function tracesOf(data, look) {
  const references = data.series.filter((series) => series.isReference);
  const own = data.series.filter((series) => !series.isReference);
  return [
    ...references.map((series, i) => (series.isRule ? ruleOf : referenceOf)(series, data, dashes[i % dashes.length], look)),
    ...own.flatMap((series, i) => (data.kind === 'bars' ? [barsOf(series, data, i, own.length, look)] : linesOf(series, data, i, look))),
  ];
}

/** Pure. */
export function layoutOf(data, look, width, revision) {
  const margin = { l: 62, r: 14, t: 22, b: 36 };
  const places = labelled(data.across, (width - margin.l - margin.r) / Math.max(1, data.across.length));
  const axis = { fixedrange: true, zeroline: false, tickmode: 'array', ticks: '', showline: false, ticklabelstandoff: 6 };
  return {
    margin, datarevision: revision, autosize: true, showlegend: false, dragmode: false, hovermode: 'closest', barmode: 'group', bargap: 0.28,
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: look.font, size: 12, color: look.second },
    hoverlabel: { bgcolor: look.ink, bordercolor: look.ink, font: { family: look.font, size: 13, color: look.panel }, align: 'left' },
    xaxis: { ...axis, range: [-0.5, data.across.length - 0.5], showgrid: false, tickangle: 0, tickvals: places, ticktext: places.map((i) => plain(data.across[i])) },
    yaxis: { ...axis, range: [data.low, data.high], gridcolor: look.rule, tickvals: data.ticks.map((tick) => tick.at), ticktext: data.ticks.map((tick) => plain(tick.text)) },
  };
}

/** Puts the new points into the arrays that the library holds. Pure, but for them. */
export function refill(target, source) {
  for (const [name, value] of Object.entries(source)) {
    if (Array.isArray(value) && Array.isArray(target[name])) target[name].splice(0, Infinity, ...value);
    else if (value !== null && typeof value === 'object' && target[name] !== null && typeof target[name] === 'object') refill(target[name], value);
    else target[name] = value;
  }
}

let library;

function plotly() {
  library ??= new Promise((resolve, reject) => {
    const address = (path) => new URL(path, import.meta.url).href;
    const known = document.createElement('meta');
    known.id = mapStyleId;
    const rules = document.createElement('link');
    Object.assign(rules, { id: 'plotly.js-style-global', className: 'no-inline-styles', rel: 'stylesheet', href: address('../css/plotly.css') });
    const script = document.createElement('script');
    Object.assign(script, { src: address('../lib/plotly/plotly-basic.min.js'), onload: () => resolve(globalThis.Plotly), onerror: reject });
    document.head.append(known, rules, script);
  });
  return library;
}

const plots = new Map();

const textOf = (figure) => figure.querySelector('script.chart-data').textContent;

function lookOf(figure) {
  const style = getComputedStyle(figure);
  const color = (name) => style.getPropertyValue(name).trim();
  const overdue = color('--overdue');
  return {
    font: style.fontFamily, ink: color('--ink'), second: color('--second'), panel: color('--panel'), rule: color('--rule'),
    series: [color('--series-0'), color('--series-1'), color('--series-2')],
    levels: { watch: color('--watch'), warning: color('--warning'), behind: overdue, overdue },
  };
}

/** Draws the figure, over the server's drawing, which stays beneath for paper. */
export async function mount(figure) {
  if (plots.has(figure)) return;
  const node = document.createElement('div');
  node.className = 'plot';
  const plot = { node, text: null, traces: null, revision: 0, draws: Promise.resolve() };
  plots.set(figure, plot);
  const lib = await plotly();
  if (!plots.has(figure)) return;
  node.setAttribute('role', 'img');
  node.setAttribute('aria-labelledby', `${figure.id}-title ${figure.id}-summary`);
  node.dataset.own = '';
  figure.querySelector('.draw').append(node);
  plot.lib = lib;
  await update(figure);
}

/** Takes up the figure's points as they are now; the node and the arrays stay the same. */
export async function update(figure) {
  const plot = plots.get(figure);
  if (!plot?.lib) return;
  const draw = figure.querySelector('.draw');
  if (plot.node.parentNode !== draw) draw.append(plot.node);
  const text = textOf(figure);
  if (text === plot.text) return;
  plot.text = text;
  const data = JSON.parse(text);
  const look = lookOf(figure);
  const traces = tracesOf(data, look);
  if (plot.traces?.length === traces.length) traces.forEach((trace, i) => refill(plot.traces[i], trace));
  else plot.traces = traces;
  plot.revision += 1;
  const layout = layoutOf(data, look, draw.clientWidth, plot.revision);
  const config = { showSendToCloud: false, plotlyServerURL: '', displayModeBar: false, responsive: true, staticPlot: document.body.classList.contains('wall') };
  plot.draws = plot.draws.then(() => plot.lib.react(plot.node, plot.traces, layout, config));
  await plot.draws;
  plot.node.dataset.revision = String(plot.revision);
}

/** Before the figure's node goes. */
export function unmount(figure) {
  const plot = plots.get(figure);
  plots.delete(figure);
  if (!plot?.lib) return;
  plot.lib.purge(plot.node);
  plot.node.remove();
}

/** Draws what is seen of the page's figures, now and after each `refreshed` of the document. */
export function watchCharts() {
  // With colours of the viewer's own the server's drawing follows them by itself.
  if (matchMedia('(forced-colors: active)').matches) return;
  const seen = new Set();
  const eye = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) seen.delete(target);
      else {
        seen.add(target);
        (plots.has(target) ? update(target) : mount(target)).catch(() => unmount(target));
      }
    }
  });
  const look = () => {
    for (const figure of [...plots.keys()].filter((known) => !known.isConnected)) {
      eye.unobserve(figure);
      unmount(figure);
    }
    for (const figure of document.querySelectorAll('figure.chart')) {
      if (!figure.querySelector('script.chart-data')) continue;
      eye.observe(figure);
      if (seen.has(figure)) update(figure).catch(() => unmount(figure));
    }
  };
  document.addEventListener('refreshed', look);
  requestAnimationFrame(() => setTimeout(look));
}
