import { withoutMarks } from '../lines.mjs';

/**
 * @import { AST } from 'svelte/compiler'
 * @import { Script } from '../facts/page.mjs'
 */

/** What mdsvex adds to the module script: the front matter. */
const METADATA = /^\s*export const metadata = .*\n(\s*const \{.*\} = metadata;\n)?/;

/**
 * List the page's own scripts and styles, byte for byte, without the front matter that mdsvex put among them.
 * @param {AST.Root} tree
 * @param {string} code
 * @returns {Script[]}
 */
export function scriptsOf(tree, code) {
  return [
    ...part('module script', code, tree.module?.content),
    ...part('script', code, tree.instance?.content),
    ...part('style', code, tree.css?.content),
  ];
}

/** @type {(name: string, code: string, content: any) => Script[]} */
function part(name, code, content) {
  if (content === undefined) return [];
  const text = withoutMarks(code.slice(content.start, content.end)).replace(METADATA, '');
  return text.trim() ? [{ name, text }] : [];
}
