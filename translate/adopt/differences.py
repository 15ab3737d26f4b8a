"""Everything that a published page did to its source's markup, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.adopt import gaps
from translate.adopt.defect import Defect, Fault, Flaw
from translate.adopt.gaps import Outline
from translate.markdown import contents
from translate.markdown.page import Heading, Page
from translate.model import Span

Partners = Mapping[int, tuple[int, ...]]
"""For the texts of the source page that the published page has, by leaf: the leaves that stand for them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A source page and its published translation."""

    source: Page
    published: Page
    partners: Partners

    def defects(self, flaws: Mapping[int, Sequence[Flaw]], built: Page) -> list[Defect]:
        """Return what differs, in page order: in the texts (`flaws`, by source leaf), between them, on the headings.

        `built` is the source page with the texts that were taken: what they spell otherwise is layout.
        """
        found = [*self._in_texts(flaws), *self._between(), *self._ids(built), *self._contents()]
        touched = {each.span for each in found}
        found += (each for each in self._spelled(built) if each.span not in touched)
        return sorted(found, key=lambda each: (each.span, each.fault.value, each.detail))

    def _in_texts(self, flaws: Mapping[int, Sequence[Flaw]]) -> Iterator[Defect]:
        for index, each in flaws.items():
            for fault, detail in each:
                yield self._defect(fault, detail, self._span(self.partners[index]))

    def _between(self) -> Iterator[Defect]:
        """Yield what differs between the texts, and the texts that one of the pages has not."""
        ours, theirs = Outline.of(self.source), Outline.of(self.published)
        place = {leaf: number for number, leaf in enumerate(theirs.texts)}
        last, loose = -1, 0
        for number, leaf in enumerate((*ours.texts, -1)):
            partners = (len(theirs.texts),) if leaf < 0 else tuple(place[j] for j in self.partners.get(leaf, ()))
            if not partners:
                loose += 1
                continue
            first = partners[0]
            if loose or first > last + 1:
                yield from self._unpaired(loose, theirs, last, first)
            elif first == last + 1:
                yield from self._gap(ours, number, theirs, first)
            elif first < last:
                yield self._defect(Fault.FRONT_MATTER, "its keys are in another order", theirs.region(-1, first))
            last, loose = max(last, *partners), 0

    def _unpaired(self, lost: int, theirs: Outline, before: int, after: int) -> Iterator[Defect]:
        region = theirs.region(before, after)
        added = [self.published.leaves[j].segment.text for j in theirs.texts[before + 1 : after]]
        if lost:
            yield self._defect(Fault.BLOCK_LOST, f"{lost} of the source page", region)
        if added:
            yield self._defect(Fault.BLOCK_ADDED, f"{len(added)}, from “{added[0][:40]}”", region)

    def _gap(self, ours: Outline, our_number: int, theirs: Outline, their_number: int) -> Iterator[Defect]:
        (_, our_head), (_, our_body) = ours.gap(our_number)
        (head_span, their_head), (body_span, their_body) = theirs.gap(their_number)
        for fault, detail in gaps.flaws(our_head, their_head, self.source):
            yield self._defect(fault if fault.slight else Fault.FRONT_MATTER, detail, head_span)
        for fault, detail in gaps.flaws(our_body, their_body, self.source):
            yield self._defect(fault, detail, body_span)

    def _ids(self, built: Page) -> Iterator[Defect]:
        """Yield the headings that links would miss, and those whose id is right without being written out."""
        ours, theirs = _headings(self.source), _headings(self.published)
        for index, number in ours.items():
            heading, written = self.source.headings[number], built.headings[number]
            for other in (self.published.headings[theirs[j]] for j in self.partners.get(index, ()) if j in theirs):
                if other.id != written.id and (heading.id or other.explicit):
                    fault, detail = Fault.HEADING_ID, f"#{other.id} instead of #{written.id}"
                elif bool(other.explicit) != bool(written.explicit):
                    fault, detail = Fault.LAYOUT, "heading id"
                elif (said := _written_id(self.published, other)) != (wanted := _written_id(built, written)):
                    # mdsvex makes a dash of two hyphens before it reads ids
                    fault, detail = Fault.HEADING_ID, f"written {said} instead of {wanted}"
                else:
                    continue
                yield self._defect(fault, detail, self._span(self.partners[index]))

    def _contents(self) -> Iterator[Defect]:
        number = contents.directive(self.source)
        if number is not None and contents.directive(self.published) is None:
            for index, each in _headings(self.source).items():
                if each == number and index in self.partners:
                    yield self._defect(
                        Fault.CONTENTS, self.source.headings[number].text, self._span(self.partners[index])
                    )

    def _spelled(self, built: Page) -> Iterator[Defect]:
        """Yield the texts that say the same as those of the built page, in other bytes."""
        moved = self._moved(built)
        for index, partners in self.partners.items():
            if len(partners) == 1 and not self.source.leaves[index].inner:
                ours, theirs = _bytes(built, moved(index)), _bytes(self.published, partners[0])
                if ours.split() != theirs.split():
                    yield self._defect(Fault.SPELLING, "escapes, marks, quotes or links", self._span(partners))
                elif ours != theirs:
                    yield self._defect(Fault.LAYOUT, "line breaks", self._span(partners))

    def _moved(self, built: Page) -> Callable[[int], int]:
        """Return where the built page has a leaf of the source page: a table of contents may stand before it."""
        more, heading = len(built.leaves) - len(self.source.leaves), contents.directive(self.source)
        if not more or heading is None:
            return lambda index: index
        after = self.source.headings[heading].end
        return lambda index: index + more * (self.source.leaves[index].segment.span.start > after)

    def _span(self, partners: tuple[int, ...]) -> Span:
        spans = [self.published.leaves[j].segment.span for j in partners]
        return Span(spans[0].start, spans[-1].end)

    def _defect(self, fault: Fault, detail: str, span: Span) -> Defect:
        return Defect(fault, detail, self.published.source.count(b"\n", 0, span.start) + 1, span)


def _headings(page: Page) -> dict[int, int]:
    """Return the indices of the headings by those of the leaves that hold their texts."""
    ends = {leaf.segment.span.end: index for index, leaf in enumerate(page.leaves) if not leaf.inner}
    return {ends[heading.end]: number for number, heading in enumerate(page.headings) if heading.end in ends}


def _written_id(page: Page, heading: Heading) -> str:
    span = heading.explicit or Span(0, 0)
    return page.source[span.start : span.end].decode().strip()


def _bytes(page: Page, index: int) -> bytes:
    span = page.leaves[index].segment.span
    return page.source[span.start : span.end]
