import { aloud, parse } from "./notation.js";

/** @typedef {import("./notation.js").Piece} Piece */
/** @typedef {import("./shapes.js").Placeholder} Placeholder */

/** The tags that may stand around words here; others are shown as words alone. */
const INLINE = new Set("abbr b bdi cite del dfn em i ins kbd mark q s samp small span strong sub sup u var".split(" "));

/**
 * Return about what a text looks like on the page, as nodes of another document: what somebody sees while typing. After
 * a save the server says what the page really becomes.
 *
 * @param {string} text
 * @param {Placeholder[]} placeholders
 * @param {Document} paper
 * @returns {Node[]}
 */
export function rendered(text, placeholders, paper) {
  return parse(text).map((piece) => node(piece, placeholders, paper));
}

/**
 * @param {Piece} piece
 * @param {Placeholder[]} placeholders
 * @param {Document} paper
 * @returns {Node}
 */
function node(piece, placeholders, paper) {
  const { kind, text, number } = piece;
  const placeholder = placeholders.find((each) => each.number === number);
  if (kind === "text") return paper.createTextNode(text);
  if (kind === "lone") return lone(placeholder, paper);
  const made = paper.createElement(kind === "words" ? tagOf(placeholder) : kind);
  if (kind === "words") made.className = placeholder?.role ?? "";
  if (kind === "code") made.textContent = text;
  else made.append(...piece.inside.map((each) => node(each, placeholders, paper)));
  return made;
}

/** @param {Placeholder | undefined} placeholder */
function tagOf(placeholder) {
  const tag = /^<([a-z]+)/.exec(placeholder?.legend ?? "")?.[1] ?? "";
  return INLINE.has(tag) ? tag : "span";
}

/**
 * @param {Placeholder | undefined} placeholder
 * @param {Document} paper
 */
function lone(placeholder, paper) {
  if (placeholder?.legend === "line break") return paper.createElement("br");
  const made = paper.createElement("span");
  made.textContent = aloud(placeholder);
  return made;
}
