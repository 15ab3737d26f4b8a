"""How a language writes numbers, dates and times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from translate.checks.numbers import languages
from translate.checks.style import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The signs and words of a language, all in small letters."""

    decimal: str
    """The sign before decimals."""
    group: str
    """The sign between thousands that the language shares with others; blanks and apostrophes are known anyway."""
    months: Mapping[str, int]
    """Names of the months; none where they are written in figures, as in Chinese."""
    weekdays: Mapping[str, int]
    scales: Mapping[str, int]
    """Words after a number, and the powers of ten that they stand for."""
    numerals: Mapping[str, int] = field(default_factory=dict)
    """Numbers in words."""
    articles: frozenset[str] = frozenset()
    """Words for one that are mostly no number (`een`)."""
    cardinals: frozenset[str] = frozenset()
    """Those that count from two to twelve, and mean nothing else."""
    hours: frozenset[str] = frozenset()
    """Words after the time of day (`uur`)."""
    morning: frozenset[str] = frozenset({"am"})
    """Words that tell the first half of the day."""
    afternoon: frozenset[str] = frozenset({"pm"})
    """Words that tell the second half."""
    twelve: Mapping[str, int] = field(default_factory=dict)
    """Words for twelve o'clock, and the minutes of the day."""
    half_hour: tuple[str, ...] = ()
    """Words before an hour that is not full."""
    half_hour_minutes: int = 0
    """The minutes from that hour."""
    joint: str = ""
    """What stands between ones and tens that are written as one word (`vijfentwintig`)."""
    has_twelve_hours: bool = False
    """Whether 4:30 may be half past four in the afternoon."""
    capitals: bool = False
    """Whether months begin with a capital, and the same word without one is another (may)."""
    telling: frozenset[str] = field(init=False, default=frozenset())
    """Words that a text without figures is compared by, as they stand between blanks."""
    signs: frozenset[str] = field(init=False, default=frozenset())
    """Words that can make another number of a figure, as they stand between blanks."""

    def __post_init__(self) -> None:
        """Gather the words that are looked for in every text."""
        telling = _ending((*self.months, *self.weekdays, *self.cardinals))
        halves = ("a.m.", "p.m.", *self.morning, *self.afternoon, *self.twelve)
        object.__setattr__(self, "telling", telling)
        object.__setattr__(self, "signs", telling | _ending((*self.scales, *halves)))

    def scale(self, word: str) -> int:
        """Return the power of ten that a word after a number stands for, or 0; 万人 begins with one."""
        return self.scales.get(word, 0) or (0 if self.months else self.scales.get(word[:1], 0))


def _ending(words: Iterable[str]) -> frozenset[str]:
    """Return words as they stand between blanks: with the comma after them, or without."""
    return frozenset(word + stop for word in words for stop in ("", *".,;:!?"))


@cache
def vocabulary(locale: str) -> Vocabulary:
    """Return the vocabulary of a locale: from the table where it has the language, else from CLDR."""
    spoken = language(locale)
    if spoken not in languages.TABLE:
        return Vocabulary(**_facts(locale))
    words = languages.TABLE[spoken]
    *half_hour, minutes = words.get("half_hour", "0").split()
    return Vocabulary(
        **_separators(locale, spoken),
        months=_numbered(words["months"]),
        weekdays=_numbered(words["weekdays"]),
        scales=languages.LETTERS | {word: int(power) for word, power in _pairs(words["scales"])},
        numerals={word: int(number) for word, number in _pairs(words["numerals"])},
        articles=frozenset(words["articles"].split()),
        cardinals=_cardinals(words["numerals"]),
        hours=frozenset(words.get("hours", "").split()),
        morning=frozenset(words["morning"].split()),
        afternoon=frozenset(words["afternoon"].split()),
        twelve={word: int(minutes) for word, minutes in _pairs(words.get("twelve", ""))},
        half_hour=tuple(half_hour),
        half_hour_minutes=int(minutes),
        joint=words.get("joint", ""),
        has_twelve_hours=spoken == "en",
        capitals=spoken in {"en", "de"},
    )


def _facts(locale: str) -> Mapping[str, Any]:
    from translate.checks.numbers.cldr import facts  # noqa: PLC0415 # most sites need no Babel, which takes a while

    return facts(locale)


def _separators(locale: str, spoken: str) -> dict[str, str]:
    """Return the signs of the language; those of a region (`de-CH`) may be others."""
    if locale == spoken:
        words = languages.TABLE[spoken]
        return {"decimal": words.get("decimal", ","), "group": words.get("group", ".")}
    found = _facts(locale)
    return {key: found[key] for key in ("decimal", "group")}


def _numbered(words: str) -> dict[str, int]:
    """Return the place of each word; words for the same are joined by strokes."""
    return {word: number for number, same in enumerate(words.split(), 1) for word in same.split("|")}


def _pairs(words: str) -> Iterable[tuple[str, str]]:
    """Yield word and number of `two=2|both`."""
    for each in words.split():
        number, same = each.split("=")
        for word in same.split("|"):
            yield word, number


def _cardinals(words: str) -> frozenset[str]:
    """Return the first word of each number from two to twelve."""
    return frozenset(each.split("=")[1].split("|")[0] for each in words.split()[1:12])
