"""The numbers, dates and times of a text, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.numbers.in_figures import figure
from translate.checks.numbers.in_words import word
from translate.checks.numbers.quantity import Quantity, Row
from translate.checks.numbers.vocabulary import Vocabulary


def quantities(text: str, vocabulary: Vocabulary) -> tuple[Quantity, ...]:
    """Return the quantities of a plain text, in order."""
    return tuple(_read(Row(text, vocabulary)))


def _read(row: Row) -> Iterator[Quantity]:
    for position in row.telling():
        if position >= row.position:  # what belongs to the quantity before it has been read
            row.position = position
            yield from figure(row) if row.at(0).is_figure else word(row)
            row.position += 1
