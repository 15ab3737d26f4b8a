import { wording } from "./notation.js";

/** @typedef {import("./shapes.js").Placeholder} Placeholder */

/**
 * What to type for a placeholder: `text` over the characters from `start` to `end`, of which those from `from` to `to`
 * are selected afterwards.
 *
 * @typedef {{start: number, end: number, text: string, from: number, to: number}} Insertion
 */

/** @type {Record<Placeholder["role"], [string, string]>} */
const AROUND = { link: ["[", "]({})"], image: ["![", "]({})"], pair: ["[", "]{}"], lone: ["", "{}"] };

/**
 * Return how a placeholder gets into a text where the caret is: around what is selected, as the part that is still
 * missing after `]` or `](`, or with the words of the source, selected so that typing replaces them.
 *
 * @param {Placeholder} placeholder
 * @param {string} source
 * @param {{value: string, selectionStart: number, selectionEnd: number}} field
 * @returns {Insertion}
 */
export function insertion({ number, role }, source, { value, selectionStart: start, selectionEnd: end }) {
  const [before, after] = AROUND[role].map((shape) => shape.replace("{}", `{${number}}`));
  const missing = begun(role, number, value.slice(0, start), value.slice(end));
  if (missing || role === "lone") return caretAfter(start, end, missing || after);
  if (end > start) return caretAfter(start, end, before + value.slice(start, end) + after);
  const words = wording(source, number).slice(before.length, -after.length);
  const from = start + before.length;
  return { start, end, text: before + words + after, from, to: from + words.length };
}

/**
 * @param {Placeholder["role"]} role
 * @param {number} number
 * @param {string} left
 * @param {string} right
 */
function begun(role, number, left, right) {
  if (role === "lone") return "";
  if (role === "pair") return left.endsWith("]") ? `{${number}}` : "";
  if (left.endsWith("](")) return right.startsWith(")") ? `{${number}}` : `{${number}})`;
  return left.endsWith("]") ? `({${number}})` : "";
}

/**
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @returns {Insertion}
 */
function caretAfter(start, end, text) {
  return { start, end, text, from: start + text.length, to: start + text.length };
}
