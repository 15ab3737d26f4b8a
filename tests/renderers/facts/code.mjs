import { textOf } from '../tree.mjs';

/**
 * @import { Block } from '../blocks.mjs'
 * @import { Element } from '../tree.mjs'
 * @import { Group } from './page.mjs'
 */

/** List the contents of code blocks and inline code, block by block. @type {(shown: Block[]) => Group[]} */
export function code(shown) {
  return shown.map(({ node, inline, line }) => {
    const fence = node?.name === 'pre' ? [fenced(node)] : [];
    const spans = inline.filter((child) => child.kind === 'element' && child.name === 'code');
    const items = fence.length ? fence : spans.map((span) => `\`${textOf([span])}\``);
    return { line, items: items.sort() };
  });
}

/** @type {(pre: Element) => string} */
function fenced(pre) {
  const inner = pre.children.find((child) => child.kind === 'element' && child.name === 'code');
  const attributes = inner?.kind === 'element' ? inner.attributes : new Map();
  const info = ['class', 'data-meta']
    .map((name) => attributes.get(name)?.value ?? '')
    .join(' ')
    .trim();
  return `fence ${info}\n${textOf(pre.children)}`;
}
