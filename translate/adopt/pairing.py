"""Which text of a published page translates which text of its source, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp

from translate.adopt.alignment import Bead, align
from translate.adopt.evidence import Measure
from translate.adopt.traits import Profile, Traits
from translate.markdown.page import Page

SURE = 0.85
"""Least confidence for a pair to be taken without doubt."""
POSSIBLE = 0.3
"""Least confidence for a pair to be taken with doubt."""
_NAMED = 4.0
"""Evidence of the same key for two front matter values, on pages with a kinship of 1."""
_STRAIGHT = 2.0
"""Evidence for the order of the source, against two texts' having changed places."""
_NEAR = 2
"""How far apart texts are that may have changed places."""
_PLACE = 5.0
"""Most evidence that a place can add: stronger evidence against a pair keeps it from being sure."""
_AROUND = 3
"""How many neighbours on each side vouch for a pair."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of the source page and what stands for it, by their indices among the pages' leaves."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 0.0
    """0 to 1; 0 where one side is empty."""

    @property
    def one_to_one(self) -> bool:
        """Tell whether one text stands for one."""
        return len(self.source) == len(self.target) == 1


def pair(source: Profile, target: Profile, measure: Measure) -> list[Pair]:
    """Pair the texts of two pages: front matter by its keys, the body by its order.

    Every text of both pages is in one pair; those of the source are in page order.
    """
    head, other_head = _keyed(source.page), _keyed(target.page)
    body, other_body = range(len(head), len(source.traits)), range(len(other_head), len(target.traits))
    ours, theirs = [source.traits[i] for i in body], [target.traits[j] for j in other_body]
    beads = _crossed(align(ours, theirs, measure), ours, theirs, measure)
    pairs = _with_confidence([_moved(bead, body, other_body) for bead in beads])
    kin = kinship(pairs)
    named = [Pair((i,), (other_head.pop(key),) if key in other_head else ()) for key, i in head.items()]
    for n, each in enumerate(named):
        if each.one_to_one:
            weight = measure.weigh(source.traits[each.source[0]], target.traits[each.target[0]])
            named[n] = replace(each, confidence=_odds(weight + _NAMED * (2 * kin - 1)))
    return [*named, *(Pair((), (j,)) for j in other_head.values()), *pairs]


def kinship(pairs: Iterable[Pair]) -> float:
    """Return the share of sure pairs among the texts of the page that has fewer, 0 to 1; 1 where one has none.

    A page that was cut off is all kin; a page in the wrong place has hardly more than a phrase in common.
    """
    every = list(pairs)
    fewer = min(sum(len(each.source) for each in every), sum(len(each.target) for each in every))
    return sum(each.one_to_one and each.confidence >= SURE for each in every) / fewer if fewer else 1.0


def fit(source: Profile, target: Profile, measure: Measure) -> float:
    """Return how well two pages go together: the evidence for all their pairs, less what stands alone."""
    beads = align(source.traits, target.traits, measure)
    return sum(bead.weight if bead.source and bead.target else -2.0 for bead in beads)


def _crossed(beads: Sequence[Bead], source: Sequence[Traits], target: Sequence[Traits], measure: Measure) -> list[Bead]:
    """Return the beads, with less evidence of place for two that would fit better in each other's place."""
    found = list(beads)
    for n, one in enumerate(beads):
        for k in range(n + 1, min(n + 1 + _NEAR, len(beads))):
            other = beads[k]
            if not one.paired or not other.paired:
                continue
            i, j, other_i, other_j = one.source[0], one.target[0], other.source[0], other.target[0]
            if source[i].text == source[other_i].text or target[j].text == target[other_j].text:
                continue
            crossed = measure.weigh(source[i], target[other_j]) + measure.weigh(source[other_i], target[j])
            most = _STRAIGHT + one.weight + other.weight - crossed
            found[n] = replace(found[n], place=min(found[n].place, most))
            found[k] = replace(found[k], place=min(found[k].place, most))
    return found


def _with_confidence(beads: Sequence[Bead]) -> list[Pair]:
    """Turn evidence into confidence: a pair is as sure as its own evidence, its place and its neighbours make it."""
    pairs = []
    for index, bead in enumerate(beads):
        if not bead.source or not bead.target:
            pairs.append(Pair(bead.source, bead.target))
            continue
        place = bead.place
        place += _vouched(beads, range(index - 1, index - 1 - _AROUND, -1))
        place += _vouched(beads, range(index + 1, index + 1 + _AROUND))
        pairs.append(Pair(bead.source, bead.target, _odds(bead.weight + min(place, _PLACE))))
    return pairs


def _vouched(beads: Sequence[Bead], neighbours: range) -> float:
    """Return the evidence of the neighbours on one side, up to the first that has no partner."""
    total = 0.0
    for index in neighbours:
        if not 0 <= index < len(beads) or not beads[index].paired:
            break
        total += min(max(beads[index].weight, -2.0), 2.0) / 2
    return total


def _odds(evidence: float) -> float:
    return 1 / (1 + exp(-evidence))


def _moved(bead: Bead, body: range, other_body: range) -> Bead:
    """Return a bead of the bodies with the indices of the pages."""
    source, target = (tuple(body[i] for i in bead.source), tuple(other_body[j] for j in bead.target))
    return replace(bead, source=source, target=target)


def _keyed(page: Page) -> dict[tuple[str, int], int]:
    """Return the front matter values by their keys; they come before all other leaves."""
    return {(leaf.scalar.key, leaf.scalar.part): i for i, leaf in enumerate(page.leaves) if leaf.scalar is not None}
