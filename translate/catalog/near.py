"""Near matches: how people have translated a text that is much like another; to be looked at, never for a page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from translate.catalog.memory import Memory
from translate.model import State, Unit

ALIKE = 0.7
"""Least similarity, by words, that makes a match worth reading."""
_RARE, _MOST, _COMPARED = 6, 50, 5
"""Words of a text that are looked up, the rarest; texts that such a word may lead to; texts that are compared."""
_WORD = re.compile(r"\w*[^\W\d_]\w*")
_LEAST = 4
"""Words that a text must have: shorter ones are alike by accident."""


class Near(NamedTuple):
    """The reviewed texts of a locale by their words."""

    units: tuple[Unit, ...]
    words: tuple[tuple[str, ...], ...]
    """The words of each unit's source."""
    places: Mapping[str, tuple[int, ...]]
    """Which units hold a word."""

    @classmethod
    def of(cls, memory: Memory) -> Near:
        """Remember what people have translated; what a machine wrote is no example to follow."""
        units = tuple(unit for unit in memory.best.values() if unit.state is State.REVIEWED)
        words = tuple(_words(unit.source) for unit in units)
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, said in enumerate(words):
            for word in dict.fromkeys(said):
                places[word].append(index)
        return cls(units, words, {word: tuple(found) for word, found in places.items()})

    def match(self, source: str) -> Unit | None:
        """Return the unit whose source is most like this text, if any is alike; never the same text."""
        return next((unit for _, unit in self.matches(source, most=1)), None)

    def matches(self, source: str, *, most: int = 3) -> list[tuple[float, Unit]]:
        """Return the units whose sources are most like this text, with how much (0 to 1), the best first.

        The work is bounded: texts that share rare words are compared, the few that share most of them.
        """
        said = _words(source)
        if len(said) < _LEAST:
            return []
        found: list[tuple[float, Unit]] = []
        for index in self._candidates(said):
            if self.units[index].source == source:
                continue
            matcher = SequenceMatcher(None, self.words[index], said, autojunk=False)
            if matcher.quick_ratio() > ALIKE and (ratio := matcher.ratio()) > ALIKE:
                found.append((ratio, self.units[index]))
        return sorted(found, key=lambda each: -each[0])[:most]

    def _candidates(self, said: Iterable[str]) -> list[int]:
        known = sorted((len(self.places[word]), word) for word in set(said) if word in self.places)
        shared = Counter(index for number, word in known[:_RARE] if number <= _MOST for index in self.places[word])
        return sorted(shared, key=lambda index: (-shared[index], index))[:_COMPARED]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
