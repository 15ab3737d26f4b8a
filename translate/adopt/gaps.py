"""What stands between the texts of a page, and what is the matter when a published page has something else there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from translate.adopt.defect import Fault, Flaw, quoted
from translate.markdown.page import Page
from translate.model import Span

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_CLASS = re.compile(rb"class=[\"']([^\"']*)[\"']")


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as texts and gaps in turn; gap `n` is before text `n`, the last one ends the page."""

    page: Page
    texts: tuple[int, ...]
    """The leaves that do not stand inside others."""

    @classmethod
    def of(cls, page: Page) -> Outline:
        """Return the outline of a page."""
        return cls(page, tuple(index for index, leaf in enumerate(page.leaves) if not leaf.inner))

    def region(self, before: int, after: int) -> Span:
        """Return the bytes between two texts; −1 is the start of the page, the number of the texts its end."""
        start = self.page.leaves[self.texts[before]].segment.span.end if before >= 0 else 0
        last = after >= len(self.texts)
        return Span(start, len(self.page.source) if last else self.page.leaves[self.texts[after]].segment.span.start)

    def gap(self, number: int) -> tuple[tuple[Span, bytes], tuple[Span, bytes]]:
        """Return what stands before a text inside the front matter, and after it, without the ids of headings."""
        span = self.region(number - 1, number)
        fence = self.page.front_matter.span.end if self.page.front_matter else 0
        cut = min(max(span.start, fence), span.end)
        return self._part(Span(span.start, cut)), self._part(Span(cut, span.end))

    def _part(self, span: Span) -> tuple[Span, bytes]:
        source = self.page.source[span.start : span.end]
        for heading in self.page.headings:
            if heading.explicit is not None and span.start <= heading.explicit.start < span.end:
                source = source.replace(self.page.source[heading.explicit.start : heading.explicit.end], b"", 1)
        return span, source


def flaws(ours: bytes, theirs: bytes, page: Page) -> Iterator[Flaw]:
    """Yield what is the matter where the source page has `ours` between two texts and the published one `theirs`."""
    if ours == theirs:
        return
    if ours.split() == theirs.split():
        yield Fault.LAYOUT, "blank lines or blanks"
        return
    our_comments, their_comments = Counter(_COMMENT.findall(ours)), Counter(_COMMENT.findall(theirs))
    yield from ((Fault.COMMENT, _quoted(comment)) for comment in their_comments - our_comments)
    yield from ((Fault.COMMENT_LOST, _quoted(comment)) for comment in our_comments - their_comments)
    our_words, their_words = _COMMENT.sub(b" ", ours).split(), _COMMENT.sub(b" ", theirs).split()
    if our_words != their_words:
        both = (*zip(our_words, their_words, strict=False), (b" ".join(our_words), b" ".join(their_words)))
        our, their = next((a, b) for a, b in both if a != b)
        fault = Fault.EMBED if _embeds(ours, page) else Fault.MARKUP
        yield fault, f"{_quoted(their) or 'nothing'} instead of {_quoted(our) or 'nothing'}"


def _embeds(gap: bytes, page: Page) -> bool:
    names = {selector.partition(".")[2] for selector in page.rules.embed_elements}
    return any(names & set(classes.decode().split()) for classes in _CLASS.findall(gap))


def _quoted(raw: bytes) -> str:
    return quoted(raw.decode(errors="replace"))
