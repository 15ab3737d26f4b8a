"""A page, read once: its segments, its headings, and everything that must come out unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from translate.markdown.frontmatter import Block, Scalar, Untranslatable
from translate.markdown.rules import Rules
from translate.model import Key, Segment, Span

if TYPE_CHECKING:
    from translate.markdown.events import Event
    from translate.markdown.tags import Tag

__all__ = ["Doubt", "Heading", "Leaf", "Page", "Untranslatable", "notes"]


class Leaf(NamedTuple):
    """A segment, or a piece like one that holds no words, and what it protects."""

    segment: Segment
    pieces: tuple[bytes, ...] = ()
    """The machinery inside it in page order: tags, link targets, code, expressions."""
    breaks: tuple[tuple[int, Span], ...] = ()
    """Soft line breaks: the offset of its space in the text (characters), the bytes of break and prefix."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Characters that the source writes as entities: `(“—”, “&mdash;”)`."""
    scalar: Scalar | None = None
    """How a front matter value is written."""
    quote: str = ""
    """The quote of the JavaScript string that it stands in."""
    closing: Span | None = None
    """The end of an image that is named by its own words (`]`, `][]`): part of the span, not of the text."""
    worded: bool = True
    """Whether there is anything to translate."""
    inner: bool = False
    """Whether it stands inside a placeholder of the leaf before it."""

    @property
    def placed(self) -> bool:
        """Tell whether it has a place of its own in the body; a text inside a tag, a link or code has none."""
        return self.segment.syntax in {"markdown", "html"} and not self.quote


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading and the id that the renderer gives it."""

    level: str
    end: int
    """Byte offset after its text: where an explicit id is written."""
    text: str = field(compare=False)
    """The text that an id is made from."""
    explicit: Span | None = None
    """The bytes of ` {#id}`, when the author wrote one."""
    id: str = ""


class Doubt(NamedTuple):
    """Something in the page that its author probably meant otherwise."""

    line: int
    message: str


class Page(NamedTuple):
    """A source page and what it is made of."""

    path: str
    source: bytes
    rules: Rules
    leaves: tuple[Leaf, ...] = ()
    """In page order; a leaf inside a placeholder follows the leaf that holds it."""
    headings: tuple[Heading, ...] = ()
    outline: tuple[str, ...] = ()
    """The blocks in page order, by name."""
    front_matter: Block | None = None
    untranslatable: tuple[Untranslatable, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    runs: tuple[Sequence[Event], ...] = ()
    """The inline events of each block with links or tags, as the parser gave them."""
    tags: tuple[Tag, ...] = ()
    """The tags of raw HTML, closing ones left out."""
    definitions: tuple[Span, ...] = ()
    """The bytes of each link reference definition."""
    modules: tuple[Span, ...] = ()
    """The bytes of each block of `import` and `export`."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Return what there is to translate, in page order."""
        return tuple(leaf.segment for leaf in self.leaves if leaf.worded)

    @property
    def places(self) -> tuple[Span, ...]:
        """Return where its texts are, in page order; those inside tags, links and code are none of them."""
        return tuple(leaf.segment.span for leaf in self.leaves if leaf.placed)

    @property
    def texts(self) -> dict[Key, Segment]:
        """Return what there is to translate, in page order; of a text that stands there twice, the first segment."""
        found: dict[Key, Segment] = {}
        for segment in self.segments:
            found.setdefault(segment.key, segment)
        return found


def notes(segment: Segment) -> tuple[str, ...]:
    """Return the lines for translators (`#.`): kind and place, the author's note, what the braces stand for."""
    place = f"{segment.kind} · in “{_short(segment.section)}”" if segment.section else segment.kind
    said = (segment.note,) if segment.note else ()
    return (place, *said, *(f"{{{each.number}}} = {each.legend}" for each in segment.placeholders))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
