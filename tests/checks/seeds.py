"""Mistakes put into translations that are right: what a careless hand, or an engine, does to numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

_FIGURE = re.compile(r"(?<![\w{.,:])\d+(?:[.,:]\d+)*(?![\w}])")
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_AFTERNOON = re.compile(r"(?<![\w.,:])(1[3-9]|2[0-3])(?=[:.][0-5]\d\b)")
_DECIMAL = re.compile(r"(?<![\w{.,:])(\d+)([.,])(\d)(\d*)(?![\w},.:])")

Change = Callable[[re.Match[str], Random], str]


def _another_digit(found: re.Match[str], random: Random) -> str:
    place = random.choice([index for index, character in enumerate(found[0]) if character.isdecimal()])
    digit = (int(found[0][place]) + random.randrange(1, 10)) % 10
    return f"{found[0][:place]}{digit}{found[0][place + 1 :]}"


def _swapped_digits(found: re.Match[str], random: Random) -> str:
    figure = found[0]
    places = [i for i in range(len(figure) - 1) if figure[i : i + 2].isdecimal() and figure[i] != figure[i + 1]]
    if not places:
        return figure
    place = random.choice(places)
    return f"{figure[:place]}{figure[place + 1]}{figure[place]}{figure[place + 2 :]}"


def _another_month(found: re.Match[str], random: Random) -> str:
    return random.choice([month for month in _MONTHS if month != found[0]])


def _moved_point(found: re.Match[str], random: Random) -> str:  # noqa: ARG001 # as the others are called
    whole, point, first, rest = found.groups()
    return f"{whole}{first}{point}{rest}" if rest else f"{whole}{first}"


KINDS: Mapping[str, tuple[re.Pattern[str], Change]] = {
    "digit changed": (_FIGURE, _another_digit),
    "digits swapped": (_FIGURE, _swapped_digits),
    "number dropped": (_FIGURE, lambda found, random: ""),  # noqa: ARG005
    "wrong month": (_MONTH, _another_month),
    "afternoon lost": (_AFTERNOON, lambda found, random: str(int(found[0]) - 12)),  # noqa: ARG005
    "point misplaced": (_DECIMAL, _moved_point),
}


def mistakes(target: str, kind: str, random: Random) -> Iterator[str]:
    """Yield the target with one mistake of a kind, for every place that can have it; code is left alone."""
    pattern, change = KINDS[kind]
    for found in pattern.finditer(re.sub(r"`[^`]*`", lambda code: "x" * len(code[0]), target)):
        wrong = f"{target[: found.start()]}{change(found, random)}{target[found.end() :]}"
        if wrong != target:
            yield wrong
