import { fill, part } from "./element.js";
import { chords, help } from "./help.js";
import { keys } from "./keys.js";
import { step } from "./list.js";
import { palette } from "./palette.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./saving.js").Saving} Saving */
/** @typedef {import("./undo.js").Undo} Undo */
/** @typedef {import("./visit.js").Visit} Visit */

/**
 * Let every command be run by its keys, by its button (`data-command`) and from the palette.
 *
 * @param {{desk: Desk, field: Field, saving: Saving, undo: Undo, visit: Visit}} parts
 */
export function controls({ desk, field, saving, undo, visit }) {
  const go = (/** @type {string} */ page, /** @type {string} */ locale) => void visit.go(page, locale);
  const nextPage = () => {
    const [next] = desk.waiting();
    if (next) go(next.id, desk.locale.locale);
  };
  /** @type {Record<string, () => void>} */
  const runs = {
    // Where there is no text, what is proposed instead is done.
    approve: () => (desk.unit ? void saving.save(true) : proposed()?.click()),
    later: () => void saving.save(false),
    next: () => step(desk, (here) => here + 1),
    previous: () => step(desk, (here) => here - 1),
    first: () => step(desk, () => 0),
    last: () => step(desk, () => Infinity),
    undo: () => void undo.run(),
    revert: () => desk.unit && field.rewrite(desk.unit.target),
    copy: () => desk.unit && field.rewrite(desk.unit.source),
    search: () => part("search").focus(),
    page: nextPage,
    paper: fold,
    palette: () => palette(desk, runs, go),
    help: () => void help(),
  };
  keys(runs);
  fill(part("approve-keys"), ...chords(["Ctrl+Enter"]));
  field.area.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    runs.revert();
  });
  for (const button of document.querySelectorAll("button[data-command]")) {
    button.addEventListener("click", () => runs[/** @type {HTMLElement} */ (button).dataset.command ?? ""]());
  }
}

/**
 * Return the button that goes on from where no text is.
 *
 * @returns {HTMLButtonElement | null}
 */
function proposed() {
  return part("panel").querySelector("button.primary");
}

/** Show or hide the page beside the text. */
function fold() {
  const isFolded = document.body.classList.toggle("folded");
  part("fold").setAttribute("aria-expanded", String(!isFolded));
  part("fold").textContent = isFolded ? "Show" : "Hide";
  part("frame").hidden = isFolded;
}
