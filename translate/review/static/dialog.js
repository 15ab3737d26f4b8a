import { element } from "./element.js";

/** @typedef {{name: string, title: string, primary?: boolean}} Choice */

/**
 * Show a dialog, and return the name of what was chosen: "" when it was closed without a choice.
 * The focus comes back to where it was.
 *
 * @param {string} title
 * @param {Node[]} body
 * @param {Choice[]} choices
 * @param {{wide?: boolean}} [options]
 * @returns {Promise<string>}
 */
export function choose(title, body, choices, { wide = false } = {}) {
  const dialog = shown(title, body, wide);
  const buttons = choices.map(({ name, title: words, primary }) =>
    element("button", { type: "button", class: primary ? "primary" : "", onclick: () => dialog.close(name) }, words),
  );
  dialog.append(element("div", { class: "choices" }, ...buttons));
  (buttons[choices.findIndex((choice) => choice.primary)] ?? buttons[0]).focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

/**
 * Open a dialog that goes away for good when it is closed.
 *
 * @param {string} title
 * @param {Node[]} body
 * @param {boolean} [wide]
 */
export function shown(title, body, wide = false) {
  const heading = element("h2", { id: "dialog-title" }, title);
  const dialog = element("dialog", { class: wide ? "wide" : "", "aria-labelledby": "dialog-title" }, heading, ...body);
  dialog.addEventListener("close", () => closed(dialog), { once: true });
  dialog.addEventListener("click", (event) => {
    // The dialog's own box is filled by its children: what hits it alone is the backdrop.
    if (event.target === dialog && !inside(dialog, event)) dialog.close("");
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {HTMLDialogElement} dialog */
function closed(dialog) {
  dialog.remove();
  // Chromium 156 gives the focus back, but what is typed then is lost when the dialog held a field that was left as it was.
  const back = document.activeElement;
  if (!(back instanceof HTMLElement) || back === document.body) return;
  back.blur();
  back.focus();
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {MouseEvent} event
 */
function inside(dialog, { clientX: x, clientY: y }) {
  const box = dialog.getBoundingClientRect();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
