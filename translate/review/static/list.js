import { element, fill, hidden, part } from "./element.js";
import { plain } from "./notation.js";
import { damages, nameOf, shape } from "./states.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./shapes.js").Unit} Unit */

const NEIGHBOUR = 32;
/** Pixels. */

/** Where each key of the keyboard leads, from a place in the list to another. */
const STEPS = {
  ArrowDown: (/** @type {number} */ here) => here + 1,
  ArrowUp: (/** @type {number} */ here) => here - 1,
  PageDown: (/** @type {number} */ here) => here + 10,
  PageUp: (/** @type {number} */ here) => here - 10,
  Home: () => 0,
  End: () => Infinity,
};

/**
 * Show the listed texts in the order of the page. The list is one stop of the Tab key: arrows choose, Enter goes to the
 * field.
 *
 * @param {Desk} desk
 * @param {Drafts} drafts
 * @param {() => void} enter
 */
export function list(desk, drafts, enter) {
  const box = part("texts");
  const option = (/** @type {Unit} */ unit) => element("li", optionOf(unit, desk), ...content(unit, desk, drafts));
  const found = (/** @type {string} */ key) => document.getElementById(`text-${key}`);

  box.addEventListener("click", (event) => {
    const clicked = /** @type {Element} */ (event.target).closest("[role=option]");
    if (!clicked) return;
    desk.choose(clicked.id.slice("text-".length));
    enter();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && desk.key) {
      event.preventDefault();
      enter();
    }
    if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(desk, STEPS[/** @type {keyof typeof STEPS} */ (event.key)]);
  });

  desk.addEventListener("list", () => {
    const units = desk.listed.map((key) => /** @type {Unit} */ (desk.units.get(key)));
    fill(box, ...units.map(option));
    box.hidden = units.length === 0;
    const none = part("none");
    none.hidden = units.length > 0;
    none.textContent = desk.sought ? "No listed text has these words." : desk.page?.unreadable ? "" : desk.filter.none;
  });
  desk.addEventListener("choice", () => {
    for (const chosen of box.querySelectorAll("[aria-selected=true]")) chosen.setAttribute("aria-selected", "false");
    const now = found(desk.key);
    now?.setAttribute("aria-selected", "true");
    if (now) reveal(now, box);
    if (now) box.setAttribute("aria-activedescendant", now.id);
    else box.removeAttribute("aria-activedescendant");
  });
  desk.addEventListener("unit", (event) => {
    const unit = desk.units.get(/** @type {CustomEvent} */ (event).detail);
    if (unit) found(unit.key)?.replaceChildren(...content(unit, desk, drafts));
  });
}

/**
 * Scroll a list, and nothing around it, until one of its items is seen with something of its neighbours.
 *
 * @param {HTMLElement} item
 * @param {HTMLElement} box
 */
export function reveal(item, box) {
  const { top, bottom } = item.getBoundingClientRect();
  const around = box.getBoundingClientRect();
  const above = top - NEIGHBOUR - around.top;
  const below = bottom + NEIGHBOUR - around.bottom;
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += below;
}

/**
 * Choose another listed text.
 *
 * @param {Desk} desk
 * @param {(here: number) => number} move
 */
export function step(desk, move) {
  const last = desk.listed.length - 1;
  const here = desk.listed.indexOf(desk.key);
  // Below the last text there is the message that the page is done: from there one step up is the last text.
  const next = Math.min(Math.max(move(here < 0 ? last + 1 : here), 0), last);
  if (last >= 0) desk.choose(desk.listed[next]);
}

/**
 * @param {Unit} unit
 * @param {Desk} desk
 */
function optionOf(unit, desk) {
  const heading = unit.kind.startsWith("heading") || unit.kind.endsWith("title");
  return {
    id: `text-${unit.key}`,
    role: "option",
    class: heading ? "heading" : "",
    "aria-selected": String(unit.key === desk.key),
  };
}

/**
 * @param {Unit} unit
 * @param {Desk} desk
 * @param {Drafts} drafts
 */
function content(unit, desk, drafts) {
  return [
    shape(nameOf(unit)),
    element("span", { class: "words", lang: desk.site.source_locale.replaceAll("_", "-"), dir: "auto" }, plain(unit.source, unit.placeholders)),
    damages(unit) && shape("error"),
    drafts.of(unit) && element("span", { class: "unsaved" }, element("span", { "aria-hidden": "true" }, "✎"), hidden(", not saved")),
  ].filter((child) => child !== false && child !== null);
}
