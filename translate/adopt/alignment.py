"""Two sequences of texts, aligned: which stand for each other, and which have nothing on the other side."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from translate.adopt.evidence import IMPOSSIBLE, Measure
from translate.adopt.lattice import Lattice
from translate.adopt.traits import Traits, joined

_SURE = 1.5
"""Least evidence for a pair with a mark that nothing else on the two pages has."""
FRAMED = 3.0
"""Evidence of a place between two sure pairs that are equally far apart on both pages."""
_LONELY = -1.0
"""Weight of a text that has no partner."""
_WORST = 1.9 * _LONELY
"""Least weight of a pair: just above that of leaving both texts without a partner."""
_UNITED = -2.5
"""Added to the weight where two texts have become one, or one two: that is rare, so the evidence must be good."""
_SCRAP = 30
"""Characters below which a text is not split or joined with another."""
_UNEVEN = 0.4
"""Logarithm of a ratio of lengths from which on texts are not taken for united."""
_BANDS = (10, 30, 90)
"""How far from the diagonal of a gap a pair may lie, in texts: bounds the cost of a page without any marks."""

_Step = tuple[int, int]
_STEPS: tuple[_Step, ...] = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))


@dataclass(frozen=True, slots=True)
class Bead:
    """Texts of the source page and the texts that stand for them, by their indices; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    weight: float = 0.0
    """The evidence for them, in natural logarithms of odds."""
    place: float = 0.0
    """The evidence of its place: how much likelier it is than all other alignments around it."""

    @property
    def paired(self) -> bool:
        """Tell whether one text stands for one."""
        return len(self.source) == len(self.target) == 1


def align(source: Sequence[Traits], target: Sequence[Traits], measure: Measure) -> list[Bead]:
    """Return the beads that hold every text of both pages, in page order, with the greatest weight.

    Pages with the same kinds of texts in the same order are aligned by place, where the evidence agrees. Otherwise
    marks that are unique on both pages are anchors, and only the gaps between them are searched.
    """
    pages = _Pages(source, target, measure)
    whole = range(len(source)), range(len(target))
    by_place = pages.by_place(*whole)
    if by_place is not None and _steady(by_place):
        return by_place
    found: list[Bead] = []
    fences = [(-1, -1), *_anchors(source, target, measure), (len(source), len(target))]
    for (i, j), (next_i, next_j) in pairwise(fences):
        found += pages.gap(range(i + 1, next_i), range(j + 1, next_j))
        if next_i < len(source):
            weight = measure.weigh(source[next_i], target[next_j])
            found.append(Bead((next_i,), (next_j,), weight, FRAMED))
    return by_place if by_place is not None and _total(by_place) >= _total(found) else found


