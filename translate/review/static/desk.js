import { filterNamed } from "./filters.js";
import { waits } from "./states.js";

/** @typedef {import("./shapes.js").Site} Site */
/** @typedef {import("./shapes.js").Page} Page */
/** @typedef {import("./shapes.js").PageLine} PageLine */
/** @typedef {import("./shapes.js").Unit} Unit */
/** @typedef {import("./shapes.js").Counts} Counts */
/** @typedef {import("./shapes.js").Words} Words */
/** @typedef {import("./place.js").Place} Place */

/** @type {Counts} */
const NOTHING = { reviewed: 0, machine: 0, stale: 0, untranslated: 0, errors: 0 };

/**
 * What lies on the reviewer's desk: the site, one page of it, the texts that the filter lets through, and the one that
 * is looked at. Who shows any of it listens:
 *
 * - `page`: another page, or the same one read anew
 * - `list`: other texts are listed
 * - `choice`: another text is looked at
 * - `unit`: a text has changed (`event.detail` is its key)
 * - `draft`: what is typed over a text is not saved, or not any more (as well)
 * - `counts`: there is more or less to do
 */
export class Desk extends EventTarget {
  /** @param {Site} site */
  constructor(site) {
    super();
    this.site = site;
    this.locale = site.locales[0];
    /** @type {Page | null} */
    this.page = null;
    /** @type {Map<string, Unit>} */
    this.units = new Map();
    this.filter = filterNamed(null);
    this.sought = "";
    /**
     * The keys of the listed texts. A text that leaves the filter by being approved stays listed, so that nothing
     * jumps, until somebody filters again.
     *
     * @type {string[]}
     */
    this.listed = [];
    this.key = "";
  }

  /** The text that is looked at, or null. */
  get unit() {
    return this.units.get(this.key) ?? null;
  }

  /** @returns {Place} */
  get place() {
    return { page: this.page?.id ?? "", locale: this.locale.locale, filter: this.filter.name, key: this.key };
  }

  /** The page as a line of the site. */
  get line() {
    return this.site.pages.find((line) => line.id === this.page?.id) ?? null;
  }

  /** The counts of the page. */
  get counts() {
    return this.line?.counts[this.locale.locale] ?? NOTHING;
  }

  /**
   * Lay a page on the desk.
   *
   * @param {Page} page
   * @param {{filter: string, key: string}} wanted
   */
  open(page, { filter, key }) {
    this.locale = this.site.locales.find((locale) => locale.locale === page.locale) ?? this.locale;
    this.page = page;
    this.units = new Map(page.units.map((unit) => [unit.key, unit]));
    this.filter = filterNamed(filter);
    this.sought = "";
    this.count(page.counts);
    this.list();
    // Who follows an address to a text sees it, whatever the filter says by now.
    if (this.units.has(key)) this.list(new Set([key]));
    this.key = this.units.has(key) ? key : (this.first() ?? "");
    for (const name of ["page", "list", "choice", "counts"]) this.dispatchEvent(new Event(name));
  }

  /**
   * Take over what another program has done to the page, and return the texts that it changed. The one that is being
   * typed stays as it was read, also where the page lost it, so that its save finds out.
   *
   * @param {Page} page
   * @param {boolean} isTyping
   * @returns {Unit[]}
   */
  refresh(page, isTyping) {
    const changed = page.units.filter((unit) => this.units.get(unit.key)?.base !== unit.base);
    const before = this.unit;
    this.page = page;
    this.units = new Map(page.units.map((unit) => [unit.key, unit]));
    if (before && isTyping && !page.unreadable) this.units.set(before.key, before);
    this.count(page.counts);
    this.list(new Set(this.listed));
    if (!this.unit) this.key = this.first() ?? "";
    for (const name of ["page", "list", "counts"]) this.dispatchEvent(new Event(name));
    // Who is in the middle of a text that nobody touched is not disturbed.
    if (this.unit?.base !== before?.base) this.dispatchEvent(new Event("choice"));
    return changed;
  }

