import { tell } from "./api.js";
import { element, fill, part } from "./element.js";
import { counted } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./shapes.js").Finding} Finding */

const SHAPES = { error: "✕", warning: "▲", info: "ℹ" };
/** Milliseconds without a key before the server is asked. */
const PAUSE = 400;

/** What `translate check` says of the text in the field, while it is typed. */
export class Findings {
  /**
   * @param {Desk} desk
   * @param {Field} field
   * @param {(words: string) => void} announce
   */
  constructor(desk, field, announce) {
    this.desk = desk;
    this.field = field;
    this.announce = announce;
    this.timer = 0;
    this.told = "";
    field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.check(), PAUSE);
    });
  }

  /** Show what is known of the saved text, and ask about a draft of it. */
  begin() {
    clearTimeout(this.timer);
    this.show(this.desk.unit?.findings ?? []);
    if (this.field.text !== this.desk.unit?.target) this.check();
  }

  async check() {
    const { page, locale, key } = this.desk.place;
    const target = this.field.text;
    if (!key) return;
    const { status, body } = await tell("/api/check", { page, locale, key, target });
    const isSame = this.desk.key === key && this.field.text === target;
    if (status !== 200 || !isSame) return;
    const before = this.told;
    this.show(body.findings);
    if (this.told !== before) this.announce(this.told || "No findings");
  }

  /** @param {Finding[]} findings */
  show(findings) {
    fill(part("findings"), ...findings.map(item));
    part("findings").hidden = findings.length === 0;
    const messages = findings.map((finding) => finding.message).join("; ");
    this.told = messages && `${counted(findings.length, "finding", "findings")}: ${messages}`;
  }
}

/** @param {Finding} finding */
function item({ severity, code, message, hint }) {
  return element(
    "li",
    { class: severity },
    element("span", { class: "sign", "aria-hidden": "true" }, SHAPES[severity]),
    element("span", { class: "code" }, code),
    element(
      "span",
      {},
      element("span", { class: "message" }, message),
      hint && element("span", { class: "hint" }, hint),
    ),
  );
}
