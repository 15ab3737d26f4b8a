/**
 * What the server tells, as JSDoc types; there is no code here.
 *
 * @typedef {"untranslated" | "machine" | "stale" | "reviewed"} State
 * @typedef {{number: number, role: "link" | "image" | "pair" | "lone", legend: string}} Placeholder
 * @typedef {{code: string, severity: "error" | "warning" | "info", message: string, hint: string}} Finding
 * @typedef {{source: string, target: string, share: number}} Similar
 * @typedef {["same" | "gone" | "come", string]} Part  A piece of an edit.
 *
 * @typedef {object} Unit  A text of the page with its translation.
 * @property {string} key
 * @property {string} context
 * @property {string} source
 * @property {string} target
 * @property {State} state
 * @property {string} engine  Which machine wrote the target, or "".
 * @property {string} previous  The source text that the target was made from, when it is another one.
 * @property {string} replaced  A person's older target that a machine's stands in for, or a target that was taken away.
 * @property {string} conflict  What somebody wrote on another branch.
 * @property {string[]} comments
 * @property {string} kind  What it is on the page: `heading 2`, `paragraph`.
 * @property {string} section
 * @property {string} note
 * @property {number} line
 * @property {string} syntax
 * @property {Placeholder[]} placeholders
 * @property {Part[]} diff
 * @property {Finding[]} findings
 * @property {string} base  What the text looked like when it was read; a save says what it was made from.
 * @property {string[]} elsewhere
 * @property {Similar[]} similar
 *
 * @typedef {{reviewed: number, machine: number, stale: number, untranslated: number,
 *   errors: number | null}} Counts  In texts; errors are null until somebody opens the page.
 * @typedef {{left: number, total: number}} Words
 * @typedef {{locale: string, tag: string, name: string, dir: "ltr" | "rtl"}} Locale
 *
 * @typedef {object} PageLine  What is null belongs to a page that cannot be read.
 * @property {string} id
 * @property {string} name
 * @property {Record<string, Counts | null>} counts
 * @property {Record<string, Words | null>} words
 *
 * @typedef {{path: string, line: number, message: string, hint: string}} Unreadable
 *
 * @typedef {object} Site
 * @property {string} project
 * @property {string} source_locale
 * @property {string} source_name
 * @property {string} token
 * @property {Locale[]} locales
 * @property {PageLine[]} pages
 *
 * @typedef {object} Page
 * @property {string} id
 * @property {string} name
 * @property {string} locale
 * @property {string} revision
 * @property {Counts | null} counts
 * @property {Unit[]} units
 * @property {Unreadable | null} unreadable
 */

export {};
