"""The notation of the catalog: square brackets hold words, braces hold machinery."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.model import Placeholder, Role, Span

_WIDE_BLANK = rb"\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80|\xef\xbb\xbf"
"""The white space of ECMAScript beyond ASCII, in UTF-8."""
ADDRESS_END = re.compile(rb"[\s<]|\Z|" + _WIDE_BLANK)
"""Where renderers end a bare address, the punctuation before it aside: at white space or `<` (GFM §6.9).

Measured with micromark-extension-gfm 3 and remark-parse 8: letters and punctuation of any script belong to it.
"""
_ADDRESSES = (
    rb"""
      (?P<url>(?:(?:https?|ftp)://|\bwww\.)(?![>"`])(?:[^\s<\x80-\xff]|(?!%s)[\x80-\xff])+ | pic\.twitter\.com/\w+)
    | (?P<mail>[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
    """
    % _WIDE_BLANK
)
_SPECIAL = re.compile(_ADDRESSES + rb"| (?P<brace>\{[^{}]*\}|[{}])", re.VERBOSE)
"""What becomes a placeholder in text: braces are one where they hold code of the site, else each is one."""
# Each alternative begins with a literal, so that the search runs at the speed of looking for these characters.
_SIGNS = re.compile(rb"\{|\}|@|://|www\.|pic\.")
_URL_TAIL = re.compile(rb"[?!.,:;*_~'\"|\]}]+\Z")
_LEGEND = 240
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"`]|\bwww\.[^\s<>\"`]|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9-]")
_ADDRESS_SIGNS = ("@", "://", "www.")
WORDS = re.compile(r"[^\W\d_]|\d[.,:/]\d")
"""What a text needs to be worth translating: a letter, or a number that languages write differently."""


@dataclass(slots=True, eq=False, repr=False)
class Writer:
    """Writes the notation of one segment from left to right."""

    source: bytes
    view: bytes
    """The source as the parser sees it, byte for byte as long: code of the site is a flat `{xxx}` in it."""
    expressions: bool = False
    """Whether all braces are code of the site; else those are that the parser does not see."""
    html: bool = False
    """Whether a backslash is a character like any other, to be escaped in the notation."""
    markdown: bool = False
    """Whether a backslash escapes, in the source as in the notation."""
    braces: Sequence[bytes] = ()
    """How the renderer wants literal braces, where the parser sees more than one character in that."""
    readable: Sequence[Span] = ()
    """The attributes inside the machinery that are texts of their own, in page order."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    """Characters written."""
    placeholders: list[Placeholder] = field(default_factory=list)
    pieces: list[bytes] = field(default_factory=list)
    breaks: list[tuple[int, Span]] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    pairs: int = 0
    """How many pairs are open: inside one, literal brackets are escaped."""
    words: list[bool] = field(default_factory=lambda: [False])
    """For each open element, and the text itself: whether it holds words."""

    @property
    def text(self) -> str:
        """Return what has been written."""
        return "".join(self.parts)

    def piece(self, start: int, end: int) -> bytes:
        """Return machinery as it is compared: without the attributes in it that people read."""
        parts: list[bytes] = []
        index = bisect_left(self.readable, (start, start))
        while index < len(self.readable) and self.readable[index].end <= end:
            parts.append(self.source[start : self.readable[index].start])
            start = self.readable[index].end
            index += 1
        return b"".join((*parts, self.source[start:end]))

    def put(self, text: str) -> None:
        """Write `text` as it is."""
        self.parts.append(text)
        self.length += len(text)

    def say(self, text: str) -> None:
        """Write words; inside a pair their brackets are escaped, so that the pair's own stay recognisable."""
        if self.html:
            text = text.replace("\\", "\\\\")
        if self.pairs and ("[" in text or "]" in text):
            text = text.replace("[", "\\[").replace("]", "\\]")
        if not self.words[-1] and WORDS.search(text):
            self.words[-1] = True
        self.put(text)

    def copy(self, start: int, end: int) -> None:
        """Write the words at `start`; URLs, mail addresses and braces among them become placeholders."""
        raw = self.source[start:end]
        view = self.view[start:end]
        if _SIGNS.search(view) is None:
            self.say(raw.decode())
            return
        position = 0
        while (match := _SPECIAL.search(view, position)) is not None:
            found = match[0]
            literal = False
            if match["url"]:
                found = _without_tail(found)
            elif match["brace"] and not self.expressions and view[slice(*match.span())] == raw[slice(*match.span())]:
                literal, found = True, found[:1]
            self.say(raw[position : match.start()].decode())
            position = match.start() + len(found)
            if self.attributes_end(start + match.start()) > start + match.start():
                self.pieces.append(b"attributes of " + self._last().encode())
            self.lone(start + match.start(), start + position, literal=literal)
        self.say(raw[position:].decode())

    def lone(self, start: int, end: int, legend: str = "", *, literal: bool = False) -> None:
        """Write a placeholder for bytes that hold no words; a `literal` brace is no machinery of the page."""
        if not literal:
            self.pieces.append(self.piece(start, end))
        if self.markdown and self._escapes():
            self.put("\\")
        self._number(Role.LONE, legend or self.source[start:end].decode(), Span(start, end), None)

    def attributes_end(self, start: int) -> int:
        """Return where the attributes of what stands before them end, or `start` where the parser sees none there."""
        if self.expressions or not self.source.startswith(b"{", start) or self.source[start + 1 : start + 2] in b"{%#":
            return start
        end = self.view.find(b"}", start) + 1
        return end if self.view.startswith(b"{x", start) and self.view[start:end] != self.source[start:end] else start

    def open(self, role: Role) -> None:
        """Begin words that stand inside machinery."""
        self.words.append(False)
        self.pairs += role is Role.PAIR
        self.put("![" if role is Role.IMAGE else "[")

    def close(self, role: Role, legend: str, opening: Span, closing: Span) -> None:
        """End them; `opening` and `closing` are the bytes of the machinery."""
        inside = self.words.pop()
        self.words[-1] = self.words[-1] or inside
        self.pairs -= role is Role.PAIR
        self._number(role, legend, opening, closing)

    def soften(self, start: int, end: int) -> None:
        """Write a space for a line break that is only layout."""
        self.breaks.append((self.length, Span(start, end)))
        self.put(" ")

    def _last(self) -> str:
        """Return the sign that ends what has been written, if it is one that ends an element."""
        last = next((part for part in reversed(self.parts) if part), "")[-1:]
        return last if last in set("*_`}") else ""

    def _escapes(self) -> bool:
        """Tell whether what has been written ends in a backslash that would escape what comes next."""
        backslashes = 0
        for part in reversed(self.parts):
            words = part.rstrip("\\")
            backslashes += len(part) - len(words)
            if words:
                break
        return backslashes % 2 == 1

    def _number(self, role: Role, legend: str, opening: Span, closing: Span | None) -> None:
        number = len(self.placeholders) + 1
        self.placeholders.append(Placeholder(number, role, _one_line(legend), opening, closing))
        self.put(_SHAPES[role].format(number))


_SHAPES = {Role.LINK: "]({{{}}})", Role.IMAGE: "]({{{}}})", Role.PAIR: "]{{{}}}", Role.LONE: "{{{}}}"}


def address_in(text: str) -> re.Match[str] | None:
    """Return the first URL or mail address in a text that renderers make a link of, or None."""
    return _ADDRESS.search(text) if any(sign in text for sign in _ADDRESS_SIGNS) else None


def _without_tail(url: bytes) -> bytes:
    """Return a bare URL without the punctuation that belongs to the sentence (GFM §6.9)."""
    while True:
        shorter = _URL_TAIL.sub(b"", url)
        if shorter.endswith(b")") and shorter.count(b")") > shorter.count(b"("):
            shorter = shorter[:-1]
        if shorter == url:
            return url
        url = shorter


def _one_line(text: str) -> str:
    line = " ".join(text.split()) or "line break"
    return line if len(line) <= _LEGEND else line[: _LEGEND - 1] + "…"
