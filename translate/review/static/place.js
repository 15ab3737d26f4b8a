/**
 * Where the reviewer is. It is the address of the window, so it can be pasted into a chat.
 *
 * @typedef {{page: string, locale: string, filter: string, key: string}} Place
 */

/**
 * Return the place that an address names.
 *
 * @param {Location | URL} address
 * @returns {Place}
 */
export function placeOf(address) {
  const asked = new URLSearchParams(address.search);
  return {
    page: decodeURIComponent(address.pathname.replace(/^\/p\//, "")),
    locale: asked.get("l") ?? "",
    filter: asked.get("f") ?? "waiting",
    key: decodeURIComponent(address.hash.slice(1)),
  };
}

/**
 * Return the address of a place.
 *
 * @param {Place} place
 */
export function addressOf({ page, locale, filter, key }) {
  const asked = new URLSearchParams({ l: locale, f: filter });
  return `/p/${encodeURIComponent(page)}?${asked}${key ? `#${encodeURIComponent(key)}` : ""}`;
}
