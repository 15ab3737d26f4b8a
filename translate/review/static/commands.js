/**
 * Everything that can be done without a mouse. Only keys with a modifier, so that no key of a text field is taken and
 * speech control cannot press one by chance; Ctrl is Cmd on a Mac.
 *
 * @typedef {{name: string, title: string, keys: string[], isLocal?: boolean}} Command
 */

/** @type {Command[]} */
export const COMMANDS = [
  { name: "approve", title: "Approve, and go to the next text", keys: ["Ctrl+Enter"] },
  { name: "later", title: "Save as needing work, and go to the next text", keys: ["Ctrl+Shift+Enter"] },
  { name: "next", title: "Next text", keys: ["Alt+ArrowDown", "Alt+PageDown"] },
  { name: "previous", title: "Previous text", keys: ["Alt+ArrowUp", "Alt+PageUp"] },
  { name: "first", title: "First text", keys: ["Alt+Home"] },
  { name: "last", title: "Last text", keys: ["Alt+End"] },
  { name: "undo", title: "Take the last save back", keys: ["Alt+Shift+Backspace"] },
  { name: "placeholder", title: "Choose a placeholder, in the field", keys: ["{"], isLocal: true },
  { name: "revert", title: "Back to the saved text, in the field", keys: ["Escape"], isLocal: true },
  { name: "copy", title: "Copy the source text into the field", keys: [] },
  { name: "search", title: "Search in the texts of this page", keys: [] },
  { name: "page", title: "Next page that waits", keys: [] },
  { name: "paper", title: "Show or hide the page", keys: [] },
  { name: "palette", title: "Find a command or a page", keys: ["Ctrl+K"] },
  { name: "help", title: "These keys", keys: ["Ctrl+/"] },
];

const MAC = /Mac|iP(hone|ad)/.test(navigator.platform);
/** @type {Record<string, string>} */
const SHOWN = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  PageDown: "Page ↓",
  PageUp: "Page ↑",
  Escape: "Esc",
  Ctrl: MAC ? "⌘" : "Ctrl",
  Alt: MAC ? "⌥" : "Alt",
  Shift: MAC ? "⇧" : "Shift",
};

/**
 * Return a chord as it is printed on the keyboard, key by key.
 *
 * @param {string} chord
 */
export function printed(chord) {
  return chord.split("+").map((key) => SHOWN[key] ?? key);
}
