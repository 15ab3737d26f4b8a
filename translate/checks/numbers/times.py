"""Times of day."""

from __future__ import annotations

from translate.checks.numbers.figures import Value, clock, time
from translate.checks.numbers.quantity import Piece, Row
from translate.checks.numbers.scales import CLOSE

_UNTIL = frozenset("to until till and".split())
_REACH = 5
"""Words after a time in which the half of the day may be told: 4 heures de l'après-midi."""


def timed(row: Row, values: set[Value], following: int) -> set[Value]:
    """Return the values of the reader's figure and the times that it may be; no others where words say it is one."""
    text = row.at(0).text
    told = clock(text)
    if told is None:
        return values
    hour, minute = told
    piece = row.at(following)
    has_hours = piece.gap in CLOSE and piece.word in row.vocabulary.hours
    if has_hours and (minutes := _minutes(text, piece.word, row.at(following + 1))) is not None:
        row.position += following + 1
        return {time(hour, minutes)}
    half, is_sure = _half(row, following + has_hours)
    if half is None and (end := _end(row, following)) is not None:
        half, is_sure = 12 * (end >= (hour % 12 + 12) * 60 + minute), False
    if half is not None and hour <= 12:
        known = time(hour % 12 + half, minute)
        return {known} if is_sure or has_hours or not text.isdecimal() else values | {known}
    if text.isdecimal() and not _may_be_hour(row, hour, following):
        return values
    times = _times(hour, minute, twelve=row.vocabulary.has_twelve_hours)
    return times if ":" in text else values | times


def _minutes(hour: str, sign: str, piece: Piece) -> int | None:
    """Return the minutes of 16h30, and of 16 h 30."""
    is_close = piece.gap == "" or (sign == "h" and piece.gap in CLOSE)
    is_minutes = hour.isdecimal() and is_close and piece.text.isdecimal() and len(piece.text) == 2
    return int(piece.text) if is_minutes and int(piece.text) < 60 else None


def _times(hour: int, minute: int, *, twelve: bool) -> set[Value]:
    return {time(hour, minute), time(hour + 12, minute)} if twelve and hour <= 12 else {time(hour, minute)}


def _may_be_hour(row: Row, hour: int, following: int) -> bool:
    """Tell whether a whole number may be a time of day, as both of 14 tot 17 uur are."""
    if row.vocabulary.has_twelve_hours and hour <= 12:
        return hour > 0
    if not row.vocabulary.numerals:  # nor do we know its word for the hour
        return True
    return any(row.at(following + offset).word in row.vocabulary.hours for offset in range(4))


def _end(row: Row, following: int) -> int | None:
    """Return the minutes of the day at which a range ends whose half of the day is told: 4.30 - 5.30 pm."""
    if row.at(following).word in _UNTIL:
        following += 1
    elif row.at(following).gap.strip() not in {"-", "–", "—"}:
        return None
    told = clock(row.at(following).text)
    half, is_sure = _half(row, following + 1)
    return (told[0] % 12 + (half or 0)) * 60 + told[1] if told and is_sure else None


def _half(row: Row, following: int) -> tuple[int | None, bool]:
    """Return the hours to add, 0 or 12, if the half of the day is told; and whether by am or pm."""
    first, second = row.at(following), row.at(following + 1)
    if first.word in {"a", "p"} and second.word == "m" and first.gap in CLOSE and second.gap in {".", ". "}:
        return 12 * (first.word == "p"), True
    if first.word in {"am", "pm"} and first.gap in CLOSE and (first.text.isupper() or _tells_half(row, first)):
        return 12 * (first.word == "pm"), True
    for offset in range(following, following + _REACH):
        piece = row.at(offset)
        if piece.is_figure or not set(piece.gap) <= set(" '’-\u00a0"):
            break
        if _tells_half(row, piece):
            return 12 * (piece.word in row.vocabulary.afternoon), False
    return None, False


def _tells_half(row: Row, piece: Piece) -> bool:
    return piece.word in row.vocabulary.afternoon or piece.word in row.vocabulary.morning
