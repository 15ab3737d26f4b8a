import { part } from "./element.js";
import { rendered } from "./rendering.js";

/** @typedef {import("./desk.js").Desk} Desk */

const CURRENT = "current";

/**
 * The page as readers get it, in a frame that runs no scripts. The text at hand is marked there and follows what is
 * typed; a click on any text chooses it.
 */
export class Preview {
  /**
   * @param {Desk} desk
   * @param {() => void} enter
   */
  constructor(desk, enter) {
    this.desk = desk;
    this.enter = enter;
    this.frame = /** @type {HTMLIFrameElement} */ (part("frame"));
    this.shown = "";
    /** @type {string | null} */
    this.typed = null;
    this.frame.addEventListener("load", () => this.#loaded());
    desk.addEventListener("page", () => this.#open());
    desk.addEventListener("choice", () => {
      this.typed = null;
      this.mark();
    });
    desk.addEventListener("unit", () => this.#renew());
  }

  /** The document in the frame; null where the browser keeps it from us. */
  get paper() {
    return this.frame.contentDocument;
  }

  get address() {
    const { page, locale } = this.desk.place;
    return `/preview/${encodeURIComponent(page)}?${new URLSearchParams({ l: locale })}`;
  }

  /** Mark the text at hand, and bring it into view. */
  mark() {
    const paper = this.paper;
    if (!paper) {
      // The mark is the style sheet's `:target` then.
      this.#show(`${this.address}#k-${this.desk.key}`);
      return;
    }
    for (const marked of paper.querySelectorAll(`.${CURRENT}`)) marked.classList.remove(CURRENT);
    const found = this.#found(paper);
    for (const each of found) each.classList.add(CURRENT);
    if (found[0] && !this.frame.hidden) this.#reveal(found[0]);
    part("unseen").hidden = found.length > 0 || !this.desk.key || paper.body?.childElementCount === 0;
  }

  /**
   * Show what is being typed.
   *
   * @param {string} text
   */
  type(text) {
    const {
      desk: { unit },
      paper,
    } = this;
    this.typed = text;
    if (!unit || !paper) return;
    for (const each of this.#found(paper)) {
      each.replaceChildren(...rendered(text || unit.source, unit.placeholders, paper));
    }
  }

  #open() {
    this.#show(this.desk.page?.unreadable ? "about:blank" : this.address);
  }

  /** @param {string} address */
  #show(address) {
    // Not `src`: going from page to page would fill the history of the window with frames.
    if (this.shown) this.frame.contentWindow?.location.replace(address);
    else this.frame.src = address;
    this.shown = address;
  }

  #loaded() {
    const paper = this.paper;
    if (!paper) return;
    paper.addEventListener("click", (event) => this.#clicked(event));
    if (this.typed !== null) this.type(this.typed);
    this.mark();
  }

  /**
   * Scroll the frame alone: `scrollIntoView` would move the window around it as well.
   *
   * @param {Element} found
   */
  #reveal(found) {
    const sight = this.frame.contentWindow;
    if (!sight) return;
    const { top, height } = found.getBoundingClientRect();
    sight.scrollTo(0, Math.max(0, sight.scrollY + top - (sight.innerHeight - Math.min(height, sight.innerHeight)) / 2));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    // Nothing on this page leads anywhere.
    event.preventDefault();
    const key = /** @type {Element} */ (event.target).closest("[data-key]")?.getAttribute("data-key");
    if (!key || !this.desk.units.has(key)) return;
    this.desk.reach(key);
    this.enter();
  }

  /** Take over how the page looks after a save, without loading and scrolling the frame. */
  #renew() {
    // Parses the answer without scripts, and into no document that is shown.
    const request = new XMLHttpRequest();
    request.open("GET", this.address);
    request.responseType = "document";
    const { address } = this;
    this.typed = null;
    request.addEventListener("load", () => {
      const paper = this.paper;
      if (request.status !== 200 || !request.responseXML || !paper || address !== this.address) return;
      const [fresh, old] = [request.responseXML, paper].map((each) => [...each.querySelectorAll("[data-key]")]);
      fresh.forEach((text, at) => this.#take(text, old[at], paper));
    });
    request.send();
  }

  /**
   * @param {Element} fresh
   * @param {Element | undefined} old
   * @param {Document} paper
   */
  #take(fresh, old, paper) {
    const isSame = old?.getAttribute("data-key") === fresh.getAttribute("data-key");
    if (!old || !isSame || (this.typed !== null && old.classList.contains(CURRENT))) return;
    // A text that is not translated is in the language of the source.
    for (const name of ["lang", "dir"]) {
      const value = fresh.getAttribute(name);
      if (value === null) old.removeAttribute(name);
      else old.setAttribute(name, value);
    }
    old.replaceChildren(...[...fresh.childNodes].map((child) => paper.importNode(child, true)));
  }

  /** @param {Document} paper */
  #found(paper) {
    return [...paper.querySelectorAll(`[data-key="${CSS.escape(this.desk.key)}"]`)];
  }
}