@dataclass(frozen=True, slots=True)
class _Pages:
    """The texts of both pages and how to compare them."""

    source: Sequence[Traits]
    target: Sequence[Traits]
    measure: Measure

    def by_place(self, rows: range, columns: range) -> list[Bead] | None:
        """Return each text with the one at its place, or None where the kinds are not the same."""
        if [self.source[i].family for i in rows] != [self.target[j].family for j in columns]:
            return None
        return [
            Bead((i,), (j,), self.measure.weigh(self.source[i], self.target[j]), FRAMED)
            for i, j in zip(rows, columns, strict=True)
        ]

    def gap(self, rows: range, columns: range) -> list[Bead]:
        """Return the beads between two anchors."""
        if not rows or not columns:
            return [*(Bead((i,), ()) for i in rows), *(Bead((), (j,)) for j in columns)]
        by_place = self.by_place(rows, columns)
        if by_place is not None and _steady(by_place):
            return by_place
        found = self.search(rows, columns)
        return by_place if by_place is not None and _total(by_place) >= _total(found) else found

    def search(self, rows: range, columns: range) -> list[Bead]:
        """Return the beads of greatest total weight; those near the diagonal are nearly always enough."""
        for band in _BANDS:
            found = self.searched(rows, columns, band)
            if not _strays(found, rows, columns, band):
                break
        return found

    def searched(self, rows: range, columns: range, band: int) -> list[Bead]:
        """Return the beads of greatest total weight in a band (Gale and Church 1993: dynamic programming)."""
        lattice = Lattice(len(rows), len(columns))
        for a, b in _cells(len(rows), len(columns), band):
            for step in _STEPS:
                i, j = a - step[0], b - step[1]
                if lattice.reached(i, j):
                    weight = self.weight(rows[i:a], columns[j:b])
                    if weight > IMPOSSIBLE:
                        lattice.add((i, j), (a, b), weight, _counted(step, weight))
        return [
            Bead(tuple(rows[i:a]), tuple(columns[j:b]), weight, min(odds - weight, FRAMED))
            for (i, j), (a, b), weight, odds in lattice.best()
        ]

    def weight(self, rows: range, columns: range) -> float:
        """Return the evidence for the texts of a bead, which may be more than one on one side if they are alike."""
        if not rows or not columns:
            return 0.0
        ours, theirs = [self.source[i] for i in rows], [self.target[j] for j in columns]
        if len(ours) + len(theirs) > 2 and not self.unitable(ours, theirs):
            return IMPOSSIBLE
        return self.measure.weigh(joined(ours), joined(theirs))

    def unitable(self, ours: Sequence[Traits], theirs: Sequence[Traits]) -> bool:
        """Tell whether several texts may be one on the other side: no scraps, of one kind, as long together."""
        every = (*ours, *theirs)
        if len({each.kind for each in every}) > 1 or min(each.length for each in every) < _SCRAP:
            return False
        longer = log((sum(each.length for each in theirs) or 1) / (sum(each.length for each in ours) or 1))
        return abs(longer - self.measure.stretch) < _UNEVEN


def _steady(beads: Sequence[Bead]) -> bool:
    """Tell whether the evidence never speaks against two neighbours, as it does where a text is lost or added."""
    return not any(max(one.weight, other.weight) < _LONELY for one, other in pairwise(beads))


def _total(beads: Iterable[Bead]) -> float:
    return sum(_counted((len(bead.source), len(bead.target)), bead.weight) for bead in beads)


def _counted(step: _Step, weight: float) -> float:
    if 0 in step:
        return _LONELY
    return max(weight, _WORST) if step == (1, 1) else weight + _UNITED


def _anchors(source: Sequence[Traits], target: Sequence[Traits], measure: Measure) -> list[tuple[int, int]]:
    """Return the longest run of pairs, in the order of both pages, that have a mark of their own."""
    theirs = _unique(target)
    pairs = [(i, theirs[mark]) for mark, i in _unique(source).items() if mark in theirs]
    chains: list[tuple[int, int]] = []
    ends: list[int] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for i, j in sorted(pairs):
        if measure.weigh(source[i], target[j]) < _SURE:
            continue
        length = bisect_left(ends, j)
        before[i, j] = chains[length - 1] if length else None
        ends[length : length + 1] = [j]
        chains[length : length + 1] = [(i, j)]
    found: list[tuple[int, int]] = []
    link = chains[-1] if chains else None
    while link is not None:
        found.append(link)
        link = before[link]
    return found[::-1]


def _unique(texts: Sequence[Traits]) -> dict[object, int]:
    marks = [text.mark for text in texts]
    counted = Counter(marks)
    return {mark: index for index, mark in enumerate(marks) if mark is not None and counted[mark] == 1}


def _cells(rows: int, columns: int, band: int) -> Iterator[_Step]:
    """Yield what may be reached: a band around the diagonal, row by row."""
    slope = columns / rows
    reach = band + int(slope) + 1
    for a in range(rows + 1):
        middle = int(a * slope)
        yield from ((a, b) for b in range(max(0, middle - reach), min(columns, middle + reach) + 1))


def _strays(beads: Iterable[Bead], rows: range, columns: range, band: int) -> bool:
    """Tell whether a pair lies so near the edge of the band that a better one may lie outside."""
    slope = len(columns) / len(rows)
    pairs = ((bead.source[-1] - rows[0], bead.target[-1] - columns[0]) for bead in beads if bead.source and bead.target)
    return any(abs(j - i * slope) > band - 3 for i, j in pairs)
