"""The inline events of one block to catalog notation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html import unescape

from translate.markdown.events import Event
from translate.markdown.notation import Writer
from translate.markdown.tags import Tag, tag_at
from translate.model import Role, Span

ACTIVE = frozenset("\\`*_[]~")
"""Characters that mean something in catalog notation too, and stay escaped in it."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
"""Elements that stand inside a sentence."""

FORMATTING = INLINE - {"a", "img", "br"}
"""Elements that give words another look, and leave them in their sentence."""

OPAQUE = frozenset("code script style pre svg math iframe object noscript template textarea".split())
"""Elements whose content is not text."""


Stretch = tuple[int, int]
"""Some events of a run: the index of the first, and that after the last."""


class UnsureError(Exception):
    """The bytes are not where the parser's events let us expect them; the block stays whole."""


def notate(run: Sequence[Event], source: bytes, writer: Writer, opaque: Callable[[Tag], bool], start: int) -> None:
    """Write the notation of `run`, the inline events of one block that begins at byte `start`.

    Raises `UnsureError` where the source does not read as the events say.
    """
    _Inline(run, source, writer, opaque, start).write()


class _Inline:
    def __init__(
        self, run: Sequence[Event], source: bytes, writer: Writer, opaque: Callable[[Tag], bool], start: int
    ) -> None:
        self.run = run
        self.source = source
        self.writer = writer
        self.partners = partners(run, source) if any(event[0] == "InlineHtml" for event in run) else {}
        self.opaque = opaque
        self.position = start
        """The byte up to which everything is written."""
        self.raw: tuple[int, int] | None = None
        """Text not yet written: plain bytes that may go on in the next event."""
        self.pending: tuple[str, int] | None = None
        """A line break whose end, the start of the next event, is not known yet."""
        self.opened: list[tuple[int, str, int]] = []
        """(start, destination, end of the opening) of each open link and image."""

    def write(self) -> None:
        index = 0
        while index < len(self.run):
            name, data, start, _ = self.run[index]
            if name != "Text" or start != self.position:
                self._flush()
            self._end_break(name, data, start)
            last = self._whole_until(index)
            if last is not None:
                whole_end = self.run[last][3]
                self.writer.lone(start, whole_end)
                self.position, index = whole_end, last + 1
                continue
            _HANDLERS.get(name, _Inline.unknown)(self, index)
            index += 1
        self._flush()

    def _flush(self) -> None:
        if self.raw is not None:
            self.writer.copy(*self.raw)
            self.raw = None

    def _end_break(self, name: str, data: str, start: int) -> None:
        if self.pending is None:
            return
        kind, begin = self.pending
        self.pending = None
        # The range of a closing event begins with its link: there the break ends at the closing bracket.
        closes = name in {"-Link", "-Image"}
        end = self.source.find(b"]", begin) if closes else start - self._escaped(name, data, start)
        if kind == "SoftBreak":
            self.writer.soften(begin, end)
        else:
            self.writer.lone(begin, end, "line break")
        self.position = end

    def _escaped(self, name: str, data: str, start: int) -> bool:
        return name == "Text" and escaped(self.source, data, start)

    def _whole_until(self, index: int) -> int | None:
        """Return the last event of an element that stays whole and begins at `index`."""
        name, _, start, _ = self.run[index]
        if name in {"+Link", "+Image"} and self.source[start : start + 1] == b"<":
            return end_of(self.run, index)
        if name == "InlineHtml" and index in self.partners and self.partners[index] > index:
            tag = tag_at(self.source, start)
            if tag is not None and self.opaque(tag):
                return self.partners[index]
        return None

    def text(self, index: int) -> None:
        _, data, start, end = self.run[index]
        source = self.source
        if not data and start == end:
            return
        if start - self.position == 1 and source[self.position : start] == b"\\":
            self._escape(data[0])
            data, start = data[1:], start + 1
            if not data:
                return
        elif self._is_begun(start):
            data, start = data[self.position - start :], self.position
            if not data:
                return
        elif start != self.position:
            raise UnsureError
        if len(data.encode()) == end - start and (data[:1] == "&" or source[start : start + 1] != b"&"):
            self.raw = (self.raw[0] if self.raw else start, end)
        else:
            self._flush()
            end = self._entity(data, start, end)
        self.position = max(self.position, end)

    def _is_begun(self, start: int) -> bool:
        """Tell whether the beginning of a text is written: that of a brace, or attributes, which end their link."""
        begun = self.source[start - len(_AMPERSAND) : self.position] in self.writer.braces
        return begun or (start < self.position and self.source.startswith(b"{", start))

    def _escape(self, character: str) -> None:
        self._flush()
        start = self.position
        self.position = start + 2
        if character in "{}":
            self.writer.lone(start, start + 2, literal=True)
        elif character in ACTIVE:
            self.writer.put("\\" + character)
        else:
            self.writer.say(character)

    def _entity(self, data: str, start: int, end: int) -> int:
        """Write an entity; return where what follows it begins."""
        for brace in self.writer.braces:
            if self.source.startswith(brace, start):
                self.writer.lone(start, start + len(brace), literal=True)
                return start + len(brace)
        spelling = self.source[start:end].decode(errors="replace")
        if any(character in "{}\r\n\0\ufffd" for character in data):
            self.writer.lone(start, end, literal=data in "{}")
            return end
        if unescape(spelling) == data:
            self.writer.spellings[data] = spelling
        self.writer.say("".join("\\" + each if each in ACTIVE else each for each in data))
        return end

    def code(self, index: int) -> None:
        _, data, start, end = self.run[index]
        raw = self.source[start:end].decode()
        self._at(start)
        self.position = end
        if "{" in raw or "}" in raw:
            self.writer.lone(start, end)
            return
        self.writer.pieces.append(b"`" + data.encode())
        self.writer.put(raw if "\n" not in raw and "\r" not in raw else _code_span(data))

    def line_break(self, index: int) -> None:
        name, _, start, end = self.run[index]
        self.pending = (name, self.position if name == "SoftBreak" else start)
        self.position = end

    def html(self, index: int) -> None:
        _, _, start, end = self.run[index]
        self._at(start)
        self.position = end
        partner = self.partners.get(index)
        if partner is None:
            self.writer.lone(start, end)
        elif partner > index:
            self.writer.pieces.append(self.writer.piece(start, end))
            self.writer.open(Role.PAIR)
        else:
            opening = Span(*self.run[partner][2:])
            self.writer.pieces.append(self.writer.piece(start, end))
            legend = f"{self.source[opening.start : opening.end].decode()}…{self.source[start:end].decode()}"
            self.writer.close(Role.PAIR, legend, opening, Span(start, end))

    def lone(self, index: int) -> None:
        _, _, start, end = self.run[index]
        self._at(start)
        self.writer.lone(start, end)
        self.position = end

    def open_link(self, index: int) -> None:
        name, destination, start, _ = self.run[index]
        self._at(start)
        image = name == "+Image"
        self.position = start + 1 + image
        if self.source[self.position - 1 : self.position] != b"[":
            raise UnsureError
        self.opened.append((start, destination, self.position))
        self.writer.open(Role.IMAGE if image else Role.LINK)

    def close_link(self, index: int) -> None:
        name, _, _, end = self.run[index]
        start, destination, opening_end = self.opened.pop()
        if self.source[self.position : self.position + 1] != b"]":
            raise UnsureError
        role = Role.IMAGE if name == "-Image" else Role.LINK
        view = self.writer.view
        if view[self.position : end] != self.source[self.position : end]:
            at = view.find(masked := destination.encode(), self.position, end)
            destination = self.source[at : at + len(masked)].decode() if at >= 0 else destination
        while (attributes_end := self.writer.attributes_end(end)) > end:
            end = attributes_end
        self.writer.pieces.append(f"{role.value} {destination}".encode())
        self.writer.close(role, destination or "(empty)", Span(start, opening_end), Span(self.position, end))
        self.position = end

    def open_emphasis(self, index: int) -> None:
        name, _, start, _ = self.run[index]
        self._at(start)
        self._mark(_mark_width(name, self.source, start))

    def close_emphasis(self, index: int) -> None:
        name, _, start, end = self.run[index]
        width = _mark_width(name, self.source, start)
        self._at(end - width)
        self._mark(width)

    def _mark(self, width: int) -> None:
        mark = self.source[self.position : self.position + width].decode()
        if mark.strip("*_~^"):
            raise UnsureError
        self.writer.put(mark)
        self.position += width

    def _at(self, start: int) -> None:
        if self.position != start:
            raise UnsureError

    def unknown(self, index: int) -> None:
        raise UnsureError(self.run[index][0])


