import { visit } from 'unist-util-visit';

/**
 * rehype plugin: write the page's line on each element as `data-line`, so that it outlives the rendering.
 * @returns {(tree: any) => void}
 */
export function markLines() {
  return (tree) =>
    visit(tree, (/** @type {any} */ node) => {
      const line = node.position?.start.line;
      if (line === undefined) return;
      if (node.type === 'element') node.properties = { ...node.properties, dataLine: line };
      if (/^mdxJsx/.test(node.type)) {
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'data-line', value: String(line) });
      }
    });
}

/** Remove the marks again from text that holds rendered HTML. @type {(text: string) => string} */
export const withoutMarks = (text) => text.replace(/ data-line="\d+"/g, '');

/** Tell the line (from 1) of an offset in characters. @type {(text: string, offset: number) => number} */
export const lineAt = (text, offset) => (offset < 0 ? 0 : text.slice(0, offset).split('\n').length);
