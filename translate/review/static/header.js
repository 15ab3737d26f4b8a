import { waitingTexts } from "./desk.js";
import { element, fill, part } from "./element.js";
import { amount, counted } from "./numbers.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./shapes.js").PageLine} PageLine */

/**
 * Show the site, its locales and pages, and how much is left.
 *
 * @param {Desk} desk
 * @param {(page: string, locale: string) => void} go
 */
export function header(desk, go) {
  const locales = /** @type {HTMLSelectElement} */ (part("locale"));
  const pages = /** @type {HTMLSelectElement} */ (part("page"));
  locales.addEventListener("change", () => go(pages.value, locales.value));
  pages.addEventListener("change", () => go(pages.value, locales.value));
  fill(locales, ...desk.site.locales.map(({ locale, name }) => element("option", { value: locale }, name)));
  fill(pages, ...desk.site.pages.map(({ id, name }) => element("option", { value: id }, name)));
  desk.addEventListener("page", () => {
    locales.value = desk.locale.locale;
    pages.value = desk.page?.id ?? "";
  });
  desk.addEventListener("counts", () => {
    for (const [index, page] of desk.site.pages.entries()) pages.options[index].text = pageText(page, desk);
    progress(desk);
    document.title = title(desk);
  });
}

/**
 * Return a page with what waits there, on one line.
 *
 * @param {PageLine} page
 * @param {Desk} desk
 */
export function pageText(page, desk) {
  const counts = page.counts[desk.locale.locale];
  if (!counts) return `${page.name} · cannot be read`;
  const waiting = waitingTexts(counts);
  return `${page.name} · ${waiting ? `${amount(waiting)} ${waiting === 1 ? "waits" : "wait"}` : "done"}`;
}

/** @param {Desk} desk */
function progress(desk) {
  const words = desk.site.pages.map((page) => page.words[desk.locale.locale] ?? { left: 0, total: 0 });
  const left = words.reduce((sum, page) => sum + page.left, 0);
  const total = words.reduce((sum, page) => sum + page.total, 0);
  const share = total ? (total - left) / total : 1;
  part("left").textContent = left ? `${counted(left, "word", "words")} left` : "Nothing left";
  part("done").style.inlineSize = `${100 * share}%`;
  part("bar").title =
    `${amount(total - left)} of ${counted(total, "word", "words")} are reviewed in ${desk.locale.name}`;
}

/** @param {Desk} desk */
function title(desk) {
  const waiting = waitingTexts(desk.counts);
  return `${waiting ? `(${amount(waiting)}) ` : ""}${desk.page?.name} · ${desk.locale.name} · ${desk.site.project}`;
}
