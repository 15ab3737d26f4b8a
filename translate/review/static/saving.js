import { tell } from "./api.js";
import { conflict, gone } from "./conflict.js";
import { part } from "./element.js";
import { reveal } from "./list.js";
import { clipped, plain } from "./notation.js";
import { refusal } from "./refusal.js";

/** @typedef {import("./api.js").Answer} Answer */
/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./findings.js").Findings} Findings */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./shapes.js").Unit} Unit */
/** @typedef {import("./status.js").Status} Status */
/** @typedef {import("./undo.js").Undo} Undo */
/** @typedef {import("./visit.js").Visit} Visit */

/** @typedef {{place: Place, unit: Unit, target: string, isApproved: boolean}} Edit */
/**
 * @typedef {object} Parts
 * @property {Desk} desk
 * @property {Drafts} drafts
 * @property {Field} field
 * @property {Findings} findings
 * @property {Notice} notice
 * @property {Status} status
 * @property {Undo} undo
 * @property {Visit} visit
 */

/** Brings the reviewer's text to disk, and answers for everything that can come between. */
export class Saving {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.isBusy = false;
    this.approvals = 0;
    /** @type {Record<number, (edit: Edit, body: any) => void | Promise<void>>} */
    this.answers = {
      200: (edit, body) => this.#saved(edit, body),
      409: (edit, body) => this.#changed(edit, body),
      410: (edit) => this.#gone(edit),
      422: (_, body) => this.#damaging(body),
      423: () => this.#unreadable(),
    };
  }

  /**
   * Save the text in the field, and go to the next one.
   *
   * @param {boolean} isApproved
   */
  async save(isApproved) {
    const { desk, field, status } = this.parts;
    const unit = desk.unit;
    if (!unit || this.isBusy) return;
    const target = field.text;
    if (isApproved && !target.trim()) {
      status.say("There is nothing to approve yet.", { bad: true });
      field.focus();
      return;
    }
    await this.#send({ place: desk.place, unit, target, isApproved });
  }

  /** @param {Edit} edit */
  async #send(edit) {
    const { place, unit, target, isApproved } = edit;
    const { page, locale, key } = place;
    this.isBusy = true;
    const { status, body } = await tell("/api/save", {
      page,
      locale,
      key,
      base: unit.base,
      target,
      approve: isApproved,
    });
    this.isBusy = false;
    const answer = this.answers[status] ?? (() => this.#failed({ status, body }, edit));
    await answer(edit, body);
  }

  /**
   * @param {Edit} edit
   * @param {any} body
   */
  #saved({ place, unit, target, isApproved }, body) {
    const { desk, notice, status, undo } = this.parts;
    notice.clear("failed", "changed");
    undo.remember(place, body.unit.base);
    this.approvals += Number(isApproved);
    // Who has gone to another page or text meanwhile stays there, and so does who has typed on.
    const isHere = place.page === desk.place.page && place.locale === desk.place.locale;
    const hasMore = isHere && this.#settled(unit, body.unit, target);
    if (isHere) desk.replace(body.unit, body);
    const next = desk.following();
    const isLast = next === undefined && body.unit.state !== "reviewed";
    const done = isApproved ? "Approved" : body.unit.target ? "Saved, needs work" : "Saved without a translation";
    const said = `${done}: “${clipped(plain(unit.source), 40)}”.${isLast ? " No other text waits here." : ""}`;
    status.say(said, { undo: true });
    if (isHere && desk.key === place.key) desk.choose(isLast || hasMore ? unit.key : (next ?? ""));
  }

  /**
   * Give up the draft that was saved; what was typed over it while the save was under way is a draft of its own.
   *
   * @param {Unit} before
   * @param {Unit} after
   * @param {string} target
   */
  #settled(before, after, target) {
    const { drafts } = this.parts;
    const draft = drafts.of(before);
    const hasMore = draft !== null && draft.base === before.base && draft.text !== target;
    if (hasMore) drafts.keep(after, draft.text);
    else drafts.drop(before);
    return hasMore;
  }

  /**
   * @param {Edit} edit
   * @param {{unit: Unit}} body
   */
  async #changed(edit, { unit: theirs }) {
    const { desk, drafts, field, notice } = this.parts;
    const choice = await conflict({ was: edit.unit, theirs, mine: edit.target, locale: desk.locale });
    if (choice === "theirs") drafts.drop(edit.unit);
    else drafts.keep(theirs, edit.target);
    notice.clear("changed");
    desk.replace(theirs);
    desk.choose(theirs.key);
    if (choice === "mine") await this.#send({ ...edit, unit: theirs });
    else field.focus();
  }

  /** @param {Edit} edit */
  async #gone({ unit, target }) {
    const { desk, drafts, notice, status, visit } = this.parts;
    await gone(target, desk.locale);
    drafts.drop(unit);
    notice.clear("changed");
    await visit.again();
    status.say("The page was read anew.");
  }

  /** @param {{findings: import("./shapes.js").Finding[]}} body */
  #damaging({ findings: found }) {
    const { field, findings, status } = this.parts;
    findings.show(found);
    status.say("Not approved: it would damage the page. Mend it, or save it as needing work.", { bad: true });
    status.announce(findings.told);
    field.focus();
    reveal(part("findings"), part("text"));
  }

  async #unreadable() {
    await this.parts.visit.again();
  }

  /**
   * @param {Answer} answer
   * @param {Edit} edit
   */
  #failed({ status, body }, edit) {
    const [title, detail] = refusal(status, body);
    // What was typed since belongs to it; a text that was left is saved as it was.
    const again = () => (this.parts.desk.key === edit.place.key ? this.save(edit.isApproved) : this.#send(edit));
    const action = { title: "Save again", run: () => void again() };
    this.parts.notice.show({ kind: "failed", title: `Not saved. ${title}`, detail, action });
  }
}
