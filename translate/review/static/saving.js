import { tell } from "./api.js";
import { conflict, gone } from "./conflict.js";
import { part } from "./element.js";
import { reveal } from "./list.js";
import { clipped, plain } from "./notation.js";
import { sentence } from "./notice.js";

/** @typedef {import("./api.js").Answer} Answer */
/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./findings.js").Findings} Findings */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./shapes.js").Unit} Unit */
/** @typedef {import("./status.js").Status} Status */
/** @typedef {import("./visit.js").Visit} Visit */

/** @typedef {{place: Place, unit: Unit, target: string, isApproved: boolean}} Edit */
/** @typedef {{place: Place, base: string}} Saved */
/**
 * @typedef {object} Parts
 * @property {Desk} desk
 * @property {Drafts} drafts
 * @property {Field} field
 * @property {Findings} findings
 * @property {Notice} notice
 * @property {Status} status
 * @property {Visit} visit
 */

/** Brings the reviewer's text to disk, and answers for everything that can come between. */
export class Saving {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.isBusy = false;
    this.approvals = 0;
    /** @type {Saved[]} */
    this.saves = [];
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

  /** Take the last save back: the text, its state and its comments are as they were before. */
  async undo() {
    const { desk, status, visit } = this.parts;
    const last = this.saves.pop();
    if (!last || this.isBusy) {
      status.say("There is nothing to take back.");
      return;
    }
    const { page, locale, key } = last.place;
    const { status: code, body } = await this.#told("/api/undo", { page, locale, key, base: last.base });
    if (code === 0) this.saves.push(last);
    if (code !== 200) {
      this.#cannotUndo(code, body);
      return;
    }
    if (page !== desk.page?.id || locale !== desk.locale.locale) await visit.go(page, locale);
    desk.replace(body.unit, body);
    desk.reach(key);
    status.say("Taken back.");
  }

  /** @param {Edit} edit */
  async #send(edit) {
    const { place, unit, target, isApproved } = edit;
    const { page, locale, key } = place;
    const { status, body } = await this.#told("/api/save", {
      page, locale, key, base: unit.base, target, approve: isApproved,
    });
    const answer = this.answers[status] ?? (() => this.#failed({ status, body }, edit));
    await answer(edit, body);
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  async #told(path, body) {
    this.isBusy = true;
    try {
      return await tell(path, body);
    } finally {
      this.isBusy = false;
    }
  }

  /**
   * @param {Edit} edit
   * @param {any} body
   */
  #saved({ place, unit, isApproved }, body) {
    const { desk, drafts, notice, status } = this.parts;
    notice.clear("failed", "changed");
    drafts.drop(unit);
    this.saves.push({ place, base: body.unit.base });
    this.approvals += Number(isApproved);
    desk.replace(body.unit, body);
    const next = desk.following();
    const isLast = next === undefined && body.unit.state !== "reviewed";
    const done = isApproved ? "Approved" : body.unit.target ? "Saved, needs work" : "Saved without a translation";
    status.say(`${done}: “${clipped(plain(unit.source), 40)}”.${isLast ? " No other text waits here." : ""}`, { undo: true });
    if (!isLast) desk.choose(next ?? "");
    else desk.choose(unit.key);
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
    const { desk, drafts, status, visit } = this.parts;
    await gone(target, desk.locale);
    drafts.drop(unit);
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
    const action = { title: "Save again", run: () => this.#send(edit) };
    this.parts.notice.show({ kind: "failed", title, detail, action });
  }

  /**
   * @param {number} code
   * @param {any} body
   */
  #cannotUndo(code, body) {
    const reason = { 404: "it was not saved in this run", 409: "somebody else changed it since", 410: "the page no longer has it" }[code];
    this.parts.status.say(`Not taken back: ${reason ?? refusal(code, body)[0]}`, { bad: true });
  }
}

/**
 * Return what is wrong, and what to do about it.
 *
 * @param {number} status
 * @param {{message?: string, hint?: string}} body
 * @returns {[string, string]}
 */
function refusal(status, { message, hint }) {
  if (status === 0) return ["Not saved: the server does not answer.", "Your text stays here; is “translate review” still running?"];
  if (status === 401 || status === 403) {
    return ["Not saved: this window belongs to an earlier run.", "Copy your text, and open the address that “translate review” printed."];
  }
  return [sentence(`not saved: ${message ?? `the server answered ${status}`}`), sentence(hint || "your text stays here")];
}
