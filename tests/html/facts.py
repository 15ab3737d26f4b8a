"""What HTML holds that readers follow, see as structure or run, and translators have no say in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

_BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main "
    "menu menuitem nav noframes ol optgroup option p pre script search section style summary table tbody td "
    "textarea tfoot th thead title tr track ul".split()
)
_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6".split())
"""Blocks that hold no other: tags of blocks are raw HTML inside of their text, and may move with the words."""
_MARKS = frozenset({"em", "strong", "del"})
_VERBATIM = frozenset({"code", "pre", "script", "style", "textarea", "svg", "math"})
_READABLE = frozenset({"alt", "title", "aria-label", "placeholder", "label"})

VALUE = re.compile("value-of-[0-9a-f]{8}")
"""What the code of a template language is replaced with where that language is not run."""

Attributes = Sequence[tuple[str, str | None]]


class Block(NamedTuple):
    """The begin or the end of a block, and what stands after it up to the next one."""

    tag: str
    machinery: Counter[str]
    """Link targets, code, tags and their attributes, comments, in any order: languages order words differently."""
    worded: list[str]
    """Something, when there are words to read."""


def blocks(html: str) -> list[Block]:
    """Return the blocks of a page in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [each._replace(worded=each.worded[:1]) for each in reader.found]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = [Block("page", Counter(), [])]
        self._verbatim: list[str] = []
        """The elements around here whose text is code."""
        self._code: list[str] = []
        self._leaf = ""
        """The block around here, if it is one of text."""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in _LEAVES or (tag in _BLOCKS and not self._leaf):
            self._begin(_written(tag, attrs))
            self._leaf = tag if tag in _LEAVES else ""
        elif attrs or tag not in _MARKS:
            self._machinery(_written(tag, attrs))
        for name, value in attrs:
            if name in _READABLE:
                self._say(value or "")
        if tag in _VERBATIM:
            self._verbatim.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._verbatim:
            del self._verbatim[self._verbatim.index(tag) :]
            if not self._verbatim:
                self._machinery(" ".join("".join(self._code).split()) if tag == "code" else "".join(self._code))
                self._code.clear()
        if tag == self._leaf or (tag in _BLOCKS and not self._leaf):
            self._begin(f"</{tag}>")
            self._leaf = ""
        elif tag not in _MARKS:
            self._machinery(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._verbatim:
            self._code.append(data)
            return
        for value in VALUE.findall(data):
            self._machinery(value)
        self._say(data)

    def handle_comment(self, data: str) -> None:
        self._machinery(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._machinery(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self._machinery(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self._machinery(f"<![{data}]>")

    def _machinery(self, what: str) -> None:
        self.found[-1].machinery[what] += 1

    def _say(self, text: str) -> None:
        if text.strip():
            self.found[-1].worded.append("words")

    def _begin(self, tag: str) -> None:
        if self._verbatim == ["code"]:  # left open in the text before: that is how the source is, and text again
            self._verbatim.clear()
            self._code.clear()
        self.found.append(Block(tag, Counter(), []))


def _written(tag: str, attributes: Attributes) -> str:
    """Return a tag without what people read in it."""
    shown = (name if name in _READABLE or value is None else f'{name}="{value}"' for name, value in attributes)
    return f"<{' '.join((tag, *shown))}>"
