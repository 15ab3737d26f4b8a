import { mask } from './readable.mjs';

/**
 * @import { Block } from '../blocks.mjs'
 * @import { Attribute, Element, Node } from '../tree.mjs'
 * @import { Group } from './page.mjs'
 */

const READ = new Set(['alt', 'title', 'aria-label', 'placeholder', 'label']);
const TARGETS = new Set(['href', 'src', 'srcset', 'poster']);

/**
 * List components and expressions, and the attributes of all elements, block by block.
 *
 * Attributes that people read are listed by presence, all others by their source. Targets of plain elements and ids
 * of headings have facets of their own.
 * @param {Block[]} blocks  Of the written tree.
 * @param {string[]} textAttributes
 * @returns {Group[]}
 */
export function components(blocks, textAttributes) {
  return blocks.map(({ node, inline, line }) => ({
    line,
    items: (node ? [node, ...inline] : inline).flatMap((child) => describe(child, textAttributes)).sort(),
  }));
}

/** @type {(node: Node, textAttributes: string[]) => string[]} */
function describe(node, textAttributes) {
  if (node.kind === 'text') return [];
  if (node.kind === 'expression') return [node.value.startsWith('{') ? node.value : `{${node.value}}`];
  const kept = [...node.attributes].filter(([name, attribute]) => !hasOwnFacet(node, name, attribute));
  if (!node.component && kept.length === 0) return [];
  if (node.name.startsWith('#')) return [node.attributes.get('head')?.value ?? node.name];
  const attributes = kept.map(([name, attribute]) => write(node.name, name, attribute, textAttributes)).sort();
  return [`<${[node.name, ...attributes].join(' ')}>`];
}

/** @type {(node: Element, name: string, attribute: Attribute) => boolean} */
function hasOwnFacet(node, name, attribute) {
  if (/^h[1-6]$/.test(node.name) && name === 'id') return true;
  if (node.name === 'code' && /^(class|data-meta)$/.test(name)) return true;
  // mdsvex writes it on each link that leaves the site.
  if (node.name === 'a' && name === 'rel' && attribute.value === 'nofollow') return true;
  return !node.component && !attribute.expression && TARGETS.has(name);
}

/** @type {(element: string, name: string, attribute: Attribute, textAttributes: string[]) => string} */
function write(element, name, { value, expression }, textAttributes) {
  const paths = textAttributes.map((path) => (path.startsWith(`${element}.`) ? path.slice(element.length + 1) : path));
  if (expression) return value === '' ? name : `${name}={${mask(value, name, [...READ, ...paths])}}`;
  if (READ.has(name) || paths.includes(name)) return `${name}=${value.trim() ? '(text)' : '(empty)'}`;
  return `${name}=${JSON.stringify(value)}`;
}
