import { withoutMarks } from '../lines.mjs';
import { element } from '../tree.mjs';

/**
 * @import { AST } from 'svelte/compiler'
 * @import { Attribute, Element, Node } from '../tree.mjs'
 */

const COMPONENTS = new Set([
  'Component',
  'SvelteComponent',
  'SvelteSelf',
  'SlotElement',
  'SvelteFragment',
  'SvelteElement',
]);
const EXPRESSIONS = new Set(['ExpressionTag', 'HtmlTag', 'RenderTag', 'ConstTag', 'DebugTag', 'AttachTag']);
/** The parts of Svelte's blocks, in the order in which they stand. */
const BRANCHES = ['body', 'consequent', 'fragment', 'pending', 'then', 'catch', 'alternate', 'fallback'];

/**
 * Read Svelte's syntax tree into the common one: attributes and expressions as their source text.
 * @param {AST.Root} tree
 * @param {string} code  What was parsed.
 * @returns {Element}
 */
export function written(tree, code) {
  return element('#root', { children: new Reader(code).nodes(tree.fragment) });
}

class Reader {
  line = 0;

  /** @param {string} code */
  constructor(code) {
    this.code = code;
  }

  /** @type {(fragment: AST.Fragment) => Node[]} */
  nodes(fragment) {
    return fragment.nodes.flatMap((node) => this.node(node));
  }

  /** @type {(node: any) => Node[]} */
  node(node) {
    if (node.type === 'Comment') return [];
    if (node.type === 'Text') return [{ kind: 'text', value: node.data, line: this.line }];
    if (EXPRESSIONS.has(node.type)) return [{ kind: 'expression', value: this.source(node), line: this.line }];
    return [node.attributes ? this.tag(node) : this.block(node)];
  }

  /** @type {(node: any) => Element} */
  tag(node) {
    const mark = node.attributes.find((/** @type {any} */ attribute) => attribute.name === 'data-line');
    this.line = Number(mark?.value[0].data ?? this.line);
    const line = this.line;
    const attributes = new Map(
      node.attributes
        .filter((/** @type {any} */ attribute) => attribute !== mark)
        .map((/** @type {any} */ attribute) => this.attribute(attribute)),
    );
    const dynamic = node.expression ?? node.tag;
    if (dynamic?.type) attributes.set('this', { value: this.source(dynamic), expression: true });
    return element(node.name, {
      component: COMPONENTS.has(node.type),
      attributes,
      children: this.nodes(node.fragment),
      line,
    });
  }

  /** Directives and spreads are kept as they are written. @type {(attribute: any) => [string, Attribute]} */
  attribute(attribute) {
    const { name, value } = attribute;
    if (attribute.type !== 'Attribute') return [this.source(attribute), { value: '', expression: true }];
    if (value === true) return [name, { value: '', expression: false }];
    if (!Array.isArray(value)) return [name, { value: this.source(value).slice(1, -1), expression: true }];
    if (value.every((part) => part.type === 'Text')) {
      return [name, { value: value.map((part) => part.data).join(''), expression: false }];
    }
    return [name, { value: this.source({ start: value[0].start, end: value.at(-1).end }), expression: true }];
  }

  /**
   * Read `{#if …}` and its like; the source up to the first branch stands for the block's expressions.
   * @type {(node: any) => Element}
   */
  block(node) {
    const branches = BRANCHES.map((key) => node[key]).filter(Boolean);
    const name = `#${node.type.replace(/Block$/, '').toLowerCase()}`;
    const head = this.source({ start: node.start, end: branches[0]?.nodes[0]?.start ?? node.end });
    const attributes = new Map([['head', { value: head.trim(), expression: true }]]);
    const line = this.line;
    return element(name, {
      component: true,
      attributes,
      children: branches.flatMap((branch) => this.nodes(branch)),
      line,
    });
  }

  /** @type {(range: { start: number, end: number }) => string} */
  source({ start, end }) {
    return withoutMarks(this.code.slice(start, end));
  }
}
