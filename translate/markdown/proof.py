"""The proof that a built page has its source's shape, and what to suspect where it has not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat

from translate.markdown import anchors
from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Leaf, Page

Family = Sequence[Leaf]
"""A leaf and the leaves inside its placeholders."""

_SPLIT = "text would be split or joined"
_IDENTITY = "a heading's level or id would change"


def difference(source: Page, built: Page) -> str | None:
    """Say in what the shapes of two pages differ first, or None when they do not.

    The shape is: the blocks in order, every byte outside of segments, the machinery inside each segment (in any
    order, since languages order words differently), heading levels and ids.
    """
    ours_gaps, theirs_gaps = _gaps(source), _gaps(built)
    for ours, theirs in zip(source.leaves, built.leaves, strict=False):
        if (what := _changed(ours, theirs)) is not None:
            return what
        if not ours.inner and next(ours_gaps) != next(theirs_gaps):
            return "markup before the text would change"
    if len(source.leaves) != len(built.leaves):
        return _SPLIT
    for reason, ours_whole, theirs_whole in (
        ("markup after the last text would change", next(ours_gaps), next(theirs_gaps)),
        ("a block would become another", source.outline, built.outline),
        (_IDENTITY, _identities(source, source), _identities(source, built)),
    ):
        if ours_whole != theirs_whole:
            return reason
    return None


def damage(source: Page, built: Page, at: Callable[[int], int]) -> dict[int, str]:
    """Return which families of the source (by index) are not in the built page as they were, and in what they differ.

    `at` says where in the built page an offset of the source is. There may be none although the pages differ, when
    what differs belongs to no text.
    """
    ours, theirs = families(source), families(built)
    starts = [_start(family) for family in theirs]
    places = [at(_start(family)) for family in ours]
    found: dict[int, str] = {}
    unclaimed = set(range(len(theirs)))
    for index, family in enumerate(ours):
        twin = bisect_left(starts, places[index])
        if (what := _unlike(family, theirs[twin], at) if twin < len(theirs) else _SPLIT) is None:
            unclaimed.discard(twin)
        else:
            found[index] = what
    for extra in unclaimed:
        found.setdefault(max(0, bisect_right(places, starts[extra]) - 1), _SPLIT)
    for heading, identity, built_identity in zip(
        source.headings, _identities(source, source), _identities(source, built), strict=False
    ):
        if identity != built_identity:
            found.setdefault(max(0, bisect_right(places, at(heading.end)) - 1), _IDENTITY)
    return found


def families(page: Page) -> list[list[Leaf]]:
    """Return the leaves of a page in page order, each together with those inside it."""
    found: list[list[Leaf]] = []
    for leaf in page.leaves:
        if leaf.inner:
            found[-1].append(leaf)
        else:
            found.append([leaf])
    return found


def _start(family: Family) -> int:
    return family[0].segment.span.start


def _unlike(ours: Family, theirs: Family, at: Callable[[int], int]) -> str | None:
    if len(ours) != len(theirs) and ours[0].segment.kind == theirs[0].segment.kind:
        return _SPLIT
    for pair in zip(ours, theirs, strict=False):
        if (what := _changed(*pair)) is not None:
            return what
    span, built = ours[0].segment.span, theirs[0].segment.span
    return None if (at(span.start), at(span.end)) == built else _SPLIT


def _identities(source: Page, page: Page) -> list[tuple[str, str]]:
    """Return level and id of each heading; ids made from the text differ where the source's are not kept."""
    dialect, kept = DIALECTS[source.rules.dialect], source.rules.heading_ids == "source"
    fixed = (kept and anchors.is_writable(source.source, each, dialect) for each in source.headings)
    return [
        (each.level, each.id if each.explicit or keeps else "")
        for each, keeps in zip(page.headings, chain(fixed, repeat(kept)), strict=False)
    ]


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
