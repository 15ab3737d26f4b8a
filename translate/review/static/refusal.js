import { sentence } from "./notice.js";

const EARLIER = [
  "This window belongs to an earlier run.",
  "Copy your text, and open the address that “translate review” printed.",
];

/** @type {Record<number, string[]>} */
const KNOWN = {
  0: ["The server does not answer.", "Your text stays here; is “translate review” still running?"],
  401: EARLIER,
  403: EARLIER,
};

/**
 * Return why the server did not do what it was told, and what to do about it, as two sentences.
 *
 * @param {number} status
 * @param {{message?: string, hint?: string}} body
 */
export function refusal(status, { message, hint }) {
  return KNOWN[status] ?? [message ?? `the server answered ${status}`, hint || "your text stays here"].map(sentence);
}