  /**
   * List what the filter and the search let through, and what `kept` names.
   *
   * @param {Set<string>} [kept]
   */
  list(kept = new Set()) {
    const sought = this.sought.trim().toLocaleLowerCase();
    const found = (/** @type {Unit} */ unit) => `${unit.source}\n${unit.target}`.toLocaleLowerCase().includes(sought);
    this.listed = [...this.units.values()]
      .filter((unit) => kept.has(unit.key) || this.filter.passes(unit))
      .filter((unit) => !sought || found(unit))
      .map((unit) => unit.key);
  }

  /** @param {string} name */
  sift(name) {
    this.filter = filterNamed(name);
    this.#listAnew();
  }

  /** @param {string} words */
  seek(words) {
    this.sought = words;
    this.#listAnew();
  }

  #listAnew() {
    this.list();
    this.dispatchEvent(new Event("list"));
    if (!this.listed.includes(this.key)) this.choose(this.first() ?? "");
  }

  /** @param {string} key */
  choose(key) {
    this.key = key;
    this.dispatchEvent(new Event("choice"));
  }

  /**
   * Choose a text that the filter may have left out.
   *
   * @param {string} key
   */
  reach(key) {
    if (!this.listed.includes(key)) {
      this.list(new Set([...this.listed, key]));
      this.dispatchEvent(new Event("list"));
    }
    this.choose(key);
  }

  /**
   * Put a text in the place of what was there, with what it changes in the counts.
   *
   * @param {Unit} unit
   * @param {{counts?: Counts, words?: Words, revision?: string}} [news]
   */
  replace(unit, { counts, words, revision } = {}) {
    this.units.set(unit.key, unit);
    if (this.page && revision) this.page.revision = revision;
    if (counts) this.count(counts, words);
    this.dispatchEvent(new CustomEvent("unit", { detail: unit.key }));
    this.dispatchEvent(new Event("counts"));
  }

  /**
   * @param {Counts | null} counts
   * @param {Words} [words]
   */
  count(counts, words) {
    if (!this.line) return;
    this.line.counts[this.locale.locale] = counts;
    if (words) this.line.words[this.locale.locale] = words;
  }

  /** Return the key of the first listed text that the filter still lets through, or of the first one. */
  first() {
    return this.listed.find((key) => this.#passes(key)) ?? this.listed[0];
  }

  /**
   * Return the key of the next listed text that the filter still lets through: below the present one, then from the
   * top. Undefined when there is no other.
   */
  following() {
    const here = this.listed.indexOf(this.key);
    const others = [...this.listed.slice(here + 1), ...this.listed.slice(0, Math.max(here, 0))];
    return others.find((key) => this.#passes(key));
  }

  /** @param {string} key */
  #passes(key) {
    const unit = this.units.get(key);
    return unit !== undefined && this.filter.passes(unit);
  }

  /**
   * Tell whether the page has lost a text that is still on the desk, since somebody types in it.
   *
   * @param {string} key
   */
  isLost(key) {
    return this.page !== null && !this.page.unreadable && !this.page.units.some((unit) => unit.key === key);
  }

  /** Tell whether no text of the page waits for a person. */
  isDone() {
    return this.page !== null && !this.page.unreadable && ![...this.units.values()].some(waits);
  }

  /**
   * Return how many texts wait on a page.
   *
   * @param {PageLine} page
   */
  waitingOn(page) {
    return waitingTexts(page.counts[this.locale.locale] ?? NOTHING);
  }

  /** Return the other pages where texts wait: those with stale ones first, then those with machine ones. */
  waiting() {
    const rank = (/** @type {PageLine} */ page) => {
      const counts = page.counts[this.locale.locale];
      return counts?.stale ? 0 : counts?.machine ? 1 : 2;
    };
    return this.site.pages
      .filter((page) => page.id !== this.page?.id && this.waitingOn(page) > 0)
      .sort((one, other) => rank(one) - rank(other));
  }
}

/** @param {Counts} counts */
export function waitingTexts(counts) {
  return counts.stale + counts.machine + counts.untranslated;
}
