import { COMMANDS } from "./commands.js";

/**
 * Run commands by their keys. A dialog keeps the keyboard to itself.
 *
 * @param {Record<string, () => void>} runs
 */
export function keys(runs) {
  const global = COMMANDS.filter((command) => !command.isLocal);
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
    const command = global.find(({ keys: chords }) => chords.some((chord) => isPressed(chord, event)));
    if (!command) return;
    event.preventDefault();
    runs[command.name]();
  });
}

/**
 * Tell whether a chord is pressed: `Ctrl+Shift+Enter`.
 *
 * @param {string} chord
 * @param {KeyboardEvent} event
 */
function isPressed(chord, event) {
  const wanted = chord.split("+");
  const key = /** @type {string} */ (wanted.pop());
  // Whether a sign needs Shift is the keyboard's business: `/` does on a German one.
  const isSign = /^[^\w\s]$/.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wanted.includes("Ctrl") &&
    event.altKey === wanted.includes("Alt") &&
    (isSign || event.shiftKey === wanted.includes("Shift"))
  );
}
