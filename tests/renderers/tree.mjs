/**
 * The one tree that all facts are read from. A page gives two of them: what is written (the syntax tree, with the
 * source text of attributes and expressions) and what is rendered (the HTML, with their values).
 *
 * @typedef {object} Attribute
 * @property {string} value  A literal string, or the source of an expression.
 * @property {boolean} expression
 * @property {unknown} [data]  What a rendered component was given, where that is no string.
 *
 * @typedef {{ kind: 'text', value: string, line: number }} Text
 * @typedef {{ kind: 'expression', value: string, line: number }} Expression
 * @typedef {object} Element
 * @property {'element'} kind
 * @property {string} name  Tag, component name, or the name of a block of the template language such as `#if`.
 * @property {boolean} component
 * @property {Map<string, Attribute>} attributes
 * @property {Node[]} children
 * @property {number} line  Of the page, from 1. For raw HTML in mdsvex: of the Markdown block before it. 0 if unknown.
 * @typedef {Text | Expression | Element} Node
 */

/** @type {(name: string, parts?: Partial<Element>) => Element} */
export const element = (name, parts = {}) => ({
  kind: 'element',
  name,
  component: false,
  attributes: new Map(),
  children: [],
  line: 0,
  ...parts,
});

/**
 * Yield the nodes and all below them in document order.
 * @param {Node[]} nodes
 * @returns {Generator<Node>}
 */
export function* walk(nodes) {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'element') yield* walk(node.children);
  }
}

/**
 * Join all text below the nodes, as `textContent` does.
 * @param {Node[]} nodes
 */
export function textOf(nodes) {
  let text = '';
  for (const node of walk(nodes)) if (node.kind === 'text') text += node.value;
  return text;
}
