/** @typedef {import("./shapes.js").Unit} Unit */

/**
 * What was typed and not saved. It survives a reload of the tab, and knows what it was typed over:
 * a draft over another text is offered, never put in.
 *
 * @typedef {{base: string, text: string}} Draft
 */
export class Drafts {
  /** @param {Storage} storage */
  constructor(storage) {
    this.storage = storage;
    this.prefix = "";
  }

  /**
   * Look at the drafts of one page and locale from now on.
   *
   * @param {string} page
   * @param {string} locale
   */
  turn(page, locale) {
    this.prefix = `draft ${locale} ${page} `;
  }

  /**
   * Keep what stands in the field; the saved text itself is no draft.
   *
   * @param {Unit} unit
   * @param {string} text
   */
  keep(unit, text) {
    if (text === unit.target) this.drop(unit);
    else this.storage.setItem(this.prefix + unit.key, JSON.stringify({ base: unit.base, text }));
  }

  /** @param {Unit} unit */
  drop(unit) {
    this.storage.removeItem(this.prefix + unit.key);
  }

  /**
   * Return the draft of a unit, or null.
   *
   * @param {Unit} unit
   * @returns {Draft | null}
   */
  of(unit) {
    return JSON.parse(this.storage.getItem(this.prefix + unit.key) ?? "null");
  }

  /** Tell whether anything typed anywhere is not saved. */
  any() {
    return Object.keys(this.storage).some((key) => key.startsWith("draft "));
  }
}
