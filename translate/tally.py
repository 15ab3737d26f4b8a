"""How many words of a page are in which state."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from translate.fallback import Fallback
from translate.model import Key, Segment, State, Unit

Tally = Counter[State]
"""Words of the source text by the state of their unit."""

STATES = (State.REVIEWED, State.MACHINE, State.STALE, State.UNTRANSLATED)
"""The states that words of a page can be in, from done to not begun."""

_PLACEHOLDER = re.compile(r"\{\d+\}")
_WORD = re.compile(r"(?:[^\w\s]|_)*[^\W_]\S*")


class Coverage(NamedTuple):
    """How far a page is in a locale, in words of its source."""

    page: str
    locale: str
    words: Tally
    engines: Mapping[str, Tally]
    """The part of `words` whose translation an engine wrote first, by the engine's name."""
    untranslatable: int
    """Words of the page that no catalog holds."""
    fallbacks: tuple[Fallback, ...] = ()
    """The texts that the built page shows in the source language, where the stage has built it."""

    @property
    def accepted(self) -> int:
        """Return the reviewed words whose translation an engine wrote first; people wrote the others."""
        return sum(counted[State.REVIEWED] for counted in self.engines.values())


def coverage(
    page: str, locale: str, segments: Sequence[Segment], units: Mapping[Key, Unit], untranslatable: int
) -> Coverage:
    """Count the words of a page by state; a text that stands twice on the page counts twice."""
    counted: Tally = Counter()
    engines: defaultdict[str, Tally] = defaultdict(Counter)
    for segment in segments:
        unit, number = units.get(segment.key), words(segment.text)
        state = unit.state if unit else State.UNTRANSLATED
        counted[state] += number
        if unit and unit.engine:
            engines[unit.engine][state] += number
    return Coverage(page, locale, counted, engines, untranslatable)


def total(coverages: Iterable[Coverage]) -> Tally:
    """Return the words of several pages by state."""
    words: Tally = Counter()
    for each in coverages:
        words.update(each.words)
    return words


def by_state(counted: Tally) -> dict[str, int]:
    """Return the words by the names of their states, and their sum, as files for programs have them."""
    return {"total": counted.total(), **{state.value: counted[state] for state in STATES}}


def unreviewed(counted: Tally) -> int:
    """Return how many of the words wait for a person."""
    return counted.total() - counted[State.REVIEWED]


@lru_cache(4096)  # each locale counts the same texts
def words(text: str) -> int:
    """Count the words of a text in catalog notation: runs of other than blanks that hold a letter or digit."""
    return len(_WORD.findall(_PLACEHOLDER.sub(" ", text) if "{" in text else text))


def share(counted: Tally, *states: State) -> float:
    """Return the share of the words that are in one of the states, 0 to 1; a page without words is all reviewed."""
    number = counted.total()
    return sum(counted[state] for state in states) / number if number else float(State.REVIEWED in states)
