"""Catalog notation to the form that machines get, and back: tags with numbers, and nothing else but words.

`<g id="1">words</g>` stands around words, `<x id="2"/>` for what has none, `<x id="3">npm</x>` for short opaque text
that a reader sees. Markup around the whole text stays here, so do all targets, tags and attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from translate.markdown.events import emphasis
from translate.markdown.notation import WORDS
from translate.markdown.placeholders import Part, parse
from translate.model import Segment

_TAG = re.compile(r'</?[gx](?: id="\d+")?/?>')
_SEEN = re.compile(r'<x id="\d+">[^<]*</x>')
_SAYABLE = {**dict.fromkeys((*range(9), *range(14, 32), 127, 0xFFFE, 0xFFFF)), 11: " ", 12: " "}
"""What no XML can hold (XML 1.0, 2.2), and no reader sees, to nothing or a space."""
_VISIBLE = 40
"""Characters of opaque text that an engine may see, for what they tell about the sentence."""


@dataclass(frozen=True, slots=True)
class Element:
    """What a tag of the wire form stands for: the notation before and after its words."""

    opening: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Wire:
    """A text as an engine gets it, and what is kept back."""

    segment: Segment
    text: str
    elements: tuple[Element, ...]
    """By number, from 1."""
    before: str = ""
    """The notation that was peeled off the front of the text."""
    after: str = ""

    @property
    def worded(self) -> bool:
        """Tell whether there is anything to translate in it."""
        return WORDS.search(_TAG.sub(" ", _SEEN.sub(" ", self.text))) is not None


def protect(segment: Segment) -> Wire:
    """Return the segment's text in the wire form; what `restore` makes of it, unchanged, means the same."""
    return _Protector(segment).wire()


def marks(segment: Segment, text: str) -> dict[int, tuple[str, bool]]:
    """Return the marks of emphasis in a target of a segment, by offset: the mark, and whether it opens."""
    if segment.syntax != "markdown" or not any(sign in text for sign in "*_~"):
        return {}
    found: dict[int, tuple[str, bool]] = {}
    for start, end, width in emphasis(text, strikethrough=True):
        found[start] = text[start : start + width], True
        found[end - width] = text[end - width : end], False
    return found


class _Protector:
    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.elements: list[Element] = []
        self.out: list[str] = []

    def wire(self) -> Wire:
        parts = parse(self.segment.text, self.segment)
        self.marks = marks(self.segment, self.segment.text)
        closers = {part.placeholder: part.text for part in parts if part.kind == "close"}
        for part in parts:
            if part.kind == "text":
                self._text(part)
            elif part.kind == "escape":
                self.out.append(_said(part.text[1:]))
            elif part.kind == "open" and part.placeholder:
                self._open(part.text, closers[part.placeholder])
            elif part.kind == "close":
                self.out.append("</g>")
            else:
                self._opaque(part)
        return _peeled(Wire(self.segment, "".join(self.out), tuple(self.elements)))

    def _text(self, part: Part) -> None:
        position, end = part.start, part.start + len(part.text)
        for start in sorted(self.marks.keys() & range(position, end)):
            mark, opens = self.marks[start]
            self.out.append(_said(self.segment.text[position:start]))
            if opens:
                self._open(mark, mark)
            else:
                self.out.append("</g>")
            position = start + len(mark)
        self.out.append(_said(self.segment.text[position:end]))

    def _open(self, opening: str, closing: str) -> None:
        self.elements.append(Element(opening, closing))
        self.out.append(f'<g id="{len(self.elements)}">')

    def _opaque(self, part: Part) -> None:
        self.elements.append(Element(part.text))
        number = len(self.elements)
        seen = part.text.strip("`").strip() if part.kind == "code" else _legend(part)
        self.out.append(f'<x id="{number}">{_said(seen)}</x>' if 0 < len(seen) <= _VISIBLE else f'<x id="{number}"/>')


def _legend(part: Part) -> str:
    """Return what a reader sees of a placeholder, "" for a tag or a line break."""
    legend = part.placeholder.legend if part.placeholder else ""
    return legend if "@" in legend or "://" in legend or legend in {"{", "}"} else ""


def _said(text: str) -> str:
    """Return characters of a page as XML has them."""
    return escape(text.translate(_SAYABLE), quote=False)


def _peeled(wire: Wire) -> Wire:
    """Return the wire without the markup and the blanks around all of its words."""
    text, before, after = wire.text, "", ""
    while True:
        words = text.strip()
        start = text.index(words)
        before, after = before + text[:start], text[start + len(words) :] + after
        match = re.match(r'<g id="(\d+)">', words)
        if match is None or not _encloses(words):
            return Wire(wire.segment, words, wire.elements, before, after)
        element = wire.elements[int(match[1]) - 1]
        before, after = before + element.opening, element.closing + after
        text = words[match.end() : -len("</g>")]


def _encloses(text: str) -> bool:
    """Tell whether the element that a text begins with ends where the text does."""
    depth = 0
    for match in re.finditer(r"<(/?)g\b[^>]*>", text):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end() == len(text)
    return False
