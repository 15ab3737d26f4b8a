import { ask } from "./api.js";
import { counted } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./status.js").Status} Status */
/** @typedef {import("./visit.js").Visit} Visit */

const BEAT = 2000;
/** Milliseconds. */

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
      this.#lost(status);
      return;
    }
    this.notice.clear("lost", "stranger");
    if (locale !== this.desk.locale.locale || page !== this.desk.page?.id) return;
    await this.#compare(body.revisions, locale);
  }

  /** @param {number} status */
  #lost(status) {
    const isStranger = status === 401 || status === 403;
    const kind = isStranger ? "stranger" : "lost";
    if (this.notice.kind === kind) return;
    this.notice.show(
      isStranger
        ? { kind, title: "This window belongs to an earlier run.", detail: "Open the address that “translate review” printed." }
        : { kind, title: "The server does not answer.", detail: "What you type stays in this window; nothing can be saved until “translate review” runs again." },
    );
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
    if (isTyping && changed.some((each) => each.key === key)) {
      const detail = "Yours stays in the field; saving it shows both.";
      this.notice.show({ kind: "changed", title: "Another program changed this text while you were typing.", detail });
    } else if (changed.length) {
      this.status.say(`${counted(changed.length, "text was", "texts were")} changed by another program, and read anew.`);
    }
  }

  async #count() {
    const { status, body } = await ask("/api/site");
    if (status !== 200) return;
    this.desk.site.pages = body.pages;
    this.desk.dispatchEvent(new Event("counts"));
  }
}
