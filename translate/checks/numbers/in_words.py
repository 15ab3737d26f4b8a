"""Quantities that are written in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.numbers.figures import ARTICLE, number, time
from translate.checks.numbers.in_figures import ORDINAL
from translate.checks.numbers.quantity import Piece, Quantity, Row
from translate.checks.numbers.scales import scaled

_ROMAN = r"(?=[XVI])(X{0,3}(?:IX|IV|V?I{0,3}))(?:er|e|ème|ste|de)?"
_BETWEEN = frozenset("of de van den der d del the".split())
"""What may stand between a day and its month."""


def word(row: Row) -> Iterator[Quantity]:
    """Yield what the word means that the reader of a row is at, if it counts or dates anything."""
    piece, vocabulary = row.at(0), row.vocabulary
    text, name = piece.text, piece.word
    if name in vocabulary.half_hour[:1] and (half := _half_hour(row)):
        yield half
    elif name in vocabulary.months:
        yield _month(row, piece)
    elif name in vocabulary.weekdays:
        yield Quantity(text, frozenset({("weekday", vocabulary.weekdays[name], 0)}), "weekday")
    elif name in vocabulary.twelve:
        yield Quantity(text, frozenset({("time", vocabulary.twelve[name], 0), number(12)}), "hint")
    elif (value := _numeral(row, name)) is not None:
        yield _counted(row, piece, value)
    elif name in vocabulary.articles:
        yield Quantity(text, frozenset({ARTICLE}), "hint")
    elif name in vocabulary.scales and len(name) > 1:
        yield Quantity(text, frozenset(scaled(row, {number(1)}, 0)), "hint")
    elif roman := re.fullmatch(_ROMAN, text):
        yield Quantity(text, frozenset({number(_arabic(roman[1]))}), "hint")


def _half_hour(row: Row) -> Quantity | None:
    """Read half past four, or half vijf, which is the same hour."""
    following = len(row.vocabulary.half_hour)
    if any(row.at(offset).word != name for offset, name in enumerate(row.vocabulary.half_hour)):
        return None
    piece = row.at(following)
    hour = int(piece.text) if piece.text.isdecimal() else row.vocabulary.numerals.get(piece.word, 0)
    if not 0 < hour <= 12:
        return None
    row.position += following
    minutes = hour * 60 + row.vocabulary.half_hour_minutes
    values = frozenset({time(0, minutes), time(12, minutes)})
    return Quantity(piece.text, values, "figure" if piece.is_figure else "hint")


def _numeral(row: Row, name: str) -> int | None:
    """Return the number that a word is; ones and tens may be one word (vijfentwintig, tweeëntwintig)."""
    numerals, joint = row.vocabulary.numerals, row.vocabulary.joint
    if name in numerals or not joint:
        return numerals.get(name)
    before, _, tens = name.replace("ë", "e").rpartition(joint)
    ones = 1 if before in row.vocabulary.articles else numerals.get(before, 0)
    return ones + numerals[tens] if ones and numerals.get(tens, 0) >= 20 else None


def _counted(row: Row, piece: Piece, value: int) -> Quantity:
    numerals, ones = row.vocabulary.numerals, row.at(1)
    if 20 <= value <= 90 and ones.gap in {"-", " "} and 0 < numerals.get(ones.word, 0) < 10:
        row.position += 1
        value += numerals[ones.word]
    values = scaled(row, {number(value)}, 1)
    is_plain = values == {number(value)}
    if is_plain and value <= 12:
        values |= {time(value), time(value + 12)}
    is_cardinal = is_plain and piece.word in row.vocabulary.cardinals
    return Quantity(piece.text, frozenset(values), "number" if is_cardinal else "hint")


def _month(row: Row, piece: Piece) -> Quantity:
    """Read a month: a date's has to be on both sides, any other must not be another month."""
    values = frozenset({("month", row.vocabulary.months[piece.word], 0)})
    if _is_dated(row, piece):
        return Quantity(piece.text, values)
    is_name = piece.text[0].isupper() or not row.vocabulary.capitals
    return Quantity(piece.text, values, "month" if is_name and len(piece.text) > 3 else "hint")


def _is_dated(row: Row, piece: Piece) -> bool:
    """Tell whether a day or a year stands beside a month: 12th of March, le 1er mars, März 2024."""
    after = row.at(1)
    if after.is_figure and set(after.gap) <= set(" .,-\u00a0"):
        return True
    offset, gap = -1, piece.gap
    for skipped in (_BETWEEN, ORDINAL):
        if not row.at(offset).is_figure and row.at(offset).word in skipped:
            gap = row.at(offset).gap
            offset -= 1
    return row.at(offset).is_figure and set(gap) <= set(" .-\u00a0")


def _arabic(roman: str) -> int:
    """Return the number that a Roman numeral up to 39 stands for."""
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-each if each < max(digits[index:]) else each for index, each in enumerate(digits))
