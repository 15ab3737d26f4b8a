import { ask } from "./api.js";
import { counted } from "./numbers.js";
import { refusal } from "./refusal.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./status.js").Status} Status */
/** @typedef {import("./visit.js").Visit} Visit */

/** Milliseconds. */
const BEAT = 2000;

/** Notices what other programs do to the catalogs, and whether the server is still there. */
export class Pulse {
  /** @param {{desk: Desk, drafts: Drafts, notice: Notice, status: Status, visit: Visit}} parts */
  constructor({ desk, drafts, notice, status, visit }) {
    this.desk = desk;
    this.drafts = drafts;
    this.notice = notice;
    this.status = status;
    this.visit = visit;
    /** @type {Record<string, string>} */
    this.revisions = {};
    this.locale = "";
  }

  begin() {
    window.setInterval(() => this.beat(), BEAT);
  }

  async beat() {
    if (document.hidden || document.querySelector("dialog[open]")) return;
    const { locale, page } = this.desk.place;
    const { status, body } = await ask(`/api/pulse?${new URLSearchParams({ l: locale })}`);
    if (status !== 200) {
      this.#lost(status, body);
      return;
    }
    this.notice.clear("lost");
    if (locale !== this.desk.locale.locale || page !== this.desk.page?.id) return;
    await this.#compare(body.revisions, locale);
  }

  /**
   * @param {number} status
   * @param {any} body
   */
  #lost(status, body) {
    // A save that failed has more to say about it.
    if (this.notice.kind === "lost" || this.notice.kind === "failed") return;
    const [title, detail] = refusal(status, body);
    this.notice.show({ kind: "lost", title, detail });
  }

  /**
   * @param {Record<string, string>} revisions
   * @param {string} locale
   */
  async #compare(revisions, locale) {
    const before = this.locale === locale ? this.revisions : revisions;
    this.revisions = revisions;
    this.locale = locale;
    const here = this.desk.page;
    if (here && revisions[here.id] !== here.revision) await this.#refresh();
    const others = Object.keys(revisions).filter((id) => id !== here?.id && revisions[id] !== before[id]);
    if (others.length) await this.#count();
  }

  async #refresh() {
    const { key, unit } = this.desk;
    const isTyping = unit !== null && this.drafts.of(unit) !== null;
    const changed = await this.visit.again(isTyping);
    if (isTyping && this.desk.isLost(key)) {
      const detail = "What you typed stays in the field until you save it, or go on.";
      this.notice.show({ kind: "changed", title: "The page does not have this text any more.", detail });
    } else if (isTyping && changed.some((each) => each.key === key)) {
      const detail = "Yours stays in the field; saving it shows both.";
      this.notice.show({ kind: "changed", title: "Another program changed this text while you were typing.", detail });
    } else if (changed.length) {
      this.status.say(
        `${counted(changed.length, "text was", "texts were")} changed by another program, and read anew.`,
      );
    }
  }

  async #count() {
    const { status, body } = await ask("/api/site");
    if (status !== 200) return;
    this.desk.site.pages = body.pages;
    this.desk.dispatchEvent(new Event("counts"));
  }
}
