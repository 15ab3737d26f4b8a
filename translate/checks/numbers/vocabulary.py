"""How a language writes numbers, dates and times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from translate.checks.numbers import languages
from translate.checks.numbers.figures import Value
from translate.checks.style import language

_STOPS = ("", ".", ",", ";", ":", "!", "?")
"""What may follow a word before the next blank."""


class Vocabulary(NamedTuple):
    """The signs and words of a language, all in small letters."""

    decimal: str
    """The sign before decimals."""
    group: str
    """The sign between thousands that the language shares with others; blanks and apostrophes are known anyway."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    scales: Mapping[str, int]
    """Words after a number, and the powers of ten that they stand for."""
    numerals: Mapping[str, int] = {}
    """Numbers in words."""
    articles: frozenset[str] = frozenset()
    """Words for one that are mostly no number (`een`)."""
    cardinals: frozenset[str] = frozenset()
    """Those that count from two to twelve, and mean nothing else."""
    hours: frozenset[str] = frozenset({"h"})
    """Words after the time of day (`uur`)."""
    morning: frozenset[str] = frozenset({"am"})
    """Words that tell the first half of the day."""
    afternoon: frozenset[str] = frozenset({"pm"})
    """Words that tell the second half."""
    twelve: Mapping[str, int] = {}
    """Words for twelve o'clock, and the minutes of the day."""
    half_hour: tuple[str, ...] = ()
    """Words before an hour that is not full."""
    half_hour_minutes: int = 0
    """The minutes from that hour."""
    joint: str = ""
    """What stands between ones and tens that are written as one word (`vijfentwintig`)."""
    has_twelve_hours: bool = False
    """Whether 4:30 may be half past four in the afternoon."""
    numbers_months: bool = False
    """Whether months are written in figures (3月)."""
    capitals: bool = False
    """Whether months begin with a capital, and the same word without one is another (may)."""
    telling: Mapping[str, Value] = {}
    """Words that are numbers, thousands, months or weekdays, as they stand between blanks."""
    signs: frozenset[str] = frozenset()
    """Words that can make another number of a figure, as they stand between blanks."""
    known: frozenset[str] = frozenset()
    """Every word that may begin a quantity."""
    joined: tuple[str, ...] = ()
    """How numbers end that are written as one word."""

    def scale(self, word: str) -> int:
        """Return the power of ten that a word after a number stands for, or 0; 万人 begins with one."""
        return self.scales.get(word, 0) or (self.scales.get(word[:1], 0) if self.numbers_months else 0)


@cache
def vocabulary(locale: str) -> Vocabulary:
    """Return the vocabulary of a locale: from the table where it has the language, else from CLDR."""
    spoken = language(locale)
    if spoken in languages.TABLE:
        found = _spoken(languages.TABLE[spoken])
        return _gathered(found if locale == spoken else _regional(found, locale))
    return _gathered(Vocabulary(**_facts(locale)))


def _spoken(words: Mapping[str, str]) -> Vocabulary:
    *half_hour, minutes = words.get("half_hour", "0").split()
    return Vocabulary(
        decimal=words.get("decimal", ","),
        group=words.get("group", "."),
        months=_numbered(words["months"]),
        weekdays=_numbered(words["weekdays"]),
        scales=languages.LETTERS | {word: int(power) for word, power in _pairs(words["scales"])},
        numerals=dict(_numerals(words)),
        articles=frozenset(words["articles"].split()),
        cardinals=_cardinals(words["numerals"]),
        hours=frozenset(words["hours"].split()),
        morning=frozenset(words["morning"].split()),
        afternoon=frozenset(words["afternoon"].split()),
        twelve={word: int(minutes) for word, minutes in _pairs(words["twelve"])},
        half_hour=tuple(half_hour),
        half_hour_minutes=int(minutes),
        joint=words.get("joint", ""),
        has_twelve_hours="clock" in words["hours"],
        capitals="capitals" in words,
    )


def _gathered(found: Vocabulary) -> Vocabulary:
    """Return a vocabulary with the words that are looked for in every text."""
    telling: dict[str, Value] = {word: ("month", number, 0) for word, number in found.months.items()}
    telling |= {word: ("weekday", number, 0) for word, number in found.weekdays.items()}
    telling |= {word: ("number", found.numerals[word], 0) for word in found.cardinals}
    telling |= {word: ("scale", power, 0) for word, power in found.scales.items() if len(word) > 2}
    letters = [word for word in found.scales if len(word) <= 2]
    signs = (*letters, *found.morning, *found.afternoon, *found.twelve, "a.m", "p.m")
    return found._replace(
        telling={word + stop: value for word, value in telling.items() for stop in _STOPS},
        signs=frozenset(word + stop for word in signs for stop in _STOPS),
        known=frozenset(telling) | {*found.numerals, *found.articles, *found.scales, *found.twelve, *found.half_hour},
        joined=tuple(found.joint + word for word, number in found.numerals.items() if number >= 20)
        if found.joint
        else (),
    )


def _facts(locale: str) -> Mapping[str, Any]:
    from translate.checks.numbers.cldr import facts  # noqa: PLC0415 # most sites need no Babel, which takes a while

    return facts(locale)


def _regional(found: Vocabulary, locale: str) -> Vocabulary:
    """Return a vocabulary with the signs of a region (`de-CH`), which may be others than those of its language."""
    facts = _facts(locale)
    return found._replace(decimal=facts["decimal"], group=facts["group"])


def _numbered(words: str) -> dict[str, int]:
    """Return the place of each word; words for the same are joined by strokes."""
    return {word: number for number, same in enumerate(words.split(), 1) for word in same.split("|")}


def _pairs(words: str) -> Iterable[tuple[str, str]]:
    """Yield word and number of `two=2|both`."""
    for each in words.split():
        number, same = each.split("=")
        for word in same.split("|"):
            yield word, number


def _numerals(words: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    """Yield numbers in words, and the ordinals from thirteen on: their endings up to nineteen, and after."""
    low, _, high = words.get("ordinals", "").partition(" ")
    for word, text in _pairs(words["numerals"]):
        number = int(text)
        endings = (low if number < 20 else high).split("|") if number > 12 else ()
        yield from ((word + ending, number) for ending in ("", *endings))


def _cardinals(words: str) -> frozenset[str]:
    """Return the first word of each number from two to twelve."""
    return frozenset(each.split("=")[1].split("|")[0] for each in words.split()[2:13])
