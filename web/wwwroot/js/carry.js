// Carries a newer printing of a part of the page over into the page that stands. Elements stay the same ones wherever their names and
// keys agree; only texts and attributes change, and rows come, go and move by their key. Nothing here knows the document.

const elementNode = 1;
const fields = new Set(['input', 'select', 'textarea']);

const isElement = (node) => node.nodeType === elementNode;
const keyOf = (node) => (isElement(node) ? node.getAttribute('data-row') : null);

// What a module of the page put there itself, for instance a drawn chart, is no part of what the server printed.
const isPrinted = (node) => !(isElement(node) && node.hasAttribute('data-own'));

const kindOf = (node) => (isElement(node) ? [node.localName, node.getAttribute('id') ?? '', keyOf(node) ?? ''].join(' ') : `#${node.nodeType}`);

const following = (node) => {
  let next = node.nextSibling;
  while (next && !isPrinted(next)) next = next.nextSibling;
  return next;
};

/**
 * For each of the newer kinds the place of the one among `old` that becomes it, or -1. Keyed ones are found wherever they stood; the
 * others keep their order. Pure.
 * @param {{kind: string, keyed: boolean}[]} old
 * @param {{kind: string, keyed: boolean}[]} next
 */
export function partners(old, next) {
  const found = next.map(() => -1);
  const byKind = new Map();
  old.forEach((one, place) => {
    if (one.keyed && !byKind.has(one.kind)) byKind.set(one.kind, place);
  });
  next.forEach((one, place) => {
    if (!one.keyed || !byKind.has(one.kind)) return;
    found[place] = byKind.get(one.kind);
    byKind.delete(one.kind);
  });
  const places = (all) => all.map((one, place) => (one.keyed ? -1 : place)).filter((place) => place >= 0);
  inOrder(old, places(old), next, places(next), found);
  return found;
}

// The longest common run in order; what begins and ends alike is taken off first, so that nothing is left of most lists.
function inOrder(old, from, next, to, found) {
  const alike = (i, j) => old[from[i]].kind === next[to[j]].kind;
  let [start, fromEnd, toEnd] = [0, from.length, to.length];
  while (start < fromEnd && start < toEnd && alike(start, start)) found[to[start]] = from[start++];
  while (fromEnd > start && toEnd > start && alike(fromEnd - 1, toEnd - 1)) found[to[--toEnd]] = from[--fromEnd];

  const width = toEnd - start + 1;
  const lengths = new Uint32Array((fromEnd - start + 1) * width);
  const at = (i, j) => (i - start) * width + (j - start);
  for (let i = fromEnd - 1; i >= start; i--) {
    for (let j = toEnd - 1; j >= start; j--) {
      lengths[at(i, j)] = alike(i, j) ? lengths[at(i + 1, j + 1)] + 1 : Math.max(lengths[at(i + 1, j)], lengths[at(i, j + 1)]);
    }
  }
  for (let i = start, j = start; i < fromEnd && j < toEnd;) {
    if (alike(i, j)) found[to[j++]] = from[i++];
    else if (lengths[at(i + 1, j)] >= lengths[at(i, j + 1)]) i++;
    else j++;
  }
}

/**
 * Makes `old` read as `next`.
 * @param ports `focused` (an element or null), `bring` (gives a node of the other document to this one), `holds` (whether the text of
 * this element is painted from the store: it is newer than any page).
 * @returns {number} how many texts, attributes and nodes changed.
 */
export function carry(old, next, ports) {
  if (!isElement(old)) return carryText(old, next);
  // A field that somebody is in is theirs until they leave it.
  if (old === ports.focused && fields.has(old.localName)) return 0;
  const painted = samePlace(old, next) && ports.holds(old);
  const changes = carryAttributes(old, next, painted);
  return painted ? changes : changes + carryChildren(old, next, ports);
}

function samePlace(old, next) {
  const same = (name) => old.getAttribute(name) === next.getAttribute(name);
  return same('data-k') && same('data-f') && same('data-form');
}

function carryText(old, next) {
  if (old.nodeValue === next.nodeValue) return 0;
  old.nodeValue = next.nodeValue;
  return 1;
}

const paintedAttributes = new Set(['data-s', 'data-l', 'data-state']);

function carryAttributes(old, next, painted) {
  const stays = (name) => (painted && paintedAttributes.has(name)) || (name === 'open' && old.localName === 'details');
  let changes = 0;
  for (const { name, value } of [...next.attributes]) {
    if (stays(name) || old.getAttribute(name) === value) continue;
    old.setAttribute(name, value);
    changes++;
  }
  for (const { name } of [...old.attributes]) {
    if (stays(name) || next.hasAttribute(name)) continue;
    old.removeAttribute(name);
    changes++;
  }
  return changes;
}

function carryChildren(parent, newer, ports) {
  const old = [...parent.childNodes].filter(isPrinted);
  const next = [...newer.childNodes];
  const described = (node) => ({ kind: kindOf(node), keyed: keyOf(node) !== null });
  const found = partners(old.map(described), next.map(described));

  const kept = new Set(found);
  let changes = 0;
  old.forEach((node, place) => {
    if (kept.has(place)) return;
    parent.removeChild(node);
    changes++;
  });
  const result = next.map((node, place) => {
    if (found[place] < 0) return ports.bring(node);
    changes += carry(old[found[place]], node, ports);
    return old[found[place]];
  });
  return changes + order(parent, result, ports.focused);
}

// The node with the focus stays where it is and the others go around it: a node that is moved loses the focus.
function order(parent, nodes, focused) {
  const anchor = focused ? nodes.findIndex((node) => node === focused || (isElement(node) && node.contains(focused))) : -1;
  let changes = 0;
  const put = (node, before) => {
    parent.insertBefore(node, before);
    changes++;
  };
  let below = anchor < 0 ? null : nodes[anchor];
  for (let i = (anchor < 0 ? nodes.length : anchor) - 1; i >= 0; i--) {
    if (nodes[i].parentNode !== parent || following(nodes[i]) !== below) put(nodes[i], below);
    below = nodes[i];
  }
  for (let i = anchor + 1; anchor >= 0 && i < nodes.length; i++) {
    const above = following(nodes[i - 1]);
    if (above !== nodes[i]) put(nodes[i], above);
  }
  return changes;
}
