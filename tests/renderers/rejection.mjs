import { lineAt } from './lines.mjs';

/** @typedef {'front matter' | 'preprocess' | 'parse' | 'compile' | 'render'} Stage */

/** A page that the renderer does not take. */
export class Rejection extends Error {
  /**
   * @param {Stage} stage
   * @param {unknown} cause
   * @param {number} [line]  Of the page; 0 when it is not known.
   */
  constructor(stage, cause, line = 0) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    super(`${stage}: ${reason}${line ? ` (line ${line})` : ''}`, { cause });
    this.stage = stage;
    this.line = line;
  }
}

/**
 * Reject a page whose code threw; the line is the first tag or brace that holds the name that nothing defines.
 * @param {unknown} error
 * @param {string} text
 */
export function renderRejection(error, text) {
  const name = String(error).match(/^ReferenceError: (\S+) is not defined/)?.[1];
  const use = name ? text.search(new RegExp(`[{<][^{}<>]*${name.replaceAll('$', '\\$')}`)) : -1;
  return new Rejection('render', error, lineAt(text, use));
}
