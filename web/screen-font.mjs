// Makes the font of the screens: from the packaged one only the characters that the product's own texts use, a few kilobytes from each of
// its slices. Names of units that need others still find the whole slices. Run by the build: node screen-font.mjs <package> <to> <file or folder>…

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import subset from 'subset-font';

const weights = { min: 400, max: 600 };
const read = /\.(cs|razor|json|css)$/;
// Pages that are for offices alone find their further letters in the whole slices, so that a wall need not load them.
const left = /^(bin|obj|node_modules|wwwroot|Access|Admin|Fleet|OpenApi|Recounts|SignIn|Sources|Supervision)$/;

const [from, to, ...sources] = process.argv.slice(2);

const filesOf = (path) => (statSync(path).isDirectory()
  ? readdirSync(path).filter((name) => !left.test(name)).flatMap((name) => filesOf(join(path, name)))
  : read.test(path) ? [path] : []);

/** Printable Latin, and everything else but Latin that stands in a source. */
const wanted = new Set(Array.from({ length: 95 }, (_, i) => i + 32));
for (const file of sources.flatMap(filesOf)) for (const char of readFileSync(file, 'utf8')) if (char >= '\u00a0') wanted.add(char.codePointAt(0));

const style = join(to, 'screen.css');
const list = `/* ${[...wanted].sort((a, b) => a - b).map((code) => code.toString(16)).join(' ')} */`;
if (existsSync(style) && readFileSync(style, 'utf8').startsWith(list)) process.exit();

const slices = [...readFileSync(join(from, 'index.css'), 'utf8').matchAll(/@font-face\s*{([^}]*)}/g)].map(([, face]) => ({
  file: /url\(\.\/(files\/[^)]+)\)/.exec(face)[1],
  ranges: /unicode-range:\s*([^;]+);/.exec(face)[1].split(',').map((range) => {
    const [first, last] = range.trim().slice(2).split('-').map((code) => parseInt(code, 16));
    return [first, last ?? first];
  }),
}));

mkdirSync(to, { recursive: true });
const faces = [];
for (const { file, ranges } of slices) {
  const codes = [...wanted].filter((code) => ranges.some(([first, last]) => code >= first && code <= last));
  if (codes.length === 0) continue;
  codes.forEach((code) => wanted.delete(code));
  const font = await subset(readFileSync(join(from, file)), String.fromCodePoint(...codes), { targetFormat: 'woff2', variationAxes: { wght: weights } });
  writeFileSync(join(to, basename(file)), font);
  const range = codes.sort((a, b) => a - b).map((code) => `U+${code.toString(16)}`).join(',');
  faces.push(`@font-face { font-family: "Noto Sans SC Screen"; font-weight: ${weights.min} ${weights.max}; font-display: block; unicode-range: ${range}; src: url(${basename(file)}) format("woff2"); }`);
}

writeFileSync(style, [list, ...faces, ''].join('\n'));
