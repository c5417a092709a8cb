import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carry, partners } from '../../../web/wwwroot/js/carry.js';
import { el } from './tree.js';

const ports = (more = {}) => ({ focused: null, bring: (node) => (node.parentNode?.removeChild(node), node), holds: () => false, ...more });
const row = (key, text) => el('tr', { 'data-row': key }, el('td', {}, text));
const rows = (...keys) => el('tbody', {}, ...keys.map((key) => row(key, key)));
const keys = (body) => body.childNodes.map((node) => node.getAttribute('data-row')).join('');

test('a text that changed is written into the node that stands', () => {
  const old = el('p', {}, '3 件');
  const text = old.childNodes[0];

  const changes = carry(old, el('p', {}, '4 件'), ports());

  assert.equal(changes, 1);
  assert.equal(old.childNodes[0], text);
  assert.equal(String(old), '<p>4 件</p>');
});

test('what is the same is not touched', () => assert.equal(carry(rows('a', 'b'), rows('a', 'b'), ports()), 0));

test('attributes are set, changed and taken away', () => {
  const old = el('a', { href: '/x', class: 'late' }, 'x');

  carry(old, el('a', { href: '/y', title: 'y' }, 'x'), ports());

  assert.equal(String(old), '<a href="/y" title="y">x</a>');
});

test('rows follow the order of the newer page and stay the same nodes', () => {
  const old = rows('a', 'b', 'c', 'd');
  const [a, b, c, d] = old.childNodes;

  carry(old, rows('d', 'b', 'a', 'c'), ports());

  assert.deepEqual(old.childNodes, [d, b, a, c]);
});

test('rows come and go by their key', () => {
  const old = rows('a', 'b', 'c');
  const b = old.childNodes[1];

  carry(old, rows('x', 'b', 'y'), ports());

  assert.equal(keys(old), 'xby');
  assert.equal(old.childNodes[1], b);
});

test('the row with the focus is never moved, the others go around it', () => {
  const old = rows('a', 'b', 'c');
  const moved = [];
  const focused = old.childNodes[2].childNodes[0];
  const insertBefore = old.insertBefore.bind(old);
  old.insertBefore = (node, before) => (moved.push(node.getAttribute('data-row')), insertBefore(node, before));

  carry(old, rows('c', 'x', 'b', 'a'), ports({ focused }));

  assert.equal(keys(old), 'cxba');
  assert.ok(!moved.includes('c'));
});

test('a paragraph that comes in between replaces nothing', () => {
  const old = el('section', {}, el('h2', {}, 't'), el('table', {}), el('p', {}, 'end'));
  const [title, table, end] = old.childNodes;

  carry(old, el('section', {}, el('h2', {}, 't'), el('p', {}, 'new'), el('table', {}), el('p', {}, 'end')), ports());

  assert.equal(String(old), '<section><h2>t</h2><p>new</p><table></table><p>end</p></section>');
  assert.deepEqual([old.childNodes[0], old.childNodes[2], old.childNodes[3]], [title, table, end]);
});

test('opened details stay open and closed ones closed', () => {
  const open = el('details', { open: '' }, '1');
  const closed = el('details', {}, '1');

  carry(open, el('details', {}, '2'), ports());
  carry(closed, el('details', { open: '' }, '2'), ports());

  assert.deepEqual([String(open), String(closed)], ['<details open="">2</details>', '<details>2</details>']);
});

test('a number that the store paints keeps its text, state and level', () => {
  const old = el('span', { 'data-k': 'hainan.overdue', 'data-s': 'ok', 'data-l': 'overdue' }, '4');

  carry(old, el('span', { 'data-k': 'hainan.overdue', 'data-s': 'stale', class: 'big' }, '3'), ports({ holds: () => true }));

  assert.equal(String(old), '<span class="big" data-k="hainan.overdue" data-l="overdue" data-s="ok">4</span>');
});

test('a number that becomes another one takes the text of the page', () => {
  const old = el('span', { 'data-k': 'hainan.overdue' }, '4');

  carry(old, el('span', { 'data-k': 'hainan.dueSoon' }, '9'), ports({ holds: () => true }));

  assert.equal(String(old), '<span data-k="hainan.dueSoon">9</span>');
});

test('the field that somebody is in is left alone', () => {
  const focused = el('select', {}, el('option', {}, 'a'));

  carry(el('form', {}, focused), el('form', {}, el('select', {}, el('option', {}, 'b'))), ports({ focused }));

  assert.equal(String(focused), '<select><option>a</option></select>');
});

test('what a module of the page drew stays where it is', () => {
  const drawn = el('div', { 'data-own': '' }, 'chart');
  const old = el('figure', {}, el('p', {}, '1'), drawn, el('p', {}, '2'));

  carry(old, el('figure', {}, el('p', {}, '1'), el('p', {}, '3')), ports());

  assert.equal(String(old), '<figure><p>1</p><div data-own="">chart</div><p>3</p></figure>');
});

test('two rows of one key are two rows', () => {
  const old = rows('a', 'a');

  carry(old, rows('a', 'a', 'b'), ports());

  assert.equal(keys(old), 'aab');
});

test('partners keep the order of what has no key', () => {
  const kinds = (text) => [...text].map((kind) => ({ kind, keyed: false }));
  assert.deepEqual(partners(kinds('hpt'), kinds('hspt')), [0, -1, 1, 2]);
  assert.deepEqual(partners(kinds('abcd'), kinds('axcd')), [0, -1, 2, 3]);
  assert.deepEqual(partners(kinds(''), kinds('ab')), [-1, -1]);
});
