#!/usr/bin/env node
// selftest.mjs: seeds damages into two pages, each of which must be caught, and translations, each of which must pass.
import { readFileSync } from 'node:fs';
import { describe } from './report.mjs';
import * as mdsvex from './selftest/mdsvex.mjs';
import * as mdx from './selftest/mdx.mjs';
import { factsOrRejection, judge } from './verdict.mjs';

/**
 * @import { Dialect } from './dialects.mjs'
 * @import { Facet } from './facts/page.mjs'
 * @import { Verdict } from './verdict.mjs'
 *
 * @typedef {object} Damage
 * @property {string} name
 * @property {string} [page]  Markdown; the dialect's page beside the table when it is absent.
 * @property {string | string[]} from
 * @property {string | string[]} to
 * @property {Facet | 'compile'} facet  Which must complain.
 *
 * @typedef {{ name: string, page?: string, changes: [from: string, to: string][] }} Translation
 */

const SITE = {
  textAttributes: ['Badge.text', 'items[].label', 'tabs[].title', 'tabs[].content|html'],
  textKeys: ['title', 'description', 'sidebar.label'],
  headingIds: /** @type {const} */ ('both'),
};
const TABLES = /** @type {const} */ ({ mdsvex, mdx });

/**
 * Judge a whole table and describe each case that went wrong.
 * @param {Dialect} dialect
 * @returns {Promise<{ cases: number, failures: string[][] }>}
 */
async function run(dialect) {
  const { damages, translations } = TABLES[dialect];
  const verdictOn = await judgeOf(dialect);
  const failures = [];
  for (const { name, page, from, to, facet } of damages) {
    const verdict = await verdictOn(page, pairs(from, to));
    if (!complaints(verdict).includes(facet))
      failures.push([`${dialect}: "${name}" is not caught by ${facet}`, ...describe(verdict)]);
  }
  for (const { name, page, changes } of translations) {
    const verdict = await verdictOn(page, changes);
    if (complaints(verdict).length) failures.push([`${dialect}: "${name}" does not pass`, ...describe(verdict)]);
  }
  return { cases: damages.length + translations.length, failures };
}

/** @type {(from: string | string[], to: string | string[]) => [string, string][]} */
const pairs = (from, to) => [from].flat().map((text, index) => [text, [to].flat()[index]]);

/**
 * Read the dialect's page, once, and give a function that judges changes to it, or to another page.
 * @param {Dialect} dialect
 * @returns {Promise<(page: string | undefined, changes: [string, string][]) => Promise<Verdict>>}
 */
async function judgeOf(dialect) {
  const site = { dialect, ...SITE };
  const shared = readFileSync(new URL(`selftest/${dialect}.md`, import.meta.url), 'utf8');
  const expected = await factsOrRejection(shared, site);
  return async (page, changes) => {
    const built = changes.reduce(replaced, page ?? shared);
    const source = page === undefined ? expected : await factsOrRejection(page, site);
    return judge(`${dialect}.md`, source, await factsOrRejection(built, site));
  };
}

/** @type {(text: string, change: [string, string]) => string} */
function replaced(text, [from, to]) {
  if (!text.includes(from)) throw new Error(`not in the page: ${from}`);
  return text.replace(from, () => to);
}

/** @type {(verdict: Verdict) => string[]} */
const complaints = ({ sourceRejection, rejection, differences }) =>
  sourceRejection ? ['source'] : rejection ? ['compile'] : differences.map(({ facet }) => facet);

const results = [await run('mdsvex'), await run('mdx')];
const failures = results.flatMap((result) => result.failures);
const cases = results.reduce((sum, result) => sum + result.cases, 0);
console.log([...failures.flat(), `selftest: ${cases - failures.length} passed, ${failures.length} failed`].join('\n'));
process.exitCode = failures.length ? 1 : 0;
