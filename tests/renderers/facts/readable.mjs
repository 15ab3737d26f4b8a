import { parseExpressionAt } from 'acorn';
import { blocks } from '../blocks.mjs';
import { rendered } from '../rendered.mjs';
import { links } from './links.mjs';

/**
 * Replace the string literals that people read in a JavaScript expression, so that the rest can be compared.
 *
 * @param {string} source
 * @param {string} name  Of the attribute that holds the expression.
 * @param {string[]} paths  `tabs[].title`, or `tabs[].content|html`, of which tags and link targets remain.
 */
export function mask(source, name, paths) {
  const readable = new Map(paths.map((path) => /** @type {[string, string]} */ (path.split('|'))));
  const tree = attempt(source);
  if (!tree) return source;
  let masked = source;
  for (const [literal, path] of [...literals(tree, name)].reverse()) {
    if (!readable.has(path)) continue;
    const text = source.slice(literal.start + 1, literal.end - 1);
    const kept = readable.get(path) === 'html' ? skeleton(text) : text.trim() ? 'text' : 'empty';
    masked = `${masked.slice(0, literal.start)}(${kept})${masked.slice(literal.end)}`;
  }
  return masked;
}

/** TypeScript and directives such as `...rest` are compared as they are. @type {(source: string) => any} */
function attempt(source) {
  try {
    return parseExpressionAt(source, 0, { ecmaVersion: 'latest' });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @type {(node: any, path: string) => Generator<[{ start: number, end: number }, string]>} */
function* literals(node, path) {
  if (node?.type === 'ArrayExpression') for (const item of node.elements) yield* literals(item, `${path}[]`);
  if (node?.type === 'ObjectExpression') {
    for (const { key, value } of node.properties) yield* literals(value, `${path}.${key?.name ?? key?.value}`);
  }
  if (node?.type === 'Literal' && typeof node.value === 'string') yield [node, path];
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) yield [node, path];
}

/** @type {(html: string) => string} */
function skeleton(html) {
  const shown = blocks(rendered(html));
  const targets = links(shown).flatMap(({ items }) => items);
  return [...shown.map(({ path }) => path), ...targets].join('; ');
}
