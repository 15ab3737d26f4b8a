import { element, fill, part } from "./element.js";
import { pageText } from "./header.js";
import { sentence } from "./notice.js";
import { amount, counted } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./visit.js").Visit} Visit */

/** @typedef {{title: string, run: () => void, primary?: boolean}} Action */
/** @typedef {{kind: string, sign: string, title: string, lines: (string | Node)[], actions: Action[]}} Message */

/**
 * Return what stands where the text would be, when there is none to look at: the page is done, the filter lets nothing
 * through, or the catalog cannot be read.
 *
 * @param {Desk} desk
 * @param {Visit} visit
 * @param {() => number} approvals
 */
export function panel(desk, visit, approvals) {
  const box = part("panel");
  const show = () => {
    box.hidden = desk.unit !== null || desk.page === null;
    if (box.hidden) return;
    const { kind, sign, title, lines, actions } = message(desk, visit, approvals());
    const buttons = actions.map(({ title: words, run, primary }) =>
      element("button", { type: "button", class: primary ? "primary" : "", onclick: run }, words),
    );
    box.className = kind;
    fill(
      box,
      element("p", { class: "seal", "aria-hidden": "true" }, sign),
      element("h2", {}, title),
      ...lines.map((line) => element("p", {}, line)),
      element("div", { class: "choices" }, ...buttons),
    );
  };
  desk.addEventListener("choice", show);
  desk.addEventListener("counts", show);
}

/**
 * @param {Desk} desk
 * @param {Visit} visit
 * @param {number} approvals
 * @returns {Message}
 */
function message(desk, visit, approvals) {
  const next = nextPage(desk, visit);
  if (desk.page?.unreadable) return unreadable(desk.page.unreadable, visit, next);
  if (desk.sought) return { kind: "none", sign: "⌕", title: "Nothing found", lines: ["No listed text has these words."], actions: [] };
  if (desk.units.size === 0) return { kind: "none", sign: "□", title: "Nothing to translate", lines: ["This page has no text."], actions: next };
  if (!desk.isDone()) {
    const all = { title: "List all texts", run: () => desk.sift("all") };
    return { kind: "none", sign: "□", title: desk.filter.none, lines: [], actions: [all] };
  }
  return done(desk, approvals, next);
}

/**
 * @param {Desk} desk
 * @param {number} approvals
 * @param {Action[]} next
 * @returns {Message}
 */
function done(desk, approvals, next) {
  const { name } = desk.locale;
  const texts = counted(desk.units.size, "text", "texts");
  const yours = approvals ? `You have approved ${counted(approvals, "text", "texts")}.` : "";
  const list = { title: "Look through this page", run: () => desk.sift("all") };
  const broken = { title: "Show what damages the page", run: () => desk.sift("errors") };
  const actions = desk.counts.errors ? [broken, ...next, list] : [...next, list];
  if (next.length) {
    const waiting = desk.waiting();
    const left = waiting.reduce((sum, page) => sum + desk.waitingOn(page), 0);
    const rest = `${counted(left, "text waits", "texts wait")} on ${counted(waiting.length, "other page", "other pages")}.`;
    const lines = [`Its ${texts} ${desk.units.size === 1 ? "is" : "are"} reviewed in ${name}. ${yours}`, rest];
    return { kind: "done", sign: "✓", title: "This page is done", lines, actions };
  }
  const pages = desk.site.pages.length;
  const every = pages === 1 ? "Every text of the page is" : `Every text of the ${amount(pages)} pages is`;
  const lines = [`${every} reviewed. ${yours}`, "All of it is saved; you can close this window."];
  return { kind: "done", sign: "✓", title: `${name} is done`, lines, actions };
}

/**
 * @param {import("./shapes.js").Unreadable} trouble
 * @param {Visit} visit
 * @param {Action[]} next
 * @returns {Message}
 */
function unreadable({ path, line, message: reason, hint }, visit, next) {
  const place = element("code", { class: "path" }, line ? `${path}:${line}` : path);
  const lines = [place, sentence(reason), sentence(hint), "Nothing of this page can be saved until then; the other pages go on as ever."];
  const again = { title: "Read it again", run: () => void visit.again() };
  return { kind: "unreadable", sign: "✕", title: "This catalog cannot be read", lines, actions: [again, ...next] };
}

/**
 * @param {Desk} desk
 * @param {Visit} visit
 * @returns {Action[]}
 */
function nextPage(desk, visit) {
  const [next] = desk.waiting();
  if (!next) return [];
  return [{ title: `Go on with ${pageText(next, desk)}`, run: () => void visit.go(next.id, desk.locale.locale), primary: true }];
}
