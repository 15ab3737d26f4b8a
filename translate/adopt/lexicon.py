"""Which words of two languages go together, learnt from a site's own translations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

from translate.adopt.traits import Traits, stem

_RARE = 3
"""Least number of texts that hold two words together before that says anything."""
_LOOSE = 0.15
"""Least closeness (Dice) of two words that is kept."""
_COMMON = 0.3
"""Share of the texts from which on a word says nothing about any of them."""
_NO_ENTRY: Mapping[str, float] = {}
_RELATED = 0.8
"""How close two words are that begin alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many of some words have their translation somewhere."""

    found: float
    """The sum of how sure that is of each."""
    words: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A dictionary learnt from a site: for a source word, the target words close to it, 0 to 1 (Dice)."""

    entries: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @classmethod
    def learn(cls, pairs: Iterable[tuple[Traits, Traits]]) -> Lexicon:
        """Learn from texts and their translations; costs time in proportion to them."""
        texts = [(source.words, target.words) for source, target in pairs]
        sources, targets = _useful(source for source, _ in texts), _useful(target for _, target in texts)
        together: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for source, target in texts:
            useful = target & targets.keys()
            for word in source & sources.keys():
                together[word].update(useful)
        entries = ((word, _close(sources[word], found, targets)) for word, found in together.items())
        return cls({word: entry for word, entry in entries if entry})

    def compare(self, source: Traits, target: Traits) -> tuple[Found, Found]:
        """Return how many words of a source text have their translation in a target text: known words, unknown ones."""
        known, related = source.words & self.entries.keys(), source.stems & target.stems
        same = source.words & target.words
        # Most texts that are compared share nothing, so only what may be shared is looked at word by word.
        maybe = (source.words if related else known) - same
        close = {word: self.closeness(word, target.words, target.stems) for word in maybe}
        both = len(same & known)
        # fsum, since a set gives its words in another order in each process, and sums must not differ by it.
        return (
            Found(both + fsum(close[word] for word in maybe & known), len(known)),
            Found(len(same) - both + fsum(close[word] for word in maybe - known), len(source.words) - len(known)),
        )

    def closeness(self, word: str, words: Collection[str], stems: Collection[str]) -> float:
        """Return how sure it is, 0 to 1, that a source word has its translation among target words."""
        if word in words:
            return 1.0
        best = _RELATED if stem(word) in stems else 0.0
        for other, close in self.entries.get(word, _NO_ENTRY).items():
            if close > best and other in words:
                best = close
        return best


def _useful(texts: Iterable[frozenset[str]]) -> dict[str, int]:
    every = list(texts)
    counted = Counter(word for words in every for word in words)
    most = max(_COMMON * len(every), 2 * _RARE)
    return {word: count for word, count in counted.items() if _RARE <= count <= most}


def _close(count: int, found: Counter[str], targets: Mapping[str, int]) -> dict[str, float]:
    """Return the words that are close (Dice), one pair of texts left out: no text may be its own witness."""
    dice = {word: 2 * (both - 1) / (count + targets[word] - 2) for word, both in found.items() if both >= _RARE}
    return {word: close for word, close in dice.items() if close >= _LOOSE}
