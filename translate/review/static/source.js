import { element, fill, hidden, part } from "./element.js";
import { cut } from "./notation.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./shapes.js").Unit} Unit */

const MARKS = { gone: "del", come: "ins", same: "span" };
const ALOUD = { gone: "removed: ", come: "added: ", same: "" };

/**
 * Show the source text, and what an edit did to it where the translation is older than that.
 *
 * @param {Desk} desk
 */
export function source(desk) {
  const words = part("source");
  const toggle = part("changes");
  const label = part("source-label");
  words.lang = desk.site.source_locale.replaceAll("_", "-");
  label.textContent = desk.site.source_name;
  let edited = true;

  const show = () => {
    const unit = desk.unit;
    if (!unit) return;
    const hasEdit = unit.diff.length > 0;
    toggle.hidden = !hasEdit;
    toggle.setAttribute("aria-pressed", String(edited));
    fill(words, ...(hasEdit && edited ? edit(unit) : painted(unit.source)));
  };
  toggle.addEventListener("click", () => {
    edited = !edited;
    show();
  });
  desk.addEventListener("choice", show);
  desk.addEventListener("unit", show);
}

/**
 * Return a text with its placeholders marked.
 *
 * @param {string} text
 */
export function painted(text) {
  return cut(text).map((piece) => (piece.number ? element("mark", { class: "known" }, piece.text) : piece.text));
}

/** @param {Unit} unit */
function edit(unit) {
  return unit.diff.map(([kind, text]) => {
    if (kind === "same") return element("span", {}, ...painted(text));
    return element(/** @type {"del" | "ins"} */ (MARKS[kind]), {}, hidden(ALOUD[kind]), ...painted(text));
  });
}
