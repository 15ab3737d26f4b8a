/**
 * @import { Block } from '../blocks.mjs'
 * @import { Group } from './page.mjs'
 */

/** List level and id of each heading. @type {(shown: Block[]) => Group[]} */
export function headings(shown) {
  return shown
    .filter(({ node }) => node && /^h[1-6]$/.test(node.name))
    .map(({ node, line }) => ({ line, items: [`${node?.name} #${node?.attributes.get('id')?.value ?? ''}`] }));
}
