import { compare } from './compare.mjs';
import { read } from './dialects.mjs';
import { Rejection } from './rejection.mjs';

/**
 * @import { Difference } from './compare.mjs'
 * @import { Site } from './dialects.mjs'
 * @import { Facts } from './facts/page.mjs'
 *
 * @typedef {object} Verdict
 * @property {string} page
 * @property {Rejection} [sourceRejection]  The source does not compile: the page says nothing about the translation.
 * @property {Rejection} [rejection]  The built page does not compile.
 * @property {Difference[]} differences
 */

/**
 * Render a page and collect its facts; a page that its renderer does not take is an answer as well.
 *
 * @param {string} text
 * @param {Site} site
 * @returns {Promise<Facts | Rejection>}
 */
export async function factsOrRejection(text, site) {
  try {
    return (await read(text, site)).facts;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/**
 * Judge a built page by what its source's facts are.
 *
 * @param {string} page
 * @param {Facts | Rejection} expected
 * @param {Facts | Rejection} actual
 * @returns {Verdict}
 */
export function judge(page, expected, actual) {
  if (expected instanceof Rejection) return { page, sourceRejection: expected, differences: [] };
  if (actual instanceof Rejection) return { page, rejection: actual, differences: [] };
  return { page, differences: compare(expected, actual) };
}
