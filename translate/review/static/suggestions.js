import { element, fill, part } from "./element.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./drafts.js").Drafts} Drafts */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./shapes.js").Unit} Unit */

/** @typedef {{label: string, target: string, source?: string}} Suggestion */

export const WITHOUT_MARKUP = "suggestion without markup: ";

/**
 * Return a function that shows what else the translation could be: each with a button that puts it into the field.
 *
 * @param {Desk} desk
 * @param {Field} field
 * @param {Drafts} drafts
 */
export function suggestions(desk, field, drafts) {
  const box = part("suggestions");
  const show = () => {
    if (!desk.unit) return;
    const wanted = suggested(desk.unit, drafts, field.text);
    const shown = [...box.children].map((each) => /** @type {HTMLElement} */ (each).dataset.target);
    // What stays the same is not made anew: its button may be the one that has the focus.
    if (wanted.length === shown.length && wanted.every((each, at) => each.target === shown[at])) return;
    fill(box, ...wanted.map((each) => card(each, desk, () => field.rewrite(each.target))));
    box.hidden = wanted.length === 0;
  };
  field.addEventListener("input", show);
  return show;
}

/**
 * @param {Unit} unit
 * @param {Drafts} drafts
 * @param {string} typed
 * @returns {Suggestion[]}
 */
function suggested(unit, drafts, typed) {
  const draft = drafts.of(unit);
  const replaced = unit.state === "untranslated" ? "Taken away" : "Your older translation";
  const all = [
    { label: "From another branch", target: unit.conflict },
    { label: replaced, target: unit.replaced },
    { label: "Typed before the text changed", target: draft && draft.base !== unit.base ? draft.text : "" },
    { label: "Saved", target: unit.target },
    { label: "The machine, without its markup", target: marked(unit, WITHOUT_MARKUP) },
    ...unit.similar.map(({ source, target, share }) => ({
      label: `${Math.floor(100 * share)} % the same`,
      target,
      source,
    })),
  ];
  return all.filter(({ target }) => target && target !== typed);
}

/**
 * Return what a comment keeps under a mark, or "".
 *
 * @param {Unit} unit
 * @param {string} mark
 */
function marked({ comments }, mark) {
  return comments.find((comment) => comment.startsWith(mark))?.slice(mark.length) ?? "";
}

/**
 * @param {Suggestion} suggestion
 * @param {Desk} desk
 * @param {() => void} use
 */
function card({ label, target, source }, desk, use) {
  const { tag, dir } = desk.locale;
  const from = source && element("p", { class: "words from", lang: desk.site.source_locale, dir: "auto" }, source);
  return element(
    "li",
    { "data-target": target },
    element("p", { class: "label" }, label),
    element("div", {}, from, element("p", { class: "words", lang: tag, dir }, target)),
    element("button", { type: "button", class: "small", "aria-label": `Use: ${label}`, onclick: use }, "Use"),
  );
}
