import { element, fill, hidden, part } from "./element.js";
import { FILTERS } from "./filters.js";
import { amount } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */

const ALWAYS = new Set(["waiting", "all"]);

/**
 * Show which texts can be listed, as buttons with their numbers, and a field to search in them.
 *
 * @param {Desk} desk
 */
export function sieve(desk) {
  const buttons = new Map(FILTERS.map((filter) => [filter, button(filter.title, () => desk.sift(filter.name))]));
  fill(part("filters"), ...buttons.values());
  const search = /** @type {HTMLInputElement} */ (part("search"));
  search.addEventListener("input", () => desk.seek(search.value));
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !search.value) return;
    // Some browsers empty a search field on Escape without saying so.
    event.preventDefault();
    search.value = "";
    desk.seek("");
  });

  const show = () => {
    for (const [filter, shown] of buttons) {
      const count = filter.count(desk.counts);
      const chosen = filter === desk.filter;
      shown.hidden = !count && !chosen && !ALWAYS.has(filter.name);
      shown.setAttribute("aria-pressed", String(chosen));
      fill(
        shown,
        filter.title,
        " ",
        element("span", { class: "count" }, amount(count)),
        hidden(count === 1 ? " text" : " texts"),
      );
    }
  };
  for (const event of ["list", "counts"]) desk.addEventListener(event, show);
  desk.addEventListener("page", () => (search.value = desk.sought));
}

/**
 * @param {string} title
 * @param {() => void} onclick
 */
function button(title, onclick) {
  return element("button", { type: "button", class: "filter", onclick }, title);
}
