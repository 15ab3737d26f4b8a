"""What a site's pages tell of two languages before any of them is paired for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log
from statistics import median

from translate.adopt.alignment import align
from translate.adopt.evidence import Measure, Odds
from translate.adopt.lexicon import Lexicon
from translate.adopt.pairing import SURE, pair
from translate.adopt.traits import Profile, Traits

_TELLING = 20
"""Characters of a text below which its length says little about how long translations are."""


def measured(pages: Sequence[tuple[Profile, Profile]]) -> Measure:
    """Return what can be learnt of two languages from pages and their translations: first lengths, then words."""
    by_length = Measure(stretch=_stretch(pages))
    sure = list(_sure_pairs(pages, by_length))
    lexicon = Lexicon.learn(sure)
    own = [lexicon.compare(source, target) for source, target in sure]
    other = [lexicon.compare(source, target) for (source, _), (_, target) in pairwise(sure)]
    known, unknown = (Odds.of((each[n] for each in own), (each[n] for each in other)) for n in (0, 1))
    return replace(by_length, lexicon=lexicon, known=known, unknown=unknown)


def _stretch(pages: Iterable[tuple[Profile, Profile]]) -> float:
    """Return the usual logarithm of the ratio of lengths, from pages with texts of the same kinds in the same order."""
    alike = [(ours, theirs) for ours, theirs in pages if _kinds(ours) == _kinds(theirs)]
    zipped = [list(zip(ours.traits, theirs.traits, strict=True)) for ours, theirs in alike]
    if not any(zipped):
        zipped = [list(_paired(ours, theirs)) for ours, theirs in pages]
    ratios = [log(b.length / a.length) for pairs in zipped for a, b in pairs if a.length >= _TELLING and b.length]
    return median(ratios) if ratios else 0.0


def _kinds(profile: Profile) -> list[str]:
    return [each.family for each in profile.traits]


def _paired(source: Profile, target: Profile) -> Iterator[tuple[Traits, Traits]]:
    for bead in align(source.traits, target.traits, Measure()):
        if bead.paired:
            yield source.traits[bead.source[0]], target.traits[bead.target[0]]


def _sure_pairs(pages: Iterable[tuple[Profile, Profile]], measure: Measure) -> Iterator[tuple[Traits, Traits]]:
    for ours, theirs in pages:
        for each in pair(ours, theirs, measure):
            if each.one_to_one and each.confidence >= SURE:
                yield ours.traits[each.source[0]], theirs.traits[each.target[0]]
