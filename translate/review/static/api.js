/**
 * What the server answered. A status of 0 means that it did not answer at all.
 *
 * @typedef {{status: number, body: any}} Answer
 */

let token = "";

/**
 * Remember the token that every change has to carry.
 *
 * @param {string} told
 */
export function carry(told) {
  token = told;
}

/**
 * Ask for something.
 *
 * @param {string} path
 * @returns {Promise<Answer>}
 */
export function ask(path) {
  return answered(path, {});
}

/**
 * Tell the server to do something.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Answer>}
 */
export function tell(path, body) {
  const headers = { "Content-Type": "application/json", "X-Translate-Token": token };
  return answered(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/**
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<Answer>}
 */
async function answered(path, request) {
  try {
    const response = await fetch(path, request);
    // Proxies and crashes answer with HTML; the status says enough then.
    return { status: response.status, body: await response.json().catch(() => ({})) };
  } catch (error) {
    if (error instanceof TypeError) return { status: 0, body: {} };
    throw error;
  }
}
