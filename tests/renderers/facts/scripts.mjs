import { lineAt } from '../lines.mjs';
import { textOf, walk } from '../tree.mjs';

/** @import { Group, Page, Script } from './page.mjs' */

/**
 * List scripts, styles, imports and exports line by line, so that joining them gives their bytes.
 * @param {Page} page
 * @param {string} text  The page's source, to find the lines.
 * @returns {Group[]}
 */
export function scripts(page, text) {
  return [...page.scripts, ...nested(page)].flatMap((script) => {
    const first = script.text ? lineAt(text, text.indexOf(script.text)) : 0;
    return script.text.split('\n').map((line, index) => ({
      line: first && first + index,
      items: [`${script.name}: ${line}`],
    }));
  });
}

/** Scripts inside other elements, such as an embed's, are only seen in the HTML. @type {(page: Page) => Script[]} */
function nested({ rendered }) {
  const found = [];
  for (const node of walk(rendered.children)) {
    if (node.kind === 'element' && /^(script|style)$/.test(node.name)) {
      found.push({ name: `nested ${node.name}`, text: textOf(node.children) });
    }
  }
  return found;
}
