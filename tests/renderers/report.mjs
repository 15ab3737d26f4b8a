/**
 * @import { Count, Difference, Place } from './compare.mjs'
 * @import { Verdict } from './verdict.mjs'
 * @typedef {{ pages: number, compile: number } & Record<Count, number>} Totals
 */

const NAMES = /** @type {Record<string, string>} */ ({ frontMatter: 'front matter' });
const WIDTH = 200;

/** Count the pages whose source compiles. @type {(verdicts: Verdict[]) => Totals} */
export function totals(verdicts) {
  const counted = verdicts.filter(({ sourceRejection }) => !sourceRejection);
  const compiled = counted.filter(({ rejection }) => !rejection);
  const same = (/** @type {Count} */ count) =>
    compiled.filter(({ differences }) => differences.every((difference) => difference.count !== count)).length;
  return {
    pages: counted.length,
    compile: compiled.length,
    ids: same('ids'),
    links: same('links'),
    components: same('components'),
    shape: same('shape'),
  };
}

/** @type {(totals: Totals) => string} */
export const closingLine = ({ pages, compile, ids, links, components, shape }) =>
  `${pages} pages, ${compile} compile, ${ids} ids same, ${links} links same, ` +
  `${components} components same, ${shape} shape same`;

/** Describe a page that is not as it should be; nothing for the others. @type {(verdict: Verdict) => string[]} */
export function describe({ page, sourceRejection, rejection, differences }) {
  if (sourceRejection) return [`${page}: skipped, the source is rejected: ${sourceRejection.message}`];
  if (rejection) return [page, `  compile: the built page is rejected: ${rejection.message}`];
  return differences.length ? [page, ...differences.flatMap(describeDifference)] : [];
}

/** @type {(difference: Difference) => string[]} */
function describeDifference({ facet, source, built, lost, added }) {
  const moved = lost.length + added.length === 0;
  return [
    `  ${NAMES[facet] ?? facet}: ${moved ? 'moved' : `${lost.length} lost, ${added.length} added`}`,
    `    source ${describePlace(source)}`,
    `    built  ${describePlace(built)}`,
    ...describeItems('lost ', lost),
    ...describeItems('added', added),
  ];
}

/** @type {(place: Place | undefined) => string} */
function describePlace(place) {
  if (!place) return '(no more)';
  const line = place.line ? `near line ${place.line}: ` : '';
  return clip(line + (place.items.join(', ') || '(none)'));
}

/** @type {(label: string, items: string[]) => string[]} */
function describeItems(label, items) {
  const more = items.length > 3 ? [`    ${label} and ${items.length - 3} more`] : [];
  return [...items.slice(0, 3).map((item) => clip(`    ${label} ${item}`)), ...more];
}

/** @type {(text: string) => string} */
function clip(text) {
  const line = text.replaceAll('\n', '⏎');
  return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
}
