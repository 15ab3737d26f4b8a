/**
 * @import { Block } from '../blocks.mjs'
 * @import { Node } from '../tree.mjs'
 * @import { Group } from './page.mjs'
 */

const TARGETS = ['href', 'src', 'srcset', 'poster', 'action', 'cite', 'data'];

/** List the targets of links, images, frames and components, block by block. @type {(shown: Block[]) => Group[]} */
export function links(shown) {
  return shown.map(({ node, inline, line }) => ({
    line,
    items: (node ? [node, ...inline] : inline).flatMap(targets).sort(),
  }));
}

/** @type {(node: Node) => string[]} */
function targets(node) {
  if (node.kind !== 'element') return [];
  return TARGETS.filter((name) => node.attributes.has(name)).map(
    (name) => `${node.name} ${name}="${node.attributes.get(name)?.value}"`,
  );
}
