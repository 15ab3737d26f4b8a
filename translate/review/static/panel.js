import { element, fill, part } from "./element.js";
import { message } from "./message.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./visit.js").Visit} Visit */

const SEALS = { done: "✓", none: "□", unreadable: "✕" };

/**
 * Say why there is no text to look at, where the text would be: the page is done, the filter lets nothing through, or the
 * catalog cannot be read.
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
    const { kind, title, lines, actions } = message(desk, visit, approvals());
    const buttons = actions.map(({ title: words, run, primary }) =>
      element("button", { type: "button", class: primary ? "primary" : "", onclick: run }, words),
    );
    box.className = kind;
    fill(
      box,
      element("p", { class: "seal", "aria-hidden": "true" }, SEALS[kind]),
      element("h2", {}, title),
      ...lines.map((line) => element("p", {}, line)),
      element("div", { class: "choices" }, ...buttons),
    );
  };
  desk.addEventListener("choice", show);
  desk.addEventListener("counts", show);
}
