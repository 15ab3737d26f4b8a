"""How any locale writes numbers and dates, as the Common Locale Data Repository has it (Babel's copy)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel.core import Locale, UnknownLocaleError

from translate.checks.numbers.languages import LETTERS

_SCRIPTS = {"latin": ("Latn",), "cyrillic": ("Cyrl",)}
"""What gettext's modifiers are to CLDR."""
_WORD = re.compile(r"[^\W\d_]+")


def facts(locale: str) -> Mapping[str, Any]:
    """Return the fields of a `Vocabulary` that CLDR knows; of a locale that it does not know, those of English."""
    found = _known(locale)
    numbers_months = "1" in found.months["format"]["abbreviated"].get(1, "")
    symbols = found.number_symbols.get("latn") or found.number_symbols
    return {
        "decimal": symbols.get("decimal", "."),
        "group": symbols.get("group", ","),
        "months": dict(_named(found.months)),
        "weekdays": {word: (number + 1) for word, number in _named(found.days, widths=("wide",))},
        "scales": {**LETTERS, **dict(_scales(found))},
        "morning": frozenset({"am", *_halves(found, "am", "morning1", "morning2")}),
        "numbers_months": numbers_months,
        "has_twelve_hours": numbers_months,  # where the half of the day is a word before the time (午後4時)
        "afternoon": frozenset({"pm", *_halves(found, "pm", "afternoon1", "afternoon2", "evening1", "evening2")}),
    }


def _known(locale: str) -> Locale:
    name, _, modifier = locale.partition("@")
    parts = [*re.split("[-_]", name), *_SCRIPTS.get(modifier, ())]
    while parts:
        try:
            return Locale.parse("_".join(parts))
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale("en")


def _named(names: Mapping[str, Any], widths: tuple[str, ...] = ("wide", "abbreviated")) -> Iterator[tuple[str, int]]:
    """Yield the single words among names, and their numbers."""
    for form in ("stand-alone", "format"):
        for width in reversed(widths):
            for number, name in names[form].get(width, {}).items():
                word = name.lower().strip(".")
                if _WORD.fullmatch(word):
                    yield word, number


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield the words in patterns such as `00 miljoen` for 10,000,000, and the power of ten that they stand for."""
    for forms in locale.compact_decimal_formats.values():
        for patterns in forms.values():
            for amount, pattern in patterns.items():
                zeros = str(pattern.pattern).count("0")
                found = _WORD.findall(str(pattern.pattern))
                if zeros and len(found) == 1:
                    yield found[0].lower(), len(amount) - zeros


def _halves(locale: Locale, *periods: str) -> Iterator[str]:
    for names in locale.day_periods["format"].values():
        for period in periods:
            yield from _WORD.findall(names.get(period, "").lower())[-1:]
