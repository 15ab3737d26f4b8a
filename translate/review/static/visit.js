import { ask } from "./api.js";
import { part } from "./element.js";
import { addressOf, placeOf } from "./place.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./shapes.js").Unit} Unit */

/** Goes from page to page, and keeps the address of the window true. */
export class Visit {
  /**
   * @param {Desk} desk
   * @param {Notice} notice
   * @param {() => void} arrived
   */
  constructor(desk, notice, arrived) {
    this.desk = desk;
    this.notice = notice;
    this.arrived = arrived;
    this.visits = 0;
    window.addEventListener("popstate", () => this.#read(placeOf(location)));
    for (const event of ["choice", "list"]) desk.addEventListener(event, () => this.#correct());
  }

  /** Open the place that the address names. */
  begin() {
    return this.#read(placeOf(location));
  }

  /**
   * Open a page in a locale, where it waits.
   *
   * @param {string} page
   * @param {string} locale
   */
  go(page, locale) {
    const place = { page, locale, filter: "waiting", key: "" };
    history.pushState(null, "", addressOf(place));
    return this.#read(place);
  }

  /**
   * Read the page at hand once more: another program changed it. Return the texts that are not what they were.
   *
   * @param {boolean} [isTyping]
   * @returns {Promise<Unit[]>}
   */
  async again(isTyping = false) {
    const { page, locale } = this.desk.place;
    const { status, body } = await ask(this.#path(page, locale));
    const isThere = this.desk.page?.id === page && this.desk.locale.locale === locale;
    return status === 200 && isThere ? this.desk.refresh(body, isTyping) : [];
  }

  /** @param {Place} place */
  async #read(place) {
    const locale = place.locale || this.desk.site.locales[0].locale;
    const visit = ++this.visits;
    part("main").setAttribute("aria-busy", "true");
    const { status, body } = await ask(this.#path(place.page, locale));
    // Who goes somewhere else before the answer is here does not want it any more.
    if (visit !== this.visits) return;
    part("main").removeAttribute("aria-busy");
    if (status === 200) {
      this.desk.open(body, place);
      this.arrived();
      return;
    }
    const [title, detail] = TROUBLES[status] ?? ["The page could not be opened.", body.message ?? ""];
    this.notice.show({ kind: "page", title, detail, action: { title: "Try again", run: () => this.#read(place) } });
  }

  /**
   * @param {string} page
   * @param {string} locale
   */
  #path(page, locale) {
    return `/api/page/${encodeURIComponent(page)}?${new URLSearchParams({ l: locale })}`;
  }

  #correct() {
    if (this.desk.page) history.replaceState(null, "", addressOf(this.desk.place));
  }
}

/** @type {Record<number, [string, string]>} */
const TROUBLES = {
  0: ["The server does not answer.", "Is “translate review” still running?"],
  404: ["There is no such page.", "Choose another one above."],
};
