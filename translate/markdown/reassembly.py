"""Segments to a page again: the source's own bytes with targets spliced in, and the proof that nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from translate.errors import PageError
from translate.markdown import contents, frontmatter, proof
from translate.markdown.draft import Draft, moved, splice
from translate.markdown.page import Leaf, Page
from translate.markdown.placeholders import BrokenTargetError
from translate.markdown.segmentation import segment
from translate.markdown.sift import Damage, sift
from translate.markdown.spelling import one_line, plain_value
from translate.model import Key, Segment, Span


class Rejected(NamedTuple):
    """A target that was left out because it would have damaged the page."""

    segment: Segment
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A localized page."""

    content: bytes
    rejected: tuple[Rejected, ...] = ()
    page: Page | None = field(default=None, compare=False, repr=False)
    """What the proof has read; a table of contents is added to it afterwards, at `seam`."""
    seam: int = field(default=0, compare=False)
    places: tuple[Span, ...] = field(default=(), compare=False)
    """Where the texts of its source are in it, as `segment` wants to know; () when it is its source."""


def reassemble(page: Page, targets: Mapping[Key, str]) -> Rebuilt:
    """Return the page with its targets; where there is none, or it is the source text, the source's bytes stay.

    The page differs from its source only inside segments and in heading ids. It has been parsed again and has the
    source's shape; a target that would break it is left out and reported.
    """
    wanted = {
        index: target for index, leaf in enumerate(page.leaves) if leaf.worded and (target := _target(leaf, targets))
    }
    if not wanted:
        return Rebuilt(page.source, page=page)
    draft = Draft(page, {page.leaves[index].segment.span: target for index, target in wanted.items()})
    fitting, rejected = _fitting(draft, wanted)
    built, damaging = _proven(draft, fitting)
    rejected.extend(damaging)
    return _rebuilt(page, built, tuple(sorted(rejected, key=lambda each: each.segment.span)))


def _target(leaf: Leaf, targets: Mapping[Key, str]) -> str:
    target = targets.get(leaf.segment.key, "")
    return "" if target == leaf.segment.text or not target.strip() else one_line(target)


def _fitting(draft: Draft, wanted: Iterable[int]) -> tuple[list[int], list[Rejected]]:
    """Return the leaves (by index) whose targets fit their sources, and the others with the reason."""
    fitting: list[int] = []
    rejected: list[Rejected] = []
    for index in wanted:
        leaf = draft.page.leaves[index]
        try:
            draft.check(leaf)
            fitting.append(index)
        except BrokenTargetError as error:
            rejected.append(Rejected(leaf.segment, error.code, error.reason))
    return fitting, rejected


def _proven(draft: Draft, fitting: Sequence[int]) -> tuple[Page, list[Rejected]]:
    """Return the page, read again, with as many of the targets as keep its shape, and the others with the reason."""
    page = draft.page
    proven = page

    def read(chosen: Sequence[int]) -> Damage:
        nonlocal proven
        built, damage = _read(draft, [page.leaves[index] for index in chosen])
        proven = proven if damage else built
        return damage

    rejected = sift(fitting, _homes(page), read)
    return proven, [Rejected(page.leaves[index].segment, "M004", reason) for index, reason in rejected.items()]


def _rebuilt(page: Page, built: Page, rejected: tuple[Rejected, ...]) -> Rebuilt:
    content, seam = built.source, 0
    places = list(built.places)
    if (index := contents.directive(page)) is not None and content != page.source:
        content, seam = contents.write_out(built, index), contents.seam(built, index)
        grown, end = len(content) - len(built.source), built.headings[index].end
        places = [Span(place.start + grown, place.end + grown) if place.start > end else place for place in places]
    return Rebuilt(content, rejected, page=built, seam=seam, places=tuple(places))


def _homes(page: Page) -> list[int]:
    """Return the index of its family for each leaf of the page."""
    return [index for index, family in enumerate(proof.families(page)) for _ in family]


def _read(draft: Draft, leaves: Sequence[Leaf]) -> tuple[Page, Damage]:
    """Read the page with the targets of `leaves`, and say which families of leaves are damaged, if any are."""
    page = draft.page
    edits = draft.edits(leaves)
    content = splice(page.source, edits, Span(0, len(page.source)))
    at = moved(edits)
    places = [Span(at(start), at(end)) for start, end in page.places]
    try:
        built = segment(page.path, content, page.rules, places)
    except PageError as error:
        return page, _of_front_matter(page, "", f"the page could not be read any more: {error.message}")
    values = {leaf.scalar: plain_value(leaf, draft.targets[leaf.segment.span]) for leaf in leaves if leaf.scalar}
    if page.front_matter is not None and values:
        damage: dict[int, str] = {}
        for mismatch in frontmatter.verify(content, page.front_matter, values):
            damage |= _of_front_matter(page, mismatch.key, f"front matter {mismatch.key}: {mismatch.reason}")
        if damage:
            return built, damage
    if (reason := proof.difference(page, built)) is None:
        return built, {}
    # What belongs to no text may come from any.
    return built, proof.damage(page, built, at) or dict.fromkeys(range(len(page.leaves)), reason)


def _of_front_matter(page: Page, key: str, reason: str) -> Damage:
    """Return the damage of the values at `key`, or of all of them when none is."""
    # Nothing stands inside a value, and they come first: each is the family of its own number.
    keys = {index: leaf.scalar.key for index, leaf in enumerate(page.leaves) if leaf.scalar is not None}
    return dict.fromkeys([index for index in keys if keys[index] == key] or keys or [0], reason)
