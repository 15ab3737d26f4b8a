#!/usr/bin/env node
// judge.mjs --dialect mdsvex|mdx SOURCE_DIR BUILT_DIR [--json] [--allow-rejected FILE] …; see README.md.
import { isUsageError, parse, UsageError } from './options.mjs';
import { pageList, pagesIn, textOfPage } from './pages.mjs';
import { closingLine, describe, totals } from './report.mjs';
import { factsOrRejection, judge } from './verdict.mjs';

/** @import { Verdict } from './verdict.mjs' */

/** @type {(argv: string[]) => Promise<number>} */
async function main(argv) {
  const { site, positionals, json, allowRejected } = parse(argv, { operands: ['SOURCE_DIR', 'BUILT_DIR'] });
  const [source, built] = positionals;
  const [sources, builts] = [pagesIn(source), new Set(pagesIn(built))];
  const pages = sources.filter((page) => builts.has(page));
  if (pages.length === 0) throw new UsageError(`no page is both in ${source} and in ${built}`);

  /** @type {Verdict[]} */
  const verdicts = [];
  for (const page of pages) {
    const expected = await factsOrRejection(textOfPage(source, page), site);
    verdicts.push(judge(page, expected, await factsOrRejection(textOfPage(built, page), site)));
  }
  const allowed = allowRejected === undefined ? undefined : pageList(allowRejected);
  const notAllowed = verdicts.filter(({ page, sourceRejection }) => sourceRejection && allowed && !allowed.has(page));
  const absent = sources.filter((page) => !builts.has(page));
  const write = json ? writeJson : writeText;
  write(verdicts, absent, notAllowed);
  return isClean(verdicts) && notAllowed.length === 0 ? 0 : 1;
}

/** @type {(verdicts: Verdict[]) => boolean} */
function isClean(verdicts) {
  const { pages, ...counts } = totals(verdicts);
  return pages > 0 && Object.values(counts).every((count) => count === pages);
}

/** @type {(verdicts: Verdict[], absent: string[], notAllowed: Verdict[]) => void} */
function writeText(verdicts, absent, notAllowed) {
  const lines = [
    ...absent.map((page) => `${page}: not built, not counted`),
    ...verdicts.flatMap(describe),
    ...notAllowed.map(({ page }) => `${page}: is not in the list of pages that may be rejected`),
    closingLine(totals(verdicts)),
  ];
  console.log(lines.join('\n'));
}

/** @type {(verdicts: Verdict[], absent: string[], notAllowed: Verdict[]) => void} */
function writeJson(verdicts, absent, notAllowed) {
  const counts = totals(verdicts);
  const pages = verdicts.map(({ page, sourceRejection, rejection, differences }) => ({
    page,
    skipped: sourceRejection?.message,
    rejected: rejection?.message,
    differences,
  }));
  const report = {
    pages,
    absent,
    notAllowed: notAllowed.map(({ page }) => page),
    totals: counts,
    summary: closingLine(counts),
  };
  console.log(JSON.stringify(report, null, 2));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`judge: ${error.message}`);
  process.exitCode = 2;
}
