import { factsOf } from './facts/page.mjs';

/**
 * @import { Facts, Page, Reading } from './facts/page.mjs'
 * @import { HeadingIds } from './mdx/heading_ids.mjs'
 *
 * @typedef {'mdsvex' | 'mdx'} Dialect
 * @typedef {Reading & { dialect: Dialect, headingIds: HeadingIds }} Site
 */

/** Renderers are loaded when a page asks for one. @type {Record<Dialect, (text: string, site: Site) => Promise<Page>>} */
const READERS = {
  mdsvex: async (text) => (await import('./mdsvex/read.mjs')).readMdsvex(text),
  mdx: async (text, site) => (await import('./mdx/read.mjs')).readMdx(text, site),
};

export const DIALECTS = Object.keys(READERS);

/**
 * Render a page as its site does and collect what a translation must leave as it is.
 *
 * @param {string} text
 * @param {Site} site
 * @returns {Promise<{ page: Page, facts: Facts }>}
 * @throws {import('./rejection.mjs').Rejection}
 */
export async function read(text, site) {
  const page = await READERS[site.dialect](text, site);
  return { page, facts: factsOf(page, text, site) };
}
