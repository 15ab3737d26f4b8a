"""What has been found of a page so far: its leaves, in the order of reading, and words that no leaf holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from translate.markdown import attributes
from translate.markdown.attributes import Text
from translate.markdown.dialects import Dialect
from translate.markdown.notation import WORDS, Writer
from translate.markdown.page import Leaf, Untranslatable
from translate.markdown.protection import Protection
from translate.markdown.rules import Rules
from translate.markdown.tags import Attribute, Tag
from translate.model import Segment, Span

_STRINGS = re.compile(rb"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.DOTALL)
_SAID = re.compile(_STRINGS.pattern + rb"|>[^<>{}]*<(?=/)", re.DOTALL)
"""What code shows: strings, and words between tags."""
_LABEL = re.compile(rb"(?<=\[)[^\[\]]+(?=\])|(?<=\]:)[^\r\n]+|(?<==\")[^\"]*(?=\")")
"""What directives and abbreviations show."""
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_ALSO_READ = {"input": "value", "meta": "content", "optgroup": "label", "option": "label", "track": "label"}
_READ_WHEN = {"input": re.compile("submit|button|reset"), "meta": re.compile("description|title")}
"""By element: the types or names for which it is so."""
_ALWAYS = re.compile("")
_SHORTEST_CODE = 6


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
    untranslatable: list[Untranslatable] = field(default_factory=list)
    section: str = ""
    """The text of the last heading."""
    quote: str = ""
    """The quote of the JavaScript string that is being read."""
    counted: tuple[int, int] = (0, 1)
    """A byte offset and its line, from which lines are counted on."""
    code: bool = field(init=False)
    """Whether braces hold code of the site."""
    braces: Sequence[bytes] = field(init=False)
    """How the renderer wants literal braces, where the parser sees more than one character in that."""

    def __post_init__(self) -> None:
        """Ask the dialect once for what every leaf needs."""
        self.code = self.dialect.expressions or bool(self.dialect.templates)
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
            leaf = attributes.script_leaf(self.source, text, section=self.section, line=line)
        else:
            leaf = attributes.leaf(self.source, text, section=self.section, line=line, expressions=self.code)
        if leaf is not None:
            self.found.append(leaf._replace(inner=inner) if inner else leaf)
        elif not text.quote:
            self._report_attribute(text, line)
        return leaf is not None

    def title(self, closing: Span, *, inner: bool = False) -> None:
        """Add the title of a link or image that ends with the bytes at `closing`, if it has one."""
        if title := attributes.link_title(self.source, closing):
            self.text(Text("link title", title), inner=inner)

    def _report_attribute(self, text: Text, line: int) -> None:
        said = " ".join(self.source[text.span.start : text.span.end].decode().split())
        if WORDS.search(_IN_BRACES.sub("", said)):
            reason = "holds code of the site" if "{" in said else "has several lines"
            self.untranslatable.append(Untranslatable(line, said, f"{reason} ({text.name})"))

    def _report_unnamed(self, tag: Tag, attribute: Attribute) -> None:
        """Report an attribute that people read on some elements only, unless it is plainly for programs."""
        values = {each.name: self.source[each.value.start : each.value.end].decode() for each in tag.attributes}
        said = values[attribute.name]
        about = values.get("type") or values.get("name") or values.get("property", "")
        if _READ_WHEN.get(tag.name, _ALWAYS).search(about) and WORDS.search(_IN_BRACES.sub("", said)):
            reason = f"no setting names this attribute ({attribute.name} of <{tag.name}>)"
            self.untranslatable.append(Untranslatable(self.line(attribute.value.start), said, reason))

    def report_code(self, start: int, end: int) -> None:
        """Report words in code of the site that stands between texts or in them: they stay as they are."""
        raw = self.source[start:end]
        if raw.startswith((b":", b"*[")):
            said = [match.decode() for match in _LABEL.findall(raw)]
        elif raw.startswith((b"{", b"export")) and not raw.startswith(b"{/*"):
            tag = raw.partition(b"%}")[0].partition(b"}}")[0] if self.dialect.templates else raw
            said = [match[0].decode()[1:-1] for match in _SAID.finditer(tag)]
        else:
            return
        if prose := [words.strip() for words in said if _is_prose(words)]:
            self.untranslatable.append(Untranslatable(self.line(start), " … ".join(prose), "inside code of the site"))

    def report(self, tag: Tag, said: list[Span]) -> None:
        """Report words in the code of a tag that no text (`said`) covers: they stay as they are."""
        starts = {span.start for span in said}
        for attribute in tag.attributes:
            if attribute.name == _ALSO_READ.get(tag.name) and attribute.value.start not in starts:
                self._report_unnamed(tag, attribute)
            raw = self.source[attribute.value.start : attribute.value.end]
            if attribute.quote != "{" or len(raw) < _SHORTEST_CODE:
                continue
            start = attribute.value.start + 1
            strings = (match for match in _STRINGS.finditer(raw) if start + match.start() not in starts)
            prose = [words for match in strings if _is_prose(words := match[0][1:-1].decode())]
            if prose:
                reason = f"inside the code of {attribute.name or 'an expression'}"
                self.untranslatable.append(Untranslatable(self.line(start), " … ".join(prose), reason))


def _is_prose(text: str) -> bool:
    return len(text.split()) > 1 and WORDS.search(text) is not None