_AMPERSAND = b"&amp;"
_EMPHASES = ("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript")
_HANDLERS: dict[str, Callable[[_Inline, int], None]] = {
    "Text": _Inline.text,
    "Code": _Inline.code,
    "SoftBreak": _Inline.line_break,
    "HardBreak": _Inline.line_break,
    "InlineHtml": _Inline.html,
    "FootnoteReference": _Inline.lone,
    "InlineMath": _Inline.lone,
    "DisplayMath": _Inline.lone,
    "+Link": _Inline.open_link,
    "-Link": _Inline.close_link,
    "+Image": _Inline.open_link,
    "-Image": _Inline.close_link,
    **{f"+{name}": _Inline.open_emphasis for name in _EMPHASES},
    **{f"-{name}": _Inline.close_emphasis for name in _EMPHASES},
}


def escaped(source: bytes, data: str, start: int) -> bool:
    """Tell whether the text at `start` begins with a character that a backslash before it escapes."""
    return source[start - 1 : start] == b"\\" and bool(re.match(r"[!-/:-@\[-`{-~]", data))


def end_of(run: Sequence[Event], index: int) -> int:
    """Return the index of the event that closes what the event at `index` opens."""
    closing = "-" + run[index][0][1:]
    end = run[index][3]
    return next(i for i in range(index, len(run)) if run[i][0] == closing and run[i][3] == end)


