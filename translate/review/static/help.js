import { COMMANDS, printed } from "./commands.js";
import { choose } from "./dialog.js";
import { element } from "./element.js";

/** Show every command that has keys. */
export function help() {
  const rows = COMMANDS.filter((command) => command.keys.length).map(({ title, keys }) =>
    element("tr", {}, element("th", { scope: "row" }, title), element("td", {}, ...chords(keys))),
  );
  return choose(
    "Keys",
    [element("table", { class: "keys" }, element("tbody", {}, ...rows))],
    [{ name: "", title: "Close", primary: true }],
  );
}

/**
 * Return chords as keys of a keyboard.
 *
 * @param {string[]} keys
 * @returns {(Node | string)[]}
 */
export function chords(keys) {
  return keys.flatMap((chord, index) => [
    index ? " or " : "",
    element("span", { class: "chord" }, ...printed(chord).map((key) => element("kbd", {}, key))),
  ]);
}
