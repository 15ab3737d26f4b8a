"""Quantities that are written in figures."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.numbers.figures import ARTICLE, Value, number, readings
from translate.checks.numbers.quantity import Piece, Quantity, Row
from translate.checks.numbers.scales import scaled
from translate.checks.numbers.times import timed

ORDINAL = frozenset("st nd rd th e de ste er ère re ème eme o a n d".split())
"""Endings of ordinals: 12th, 12e, 1er."""


def figure(row: Row) -> Iterator[Quantity]:
    """Yield what the figure may mean that the reader of a row is at; what belongs to it is read with it."""
    piece, ending = row.at(0), row.at(1)
    parts = piece.text.split(".")
    if len(parts) == 3 and max(map(len, parts[:2])) <= 2 and len(parts[2]) in {2, 4}:
        yield from (Quantity(part, frozenset(_dated(part))) for part in parts)  # 13.02.2024
        return
    values = set(readings(piece.text, row.vocabulary.decimal))
    if piece.gap == "" and row.at(-1).text[-1:].isascii() and row.at(-1).text.isalpha():
        yield Quantity(piece.text, frozenset(values), "name")  # GPT4, A4
    elif ending.gap == "" and ending.word == "s" and piece.text.endswith("0"):
        yield Quantity(piece.text, frozenset(values | _decade(piece.text)), "hint")  # the 1990s, 100s of people
    else:
        yield Quantity(piece.text, frozenset(_in_context(row, piece, values)))


def _in_context(row: Row, piece: Piece, values: set[Value]) -> set[Value]:
    """Return what a figure may mean with its neighbours."""
    ending = row.at(1)
    following = 2 if ending.gap == "" and ending.word in ORDINAL else 1
    values = scaled(row, values, following)
    if piece.text.isdecimal() and (_is_in_date(row, piece) or row.vocabulary.numbers_months):
        values |= _dated(piece.text)
    if piece.text == "1" and (ending.gap == "/" or (ending.gap == " " and not ending.is_figure)):
        values.add(ARTICLE)
    return timed(row, values, following)


def _is_in_date(row: Row, piece: Piece) -> bool:
    """Tell whether a figure stands in a date such as 2/12 or 2024-02-13."""
    beside = (piece.gap, row.at(-1)), (row.at(1).gap, row.at(1))
    return any(gap in {"/", "-"} and each.is_figure for gap, each in beside)


def _dated(part: str) -> set[Value]:
    """Return what a part of a date in figures may be: a day, a month, a year."""
    value = int(part)
    values = {number(value)}
    if 0 < value <= 12:
        values.add(("month", value, 0))
    if len(part) == 2:
        values.add(number(2000 + value))
    return values


def _decade(figure: str) -> set[Value]:
    return {number(int(figure[-2:]))} if figure.isdecimal() else set()