def only_images(run: Sequence[Event]) -> bool:
    """Tell whether a block holds nothing but images, be they linked."""
    depth = 0
    for name, data, _, _ in run:
        depth += (name == "+Image") - (name == "-Image")
        blank = name in {"SoftBreak", "HardBreak", "+Link", "-Link"} or (name == "Text" and not data.strip())
        if depth == 0 and name != "-Image" and not blank:
            return False
    return True


_CODE = re.compile(rb"\{[^{}]*\}")


def unravels(run: Sequence[Event], source: bytes, view: bytes) -> bool:
    """Tell whether a paragraph of MDX holds nothing but JSX, which it then shows without a paragraph around it.

    It is so in @mdx-js/mdx 3 (remark-mark-and-unravel). In `view` an expression is `{xxx}`.
    """
    pairs: dict[int, int] | None = None
    index = 0
    while index < len(run):
        name, _, start, end = run[index]
        if name == "InlineHtml":
            pairs = partners(run, source) if pairs is None else pairs
            index = max(index, pairs.get(index, index))
        elif name != "SoftBreak" and (name != "Text" or _CODE.sub(b"", view[start:end]).strip()):
            return False
        index += 1
    return True


def partners(run: Sequence[Event], source: bytes) -> dict[int, int]:
    """Return the index of the other tag for each tag of a pair that stands inside one element."""
    levels = [Pairs()]
    for index, (name, _, start, _) in enumerate(run):
        if name[0] == "+":
            levels.append(Pairs(levels[0].found))
        elif name[0] == "-":
            levels.pop()
        elif name == "InlineHtml" and (tag := tag_at(source, start)) is not None:
            levels[-1].add(tag, index)
    return levels[0].found


class Pairs:
    """Finds the other tag for each tag of a pair, given one tag after another."""

    def __init__(self, found: dict[int, int] | None = None) -> None:
        self.found = {} if found is None else found
        """The index of the other tag, by that of each tag of a pair."""
        self._opened: list[tuple[str, int]] = []
        self._names: Counter[str] = Counter()
        """Which names are open, so that an end tag of none is known at once."""

    def add(self, tag: Tag, index: int) -> None:
        """Take the next tag; `index` says where it stands."""
        if tag.empty:
            return
        if not tag.closing:
            self._opened.append((tag.name, index))
            self._names[tag.name] += 1
        elif self._names[tag.name]:
            self.found[index] = partner = self._close(tag.name)
            self.found[partner] = index

    def _close(self, wanted: str) -> int:
        while True:
            name, index = self._opened.pop()
            self._names[name] -= 1
            if name == wanted:
                return index


def _mark_width(name: str, source: bytes, start: int) -> int:
    if name[1:] == "Strikethrough":
        return 2 if source[start : start + 2] == b"~~" else 1
    return 2 if name[1:] == "Strong" else 1


def _code_span(data: str) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", data)), default=0)
    fence = "`" * (longest + 1) if longest else "`"
    pad = " " if data[:1] == "`" or data[-1:] == "`" else ""
    return f"{fence}{pad}{data}{pad}{fence}"
