const NARROW_BLANK = "\u202f";

/**
 * Return a number as the report writes it: three digits at a time, which no line breaks.
 *
 * @param {number} value
 */
export function amount(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, NARROW_BLANK);
}

/**
 * Return a number with its noun.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export function counted(count, one, many) {
  return `${amount(count)} ${count === 1 ? one : many}`;
}
