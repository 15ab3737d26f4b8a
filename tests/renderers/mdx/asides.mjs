import { visit } from 'unist-util-visit';

/**
 * remark plugin: `:::note[Title]` becomes an aside with its type; other directives are the text that they are.
 *
 * `astro:content` or `at 3:pm` would be a directive otherwise; sites such as Starlight restore them as well.
 * @returns {(tree: any, file: any) => void}
 */
export function asides() {
  return (tree, file) =>
    visit(tree, (node, index, parent) => {
      if (node.type === 'containerDirective') aside(node);
      if (node.type !== 'textDirective' && node.type !== 'leafDirective') return;
      const { start, end } = node.position;
      const text = { type: 'text', value: String(file).slice(start.offset, end.offset), position: node.position };
      parent.children[/** @type {number} */ (index)] =
        node.type === 'textDirective' ? text : { type: 'paragraph', children: [text], position: node.position };
    });
}

/** @type {(node: any) => void} */
function aside(node) {
  node.data = { hName: 'aside', hProperties: { ...node.attributes, dataAside: node.name } };
  for (const child of node.children) {
    if (child.data?.directiveLabel) child.data.hProperties = { dataLabel: '' };
  }
}
