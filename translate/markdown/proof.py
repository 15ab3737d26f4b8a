"""The proof that a built page has its source's shape."""

from __future__ import annotations

from collections.abc import Iterator

from translate.markdown.page import Page


def difference(source: Page, built: Page) -> str | None:
    """Say what differs between the shapes of two pages, or None when nothing does.

    The shape is: the blocks in order, every byte outside of segments, the machinery inside each segment (in any
    order, since languages order words differently), heading levels and ids, front matter keys and other values.
    """
    if source.outline != built.outline:
        return _first(source.outline, built.outline, "the block would become another")
    if len(source.leaves) != len(built.leaves):
        return "text would be split or joined"
    for ours, theirs in zip(source.leaves, built.leaves, strict=True):
        if ours.segment.kind != theirs.segment.kind or ours.inner != theirs.inner:
            return f"{ours.segment.kind} would become {theirs.segment.kind}"
        if ours.pieces != theirs.pieces and sorted(ours.pieces) != sorted(theirs.pieces):
            return "links, tags, code or expressions would change"
    for ours_gap, theirs_gap in zip(_gaps(source), _gaps(built), strict=True):
        if ours_gap != theirs_gap:
            return "markup between the texts would change"
    if [(each.level, each.id) for each in source.headings] != [(each.level, each.id) for each in built.headings]:
        return "a heading's level or id would change"
    return None


def _first(ours: tuple[str, ...], theirs: tuple[str, ...], what: str) -> str:
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            return f"{what}: {one} → {other}"
    more = theirs[len(ours) :] or ours[len(theirs) :]
    return f"{what}: {'one more' if len(theirs) > len(ours) else 'lost'} {more[0]}"


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
