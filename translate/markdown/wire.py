"""Catalog notation to the form that machines get, and back: tags with numbers, and nothing else but words.

`<g id="1">words</g>` stands around words, `<x id="2"/>` for what has none, `<x id="3">npm</x>` for short opaque text
that a reader sees. Markup around the whole text stays here, so do all targets, tags and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from translate.markdown.events import emphasis
from translate.markdown.notation import WORDS
from translate.markdown.placeholders import BrokenTargetError, Part, parse
from translate.model import Segment

_TAG = re.compile(r'<(?P<close>/)?(?P<name>[gx])(?: id="(?P<id>\d+)")?\s*(?P<empty>/)?>')
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'", "&#39;": "'"}
_ENTITY = re.compile("|".join(map(re.escape, _ENTITIES)))
_VISIBLE = 40
"""Characters of opaque text that an engine may see, for what they tell about the sentence."""
_ALWAYS = {"markdown": re.compile(r"[\\`]"), "html": re.compile(r"\\")}
"""What the notation would never read as a character, by syntax."""
_CAREFULLY = {
    "markdown": re.compile(r"[\\`*\[\]~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"),
    "html": re.compile(r"[\\\[\]]"),
}
"""What it may read as something else, depending on what stands around."""


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
        return WORDS.search(_TAG.sub(" ", re.sub(r'<x id="\d+">[^<]*</x>', " ", self.text))) is not None


def protect(segment: Segment) -> Wire:
    """Return the segment's text in the wire form; `restore` of it, unchanged, is the text again."""
    return _Protector(segment).wire()


class _Protector:
    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.elements: list[Element] = []
        self.out: list[str] = []
        self.opened: list[int] = []

    def wire(self) -> Wire:
        text = self.segment.text
        parts = parse(text, self.segment)
        marks = dict(_marks(text)) if self.segment.syntax == "markdown" else {}
        closers = {part.placeholder.number: part for part in parts if part.kind == "close" and part.placeholder}
        for part in parts:
            if part.kind == "text":
                self._text(part, marks)
            elif part.kind == "escape":
                self.out.append(escape(part.text[1:], quote=False))
            elif part.kind == "open" and part.placeholder:
                self._open(part.text, closers[part.placeholder.number].text)
            elif part.kind == "close":
                self._close()
            else:
                self._opaque(part)
        return _peeled(Wire(self.segment, "".join(self.out), tuple(self.elements)))

    def _text(self, part: Part, marks: dict[int, tuple[str, str]]) -> None:
        position = 0
        while position < len(part.text):
            mark, side = marks.get(part.start + position, ("", ""))
            if side == "open":
                self._open(mark, mark)
            elif side == "close":
                self._close()
            else:
                self.out.append(escape(part.text[position], quote=False))
            position += len(mark) or 1

    def _open(self, opening: str, closing: str) -> None:
        self.elements.append(Element(opening, closing))
        self.opened.append(len(self.elements))
        self.out.append(f'<g id="{len(self.elements)}">')

    def _close(self) -> None:
        self.opened.pop()
        self.out.append("</g>")

    def _opaque(self, part: Part) -> None:
        self.elements.append(Element(part.text))
        number = len(self.elements)
        seen = part.text.strip("`") if part.kind == "code" else part.placeholder.legend if part.placeholder else ""
        visible = part.kind == "code" or _is_seen(seen)
        if visible and len(seen) <= _VISIBLE:
            self.out.append(f'<x id="{number}">{escape(seen, quote=False)}</x>')
        else:
            self.out.append(f'<x id="{number}"/>')


def _is_seen(legend: str) -> bool:
    return "@" in legend or "://" in legend or legend in {"{", "}"}


def _marks(text: str) -> list[tuple[int, tuple[str, str]]]:
    """Return the offsets of emphasis marks: the mark, and whether it opens or closes."""
    if not any(sign in text for sign in "*_~"):
        return []
    found: list[tuple[int, tuple[str, str]]] = []
    probe = re.sub(r"[^\x20-\x7e]", lambda match: "x" if match[0].isalnum() else "-", text)
    for name, start, end in emphasis(probe, strikethrough=True):
        width = {"Emphasis": 1, "Strong": 2}.get(name) or (2 if probe.startswith("~~", start) else 1)
        mark = text[start : start + width]
        found += [(start, (mark, "open")), (end - width, (mark, "close"))]
    return found


