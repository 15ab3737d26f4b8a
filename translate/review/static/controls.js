import { part } from "./element.js";
import { help } from "./help.js";
import { keys } from "./keys.js";
import { step } from "./list.js";
import { palette } from "./palette.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {import("./saving.js").Saving} Saving */
/** @typedef {import("./visit.js").Visit} Visit */

/**
 * Let every command be run by its keys, by its button (`data-command`) and from the palette.
 *
 * @param {{desk: Desk, field: Field, saving: Saving, visit: Visit}} parts
 */
export function controls({ desk, field, saving, visit }) {
  const go = (/** @type {string} */ page, /** @type {string} */ locale) => void visit.go(page, locale);
  const nextPage = () => {
    const [next] = desk.waiting();
    if (next) go(next.id, desk.locale.locale);
  };
  /** @type {Record<string, () => void>} */
  const runs = {
    // Where there is no text, what is proposed instead is done.
    approve: () => (desk.unit ? void saving.save(true) : document.querySelector("#panel button.primary")?.dispatchEvent(new MouseEvent("click"))),
    later: () => void saving.save(false),
    next: () => step(desk, (here) => here + 1),
    previous: () => step(desk, (here) => here - 1),
    first: () => step(desk, () => 0),
    last: () => step(desk, () => Infinity),
    undo: () => void saving.undo(),
    revert: () => desk.unit && field.rewrite(desk.unit.target),
    copy: () => desk.unit && field.rewrite(desk.unit.source),
    search: () => part("search").focus(),
    page: nextPage,
    paper: fold,
    palette: () => palette(desk, runs, go),
    help: () => void help(),
  };
  keys(runs);
  field.area.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    runs.revert();
  });
  for (const button of document.querySelectorAll("button[data-command]")) {
    button.addEventListener("click", () => runs[/** @type {HTMLElement} */ (button).dataset.command ?? ""]());
  }
}

/** Show or hide the page beside the text. */
function fold() {
  const isFolded = document.body.classList.toggle("folded");
  part("fold").setAttribute("aria-expanded", String(!isFolded));
  part("fold").textContent = isFolded ? "Show" : "Hide";
  part("frame").hidden = isFolded;
}
