import { element } from '../tree.mjs';

/**
 * @import { Script } from '../facts/page.mjs'
 * @import { Attribute, Element, Node } from '../tree.mjs'
 */

/**
 * Read the tree that MDX compiles into the common one: attributes and expressions as their source text.
 * @param {any} tree  hast with MDX nodes.
 * @returns {Element}
 */
export function written(tree) {
  return element('#root', { children: tree.children.flatMap(convert) });
}

/** List the page's imports and exports, byte for byte. @type {(tree: any) => Script[]} */
export function scriptsOf(tree) {
  const modules = tree.children.filter((/** @type {any} */ node) => node.type === 'mdxjsEsm');
  return modules.map((/** @type {any} */ node) => ({ name: 'import or export', text: node.value }));
}

/** @type {(node: any) => Node[]} */
function convert(node) {
  const line = node.position?.start.line ?? 0;
  if (node.type === 'text') return [{ kind: 'text', value: node.value, line }];
  if (/^mdx(Flow|Text)Expression$/.test(node.type))
    return isComment(node) ? [] : [{ kind: 'expression', value: node.value, line }];
  if (!/^(element|mdxJsx(Flow|Text)Element)$/.test(node.type)) return [];
  const children = node.children.flatMap(convert);
  if (node.type === 'element')
    return [element(node.tagName, { attributes: properties(node.properties), children, line })];
  const name = node.name ?? 'Fragment';
  return [
    element(name, { component: /[A-Z.]/.test(name), attributes: jsxAttributes(node.attributes), children, line }),
  ];
}

/** @type {(node: any) => boolean} */
const isComment = (node) => node.data?.estree?.body.length === 0;

/** @type {(values: Record<string, unknown>) => Map<string, Attribute>} */
function properties(values) {
  const pairs = Object.entries(values).filter(([name, value]) => name !== 'dataLine' && value !== undefined);
  return new Map(
    pairs.map(([name, value]) => [htmlName(name), { value: [value].flat().join(' '), expression: false }]),
  );
}

/** hast writes `className` and `dataMeta`. @type {(name: string) => string} */
const htmlName = (name) =>
  name === 'className' ? 'class' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @type {(attributes: any[]) => Map<string, Attribute>} */
function jsxAttributes(attributes) {
  const kept = attributes.filter((attribute) => attribute.name !== 'data-line');
  return new Map(kept.map((attribute) => jsxAttribute(attribute)));
}

/** @type {(attribute: any) => [string, Attribute]} */
function jsxAttribute({ type, name, value }) {
  if (type === 'mdxJsxExpressionAttribute') return [`{${value}}`, { value: '', expression: true }];
  if (value === null || typeof value === 'string') return [name, { value: value ?? '', expression: false }];
  return [name, { value: value.value, expression: true }];
}
