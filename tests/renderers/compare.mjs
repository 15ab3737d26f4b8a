/**
 * @import { Facet, Facts, Group } from './facts/page.mjs'
 *
 * @typedef {'ids' | 'links' | 'components' | 'shape'} Count  What the closing line counts.
 *
 * @typedef {object} Difference
 * @property {Facet} facet
 * @property {Count} count
 * @property {Place | undefined} source  Where the two first differ; undefined past the end.
 * @property {Place | undefined} built
 * @property {string[]} lost  All that the built page has no longer, wherever it stands.
 * @property {string[]} added
 *
 * @typedef {{ line: number, items: string[] }} Place
 */

/** @type {Record<Facet, Count>} */
export const FACETS = {
  headings: 'ids',
  links: 'links',
  components: 'components',
  scripts: 'components',
  frontMatter: 'components',
  blocks: 'shape',
  code: 'shape',
};

/**
 * Compare the facts of a source and a built page; the order of places counts, that inside a place does not.
 * @param {Facts} source
 * @param {Facts} built
 * @returns {Difference[]}
 */
export function compare(source, built) {
  return Object.entries(FACETS).flatMap(([name, count]) => {
    const facet = /** @type {Facet} */ (name);
    const difference = firstDifference(source[facet], built[facet]);
    return difference ? [{ facet, count, ...difference }] : [];
  });
}

/** @type {(source: Group[], built: Group[]) => Omit<Difference, 'facet' | 'count'> | undefined} */
function firstDifference(source, built) {
  // With as many blocks on both sides a fact must stay in its block; a lost block must not hide the other facts.
  const [left, right] = source.length === built.length ? [source, built] : [source, built].map(filled);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    if (key(left[index]) === key(right[index])) continue;
    return {
      source: left[index],
      built: right[index],
      lost: missing(left, right),
      added: missing(right, left),
    };
  }
  return undefined;
}

/** @type {(groups: Group[]) => Group[]} */
const filled = (groups) => groups.filter(({ items }) => items.length > 0);

/** @type {(group: Group | undefined) => string | undefined} */
const key = (group) => group && JSON.stringify(group.items);

/** @type {(groups: Group[], others: Group[]) => string[]} */
function missing(groups, others) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of others.flatMap(({ items }) => items)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return groups
    .flatMap(({ items }) => items)
    .filter((item) => {
      const left = counts.get(item) ?? 0;
      counts.set(item, left - 1);
      return left <= 0;
    });
}
