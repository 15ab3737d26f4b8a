import { visit } from 'unist-util-visit';

/**
 * remark plugin: keep what follows a fence's language (`title="…"`) as `data-meta`, for the comparison.
 * @returns {(tree: any) => void}
 */
export function keepMetadata() {
  return (tree) =>
    visit(tree, 'code', (node) => {
      if (node.meta) node.data = { ...node.data, hProperties: { dataMeta: node.meta } };
    });
}
