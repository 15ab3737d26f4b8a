import { legendOf } from "./chips.js";
import { element, fill, part } from "./element.js";
import { insertion } from "./insertion.js";
import { used } from "./notation.js";

/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./shapes.js").Placeholder} Placeholder */
/** @typedef {import("./shapes.js").Unit} Unit */

/**
 * Offer the placeholders of a text when somebody types `{`: those that are missing first. Arrows choose, Enter or Tab
 * puts one in, Escape and any other key go on typing. The focus never leaves the field.
 */
export class Picker {
  /**
   * @param {Field} field
   * @param {(words: string) => void} announce
   */
  constructor(field, announce) {
    this.field = field;
    this.announce = announce;
    this.box = part("picker");
    /** @type {Unit | null} */
    this.unit = null;
    /** @type {Placeholder[]} */
    this.offered = [];
    this.chosen = 0;
    field.area.addEventListener("input", (event) => this.#typed(/** @type {InputEvent} */ (event)));
    field.area.addEventListener("keydown", (event) => this.#pressed(event));
    field.area.addEventListener("blur", () => this.close());
    // A press would take the focus, and with it the list, away before the click arrives.
    this.box.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.box.hidden;
  }

  close() {
    this.box.hidden = true;
    this.field.area.removeAttribute("aria-activedescendant");
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.close();
    if (event.data !== "{" || !this.unit || this.unit.placeholders.length === 0) return;
    const counts = used(this.field.text);
    const uses = (/** @type {Placeholder} */ each) => counts.get(each.number) ?? 0;
    this.offered = [...this.unit.placeholders].sort((one, other) => uses(one) - uses(other));
    this.box.hidden = false;
    this.#choose(0);
    this.announce(
      `${this.offered.length === 1 ? "1 placeholder" : `${this.offered.length} placeholders`}, arrows choose`,
    );
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (!this.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.offered.length - 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => this.#choose(Math.min(this.chosen + 1, last)),
      ArrowUp: () => this.#choose(Math.max(this.chosen - 1, 0)),
      Enter: () => this.#take(this.offered[this.chosen]),
      Tab: () => this.#take(this.offered[this.chosen]),
      Escape: () => this.close(),
    };
    if (!(event.key in keys)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys[event.key]();
  }

  /** @param {number} index */
  #choose(index) {
    this.chosen = index;
    fill(this.box, ...this.offered.map((placeholder, at) => this.#option(placeholder, at)));
    this.box.children[index].scrollIntoView({ block: "nearest" });
    this.field.area.setAttribute("aria-activedescendant", this.box.children[index].id);
  }

  /**
   * @param {Placeholder} placeholder
   * @param {number} at
   */
  #option(placeholder, at) {
    const onclick = () => this.#take(placeholder);
    return element(
      "li",
      { id: `placeholder-${placeholder.number}`, role: "option", "aria-selected": String(at === this.chosen), onclick },
      element("span", { class: "number" }, `{${placeholder.number}}`),
      element("span", { class: "legend" }, legendOf(placeholder)),
    );
  }

  /** @param {Placeholder} placeholder */
  #take(placeholder) {
    this.close();
    const { value, selectionStart: caret, selectionEnd } = this.field.area;
    // The brace that opened the list makes way.
    const without = value.slice(0, caret - 1) + value.slice(caret);
    const at = { value: without, selectionStart: caret - 1, selectionEnd: selectionEnd - 1 };
    const put = insertion(placeholder, this.unit?.source ?? "", at);
    this.field.type({ ...put, end: put.end + 1 });
  }
}
