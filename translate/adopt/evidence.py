"""What speaks for and against two texts being translations of each other, as one number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log, sqrt

from translate.adopt.lexicon import Found, Lexicon
from translate.adopt.traits import Traits, sites

IMPOSSIBLE = -20.0
"""The weight of two texts that cannot be a pair: a heading and a description, say."""
_UNRELATED = 0.8
"""Standard deviation of the logarithm of the ratio of lengths of texts that have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Evidence, in natural logarithms of odds, of a source word whose translation is found in a text, or is not."""

    found: float = 2.0
    missing: float = 0.0

    @classmethod
    def of(cls, pairs: Iterable[Found], others: Iterable[Found]) -> Odds:
        """Learn it from pairs, and from texts that are none."""
        own, other = _share(pairs), _share(others)
        return cls(log(own / other), log((1 - own) / (1 - other))) if own > other else cls(0.0, 0.0)

    def evidence(self, words: Found) -> float:
        """Return the evidence of some words."""
        return self.found * words.found + self.missing * (words.words - words.found)


def _share(every: Iterable[Found]) -> float:
    counted = list(every)
    return (sum(each.found for each in counted) + 0.5) / (sum(each.words for each in counted) + 1)


@dataclass(frozen=True, slots=True)
class Measure:
    """How texts of a site are compared: what is known of its two languages.

    The numbers are the rounded coefficients of a logistic regression over 1,500 pairs of English and Dutch pages and
    twice as many false pairs (neighbours of the same kind), so a weight is about the logarithm of the odds.
    """

    stretch: float = 0.0
    """Logarithm of how much longer targets are than sources."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    known: Odds = Odds()
    """The evidence of a word that is in the lexicon."""
    unknown: Odds = Odds()
    """The evidence of any other word: a name, which stays the same, or a rare word, which does not."""

    def weigh(self, source: Traits, target: Traits) -> float:
        """Return the evidence, in natural logarithms of odds, that two texts are a pair; 0 says nothing."""
        kind = _kind(source, target)
        if kind == IMPOSSIBLE:
            return kind
        if source.text == target.text and len(source.text) > 2:
            return kind + 6.0
        weight = kind - 0.9 + 0.6 * self._length(source, target)
        return weight + self._words(source, target) + _numbers(source, target) + _machinery(source, target)

    def surprise(self, source: Traits, target: Traits) -> float:
        """Return by how many standard deviations the target is longer (or, negative, shorter) than expected.

        Gale and Church (1993), on the logarithm of the ratio, whose deviation shrinks with the length.
        """
        return (log(target.length or 1) - log(source.length or 1) - self.stretch) / _deviation(source, target)

    def _length(self, source: Traits, target: Traits) -> float:
        deviation, surprise = _deviation(source, target), self.surprise(source, target)
        unrelated = surprise * deviation / _UNRELATED
        evidence = log(_UNRELATED / deviation) + (unrelated**2 - surprise**2) / 2
        return min(max(evidence, -min(6.0, 1 + source.length / 10)), 3.0)  # few letters prove little (FAQ)

    def _words(self, source: Traits, target: Traits) -> float:
        known, unknown = self.lexicon.compare(source, target)
        return 1.4 * (self.known.evidence(known) + self.unknown.evidence(unknown)) / sqrt(len(source.words) or 1)


def _deviation(source: Traits, target: Traits) -> float:
    """Return the standard deviation of the logarithm of the ratio of lengths, as measured."""
    return sqrt(0.0036 + 0.5 / (min(source.length, target.length) or 1))


def _kind(source: Traits, target: Traits) -> float:
    if source.kind == target.kind:
        return 0.0
    return -1.0 if source.family == target.family else IMPOSSIBLE


def _numbers(source: Traits, target: Traits) -> float:
    """Return the evidence of the numbers; a difference says little, since 4 pm is 16:00."""
    both, either = len(source.numbers & target.numbers), len(source.numbers ^ target.numbers)
    return 0.6 * min(both, 3) - min(either, 2)


def _machinery(source: Traits, target: Traits) -> float:
    """Return the evidence of links, tags and code, of which translation loses some, and adds hardly any.

    A link that leads elsewhere on the same site may lead to the page in the other language.
    """
    if not source.machinery and not target.machinery:
        return 0.0
    both = (source.machinery & target.machinery).total()
    lost, added = source.machinery - target.machinery, target.machinery - source.machinery
    moved = (sites(lost) & sites(added)).total() if lost and added else 0
    weight = 1.4 * min(both, 3) - 0.6 * min(moved, 2)
    return weight - 1.2 * min(lost.total() - moved, 3) - 2.0 * min(added.total() - moved, 2)
