import { blocks } from '../blocks.mjs';
import { code } from './code.mjs';
import { components } from './components.mjs';
import { frontMatter } from './front_matter.mjs';
import { headings } from './headings.mjs';
import { links } from './links.mjs';
import { scripts } from './scripts.mjs';

/**
 * @import { Element, Node } from '../tree.mjs'
 *
 * @typedef {object} Page  What a renderer makes of one page.
 * @property {Element} written
 * @property {Element} rendered
 * @property {Script[]} scripts
 *
 * @typedef {{ name: string, text: string }} Script  Its bytes are the page's.
 * @typedef {{ line: number, items: string[] }} Group  Facts of one place, sorted: inside it the order is free.
 * @typedef {'headings' | 'links' | 'components' | 'scripts' | 'frontMatter' | 'blocks' | 'code'} Facet
 * @typedef {Record<Facet, Group[]>} Facts
 *
 * @typedef {object} Reading  What a site lets its translators change.
 * @property {string[]} textAttributes  Attributes that people read, as `label`, `Button.label`, `tabs[].content|html`.
 * @property {string[]} textKeys  Keys of the front matter whose values people read, as `title`, `sidebar.label`.
 */

/**
 * Collect everything that a translation must leave as it is.
 * @param {Page} page
 * @param {string} text  The page's source.
 * @param {Reading} reading
 * @returns {Facts}
 */
export function factsOf(page, text, reading) {
  const shown = [...blocks(page.rendered), ...branches(page.written.children).flatMap((branch) => blocks(branch))];
  return {
    headings: headings(shown),
    links: links(shown),
    components: components(blocks(page.written), reading.textAttributes),
    scripts: scripts(page, text),
    frontMatter: frontMatter(text, reading.textKeys),
    blocks: shown.map(({ path, line }) => ({ line, items: [path] })),
    code: code(shown),
  };
}

/**
 * List `{#if}`, `{#each}` and the like: one rendering shows one branch, or none, so these are read as they are written.
 * @param {Node[]} nodes  Of the written tree.
 * @returns {Element[]}
 */
export function branches(nodes) {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return [];
    return node.name.startsWith('#') ? [node] : branches(node.children);
  });
}
