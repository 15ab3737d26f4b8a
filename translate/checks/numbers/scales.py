"""Thousands, millions and more, as they follow a number."""

from __future__ import annotations

from translate.checks.numbers.figures import Value
from translate.checks.numbers.quantity import Row

CLOSE = frozenset(("", " ", "\u00a0", "\u202f", "-"))
"""What may stand between a number and the word that it belongs to."""


def scaled(row: Row, values: set[Value], following: int) -> set[Value]:
    """Return the values times what follows, so many pieces from the reader; m and t may be metres and tons as well.

    What follows the second number of a range may count for the first one: 10 to 15 million.
    """
    if power := _power(row, following):
        found = _times(values, power)
        return found | values if row.at(following).word in {"m", "t"} else found
    second = next((offset for offset in (following, following + 1) if row.at(offset).is_figure), None)
    if second is not None and (power := _power(row, second + 1)):
        return values | _times(values, power)
    return values


def _power(row: Row, following: int) -> int:
    """Return the power of ten that the words stand for which follow a number."""
    power = 0
    while (piece := row.at(following)).gap in CLOSE and (added := row.vocabulary.scale(piece.word)):
        power += added
        following += 1
    return power


def _times(values: set[Value], power: int) -> set[Value]:
    return {(kind, value, exponent + power) for kind, value, exponent in values}
