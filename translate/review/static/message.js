import { element } from "./element.js";
import { pageText } from "./header.js";
import { sentence } from "./notice.js";
import { amount, counted } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./shapes.js").Unreadable} Unreadable */
/** @typedef {import("./visit.js").Visit} Visit */

/** @typedef {{title: string, run: () => void, primary?: boolean}} Action */

/**
 * What stands where the text would be, when there is none to look at.
 *
 * @typedef {{kind: "done" | "none" | "unreadable", title: string, lines: (string | Node)[], actions: Action[]}} Message
 */

/**
 * Return why there is no text to look at, and how to go on.
 *
 * @param {Desk} desk
 * @param {Visit} visit
 * @param {number} approvals
 * @returns {Message}
 */
export function message(desk, visit, approvals) {
  const next = nextPage(desk, visit);
  if (desk.page?.unreadable) return unreadable(desk.page.unreadable, visit, next);
  if (desk.sought) return none("Nothing found", ["No listed text has these words."], []);
  if (desk.units.size === 0) return none("Nothing to translate", ["This page has no text."], next);
  if (!desk.isDone()) return none(desk.filter.none, [], [lister("List all texts", desk)]);
  const yours = approvals ? ` You have approved ${counted(approvals, "text", "texts")}.` : "";
  return next.length ? pageDone(desk, yours, next) : localeDone(desk, yours);
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @param {Action[]} actions
 * @returns {Message}
 */
function none(title, lines, actions) {
  return { kind: "none", title, lines, actions };
}

/**
 * @param {Desk} desk
 * @param {string} yours
 * @param {Action[]} next
 * @returns {Message}
 */
function pageDone(desk, yours, next) {
  const pages = desk.waiting();
  const texts = pages.reduce((sum, page) => sum + desk.waitingOn(page), 0);
  const here = desk.units.size === 1 ? "Its text is" : `Its ${amount(desk.units.size)} texts are`;
  const lines = [
    `${here} reviewed in ${desk.locale.name}.${yours}`,
    `${counted(texts, "text waits", "texts wait")} on ${counted(pages.length, "other page", "other pages")}.`,
  ];
  return { kind: "done", title: "This page is done", lines, actions: [...broken(desk), ...next, look(desk)] };
}

/**
 * @param {Desk} desk
 * @param {string} yours
 * @returns {Message}
 */
function localeDone(desk, yours) {
  const { pages } = desk.site;
  const unread = pages.filter((page) => page.counts[desk.locale.locale] === null).length;
  const every = pages.length === 1 ? "the page" : `the ${amount(pages.length)} pages`;
  const lines = unread
    ? [`Nothing else waits.${yours}`, `${counted(unread, "page", "pages")} cannot be read, though.`]
    : [`Every text of ${every} is reviewed.${yours}`, "All of it is saved; you can close this window."];
  const title = unread ? "This page is done" : `${desk.locale.name} is done`;
  return { kind: "done", title, lines, actions: [...broken(desk), look(desk)] };
}

/**
 * @param {Unreadable} trouble
 * @param {Visit} visit
 * @param {Action[]} next
 * @returns {Message}
 */
function unreadable({ path, line, message: reason, hint }, visit, next) {
  const place = element("code", { class: "path" }, line ? `${path}:${line}` : path);
  const rest = "Nothing of this page can be saved until then; the other pages go on as ever.";
  const again = { title: "Read it again", run: () => void visit.again() };
  const lines = [place, sentence(reason), sentence(hint), rest];
  return { kind: "unreadable", title: "This catalog cannot be read", lines, actions: [again, ...next] };
}

/**
 * @param {Desk} desk
 * @param {Visit} visit
 * @returns {Action[]}
 */
function nextPage(desk, visit) {
  const run = (/** @type {string} */ id) => () => void visit.go(id, desk.locale.locale);
  const proposed = (/** @type {import("./shapes.js").PageLine} */ page) => `Go on with ${pageText(page, desk)}`;
  return desk
    .waiting()
    .slice(0, 1)
    .map((page) => ({ title: proposed(page), run: run(page.id), primary: true }));
}

/**
 * @param {Desk} desk
 * @returns {Action[]}
 */
function broken(desk) {
  return desk.counts.errors ? [lister("Show what damages the page", desk, "errors")] : [];
}

/** @param {Desk} desk */
function look(desk) {
  return lister("Look through this page", desk);
}

/**
 * @param {string} title
 * @param {Desk} desk
 * @param {string} filter
 */
function lister(title, desk, filter = "all") {
  return { title, run: () => desk.sift(filter) };
}
