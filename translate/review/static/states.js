import { element } from "./element.js";

/** @typedef {import("./shapes.js").Unit} Unit */

/**
 * How a state is told: a shape, a word and, by its class, a colour. Nothing is told by colour alone.
 *
 * @type {Record<string, {shape: string, word: string}>}
 */
const SIGNS = {
  reviewed: { shape: "■", word: "reviewed" },
  machine: { shape: "●", word: "machine" },
  draft: { shape: "◐", word: "needs work" },
  stale: { shape: "▲", word: "stale" },
  untranslated: { shape: "□", word: "untranslated" },
  error: { shape: "✕", word: "error" },
};

/**
 * Return the name of a unit's sign. A text that is not reviewed and that no machine signed is somebody's draft.
 *
 * @param {Unit} unit
 */
export function nameOf(unit) {
  return unit.state === "machine" && !unit.engine ? "draft" : unit.state;
}

/**
 * Return the shape of a sign; its word is there for screen readers, unless it stands beside it.
 *
 * @param {string} name
 * @param {{aloud?: boolean}} [options]
 */
export function shape(name, { aloud = true } = {}) {
  const { shape: drawn, word } = SIGNS[name];
  const sign = element("span", { class: `sign ${name}` }, element("span", { "aria-hidden": "true" }, drawn));
  if (aloud) sign.append(element("span", { class: "hidden" }, `${word}: `));
  return sign;
}

/**
 * Return the state of a unit as a badge.
 *
 * @param {Unit} unit
 */
export function badge(unit) {
  const name = nameOf(unit);
  return element("span", { class: `badge ${name}` }, shape(name, { aloud: false }), ` ${wording(unit)}`);
}

/** @param {Unit} unit */
function wording(unit) {
  const { word } = SIGNS[nameOf(unit)];
  if (!unit.engine) return word;
  if (unit.state === "reviewed") return `${word}, first written by ${unit.engine}`;
  return unit.state === "stale" ? `${word}, filled anew by ${unit.engine}` : `${word}: ${unit.engine}`;
}

/** @param {Unit} unit */
export function waits(unit) {
  return unit.state !== "reviewed";
}

/** @param {Unit} unit */
export function damages(unit) {
  return unit.findings.some((finding) => finding.severity === "error");
}
