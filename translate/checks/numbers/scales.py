"""Thousands, millions and more, as they follow a number."""

from __future__ import annotations

from translate.checks.numbers.figures import Value
from translate.checks.numbers.quantity import Row

CLOSE = frozenset(("", " ", "\u00a0", "\u202f", "-"))
"""What may stand between a number and the word that it belongs to."""


def scaled(row: Row, values: set[Value], following: int) -> set[Value]:
    """Return the values times what follows, so many pieces from the reader; a lone letter may mean something else."""
    power, is_letter = 0, False
    while (piece := row.at(following)).gap in CLOSE and (added := row.vocabulary.scale(piece.word)):
        power += added
        is_letter = len(piece.word) == 1 and piece.word.isascii()
        following += 1
    if not power:
        return values
    found = {(kind, value, exponent + power) for kind, value, exponent in values}
    return found | values if is_letter else found  # 70B, 5 m
