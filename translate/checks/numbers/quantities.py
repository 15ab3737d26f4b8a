"""The numbers, dates and times of a text, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.checks.numbers.figures import Value, clock, number, readings, time
from translate.checks.numbers.vocabulary import Vocabulary

_FIGURE = r"(?<![^\s(])\.\d+|\d+(?:[.,:]\d+|['’\u00a0\u202f]\d{3}(?!\d))*"
_SPACED = r"\d{1,3}(?: \d{3})+(?!\d)|"
_ORDINAL = frozenset("st nd rd th e de ste er ère re ème eme o a n d".split())
"""Endings of ordinals in figures: 12th, 12e, 1er."""
_BETWEEN = frozenset("of de van den der d del the".split())
"""What may stand between a day and its month."""
_CLOSE = frozenset(("", " ", "\u00a0", "\u202f", "-"))
_ARTICLE: Value = ("article", 1, 0)
"""What one minute and 1 minute have in common in languages with the same word for one and a."""
_ROMAN = re.compile(r"(?=[XVI])(X{0,3}(?:IX|IV|V?I{0,3}))(?:er|e|ème|ste|de)?")
_REACH = 5
"""Words after a time in which the half of the day may be told: 4 heures de l'après-midi."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that can be counted or dated, and what it may mean."""

    text: str
    """As it is written."""
    values: frozenset[Value]
    kind: str = "figure"
    """`figure` for what has to be on both sides; `number`, `month` and `weekday` in words, and `name` (GPT4), for what
    must not be another one; `hint` for what only explains a figure of the other side."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A figure or a word, and what stands before it."""

    text: str
    gap: str
    is_figure: bool

    @property
    def word(self) -> str:
        return self.text.lower()


def quantities(text: str, vocabulary: Vocabulary) -> tuple[Quantity, ...]:
    """Return the quantities of a plain text, in order."""
    return tuple(_Reader(_pieces(text, spaced=vocabulary.group.isspace()), vocabulary).read())


@cache
def _pattern(*, spaced: bool) -> re.Pattern[str]:
    return re.compile(f"({_SPACED if spaced else ''}{_FIGURE})|[^\\W\\d_]+")


def _pieces(text: str, *, spaced: bool) -> list[_Piece]:
    pieces, end = [], 0
    for found in _pattern(spaced=spaced).finditer(text):
        pieces.append(_Piece(found[0], text[end : found.start()], found[1] is not None))
        end = found.end()
    return pieces


_END = _Piece("", "\n", is_figure=False)
"""What stands before the first piece and after the last."""