def _peeled(wire: Wire) -> Wire:
    """Return the wire without the markup around all of its words."""
    text, before, after = wire.text, "", ""
    while (match := re.match(r'<g id="(\d+)">', text)) and text.endswith("</g>") and _encloses(text):
        element = wire.elements[int(match[1]) - 1]
        before, after = before + element.opening, element.closing + after
        text = text[match.end() : -len("</g>")]
    return Wire(wire.segment, text, wire.elements, before, after)


def _encloses(text: str) -> bool:
    """Tell whether the element that a text begins with ends where the text does."""
    depth = 0
    for match in _TAG.finditer(text):
        if match["name"] == "g":
            depth += -1 if match["close"] else 1
            if depth == 0:
                return match.end() == len(text)
    return False


def restore(wire: Wire, answer: str) -> str:
    """Return an engine's answer in catalog notation.

    Raises `BrokenTargetError` where tags are missing, doubled or not nested, or where the notation would not be read
    as it is meant.
    """
    try:
        return _read_back(wire, answer, _ALWAYS)
    except BrokenTargetError:
        return _read_back(wire, answer, _CAREFULLY)


def _read_back(wire: Wire, answer: str, escaped: Mapping[str, re.Pattern[str]]) -> str:
    target = wire.before + _Restorer(wire, answer, escaped.get(wire.segment.syntax)).text() + wire.after
    parse(target, wire.segment)
    if wire.segment.syntax == "markdown" and len(_marks(target)) != len(_marks(wire.segment.text)):
        raise BrokenTargetError("M001", "emphasis would not be seen as such")
    return target


class _Restorer:
    def __init__(self, wire: Wire, answer: str, escaped: re.Pattern[str] | None) -> None:
        self.wire = wire
        self.answer = answer
        self.escaped = escaped
        self.opened: list[int] = []

    def text(self) -> str:
        out: list[str] = []
        position = 0
        while (match := _TAG.search(self.answer, position)) is not None:
            out.append(self._words(self.answer[position : match.start()]))
            position = match.end()
            if match["name"] == "x":
                out.append(self._element(match["id"]).opening)
                if not match["empty"]:
                    position = self._after_content(position)
            elif match["close"]:
                out.append(self._close(position))
            else:
                self._element(match["id"])
                self.opened.append(int(match["id"]))
                out.append(self._mark(self._element(match["id"]).opening, "".join(out[-1:])[-1:]))
        out.append(self._words(self.answer[position:]))
        if self.opened:
            raise BrokenTargetError("P004", "a tag is not closed")
        return "".join(out)

    def _element(self, number: str | None) -> Element:
        if number is None or not 0 < int(number) <= len(self.wire.elements):
            raise BrokenTargetError("P002", "a tag is not the source's")
        return self.wire.elements[int(number) - 1]

    def _after_content(self, position: int) -> int:
        end = self.answer.find("</x>", position)
        if end < 0:
            raise BrokenTargetError("P004", "a tag is not closed")
        return end + len("</x>")

    def _close(self, position: int) -> str:
        if not self.opened:
            raise BrokenTargetError("P004", "a tag is closed that was not opened")
        element = self.wire.elements[self.opened.pop() - 1]
        return self._mark(element.closing, self.answer[position : position + 1])

    def _mark(self, mark: str, neighbour: str) -> str:
        """Return a mark of emphasis as it works next to `neighbour`: an underscore inside a word does not."""
        return mark.replace("_", "*") if mark.strip("_") == "" and neighbour.isalnum() else mark

    def _words(self, text: str) -> str:
        text = _ENTITY.sub(lambda match: _ENTITIES[match[0]], text)
        return self.escaped.sub(lambda match: "\\" + match[0], text) if self.escaped else text
