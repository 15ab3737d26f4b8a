import { parseFragment } from 'parse5';
import { withoutMarks } from './lines.mjs';
import { STUB_TAG } from './stub.mjs';
import { element } from './tree.mjs';

/** @import { Attribute, Element, Node } from './tree.mjs' */

/**
 * Read rendered HTML into the tree as a browser does; stubbed components become components with their properties.
 * @param {string} html
 * @returns {Element}
 */
export function rendered(html) {
  let line = 0;
  /** @type {(node: any) => Node[]} */
  const convert = (node) => {
    if (node.nodeName === '#text') return [{ kind: 'text', value: node.value, line }];
    if (node.tagName === undefined) return [];
    const attributes = new Map(node.attrs.map((/** @type {any} */ { name, value }) => [name, value]));
    line = Number(attributes.get('data-line') ?? line);
    const own = line;
    const children = (node.content ?? node).childNodes.flatMap(convert);
    return [
      { ...(node.tagName === STUB_TAG ? component(attributes) : tag(node.tagName, attributes)), children, line: own },
    ];
  };
  const fragment = /** @type {any} */ (parseFragment(html));
  return element('#root', { children: join(fragment.childNodes.flatMap(convert)) });
}

/** @type {(name: string, attributes: Map<string, string>) => Element} */
function tag(name, attributes) {
  const literals = [...attributes].filter(([key]) => key !== 'data-line').map(([key, value]) => [key, literal(value)]);
  return element(name, { attributes: new Map(/** @type {[string, Attribute][]} */ (literals)) });
}

/** @type {(attributes: Map<string, string>) => Element} */
function component(attributes) {
  const properties = JSON.parse(attributes.get('props') ?? '{}', (_key, value) =>
    typeof value === 'string' ? withoutMarks(value) : value,
  );
  const pairs = Object.entries(properties).map(([key, value]) => [
    key,
    typeof value === 'string' ? literal(value) : { value: JSON.stringify(value), expression: true, data: value },
  ]);
  const name = attributes.get('name') ?? '';
  return element(name, { component: true, attributes: new Map(/** @type {[string, Attribute][]} */ (pairs)) });
}

/** @type {(value: string) => Attribute} */
const literal = (value) => ({ value, expression: false });

/** Join texts that a comment of the renderer divided. @type {(nodes: Node[]) => Node[]} */
function join(nodes) {
  /** @type {Node[]} */
  const joined = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
      continue;
    }
    joined.push(node.kind === 'element' ? { ...node, children: join(node.children) } : node);
  }
  return joined;
}
