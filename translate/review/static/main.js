import { ask, carry } from "./api.js";
import { controls } from "./controls.js";
import { Desk } from "./desk.js";
import { Drafts } from "./drafts.js";
import { editor } from "./editor.js";
import { part } from "./element.js";
import { Field } from "./field.js";
import { Findings } from "./findings.js";
import { header } from "./header.js";
import { List } from "./list.js";
import { Notice } from "./notice.js";
import { panel } from "./panel.js";
import { Picker } from "./picker.js";
import { Preview } from "./preview.js";
import { Pulse } from "./pulse.js";
import { Saving } from "./saving.js";
import { sieve } from "./sieve.js";
import { source } from "./source.js";
import { Status } from "./status.js";
import { Undo } from "./undo.js";
import { Visit } from "./visit.js";

/** @typedef {import("./shapes.js").Site} Site */

/** Ask for the site, and set everything up around it. */
async function begin() {
  const notice = new Notice();
  const { status, body } = await ask("/api/site");
  if (status !== 200) {
    const detail = "Open the address that “translate review” printed.";
    notice.show({ kind: "start", title: body.message ?? "The server does not answer.", detail: body.hint ?? detail });
    return;
  }
  carry(body.token);
  const { visit, pulse } = assembled(body, notice);
  await visit.begin();
  pulse.begin();
}

/**
 * @param {Site} site
 * @param {Notice} notice
 */
function assembled(site, notice) {
  const desk = new Desk(site);
  const drafts = new Drafts(sessionStorage);
  const field = new Field(/** @type {HTMLTextAreaElement} */ (part("target")), part("paint"));
  const status = new Status(() => void undo.run());
  const announce = (/** @type {string} */ words) => status.announce(words);
  const findings = new Findings(desk, field, announce);
  const picker = new Picker(field, announce);
  const enter = () => (desk.unit ? field.focus() : proposed()?.focus());
  const visit = new Visit(desk, notice, enter);
  const undo = new Undo({ desk, status, visit });
  const saving = new Saving({ desk, drafts, field, findings, notice, status, undo, visit });

  desk.addEventListener("page", () => drafts.turn(desk.place.page, desk.place.locale));
  header(desk, (page, locale) => void visit.go(page, locale));
  sieve(desk);
  new List(desk, drafts, enter);
  source(desk);
  const preview = new Preview(desk, enter);
  editor({ desk, drafts, field, findings, picker, preview, status });
  panel(desk, visit, () => saving.approvals);
  keepFocus(desk, enter);
  part("skip").addEventListener("click", (event) => {
    // Followed as a link it would be the address of another text.
    event.preventDefault();
    enter();
  });
  controls({ desk, field, saving, undo, visit });
  window.addEventListener("beforeunload", (event) => drafts.any() && event.preventDefault());
  return { visit, pulse: new Pulse({ desk, drafts, notice, status, visit }) };
}

/**
 * Return the button that the message proposes where there is no text.
 *
 * @returns {HTMLButtonElement | null}
 */
function proposed() {
  const message = part("panel");
  return message.querySelector("button.primary") ?? message.querySelector("button");
}

/**
 * Keep the focus where the work is when the text gives way to a message, and the other way round.
 *
 * @param {Desk} desk
 * @param {() => void} enter
 */
function keepFocus(desk, enter) {
  let hadText = false;
  desk.addEventListener("choice", () => {
    const hasText = desk.unit !== null;
    const isHere = part("text").contains(document.activeElement) || document.activeElement === document.body;
    if (hasText !== hadText && isHere) enter();
    hadText = hasText;
  });
}

await begin();
