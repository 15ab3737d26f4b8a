import { visit } from 'unist-util-visit';

/** @typedef {'both' | 'braces' | 'comment'} HeadingIds  In braces as Docusaurus has them, in a JSX comment, or either. */

const HEADING = /^(?:[\s>*+-]|\d+[.)])*#{1,6}[ \t]/;
const FENCE = /^[\s>]*(`{3,}|~{3,})/;

/**
 * Escape `{#` in headings, since MDX reads braces as JavaScript before any plugin sees them (as Docusaurus does).
 * @param {string} text
 */
export function escapeHeadingIds(text) {
  let fence = '';
  const lines = text.split('\n').map((line) => {
    const marker = line.match(FENCE)?.[1] ?? '';
    if (!fence) fence = marker;
    else if (marker.startsWith(fence)) fence = '';
    return fence || !HEADING.test(line) ? line : line.replace(/(?<= )\{#(?=[^{}]+\}\s*$)/, '\\{#');
  });
  return lines.join('\n');
}

/**
 * remark plugin: take the id from the end of a heading.
 * @param {HeadingIds} kind
 * @returns {(tree: any) => void}
 */
export function headingIds(kind) {
  const takers = [...(kind === 'comment' ? [] : [fromBraces]), ...(kind === 'braces' ? [] : [fromComment])];
  return (tree) =>
    visit(tree, 'heading', (node) => {
      const id = takers.map((take) => take(node.children)).find(Boolean);
      if (id) node.data = { ...node.data, hProperties: { id } };
    });
}

/** @type {(children: any[]) => string | undefined} */
function fromBraces(children) {
  const last = children.at(-1);
  const match = last?.type === 'text' ? last.value.match(/ \{#([^{}]+)\}\s*$/) : undefined;
  if (match) last.value = last.value.slice(0, match.index);
  return match?.[1];
}

/** @type {(children: any[]) => string | undefined} */
function fromComment(children) {
  const last = children.at(-1);
  const match = last?.type === 'mdxTextExpression' ? last.value.match(/^\s*\/\*\s*#(\S+)\s*\*\/\s*$/) : undefined;
  if (!match) return undefined;
  children.pop();
  const text = children.at(-1);
  if (text?.type === 'text') text.value = text.value.trimEnd();
  return match[1];
}
