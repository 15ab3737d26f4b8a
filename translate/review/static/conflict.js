import { choose } from "./dialog.js";
import { element } from "./element.js";

/** @typedef {import("./shapes.js").Locale} Locale */
/** @typedef {import("./shapes.js").Unit} Unit */

/**
 * Ask what becomes of a text that was saved by somebody else meanwhile: "mine", "theirs", or "" to decide in the field.
 *
 * @param {{was: Unit, theirs: Unit, mine: string, locale: Locale}} sides
 */
export function conflict({ was, theirs, mine, locale }) {
  const text = (/** @type {string} */ label, /** @type {string} */ words) =>
    element(
      "div",
      { class: "side" },
      element("h3", {}, label),
      element("p", { class: "words", lang: locale.tag, dir: locale.dir }, words || "—"),
    );
  const body = [
    element("p", {}, "Another program saved this text while it was open here. Nothing of yours is lost."),
    element(
      "div",
      { class: "sides" },
      text("It was", was.target),
      text(`Theirs, ${theirs.state === "reviewed" ? "reviewed" : "not reviewed"}`, theirs.target),
      text("Yours", mine),
    ),
  ];
  const choices = [
    { name: "theirs", title: "Take theirs" },
    { name: "mine", title: "Save mine" },
    { name: "", title: "Go on editing mine", primary: true },
  ];
  return choose("Somebody else changed this text", body, choices, { wide: true });
}

/**
 * Tell that the page no longer has a text, and keep what was typed in reach.
 *
 * @param {string} mine
 * @param {Locale} locale
 */
export async function gone(mine, locale) {
  const body = [
    element("p", {}, "The page was edited, and this text is not on it any more. Nothing was saved."),
    element("p", {}, "This is what you typed; copy it if you need it elsewhere."),
    element("p", { class: "words copied", lang: locale.tag, dir: locale.dir }, mine || "—"),
  ];
  const choices = [
    { name: "copy", title: "Copy it" },
    { name: "", title: "Read the page anew", primary: true },
  ];
  if ((await choose("This text is gone", body, choices)) === "copy") await navigator.clipboard.writeText(mine);
}
