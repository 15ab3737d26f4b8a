"""What a number in figures may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

Value = tuple[str, int, int]
"""A number ("number", mantissa, power of ten), a time ("time", minutes, 0), a month or a weekday: compared exactly."""

ARTICLE: Value = ("article", 1, 0)
"""What one minute and 1 minute have in common in languages with the same word for one and a."""
_BLANKS = "'’\u00a0\u202f "
_TO_ENGLISH = str.maketrans(",.", ".,")
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?"
"""33,000 and, as in India, 1,00,000."""
_DECIMAL = r"\d+\.\d+"


def number(value: int, power: int = 0) -> Value:
    """Return the value of a number times a power of ten."""
    while value and value % 10 == 0:
        value, power = value // 10, power + 1
    return "number", value, power if value else 0


def time(hour: int, minute: int = 0) -> Value:
    """Return the value of a time of day; 24:00 is 0:00."""
    return "time", (hour * 60 + minute) % 1440, 0


def readings(figure: str, decimal: str) -> Iterator[Value]:
    """Yield the numbers that a figure may stand for where decimals follow `decimal`.

    A point or comma that is none of the language's own, as in GPT-3.5, is read as English has it; what makes no number
    (1.2.3) stands for itself.
    """
    if figure.isdecimal():
        yield number(int(figure))
        return
    if len(re.split("[.,:]", figure)[-1]) != 3:
        yield (figure, 0, 0)  # 2-3,6-9 is a list in every language
    joined = "0" * figure.startswith(".") + "".join(character for character in figure if character not in _BLANKS)
    own = joined.translate(_TO_ENGLISH) if decimal == "," else joined
    for text in (own, joined):
        if joined.isdecimal() or re.fullmatch(_GROUPED, text) or re.fullmatch(_DECIMAL, text):
            yield _parsed(text.replace(",", ""))
            return
    yield (figure, 0, 0)


def clock(figure: str) -> tuple[int, int] | None:
    """Return hour and minute of `16:30`, `16.30` and `16`; None for what is no time of day."""
    hour, *minutes = re.split("[:.]", figure)
    if not hour.isdecimal() or len(hour) > 2 or len(minutes) > 1 or int(hour) > 24:
        return None
    if not minutes:
        return int(hour), 0
    minute = minutes[0]
    return (int(hour), int(minute)) if len(minute) == 2 and minute.isdecimal() and int(minute) < 60 else None


def _parsed(text: str) -> Value:
    whole, _, decimals = text.partition(".")
    return number(int(whole + decimals), -len(decimals))
