/**
 * @import { Element, Node } from '../tree.mjs'
 * @typedef {object} Words
 * @property {string} path  Names of the elements around the text, from the root.
 * @property {string} [attribute]  Where the text stands in an attribute or a component's property.
 * @property {string} text
 * @property {number} line
 */

/** What stands for a value that only the site has. */
const STUBBED = /stub:[\w$.()]+|\(function\)/g;
const READ = ['alt', 'title', 'aria-label', 'placeholder', 'label'];
const UNSEEN = /^(script|style|template|noscript)$/;

/**
 * List what a reader of the rendered page sees or hears, in order: texts, read attributes, strings given to components.
 * @param {Node[]} nodes
 * @param {string} [path]
 * @returns {Generator<Words>}
 */
export function* words(nodes, path = '') {
  for (const node of nodes) {
    if (node.kind === 'text' && isWords(node.value)) yield { path, text: node.value, line: node.line };
    if (node.kind !== 'element' || UNSEEN.test(node.name)) continue;
    const own = path ? `${path} > ${node.name}` : node.name;
    yield* attributes(node, own);
    yield* words(node.children, own);
  }
}

/** @type {(text: string) => boolean} */
const isWords = (text) => text.replace(STUBBED, '').trim() !== '';

/** @type {(node: Element, path: string) => Generator<Words>} */
function* attributes(node, path) {
  for (const [name, { value, expression, data }] of node.attributes) {
    if (!node.component && !READ.includes(name)) continue;
    for (const [attribute, text] of strings(expression ? data : value, name)) {
      if (isWords(text)) yield { path, attribute, text, line: node.line };
    }
  }
}

/** @type {(value: unknown, path: string) => Generator<[string, string]>} */
function* strings(value, path) {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* strings(child, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  }
}
