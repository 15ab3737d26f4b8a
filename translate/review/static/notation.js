/**
 * The notation of the catalog: square brackets hold words, braces hold machinery. Read loosely, for the eyes only: what
 * a page really becomes is the server's to say.
 *
 * @typedef {{kind: "text" | "code" | "lone" | "words" | "em" | "strong", text: string, number: number,
 *   inside: Piece[], start: number, end: number}} Piece
 */

/** @typedef {import("./shapes.js").Placeholder} Placeholder */

const BRACES = /\{[^{}]*\}?/g;
const NUMBER = /^\{(\d+)\}$/;

/**
 * Return a text cut at its braces: each piece with the number of a placeholder, 0 for words and -1 for braces that hold
 * no number.
 *
 * @param {string} text
 * @returns {{text: string, number: number}[]}
 */
export function cut(text) {
  const pieces = [];
  let position = 0;
  for (const found of text.matchAll(BRACES)) {
    if (found.index > position) pieces.push({ text: text.slice(position, found.index), number: 0 });
    pieces.push({ text: found[0], number: Number(NUMBER.exec(found[0])?.[1] ?? -1) });
    position = found.index + found[0].length;
  }
  if (position < text.length) pieces.push({ text: text.slice(position), number: 0 });
  return pieces;
}

/**
 * Return how often each placeholder stands in a text.
 *
 * @param {string} text
 * @returns {Map<number, number>}
 */
export function used(text) {
  const counts = new Map();
  for (const { number } of cut(text)) if (number > 0) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

const TOKEN =
  /\\([!-/:-@[-`{-~])|(`+)(.+?)\2(?!`)|(!?\[)|\]\(\{(\d+)\}\)|\]\{(\d+)\}|(\])|\{(\d+)\}|(\*{1,3})|[^\\`!\[\]{*]+|./gsu;

/**
 * Return a text as a tree.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function parse(text) {
  const open = [piece({ kind: "words" })];
  for (const found of text.matchAll(TOKEN)) {
    const [token, escaped, , code, opening, link, pair, closing, lone, stars] = found;
    const inside = open[open.length - 1].inside;
    const start = found.index;
    const end = start + token.length;
    if (code) inside.push(piece({ kind: "code", text: code, start, end }));
    else if (opening) open.push(piece({ kind: "words", text: token, start }));
    else if (link || pair) close(open, token, end, Number(link ?? pair));
    else if (closing) close(open, token, end, 0);
    else if (lone) inside.push(piece({ kind: "lone", text: token, number: Number(lone), start, end }));
    else if (stars) emphasize(open, text, start, end);
    else inside.push(piece({ text: escaped ?? token, start, end }));
  }
  while (open.length > 1) flatten(open, "");
  return open[0].inside;
}

/**
 * Return the words of a placeholder as a text has them, brackets and all (`[our plan]({1})`), or "".
 *
 * @param {string} text
 * @param {number} number
 */
export function wording(text, number) {
  const search = (/** @type {Piece[]} */ pieces) => {
    for (const each of pieces) {
      if (each.number === number) return text.slice(each.start, each.end);
      const deeper = /** @type {string} */ (search(each.inside));
      if (deeper) return deeper;
    }
    return "";
  };
  return search(parse(text));
}

/**
 * Return the words of a text, without signs; where a placeholder stands alone, what it stands for.
 *
 * @param {string} text
 * @param {Placeholder[]} [placeholders]
 */
export function plain(text, placeholders = []) {
  return wordsOf(parse(text), placeholders).replace(/\s+/g, " ").trim();
}

/**
 * Return the words of a tree.
 *
 * @param {Piece[]} pieces
 * @param {Placeholder[]} placeholders
 * @returns {string}
 */
function wordsOf(pieces, placeholders) {
  const words = (/** @type {Piece} */ { kind, text, number, inside }) => {
    if (kind === "lone") return aloud(placeholders.find((each) => each.number === number));
    return kind === "text" || kind === "code" ? text : wordsOf(inside, placeholders);
  };
  return pieces.map(words).join("");
}

/**
 * Return what readers see of a placeholder that stands alone: an address is told, a tag or a line break is not.
 *
 * @param {Placeholder | undefined} placeholder
 */
export function aloud(placeholder) {
  const legend = placeholder?.legend ?? "";
  if (legend === "line break") return " ";
  const address = /^<?((?:https?:|www\.)[^>]*|[^<>\s]+@[^<>\s]+)>?$/.exec(legend);
  return address ? address[1] : /^</.test(legend) ? " " : legend;
}

/**
 * Return the beginning of a text that is longer than `most` characters.
 *
 * @param {string} text
 * @param {number} most
 */
export function clipped(text, most) {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

/**
 * @param {Partial<Piece>} known
 * @returns {Piece}
 */
function piece(known) {
  return { kind: "text", text: "", number: 0, inside: [], start: 0, end: 0, ...known };
}

/**
 * End the innermost brackets; those that belong to no placeholder are text.
 *
 * @param {Piece[]} open
 * @param {string} token
 * @param {number} end
 * @param {number} number
 */
function close(open, token, end, number) {
  while (isStars(open[open.length - 1])) flatten(open, "");
  if (open.length === 1) open[0].inside.push(piece({ text: token, end }));
  else if (number === 0) flatten(open, token);
  else {
    const ended = /** @type {Piece} */ (open.pop());
    open[open.length - 1].inside.push({ ...ended, number, end });
  }
}

/**
 * Begin or end an emphasis; stars between blanks are stars.
 *
 * @param {Piece[]} open
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function emphasize(open, text, start, end) {
  const stars = text.slice(start, end);
  const last = open[open.length - 1];
  if (isStars(last) && last.text === stars && /\S/.test(text.charAt(start - 1))) {
    open.pop();
    open[open.length - 1].inside.push({ ...last, end });
  } else if (/\S/.test(text.charAt(end))) {
    open.push(piece({ kind: stars.length === 1 ? "em" : "strong", text: stars, start }));
  } else {
    last.inside.push(piece({ text: stars, start, end }));
  }
}

/** @param {Piece} each */
function isStars(each) {
  return each.kind === "em" || each.kind === "strong";
}

/**
 * Make text of what was opened and never ended.
 *
 * @param {Piece[]} open
 * @param {string} ending
 */
function flatten(open, ending) {
  const { text, inside } = /** @type {Piece} */ (open.pop());
  open[open.length - 1].inside.push(piece({ text }), ...inside, piece({ text: ending }));
}
