"""The proof that a built page has its source's shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.markdown.page import Leaf, Page


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing in which two pages differ."""

    leaf: int
    """The index of the first leaf that is not the same, or that stands after what is not the same."""
    reason: str


def difference(source: Page, built: Page) -> Difference | None:
    """Say where and in what the shapes of two pages differ first, or None when they do not.

    The shape is: the blocks in order, every byte outside of segments, the machinery inside each segment (in any
    order, since languages order words differently), heading levels and ids.
    """
    ours_gaps, theirs_gaps = _gaps(source), _gaps(built)
    for index, (ours, theirs) in enumerate(zip(source.leaves, built.leaves, strict=False)):
        if (what := _changed(ours, theirs)) is not None:
            return Difference(index, what)
        if not ours.inner and next(ours_gaps) != next(theirs_gaps):
            return Difference(index, "markup before the text would change")
    if len(source.leaves) != len(built.leaves):
        return Difference(min(len(source.leaves), len(built.leaves)), "text would be split or joined")
    for reason, ours_whole, theirs_whole in (
        ("markup after the last text would change", next(ours_gaps), next(theirs_gaps)),
        ("a block would become another", source.outline, built.outline),
        ("a heading's level or id would change", _identities(source), _identities(built)),
    ):
        if ours_whole != theirs_whole:
            return Difference(len(source.leaves), reason)
    return None


def _identities(page: Page) -> list[tuple[str, str]]:
    """Return level and id of each heading; ids made from the text differ where the site has them off."""
    kept = page.rules.heading_ids == "source"
    return [(heading.level, heading.id if kept or heading.explicit else "") for heading in page.headings]


def _changed(ours: Leaf, theirs: Leaf) -> str | None:
    if ours.segment.kind != theirs.segment.kind or ours.inner != theirs.inner:
        return f"a {ours.segment.kind} would become a {theirs.segment.kind}"
    if ours.pieces != theirs.pieces and sorted(ours.pieces) != sorted(theirs.pieces):
        return "links, tags, code or expressions would change"
    return None


def _gaps(page: Page) -> Iterator[bytes]:
    """Yield the bytes between the segments, without the ids of headings."""
    cuts = [leaf.segment.span for leaf in page.leaves if not leaf.inner]
    cuts.extend(heading.explicit for heading in page.headings if heading.explicit)
    position = 0
    gap: list[bytes] = []
    ids = {heading.explicit for heading in page.headings if heading.explicit}
    for span in sorted(cuts):
        gap.append(page.source[position : span.start])
        position = span.end
        if span not in ids:
            yield b"".join(gap)
            gap = []
    gap.append(page.source[position:])
    yield b"".join(gap)
