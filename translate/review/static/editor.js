import { chips } from "./chips.js";
import { printed } from "./commands.js";
import { element, fill, part } from "./element.js";
import { clipped, plain } from "./notation.js";
import { suggestions, WITHOUT_MARKUP } from "./suggestions.js";
import { badge, nameOf } from "./states.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./findings.js").Findings} Findings */
/** @typedef {import("./picker.js").Picker} Picker */
/** @typedef {import("./preview.js").Preview} Preview */
/** @typedef {import("./shapes.js").Unit} Unit */
/** @typedef {import("./status.js").Status} Status */

/**
 * @typedef {object} Parts
 * @property {Desk} desk
 * @property {Drafts} drafts
 * @property {Field} field
 * @property {Findings} findings
 * @property {Picker} picker
 * @property {Preview} preview
 * @property {Status} status
 */

/** What `translate pretranslate` leaves where an answer had to be mended. */
const DOUBTFUL = "doubtful: ";

/**
 * Show the text at hand: what it is, its source, and a field for its translation that keeps what is typed.
 *
 * @param {Parts} parts
 */
export function editor({ desk, drafts, field, findings, picker, preview, status }) {
  const showChips = chips(field);
  const showSuggestions = suggestions(desk, field, drafts);

  desk.addEventListener("choice", () => {
    const unit = desk.unit;
    part("editor").hidden = unit === null;
    if (!unit) return;
    const draft = drafts.of(unit);
    const { tag, dir, name } = desk.locale;
    for (const each of [field.area, field.paint]) Object.assign(each, { lang: tag, dir });
    part("target-label").textContent = name;
    field.show(
      draft?.base === unit.base ? draft.text : unit.target,
      unit.placeholders.map(({ number }) => number),
    );
    picker.unit = unit;
    fill(part("where"), ...where(unit, desk));
    fill(part("notes"), ...notes(unit));
    if (field.text !== unit.target) preview.type(field.text);
    showChips(unit);
    showSuggestions();
    part("revert").hidden = field.text === unit.target;
    findings.begin();
    part("text").scrollTop = 0;
    status.calm();
    status.announce(`Text ${ordinal(desk)}, ${nameOf(unit)}: ${unit.source}`);
  });
  desk.addEventListener("list", () => {
    const shown = part("where").querySelector(".ordinal");
    if (shown) shown.textContent = ordinal(desk);
  });
  field.addEventListener("input", () => {
    const unit = desk.unit;
    if (!unit) return;
    const had = drafts.of(unit) !== null;
    drafts.keep(unit, field.text);
    part("revert").hidden = field.text === unit.target;
    preview.type(field.text);
    // The list says which texts are not saved.
    if (had !== (drafts.of(unit) !== null)) desk.dispatchEvent(new CustomEvent("draft", { detail: unit.key }));
  });
  field.addEventListener("line", () =>
    status.say(`A text is one line. ${printed("Ctrl+Enter").join("+")} approves it.`),
  );
}

/** @param {Desk} desk */
function ordinal(desk) {
  return `${desk.listed.indexOf(desk.key) + 1} of ${desk.listed.length}`;
}

/**
 * @param {Unit} unit
 * @param {Desk} desk
 */
function where(unit, desk) {
  const section = unit.section && !unit.kind.startsWith("heading") ? ` in “${clipped(plain(unit.section), 60)}”` : "";
  const named = unit.context && !unit.kind.endsWith(unit.context);
  const place = `${desk.page?.name}:${unit.line}`;
  return [
    badge(unit),
    element("span", { class: "ordinal" }, ordinal(desk)),
    element(
      "p",
      {},
      `${unit.kind}${section}`,
      named && ` · context: ${unit.context}`,
      " · ",
      element("span", { class: "path" }, place),
    ),
  ];
}

/** @param {Unit} unit */
function notes({ note, comments, elsewhere }) {
  const others = elsewhere.length > 3 ? [...elsewhere.slice(0, 3), `${elsewhere.length - 3} more`] : elsewhere;
  return [
    note && element("li", {}, element("strong", {}, "The author says: "), note),
    ...comments.filter((comment) => !comment.startsWith(WITHOUT_MARKUP)).map(commentLine),
    others.length > 0 && element("li", {}, element("strong", {}, "Also on: "), others.join(", ")),
  ].filter((child) => child !== "" && child !== false);
}

/** @param {string} comment */
function commentLine(comment) {
  const isDoubt = comment.startsWith(DOUBTFUL);
  const label = isDoubt ? "The machine was not sure: " : "Comment: ";
  return element("li", {}, element("strong", {}, label), isDoubt ? comment.slice(DOUBTFUL.length) : comment);
}
