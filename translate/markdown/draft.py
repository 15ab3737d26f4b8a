"""A page with any choice of its targets: the source's own bytes, and the targets spliced in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from translate.markdown import anchors, contents
from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Leaf, Page
from translate.markdown.spelling import spell
from translate.model import Span

Edit = tuple[int, int, bytes]
"""Bytes `start` to `end` of the source give way to these."""


class Draft:
    """The targets of a page as bytes, ready to be spliced in."""

    def __init__(self, page: Page, targets: Mapping[Span, str]) -> None:
        self.page = page
        self.targets = targets
        """By the span of their leaf: no two leaves share one."""
        self._bytes: dict[Span, bytes] = {}

    def check(self, leaf: Leaf) -> None:
        """Raise `BrokenTargetError` when the leaf's target does not fit its source."""
        self._bytes[leaf.segment.span] = self._spelled(leaf, ())

    def edits(self, leaves: Sequence[Leaf]) -> list[Edit]:
        """Return what the targets of `leaves`, given in page order, change, ids of headings included.

        They are in page order, and none is inside another.
        """
        holders: list[tuple[Leaf, list[Edit]]] = []
        for leaf in leaves:
            span = leaf.segment.span
            if leaf.inner and holders and span.end <= holders[-1][0].segment.span.end:
                holders[-1][1].append((span.start, span.end, self._bytes[span]))
            else:
                holders.append((leaf, []))
        edits = [
            (*leaf.segment.span, self._spelled(leaf, inner) if inner else self._bytes[leaf.segment.span])
            for leaf, inner in holders
        ]
        edits.extend(_ids(self.page, [leaf.segment.span for leaf in leaves]))
        return sorted(edits, key=lambda edit: edit[:2])

    def _spelled(self, leaf: Leaf, inner: Sequence[Edit]) -> bytes:
        """Return the bytes of a target, with the edits inside its machinery."""

        def piece(span: Span) -> bytes:
            within = [edit for edit in inner if span.start <= edit[0] and edit[1] <= span.end]
            return splice(self.page.source, within, span)

        return spell(leaf, self.targets[leaf.segment.span], self.page, piece)


def splice(source: bytes, edits: Sequence[Edit], span: Span) -> bytes:
    """Return the bytes of `source` at `span` with each edit made; the edits are in order and lie inside it."""
    out: list[bytes] = []
    position = span.start
    for begin, end, new in edits:
        out += source[position:begin], new
        position = end
    out.append(source[position : span.end])
    return b"".join(out)


def moved(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Return a function that says where an offset of the source, not inside an edit, is once the edits are made.

    What is inserted at the offset itself comes after it.
    """
    begins = [begin for begin, _, _ in edits]
    shifts = [0, *accumulate(len(new) - (end - begin) for begin, end, new in edits)]
    return lambda offset: offset + shifts[bisect_left(begins, offset)]


def _ids(page: Page, changed: Sequence[Span]) -> Iterator[Edit]:
    """Yield the ids to write: on changed headings, and where the renderer would number an unchanged one otherwise."""
    dialect = DIALECTS[page.rules.dialect]
    if not dialect.slugs or page.rules.heading_ids == "off":
        return
    ends = {span.end for span in changed}
    taken: dict[str, int] = {}
    written_out = contents.directive(page)
    for index, heading in enumerate(page.headings):
        if heading.explicit or not heading.id or not anchors.is_writable(page.source, heading, dialect):
            continue
        unchanged = heading.end not in ends and index != written_out
        if unchanged and anchors.numbered(anchors.slug(heading.text, dialect), taken, dialect) == heading.id:
            continue
        at, id_ = anchors.insertion(page.source, heading, dialect, page.rules.heading_id_syntax)
        yield at, at, id_
