import { element, fill, hidden, part } from "./element.js";
import { insertion } from "./insertion.js";
import { used } from "./notation.js";

/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./shapes.js").Placeholder} Placeholder */
/** @typedef {import("./shapes.js").Unit} Unit */

/** @type {Record<Placeholder["role"], string>} */
const ROLES = { link: "link", image: "image", pair: "around words", lone: "stands alone" };

/**
 * Return the placeholders of a text as buttons that put them into the field, and a function that tells which ones are
 * there; what is missing or doubled says so.
 *
 * @param {Field} field
 */
export function chips(field) {
  const box = part("chips");
  /** @type {Unit | null} */
  let unit = null;

  const show = () => {
    const counts = used(field.text);
    const empty = field.text === "";
    const all = unit?.placeholders ?? [];
    fill(box, ...all.map((each) => chip(each, empty ? 1 : (counts.get(each.number) ?? 0), () => put(each))));
    box.hidden = all.length === 0;
  };
  const put = (/** @type {Placeholder} */ placeholder) => {
    if (unit) field.type(insertion(placeholder, unit.source, field.area));
  };
  field.addEventListener("input", () => {
    // A button that is pressed stays the same button, or it would lose the focus.
    const before = document.activeElement;
    const index = before instanceof HTMLButtonElement ? [...box.children].indexOf(before) : -1;
    show();
    if (index >= 0) /** @type {HTMLElement} */ (box.children[index]).focus();
  });
  return (/** @type {Unit} */ shown) => {
    unit = shown;
    show();
  };
}

/**
 * Return what a placeholder stands for, short enough for a button.
 *
 * @param {Placeholder} placeholder
 */
export function legendOf({ legend }) {
  return legend.replace(/^https?:\/\/(www\.)?/, "");
}

/**
 * @param {Placeholder} placeholder
 * @param {number} count
 * @param {() => void} onclick
 */
function chip(placeholder, count, onclick) {
  const said = count === 0 ? "missing" : count > 1 ? "doubled" : "";
  return element(
    "button",
    { type: "button", class: `chip ${said}`, title: `${ROLES[placeholder.role]}: ${placeholder.legend}`, onclick },
    hidden("Insert "),
    element("span", { class: "number" }, `{${placeholder.number}}`),
    element("span", { class: "legend" }, legendOf(placeholder)),
    said && element("span", { class: "said" }, said),
  );
}
