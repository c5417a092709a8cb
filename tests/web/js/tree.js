// A stand-in for the part of the document that carrying over needs.

class Node {
  parentNode = null;
  childNodes = [];

  get nextSibling() {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  contains(node) {
    return node === this || this.childNodes.some((child) => child.contains(node));
  }
}

class Text extends Node {
  nodeType = 3;

  constructor(text) {
    super();
    this.nodeValue = text;
  }

  toString() {
    return this.nodeValue;
  }
}

class Element extends Node {
  nodeType = 1;
  #attributes;

  constructor(name, attributes) {
    super();
    this.localName = name;
    this.#attributes = new Map(Object.entries(attributes));
  }

  get attributes() {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }

  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.#attributes.has(name);
  }

  setAttribute(name, value) {
    this.#attributes.set(name, value);
  }

  removeAttribute(name) {
    this.#attributes.delete(name);
  }

  removeChild(node) {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
  }

  insertBefore(node, before) {
    if (node.parentNode) node.parentNode.removeChild(node);
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, node);
    node.parentNode = this;
  }

  toString() {
    const attributes = this.attributes.map(({ name, value }) => ` ${name}="${value}"`).sort().join('');
    return `<${this.localName}${attributes}>${this.childNodes.join('')}</${this.localName}>`;
  }
}

/** `el('tr', { 'data-row': 'a' }, el('td', {}, 'text'))` */
export function el(name, attributes = {}, ...children) {
  const element = new Element(name, attributes);
  for (const child of children) element.insertBefore(typeof child === 'string' ? new Text(child) : child, null);
  return element;
}
