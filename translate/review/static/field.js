import { element, fill } from "./element.js";
import { cut } from "./notation.js";

/** @typedef {import("./insertion.js").Insertion} Insertion */

/**
 * The field that a translation is typed in: a plain textarea, so that undo, spelling, input methods, screen readers and
 * paste work as everywhere, over a painted copy of its text that marks the placeholders. It tells `input`, and `line`
 * when somebody asks for the line break that a text cannot have.
 */
export class Field extends EventTarget {
  /**
   * @param {HTMLTextAreaElement} area
   * @param {HTMLElement} paint
   */
  constructor(area, paint) {
    super();
    this.area = area;
    this.paint = paint;
    /** @type {Set<number>} */
    this.expected = new Set();
    area.addEventListener("input", () => this.#changed());
    area.addEventListener("beforeinput", (event) => this.#keepToOneLine(event));
  }

  get text() {
    return oneLine(this.area.value);
  }

  /**
   * Show another text, whose placeholders have these numbers.
   *
   * @param {string} text
   * @param {number[]} numbers
   */
  show(text, numbers) {
    this.expected = new Set(numbers);
    this.area.value = text;
    this.area.setSelectionRange(text.length, text.length);
    this.#repaint();
  }

  /**
   * Type something, in a way that the browser can undo.
   *
   * @param {Insertion} insertion
   */
  type({ start, end, text, from, to }) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    // The one way into the browser's own undo history; it is old, and every browser has it.
    const typed = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!typed) {
      this.area.setRangeText(text, start, end);
      this.#changed();
    }
    this.area.setSelectionRange(from, to);
  }

  /**
   * Type a text over all that is there.
   *
   * @param {string} text
   */
  rewrite(text) {
    const end = this.area.value.length;
    if (text !== this.area.value) this.type({ start: 0, end, text, from: text.length, to: text.length });
    else this.area.focus();
  }

  focus() {
    this.area.focus();
  }

  #changed() {
    this.#repaint();
    this.dispatchEvent(new Event("input"));
  }

  #repaint() {
    const pieces = cut(this.area.value).map(({ text, number }) => (number ? this.#mark(text, number) : text));
    // The blank keeps a last, empty line as high as the textarea's.
    fill(this.paint, ...pieces, "\u200b");
  }

  /**
   * @param {string} text
   * @param {number} number
   */
  #mark(text, number) {
    return element("mark", { class: this.expected.has(number) ? "known" : "unknown" }, text);
  }

  /** @param {InputEvent} event */
  #keepToOneLine(event) {
    if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") {
      event.preventDefault();
      this.dispatchEvent(new Event("line"));
    } else if (event.data && /[\r\n]/.test(event.data)) {
      event.preventDefault();
      const text = oneLine(event.data.trim());
      const { selectionStart: start, selectionEnd: end } = this.area;
      this.type({ start, end, text, from: start + text.length, to: start + text.length });
    }
  }
}

/**
 * Return a text with a blank for each line break: a catalog has one line a text.
 *
 * @param {string} text
 */
function oneLine(text) {
  return text.replace(/[^\S\r\n]*[\r\n]+[^\S\r\n]*/g, " ");
}
