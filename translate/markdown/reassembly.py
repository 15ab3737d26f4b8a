"""Segments to a page again: the source's own bytes with targets spliced in, and the proof that nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.errors import PageError
from translate.markdown import anchors, contents, frontmatter, proof
from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Leaf, Page
from translate.markdown.placeholders import BrokenTargetError
from translate.markdown.segmentation import segment
from translate.markdown.spelling import one_line, plain_value, spell
from translate.model import Key, Segment, Span

Edit = tuple[int, int, bytes]
"""Bytes `start` to `end` of the source give way to these."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A target that was left out because it would have damaged the page."""

    segment: Segment
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A localized page."""

    content: bytes
    rejected: tuple[Rejected, ...] = ()


def reassemble(page: Page, targets: Mapping[Key, str]) -> Rebuilt:
    """Return the page with its targets; where there is none, or it is the source text, the source's bytes stay.

    The page differs from its source only inside segments and in heading ids. It has been parsed again and has the
    source's shape; a target that would break it is left out and reported.
    """
    wanted = [(leaf, target) for leaf in page.leaves if leaf.worded and (target := _target(leaf, targets))]
    if not wanted:
        return Rebuilt(page.source)
    sound: list[Leaf] = []
    rejected: list[Rejected] = []
    spelled = _Spelled(page, {leaf.segment.span: target for leaf, target in wanted})
    for leaf, _ in wanted:
        try:
            spelled.check(leaf)
            sound.append(leaf)
        except BrokenTargetError as error:
            rejected.append(Rejected(leaf.segment, error.code, error.reason))
    built, unsound = _proven(spelled, sound)
    rejected.extend(unsound)
    content = built.source
    if (index := contents.directive(page)) is not None and content != page.source:
        content = contents.write_out(built, index)
    return Rebuilt(content, tuple(sorted(rejected, key=lambda each: each.segment.span)))


def _target(leaf: Leaf, targets: Mapping[Key, str]) -> str:
    target = targets.get(leaf.segment.key, "")
    return "" if target == leaf.segment.text or not target.strip() else one_line(target)


class _Spelled:
    """The targets of a page as bytes, any choice of them."""

    def __init__(self, page: Page, targets: Mapping[Span, str]) -> None:
        self.page = page
        self.targets = targets
        """By the span of their leaf: no two leaves share one."""
        self.bytes: dict[Span, bytes] = {}

    def check(self, leaf: Leaf) -> None:
        """Raise `BrokenTargetError` when the leaf's target does not fit its source."""
        self.bytes[leaf.segment.span] = spell(
            leaf, self.targets[leaf.segment.span], self.page, lambda span: self._piece(span, {})
        )

    def content(self, leaves: Sequence[Leaf]) -> bytes:
        """Return the page with the targets of `leaves`, and with ids on its headings."""
        inner = {leaf.segment.span: self.bytes[leaf.segment.span] for leaf in leaves if leaf.inner}
        edits = [self._edit(leaf, inner) for leaf in leaves]
        edits.extend(_ids(self.page, [leaf.segment.span for leaf in leaves]))
        return splice(self.page.source, sorted(edits, key=lambda edit: edit[:2]))

    def _edit(self, leaf: Leaf, inner: Mapping[Span, bytes]) -> Edit:
        span = leaf.segment.span
        if not inner or leaf.inner:
            return span.start, span.end, self.bytes[span]
        return span.start, span.end, spell(leaf, self.targets[span], self.page, lambda part: self._piece(part, inner))

    def _piece(self, span: Span, inner: Mapping[Span, bytes]) -> bytes:
        edits = [
            (each.start, each.end, new)
            for each, new in inner.items()
            if span.start <= each.start and each.end <= span.end
        ]
        return splice(self.page.source[: span.end], sorted(edits), span.start)


def splice(source: bytes, edits: Sequence[Edit], start: int = 0) -> bytes:
    """Return `source` from byte `start` with each edit made; an edit inside an earlier one is part of that one."""
    out: list[bytes] = []
    position = start
    for begin, end, new in edits:
        if begin < position:
            continue
        out += source[position:begin], new
        position = end
    out.append(source[position:])
    return b"".join(out)


def _ids(page: Page, changed: Sequence[Span]) -> Iterator[Edit]:
    """Yield the ids to write: on changed headings, and where the renderer would number an unchanged one otherwise."""
    dialect = DIALECTS[page.rules.dialect]
    if not dialect.slugs or page.rules.heading_ids == "off":
        return
    ends = {span.end for span in changed}
    taken: dict[str, int] = {}
    written_out = contents.directive(page)
    for index, heading in enumerate(page.headings):
        if heading.explicit or not heading.id:
            continue
        unchanged = heading.end not in ends and index != written_out
        if unchanged and anchors.unique(anchors.slug(heading.text), taken) == heading.id:
            continue
        yield heading.end, heading.end, anchors.spelled(heading.id, dialect, page.rules.heading_id_syntax)


def _proven(spelled: _Spelled, leaves: list[Leaf]) -> tuple[Page, list[Rejected]]:
    """Return the page, read again, with as many of the targets as keep its shape, and the others with the reason."""
    rejected: list[Rejected] = []
    while True:
        built, problem = _read(spelled, leaves)
        if problem is None:
            return built, rejected
        culprit = _culprit(spelled, leaves, problem)
        rejected.append(Rejected(culprit.segment, "M004", problem.reason))
        leaves = [leaf for leaf in leaves if leaf is not culprit]


def _culprit(spelled: _Spelled, leaves: list[Leaf], problem: proof.Difference) -> Leaf:
    """Return the leaf whose target causes the first difference."""
    position = {leaf.segment.span: index for index, leaf in enumerate(spelled.page.leaves)}
    before = [leaf for leaf in leaves if position[leaf.segment.span] <= problem.leaf]
    for suspect in reversed(before[-2:]):
        others = [leaf for leaf in leaves if leaf is not suspect]
        left = _read(spelled, others)[1]
        if left is None or left.leaf > problem.leaf:
            return suspect
    # Not next to the difference: the shortest run of leading targets that is not sound ends with it.
    good, bad = 0, len(leaves)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _read(spelled, leaves[:middle])[1] is None else (good, middle)
    return leaves[good]


def _read(spelled: _Spelled, leaves: Sequence[Leaf]) -> tuple[Page, proof.Difference | None]:
    """Read the page with the targets of `leaves`, and say what differs from its source, if anything does."""
    page = spelled.page
    if not leaves:
        return page, None
    content = spelled.content(leaves)
    try:
        built = segment(page.path, content, page.rules)
    except PageError as error:
        return page, proof.Difference(0, f"the page could not be read any more: {error.message}")
    values = {
        leaf.scalar: plain_value(leaf, spelled.targets[leaf.segment.span]) for leaf in leaves if leaf.scalar is not None
    }
    if page.front_matter is not None and values:
        for mismatch in frontmatter.verify(content, page.front_matter, values):
            keys = [leaf.scalar.key if leaf.scalar else "" for leaf in page.leaves]
            index = keys.index(mismatch.key) if mismatch.key in keys else 0
            return built, proof.Difference(index, f"front matter {mismatch.key}: {mismatch.reason}")
    return built, proof.difference(page, built)
