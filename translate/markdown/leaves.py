"""What has been found of a page so far: its leaves, in the order of reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from translate.markdown import attributes
from translate.markdown.attributes import Text
from translate.markdown.dialects import Dialect
from translate.markdown.kept import Kept
from translate.markdown.notation import Writer
from translate.markdown.page import Leaf
from translate.markdown.protection import Protection
from translate.markdown.rules import Rules
from translate.markdown.shortcodes import Parameters, parameters_of, shortcode_at, shortcodes
from translate.markdown.strings import Strings, strings_of
from translate.markdown.tags import Tag
from translate.model import Segment, Span


@dataclass(slots=True, eq=False, repr=False)
class Leaves:
    """The leaves of one page while it is read from top to bottom."""

    source: bytes
    masked: bytes
    """The page as the parser sees it, of the same length."""
    rules: Rules
    dialect: Dialect
    protection: Protection
    places: Sequence[Span] = ()
    """Where the texts have to be, in order, on a page that was built from another."""
    found: list[Leaf] = field(default_factory=list)
    section: str = ""
    """The text of the last heading."""
    quote: str = ""
    """The quote of the JavaScript string that is being read."""
    counted: tuple[int, int] = (0, 1)
    """A byte offset and its line, from which lines are counted on."""
    kept: Kept = field(init=False)
    code: bool = field(init=False)
    """Whether braces hold code of the site."""
    strings: Strings = field(init=False)
    """How strings are written in it."""
    parameters: Parameters | None = field(init=False)
    """Reads what has parameters as a tag has attributes: shortcodes, fences."""
    braces: Sequence[bytes] = field(init=False)
    """How the renderer wants literal braces, where the parser sees more than one character in that."""

    def __post_init__(self) -> None:
        """Ask the dialect once for what every leaf needs."""
        self.code = self.dialect.expressions or bool(self.dialect.templates)
        self.strings = strings_of(self.dialect)
        self.parameters = parameters_of(self.dialect)
        self.kept = Kept(self.source, self.rules, self.dialect, self.line)
        self.braces = self.dialect.long_braces

    def line(self, offset: int) -> int:
        """Return the line of a byte, from 1; cheap when asked from top to bottom."""
        at, line = self.counted
        if offset < at:
            return self.source.count(b"\n", 0, offset) + 1
        line += self.source.count(b"\n", at, offset)
        self.counted = (offset, line)
        return line

    def place(self, start: int, end: int) -> Span | None:
        """Return the only place between two bytes where a text has to be; None where there is none, or are more."""
        first = bisect_left(self.places, (start, start))
        inside = [place for place in self.places[first : first + 2] if place.end <= end]
        return inside[0] if len(inside) == 1 else None

    def writer(self, texts: list[Text], *, html: bool = False) -> Writer:
        """Return a writer for a leaf with these texts inside its tags."""
        return Writer(
            self.source,
            self.masked,
            self.dialect.expressions,
            html=html,
            markdown=not html,
            braces=self.braces,
            readable=[text.span for text in texts],
        )

    def add(
        self, writer: Writer, span: Span, kind: str, syntax: Literal["markdown", "html"], closing: Span | None = None
    ) -> Leaf:
        """Add what has been written as the leaf at `span`, which ends with the bytes at `closing` if any."""
        wish = self.protection.asked
        segment = Segment(
            span=span,
            text=writer.text,
            kind=kind,
            syntax=syntax,
            context=wish.context,
            section="" if kind.startswith("heading") else self.section,
            note=wish.note,
            placeholders=tuple(writer.placeholders),
            line=self.line(span.start),
        )
        leaf = Leaf(
            segment,
            tuple(writer.pieces),
            tuple(writer.breaks),
            tuple(writer.spellings.items()),
            quote=self.quote,
            closing=closing,
            worded=writer.words[0],
        )
        self.found.append(leaf)
        return leaf

    def text(self, text: Text, *, inner: bool = False) -> bool:
        """Add a text inside a tag or link; tell whether it is one."""
        line = self.line(text.span.start)
        if text.quote:
            leaf = attributes.string_leaf(self.source, text, self.strings, section=self.section, line=line)
        else:
            leaf = attributes.leaf(self.source, text, section=self.section, line=line, expressions=self.code)
        if leaf is not None:
            self.found.append(leaf._replace(inner=inner) if inner else leaf)
        elif not text.quote or not self.dialect.expressions:
            self.kept.refused(text, line)
        return leaf is not None

    def tags(self, tags: list[Tag], start: int, end: int) -> list[Tag]:
        """Return the tags of a text and its shortcodes, in page order."""
        if self.parameters is not shortcode_at:
            return tags
        return sorted([*tags, *shortcodes(self.source, self.masked, start, end)], key=lambda tag: tag.span)

    def title(self, closing: Span, *, inner: bool = False) -> None:
        """Add the title of a link or image that ends with the bytes at `closing`, if it has one."""
        if title := attributes.link_title(self.masked, closing):
            self.text(Text("link title", title), inner=inner)
