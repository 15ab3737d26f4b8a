const ENTITIES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '{': '&#123;',
  '}': '&#125;',
});
const escape = (/** @type {string} */ text) => text.replace(/[&<>"{}]/g, (character) => ENTITIES[character]);

/**
 * Write a code block without colours and with its language and metadata, which mdsvex's own highlighter drops.
 * @param {string} code
 * @param {string | null} [language]
 * @param {string | null} [metadata]
 */
export function highlight(code, language, metadata) {
  const meta = metadata ? ` data-meta="${escape(metadata)}"` : '';
  return `<pre><code class="language-${escape(language ?? '')}"${meta}>${escape(code)}</code></pre>`;
}
