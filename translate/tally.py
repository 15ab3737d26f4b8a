"""How many words of a page are in which state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from translate.model import Key, Segment, State, Unit

Tally = Counter[State]
"""Words of the source text by the state of their unit."""

_PLACEHOLDER = re.compile(r"\{\d+\}")


def words(text: str) -> int:
    """Count the words of a text in catalog notation: runs of other than blanks that hold a letter or digit."""
    return sum(any(map(str.isalnum, token)) for token in _PLACEHOLDER.sub(" ", text).split())


def tally(segments: Iterable[Segment], units: Mapping[Key, Unit]) -> Tally:
    """Count the words of a page by state; a text that stands twice on the page counts twice."""
    counted: Tally = Counter()
    for segment in segments:
        unit = units.get(segment.key)
        counted[unit.state if unit else State.UNTRANSLATED] += words(segment.text)
    return counted


def share(counted: Tally, state: State) -> float:
    """Return the share of the words that are in a state, 0 to 1; a page without words is all reviewed."""
    total = counted.total()
    return counted[state] / total if total else float(state is State.REVIEWED)
