import { parse, wordsOf } from "./notation.js";

/** @typedef {import("./notation.js").Piece} Piece */
/** @typedef {import("./shapes.js").Placeholder} Placeholder */

const INLINE = new Set(
  "abbr b bdi cite del dfn em i ins kbd mark q s samp small span strong sub sup u var".split(" "),
);
/** The tags that may stand around words here; others are shown as words alone. */

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
  const legends = new Map(placeholders.map((placeholder) => [placeholder.number, placeholder.legend]));
  return parse(text).map((piece) => node(piece, legends, paper));
}

/**
 * @param {Piece} piece
 * @param {Map<number, string>} legends
 * @param {Document} paper
 * @returns {Node}
 */
function node(piece, legends, paper) {
  const { kind, text, number } = piece;
  if (kind === "text") return paper.createTextNode(text);
  if (kind === "lone") return lone(legends.get(number) ?? text, paper);
  const made = paper.createElement(kind === "words" ? tagOf(piece, legends) : kind);
  if (piece.image) made.setAttribute("alt", wordsOf(piece.inside));
  else if (kind === "code") made.textContent = text;
  else made.append(...piece.inside.map((each) => node(each, legends, paper)));
  return made;
}

/**
 * @param {Piece} piece
 * @param {Map<number, string>} legends
 */
function tagOf({ image, number }, legends) {
  if (image) return "img";
  const tag = /^<([a-z]+)/.exec(legends.get(number) ?? "")?.[1];
  if (!tag) return "a";
  return INLINE.has(tag) ? tag : "span";
}

/**
 * @param {string} legend
 * @param {Document} paper
 */
function lone(legend, paper) {
  if (legend === "line break") return paper.createElement("br");
  const made = paper.createElement("span");
  made.textContent = legend.replace(/^<(https?:.*|.*@.*)>$/, "$1");
  return made;
}
