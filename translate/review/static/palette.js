import { COMMANDS } from "./commands.js";
import { shown } from "./dialog.js";
import { element, fill } from "./element.js";
import { pageText } from "./header.js";
import { chords } from "./help.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {{title: string, keys: string[], run: () => void}} Entry */

/**
 * Let somebody find a command, a page or a language by typing a part of its name.
 *
 * @param {Desk} desk
 * @param {Record<string, () => void>} runs
 * @param {(page: string, locale: string) => void} go
 */
export function palette(desk, runs, go) {
  const entries = entriesOf(desk, runs, go);
  const input = element("input", {
    type: "text",
    role: "combobox",
    "aria-label": "Command or page",
    "aria-controls": "commands",
    "aria-expanded": "true",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Type a part of its name",
  });
  const box = element("ul", { id: "commands", role: "listbox", "aria-label": "Commands and pages" });
  const dialog = shown("Commands and pages", [input, box]);
  let found = entries;
  let chosen = 0;

  const run = (/** @type {number} */ at) => {
    dialog.close();
    found[at]?.run();
  };
  const show = () => {
    fill(box, ...found.map((entry, at) => option(entry, at, at === chosen, () => run(at))));
    box.children[chosen]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", found.length ? `command-${chosen}` : "");
  };
  /** @type {Record<string, () => void>} */
  const moves = {
    ArrowDown: () => (chosen = Math.min(chosen + 1, found.length - 1)),
    ArrowUp: () => (chosen = Math.max(chosen - 1, 0)),
    Enter: () => run(chosen),
  };
  input.addEventListener("keydown", (event) => {
    if (!(event.key in moves) || event.isComposing) return;
    event.preventDefault();
    // The dialog may be closed before the window hears of the key, which would be for the text then.
    event.stopPropagation();
    moves[event.key]();
    if (dialog.open) show();
  });
  input.addEventListener("input", () => {
    found = matching(entries, input.value);
    chosen = 0;
    show();
  });
  show();
  input.focus();
}

/**
 * @param {Desk} desk
 * @param {Record<string, () => void>} runs
 * @param {(page: string, locale: string) => void} go
 * @returns {Entry[]}
 */
function entriesOf(desk, runs, go) {
  const { page, locale } = desk.place;
  const commands = COMMANDS.filter(({ name }) => name in runs && name !== "palette");
  return [
    ...commands.map(({ name, title, keys }) => ({ title, keys, run: runs[name] })),
    ...desk.site.pages.map((line) => ({ title: pageText(line, desk), keys: [], run: () => go(line.id, locale) })),
    ...desk.site.locales.map((each) => ({ title: each.name, keys: [], run: () => go(page, each.locale) })),
  ];
}

/**
 * @param {Entry[]} entries
 * @param {string} typed
 */
function matching(entries, typed) {
  const words = typed.toLocaleLowerCase().split(/\s+/);
  return entries.filter(({ title }) => words.every((word) => title.toLocaleLowerCase().includes(word)));
}

/**
 * @param {Entry} entry
 * @param {number} at
 * @param {boolean} isChosen
 * @param {() => void} onclick
 */
function option({ title, keys }, at, isChosen, onclick) {
  return element(
    "li",
    { id: `command-${at}`, role: "option", "aria-selected": String(isChosen), onclick },
    element("span", {}, title),
    element("span", {}, ...chords(keys.slice(0, 1))),
  );
}
