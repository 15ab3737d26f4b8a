import { tell } from "./api.js";
import { refusal } from "./refusal.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./status.js").Status} Status */
/** @typedef {import("./visit.js").Visit} Visit */

/**
 * Why a save can no longer be taken back, whatever one does.
 *
 * @type {Record<number, string>}
 */
const LOST = {
  404: "It was not saved in this run.",
  409: "Somebody else has changed it since.",
  410: "The page does not have it any more.",
};

/** Takes saves back, the last one first: a text, its state and its comments are as they were before. */
export class Undo {
  /** @param {{desk: Desk, status: Status, visit: Visit}} parts */
  constructor({ desk, status, visit }) {
    this.desk = desk;
    this.status = status;
    this.visit = visit;
    /** @type {{place: Place, base: string}[]} */
    this.saves = [];
  }

  /**
   * Remember a save, and what the text became by it.
   *
   * @param {Place} place
   * @param {string} base
   */
  remember(place, base) {
    this.saves.push({ place, base });
  }

  async run() {
    const last = this.saves.pop();
    if (!last) {
      this.status.say("There is nothing to take back.");
      return;
    }
    const { page, locale, key } = last.place;
    const { status, body } = await tell("/api/undo", { page, locale, key, base: last.base });
    if (status === 200) {
      await this.#show(last.place, body);
      return;
    }
    if (!(status in LOST)) this.saves.push(last);
    this.status.say(`Not taken back. ${LOST[status] ?? refusal(status, body)[0]}`, { bad: true });
  }

  /**
   * @param {Place} place
   * @param {any} body
   */
  async #show({ page, locale, key }, body) {
    const { desk } = this;
    if (page !== desk.page?.id || locale !== desk.locale.locale) await this.visit.go(page, locale);
    desk.replace(body.unit, body);
    desk.reach(key);
    this.status.say("Taken back.");
  }
}
