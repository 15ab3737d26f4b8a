import { element, fill, part } from "./element.js";

/** The line under the field that says what has just happened, and takes it back. */
export class Status {
  /** @param {() => void} undo */
  constructor(undo) {
    this.undo = undo;
    this.timer = 0;
  }

  /**
   * Say something where it is seen and heard.
   *
   * @param {string} words
   * @param {{undo?: boolean, bad?: boolean}} [options]
   */
  say(words, { undo = false, bad = false } = {}) {
    const back = undo && element("button", { type: "button", class: "link", onclick: () => this.undo() }, "Undo");
    const line = part("status");
    line.classList.toggle("bad", bad);
    fill(line, element("span", {}, words), back);
  }

  /** Take back what was said about a text that is not looked at any more; what was done stays said. */
  calm() {
    if (part("status").classList.contains("bad")) this.say("");
  }

  /**
   * Say something that is only heard: what eyes see elsewhere.
   *
   * @param {string} words
   */
  announce(words) {
    const heard = part("heard");
    heard.textContent = "";
    clearTimeout(this.timer);
    // The same words twice are heard twice only when they were away in between.
    this.timer = window.setTimeout(() => (heard.textContent = words), 50);
  }
}
