import { element, fill, hidden, part } from "./element.js";
import { plain } from "./notation.js";
import { damages, nameOf, shape } from "./states.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./shapes.js").Unit} Unit */

const ID = "text-";
/** Pixels. */
const NEIGHBOUR = 32;

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
 * The listed texts in the order of the page. The list is one stop of the Tab key: arrows choose, Enter goes to the field.
 */
export class List {
  /**
   * @param {Desk} desk
   * @param {Drafts} drafts
   * @param {() => void} enter
   */
  constructor(desk, drafts, enter) {
    this.desk = desk;
    this.drafts = drafts;
    this.enter = enter;
    this.box = part("texts");
    this.box.addEventListener("click", (event) => this.#clicked(event));
    this.box.addEventListener("keydown", (event) => this.#pressed(event));
    desk.addEventListener("list", () => this.#show());
    desk.addEventListener("choice", () => this.#select());
    for (const name of ["unit", "draft"]) desk.addEventListener(name, (event) => this.#renew(event));
  }

  #show() {
    const { desk } = this;
    const units = desk.listed.map((key) => /** @type {Unit} */ (desk.units.get(key)));
    const isChosen = (/** @type {Unit} */ { key }) => key === desk.key;
    fill(this.box, ...units.map((unit) => element("li", attributes(unit, isChosen(unit)), ...this.#content(unit))));
    this.box.hidden = units.length === 0;
    part("none").hidden = units.length > 0 || Boolean(desk.page?.unreadable);
    part("none").textContent = desk.sought ? "No listed text has these words." : desk.filter.none;
  }

  #select() {
    for (const old of this.box.querySelectorAll("[aria-selected=true]")) old.setAttribute("aria-selected", "false");
    const chosen = this.#option(this.desk.key);
    if (!chosen) {
      this.box.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    this.box.setAttribute("aria-activedescendant", chosen.id);
    reveal(chosen, this.box);
  }

  /** @param {Event} event */
  #renew(event) {
    const unit = this.desk.units.get(/** @type {CustomEvent} */ (event).detail);
    if (unit) this.#option(unit.key)?.replaceChildren(...this.#content(unit));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (!option) return;
    this.desk.choose(option.id.slice(ID.length));
    this.enter();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && this.desk.key) {
      event.preventDefault();
      this.enter();
    } else if (event.key in STEPS) {
      event.preventDefault();
      step(this.desk, STEPS[/** @type {keyof typeof STEPS} */ (event.key)]);
    }
  }

  /** @param {string} key */
  #option(key) {
    return document.getElementById(ID + key);
  }

  /** @param {Unit} unit */
  #content(unit) {
    const lang = this.desk.site.source_locale.replaceAll("_", "-");
    const unsaved = () => [element("span", { "aria-hidden": "true" }, "✎"), hidden(", not saved")];
    return [
      shape(nameOf(unit)),
      element("span", { class: "words", lang, dir: "auto" }, plain(unit.source, unit.placeholders)),
      damages(unit) ? shape("error") : "",
      this.drafts.of(unit) ? element("span", { class: "unsaved" }, ...unsaved()) : "",
    ];
  }
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
 * @param {boolean} isChosen
 */
function attributes(unit, isChosen) {
  const isHeading = unit.kind.startsWith("heading") || unit.kind.endsWith("title");
  return {
    id: ID + unit.key,
    role: "option",
    class: isHeading ? "heading" : "",
    "aria-selected": String(isChosen),
  };
}
