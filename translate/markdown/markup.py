"""HTML that is safe to look at: known elements without attributes of the page, closed as they were opened."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from translate.markdown.tags import VOID, Tag

_SHOWN = frozenset(
    "abbr address article aside b blockquote br caption center cite code dd del details dfn div dl dt em figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark nav ol p pre q s samp section small span strike "
    "strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split()
)
_HIDDEN = frozenset("iframe math noscript object script style svg template textarea".split())
"""Elements whose content is no text of the page."""
_BLOCKS = frozenset("dialog fieldset form hgroup legend main menu search".split())
"""Elements that are shown as blocks without a meaning of their own; any other is a part of its sentence."""


class _Open(NamedTuple):
    name: str
    ours: bool
    """Whether it was opened by Markdown; what raw HTML opens and closes stays inside of that."""


class Markup:
    """Writes HTML; whatever a page says, nothing runs, nothing is loaded, and what is opened is closed."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[_Open] = []
        self._entered = 0
        self._hidden = ""
        """The element whose content is left out."""

    def __str__(self) -> str:
        """Return what was written, with everything closed."""
        return "".join((*self._parts, *(f"</{each.name}>" for each in reversed(self._open))))

    @property
    def depth(self) -> int:
        """Return how many elements are open that were entered."""
        return self._entered

    def text(self, text: str) -> None:
        """Write words."""
        if not self._hidden:
            self._parts.append(escape(text, quote=False))

    def enter(self, name: str, **attributes: str) -> None:
        """Open an element."""
        self._put(name, **attributes)
        self._open.append(_Open(name, ours=True))
        self._entered += 1

    def leave(self) -> None:
        """Close the element that was entered last, with all that raw HTML has left open in it."""
        self._hidden = ""
        while not self._close().ours:
            pass
        self._entered -= 1

    def alone(self, name: str, text: str = "", **attributes: str) -> None:
        """Write an element that holds nothing but words."""
        if not self._hidden:
            self._put(name, **attributes)
            self._parts.append("" if name.encode() in VOID else f"{escape(text, quote=False)}</{name}>")

    def tag(self, tag: Tag) -> None:
        """Write a tag of the page, as far as it may be seen; of a component, its name."""
        said = tag.name.lower()
        name = said if said in _SHOWN or said in _HIDDEN else "div" if said in _BLOCKS else "span"
        if self._hidden:
            self._hidden = "" if tag.closing and said == self._hidden else self._hidden
        elif name in _HIDDEN:
            self._hidden = "" if tag.closing or tag.empty else name
        elif tag.closing:
            self._close_raw(name)
        elif tag.empty:
            self.alone(name, tag.name if tag.component else "", **_called(tag))
        else:
            self._put(name, **_called(tag))
            self._open.append(_Open(name, ours=False))

    def end_of_html(self) -> None:
        """Show again what comes after a block of raw HTML that hides its content to the end."""
        self._hidden = ""

    def _close_raw(self, name: str) -> None:
        inner = next((n for n, each in enumerate(reversed(self._open)) if each.ours or each.name == name), None)
        if inner is not None and not self._open[-1 - inner].ours:
            for _ in range(inner + 1):
                self._close()

    def _close(self) -> _Open:
        closed = self._open.pop()
        self._parts.append(f"</{closed.name}>")
        return closed

    def _put(self, name: str, **attributes: str) -> None:
        said = (f' {key.strip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
        self._parts.append(f"<{name}{''.join(said)}>")


def _called(tag: Tag) -> dict[str, str]:
    if tag.component:
        return {"class_": "component"}
    return {"open": ""} if tag.name == "details" else {"class_": "link"} if tag.name == "a" else {}
