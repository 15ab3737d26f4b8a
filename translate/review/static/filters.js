import { damages, waits } from "./states.js";

/** @typedef {import("./shapes.js").Unit} Unit */
/** @typedef {import("./shapes.js").Counts} Counts */

/**
 * @typedef {object} Filter
 * @property {string} name  As the address has it.
 * @property {string} title
 * @property {string} none  What to say when no text passes.
 * @property {(unit: Unit) => boolean} passes
 * @property {(counts: Counts) => number} count
 */

/** @type {Filter[]} */
export const FILTERS = [
  {
    name: "waiting",
    title: "Waiting",
    none: "Nothing waits on this page.",
    passes: waits,
    count: (counts) => counts.stale + counts.machine + counts.untranslated,
  },
  {
    name: "all",
    title: "All",
    none: "This page has no text to translate.",
    passes: () => true,
    count: (counts) => counts.stale + counts.machine + counts.untranslated + counts.reviewed,
  },
  {
    name: "stale",
    title: "Stale",
    none: "No translation on this page is older than its text.",
    passes: (unit) => unit.state === "stale",
    count: (counts) => counts.stale,
  },
  {
    name: "machine",
    title: "Machine",
    none: "No machine text waits on this page.",
    passes: (unit) => unit.state === "machine",
    count: (counts) => counts.machine,
  },
  {
    name: "untranslated",
    title: "Untranslated",
    none: "Every text of this page has a translation.",
    passes: (unit) => unit.state === "untranslated",
    count: (counts) => counts.untranslated,
  },
  {
    name: "errors",
    title: "Errors",
    none: "No translation would damage this page.",
    passes: damages,
    count: (counts) => counts.errors ?? 0,
  },
  {
    name: "reviewed",
    title: "Reviewed",
    none: "Nothing on this page is reviewed yet.",
    passes: (unit) => unit.state === "reviewed",
    count: (counts) => counts.reviewed,
  },
];

/**
 * Return a filter by its name; an unknown one is the first.
 *
 * @param {string | null} name
 */
export function filterNamed(name) {
  return FILTERS.find((filter) => filter.name === name) ?? FILTERS[0];
}
