import { element, fill, part } from "./element.js";

/**
 * @typedef {object} Trouble
 * @property {string} kind
 * @property {string} title
 * @property {string} detail
 * @property {{title: string, run: () => void}} [action]
 */

/** The one thing above the page that somebody has to know before going on. */
export class Notice {
  constructor() {
    this.box = part("notice");
    this.kind = "";
  }

  /** @param {Trouble} trouble */
  show({ kind, title, detail, action }) {
    this.kind = kind;
    const run =
      action &&
      (() => {
        this.clear(kind);
        action.run();
      });
    fill(
      this.box,
      element("span", { class: "sign", "aria-hidden": "true" }, "▲"),
      element("p", {}, element("strong", {}, title), " ", detail),
      action ? element("button", { type: "button", class: "small", onclick: run }, action.title) : null,
      element("button", { type: "button", class: "small plain", onclick: () => this.clear(kind) }, "Close"),
    );
    this.box.hidden = false;
  }

  /**
   * Take a notice away, if it is one of these.
   *
   * @param {...string} kinds
   */
  clear(...kinds) {
    if (!kinds.includes(this.kind)) return;
    this.kind = "";
    this.box.hidden = true;
    fill(this.box);
  }
}

/**
 * Return what an error says as a sentence: `make room` is `Make room.` here.
 *
 * @param {string} words
 */
export function sentence(words) {
  const ended = /[.!?…]$/.test(words) || words === "" ? words : `${words}.`;
  return ended.charAt(0).toLocaleUpperCase() + ended.slice(1);
}