class _Reader:
    """Reads pieces from left to right; what a piece means depends on its neighbours."""

    def __init__(self, pieces: list[_Piece], vocabulary: Vocabulary) -> None:
        self._pieces = pieces
        self._vocabulary = vocabulary
        self._position = 0

    def read(self) -> Iterator[Quantity]:
        while self._position < len(self._pieces):
            piece = self._pieces[self._position]
            found = self._figure(piece) if piece.is_figure else self._word(piece)
            yield from found
            self._position += 1

    def _at(self, offset: int) -> _Piece:
        index = self._position + offset
        return self._pieces[index] if 0 <= index < len(self._pieces) else _END

    def _figure(self, piece: _Piece) -> Iterator[Quantity]:
        text = piece.text
        parts = text.split(".")
        if len(parts) == 3 and max(map(len, parts[:2])) <= 2 and len(parts[2]) in {2, 4}:
            yield from (Quantity(part, _dated(part)) for part in parts)
            return
        values = set(readings(text, self._vocabulary.decimal))
        if piece.gap == "" and not self._at(-1).is_figure and self._position:
            yield Quantity(text, frozenset(values), "name")  # GPT4, A4
            return
        following = 1
        ending = self._at(1)
        if ending.gap == "" and ending.word in _ORDINAL and not ending.is_figure:
            following = 2
        elif ending.gap == "" and ending.word == "s" and text.endswith("0"):  # the 1990s, 100s of
            yield Quantity(text, frozenset(values | {number(int(text[-2:]))} if text.isdecimal() else values), "hint")
            return
        values = self._scaled(values, following)
        if self._in_date(piece) or (text.isdecimal() and not self._vocabulary.months):
            values |= _dated(text)
        if text == "1" and ending.gap == " " and not ending.is_figure:
            values.add(_ARTICLE)
        yield Quantity(text, frozenset(self._timed(text, values, following)))

    def _scaled(self, values: set[Value], following: int) -> set[Value]:
        """Return the values times the thousands or millions that follow."""
        power, letter = 0, False
        while (piece := self._at(following)).gap in _CLOSE and (added := self._vocabulary.scale(piece.word)):
            power += added
            letter = len(piece.word) == 1 and piece.word.isascii()
            following += 1
        if not power:
            return values
        scaled = {(kind, value, exponent + power) for kind, value, exponent in values}
        return scaled | values if letter else scaled  # 70B, 5 m

    def _in_date(self, piece: _Piece) -> bool:
        """Tell whether a figure stands in a date such as 2/12 or 2024-02-13."""
        beside = (piece.gap, self._at(-1)), (self._at(1).gap, self._at(1))
        return any(gap in {"/", "-"} and each.is_figure for gap, each in beside) and piece.text.isdecimal()

    def _timed(self, text: str, values: set[Value], following: int) -> set[Value]:
        """Return the values with the time of day that the figure may be, or only that where words say so."""
        told = clock(text)
        piece = self._at(following)
        has_hours = piece.gap in _CLOSE and piece.word in self._vocabulary.hours
        if told and has_hours and text.isdecimal() and self._at(following + 1).gap == "":  # 16h30
            minutes = self._at(following + 1).text
            if minutes.isdecimal() and len(minutes) == 2 and int(minutes) < 60:
                self._position += following + 1
                return {time(told[0], int(minutes))}
        if told is None:
            return values
        hour, minute = told
        half, sure = self._half(following + has_hours)
        if half is not None and hour <= 12:
            afternoon = time(hour % 12 + half, minute)
            return {afternoon} if sure or has_hours or not text.isdecimal() else values | {afternoon}
        if ":" in text:
            values = set()
        elif text.isdecimal() and not self._may_be_hour(hour, following):
            return values
        return values | self._times(hour, minute)

    def _may_be_hour(self, hour: int, following: int) -> bool:
        """Tell whether a whole number may be a time of day, as both of 14 tot 17 uur are."""
        if self._vocabulary.has_twelve_hours:
            return 0 < hour <= 12
        return any(self._at(following + offset).word in self._vocabulary.hours for offset in range(4))

    def _times(self, hour: int, minute: int) -> set[Value]:
        twelve = self._vocabulary.has_twelve_hours and hour <= 12
        return {time(hour, minute), time(hour + 12, minute)} if twelve else {time(hour, minute)}

    def _half(self, following: int) -> tuple[int | None, bool]:
        """Return the hours to add, 0 or 12, if the half of the day is told; and whether by am or pm."""
        first, second = self._at(following), self._at(following + 1)
        if first.word in {"a", "p"} and second.word == "m" and first.gap in _CLOSE and second.gap in {".", ". "}:
            return 12 * (first.word == "p"), True
        if first.word in {"am", "pm"} and first.gap in _CLOSE and (first.text.isupper() or self._tells_half(first)):
            return 12 * (first.word == "pm"), True
        for offset in range(following, following + _REACH):
            piece = self._at(offset)
            if piece.is_figure or not set(piece.gap) <= set(" '’-\u00a0"):
                break
            if self._tells_half(piece):
                return 12 * (piece.word in self._vocabulary.afternoon), False
        return None, False

    def _tells_half(self, piece: _Piece) -> bool:
        return piece.word in self._vocabulary.afternoon or piece.word in self._vocabulary.morning

    def _word(self, piece: _Piece) -> Iterator[Quantity]:
        word, vocabulary = piece.word, self._vocabulary
        if half := self._half_hour(word):
            yield half
        elif word in vocabulary.months:
            yield from self._month(piece)
        elif word in vocabulary.weekdays:
            yield Quantity(piece.text, frozenset({("weekday", vocabulary.weekdays[word], 0)}), "weekday")
        elif word in vocabulary.twelve:
            yield Quantity(piece.text, frozenset({("time", vocabulary.twelve[word], 0), number(12)}), "hint")
        elif (value := self._numeral(word)) is not None:
            yield self._spelled(piece, value)
        elif word in vocabulary.articles:
            yield Quantity(piece.text, frozenset({_ARTICLE}), "hint")
        elif word in vocabulary.scales and len(word) > 1:
            values = self._scaled({number(1)}, 0)
            yield Quantity(piece.text, frozenset(values), "hint")
        elif roman := _ROMAN.fullmatch(piece.text):
            yield Quantity(piece.text, frozenset({number(_arabic(roman[1]))}), "hint")

    def _half_hour(self, word: str) -> Quantity | None:
        """Read half past four, or half vijf, which is the same hour."""
        begin, *rest = self._vocabulary.half_hour or ("",)
        following = 1 + len(rest)
        if word != begin or [self._at(offset).word for offset in range(1, following)] != rest:
            return None
        piece = self._at(following)
        hour = int(piece.text) if piece.text.isdecimal() else self._vocabulary.numerals.get(piece.word, 0)
        if not 0 < hour <= 12:
            return None
        self._position += following
        minutes = hour * 60 + self._vocabulary.half_hour_minutes
        values = frozenset({time(0, minutes), time(12, minutes)})
        return Quantity(piece.text, values, "figure" if piece.is_figure else "hint")

    def _numeral(self, word: str) -> int | None:
        numerals, joint = self._vocabulary.numerals, self._vocabulary.joint
        if word in numerals or not joint:
            return numerals.get(word)
        for place in range(2, len(word) - 5):  # vijfentwintig, tweeëntwintig
            ones, tens = word[:place], word[place + len(joint) :]
            if word[place : place + len(joint)].replace("ë", "e") == joint and numerals.get(tens, 0) >= 20:
                return numerals.get(ones, 0) + numerals[tens]
        return None

    def _spelled(self, piece: _Piece, value: int) -> Quantity:
        ones = self._at(1)
        if 20 <= value <= 90 and ones.gap in {"-", " "} and 0 < self._vocabulary.numerals.get(ones.word, 0) < 10:
            self._position += 1
            value += self._vocabulary.numerals[ones.word]
        values = self._scaled({number(value)}, 1)
        is_plain = values == {number(value)}
        if is_plain and value <= 12:
            values |= {time(value), time(value + 12)}
        is_counted = is_plain and piece.word in self._vocabulary.cardinals
        return Quantity(piece.text, frozenset(values), "number" if is_counted else "hint")

    def _month(self, piece: _Piece) -> Iterator[Quantity]:
        values = frozenset({("month", self._vocabulary.months[piece.word], 0)})
        before, gap = self._at(-1), piece.gap
        if before.word in _ORDINAL | _BETWEEN and not before.is_figure:
            before, gap = self._at(-2), self._at(-1).gap
            if before.word in _ORDINAL and not before.is_figure:
                before = self._at(-3)
        dated = (before.is_figure and set(gap) <= set(" .-\u00a0")) or (
            self._at(1).is_figure and set(self._at(1).gap) <= set(" .,-\u00a0")
        )
        if dated:
            yield Quantity(piece.text, values)
        elif len(piece.text) > 3 and (piece.text[0].isupper() or not self._vocabulary.capitals):
            yield Quantity(piece.text, values, "month")
        else:
            yield Quantity(piece.text, values, "hint")


def _dated(part: str) -> frozenset[Value]:
    """Return what a part of a date in figures may be: a day, a month, a year."""
    value = int(part)
    values = {number(value)}
    if 0 < value <= 12:
        values.add(("month", value, 0))
    if len(part) == 2:
        values.add(number(2000 + value))
    return frozenset(values)


def _arabic(roman: str) -> int:
    """Return the number that a Roman numeral up to 39 stands for."""
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-each if each < max(digits[index:]) else each for index, each in enumerate(digits))
