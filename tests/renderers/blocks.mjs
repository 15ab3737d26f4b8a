import { walk } from './tree.mjs';

/**
 * @import { Element, Node } from './tree.mjs'
 * @typedef {object} Block
 * @property {string} path  Names from the root, such as `ul > li > p`; with `(empty)` and the counted inline tags.
 * @property {Element | undefined} node  Undefined for a run of text that stands beside blocks.
 * @property {Node[]} inline  All inline nodes of the block, flattened; empty when the block holds blocks.
 * @property {number} line
 */

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section select
   summary table tbody td tfoot th thead tr caption ul head`.split(/\s+/),
);
/** Elements without words of their own: blocks when no text stands beside them. */
const ALONE = new Set('audio canvas embed iframe img math object picture script style svg template video'.split(' '));
/** Inline elements that a translation may gain, lose or that are compared elsewhere (links, images, code). */
const UNCOUNTED = new Set('a b code del em i img s strong'.split(' '));
const HOLDS_WORDS = /^(blockquote|caption|d[dt]|figcaption|h[1-6]|li|p|summary|t[dh])$/;

/**
 * List the block elements of a tree in document order; each inline node is in exactly one of them.
 * @param {Element} root
 * @returns {Block[]}
 */
export function blocks(root) {
  return [...within(root.children, '')];
}

/** @type {(nodes: Node[], path: string) => Generator<Block>} */
function* within(nodes, path) {
  for (const part of parts(nodes)) {
    if (Array.isArray(part)) yield leaf(`${path}text`, undefined, part);
    else yield* block(part, path);
  }
}

/** @type {(node: Element, path: string) => Generator<Block>} */
function* block(node, path) {
  const label = path + labelOf(node);
  if (parts(node.children).every(Array.isArray)) {
    yield leaf(label, node, node.children);
  } else {
    yield { path: label, node, inline: [], line: node.line };
    yield* within(node.children, `${label} > `);
  }
}

/** @type {(path: string, node: Element | undefined, children: Node[]) => Block} */
function leaf(path, node, children) {
  const inline = [...walk(children)];
  const counted = inline.filter((child) => child.kind === 'element' && !child.component && !UNCOUNTED.has(child.name));
  const names = counted.map((child) => /** @type {Element} */ (child).name).sort();
  const empty = node && HOLDS_WORDS.test(node.name) && !hasWords(inline) ? ' (empty)' : '';
  const line = node?.line || inline.find((child) => child.line)?.line || 0;
  return { path: path + empty + (names.length ? ` {${names.join(' ')}}` : ''), node, inline, line };
}

/** @type {(node: Element) => string} */
function labelOf(node) {
  if (node.component) return `<${node.name}>`;
  const start = node.name === 'ol' ? node.attributes.get('start')?.value : undefined;
  return start ? `ol[start=${start}]` : node.name;
}

/**
 * Divide children into blocks and runs of inline nodes; white space between blocks is dropped.
 * @param {Node[]} nodes
 * @returns {(Element | Node[])[]}
 */
function parts(nodes) {
  /** @type {(Element | Node[])[]} */
  const found = [];
  let first = 0;
  nodes.forEach((node, index) => {
    if (!isBlock(node)) return;
    found.push(...loosen(nodes.slice(first, index)), node);
    first = index + 1;
  });
  return found.concat(loosen(nodes.slice(first)));
}

/**
 * Take images, components and the like out of a run that has no words of its own beside them.
 * @param {Node[]} run
 * @returns {(Element | Node[])[]}
 */
function loosen(run) {
  const shown = run.filter((node) => node.kind !== 'text' || node.value.trim());
  if (!shown.every(standsAlone) && hasWords([...walk(run)])) return [run];
  return shown.map((node) => (standsAlone(node) ? node : [node]));
}

/** @type {(node: Node) => node is Element} */
const standsAlone = (node) => node.kind === 'element' && (node.component || ALONE.has(node.name));

/** @type {(node: Node) => node is Element} */
function isBlock(node) {
  if (node.kind !== 'element') return false;
  return (BLOCKS.has(node.name) && !node.component) || node.children.some(isBlock);
}

/** @type {(nodes: Node[]) => boolean} */
function hasWords(nodes) {
  return nodes.some((node) => node.kind === 'expression' || (node.kind === 'text' && node.value.trim() !== ''));
}
