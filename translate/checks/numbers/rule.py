"""L004: numbers, dates and times that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translate.checks.numbers.matching import unmatched
from translate.checks.numbers.quantities import Quantity, quantities
from translate.checks.numbers.vocabulary import Vocabulary, vocabulary
from translate.checks.pair import Pair

_FIGURES = re.compile(r"[^\W_]*\d(?:[^\W_]|[.,:](?=\d))*")
_DIGIT = re.compile(r"(?<![{\d])\d")


def numbers(pair: Pair) -> str:
    """L004: tell which number, date or time of one side is not on the other, whatever it is written like.

    What both sides write in words is told only where one stands in place of another (two, drie).
    """
    ours, theirs = vocabulary(pair.style.locale), vocabulary(pair.style.source_locale)
    figures = _DIGIT.search(pair.source) or _DIGIT.search(pair.target)
    if not figures and theirs.telling.isdisjoint(pair.source_chunks):
        return ""
    if figures and _plainly_same(pair, ours, theirs):
        return ""
    added, missing = unmatched(quantities(pair.plain_target, ours), quantities(pair.plain_source, theirs))
    if not ours.numerals:
        missing = tuple(each for each in missing if not _may_be_spelled(each))
    return "; ".join(_differences(missing, added))


def _plainly_same(pair: Pair, ours: Vocabulary, theirs: Vocabulary) -> bool:
    """Tell whether both sides have the same whole numbers, and no word that could make another one of them."""
    source, target = sorted(_FIGURES.findall(pair.plain_source)), sorted(_FIGURES.findall(pair.plain_target))
    return (
        source == target
        and not any("." in each or "," in each for each in target)
        and theirs.signs.isdisjoint(pair.source_chunks)
        and ours.signs.isdisjoint(pair.chunks)
    )


def _may_be_spelled(quantity: Quantity) -> bool:
    """Tell whether a language whose numerals we do not know may well have it in words."""
    return quantity.text.isdecimal() and int(quantity.text) <= 12


def _differences(missing: Sequence[Quantity], added: Sequence[Quantity]) -> Iterator[str]:
    lost, new = _texts(missing, "figure"), _texts(added, "figure")
    if lost:
        yield f"{lost} of the source is missing"
    if new:
        yield f"{new} is not in the source"
    for kind in ("number", "name", "month", "weekday"):
        lost, new = _texts(missing, kind), _texts(added, kind)
        if lost and new:
            yield f"{new} in place of {lost}"


def _texts(found: Iterable[Quantity], kind: str) -> str:
    return ", ".join(dict.fromkeys(f"“{each.text}”" for each in found if each.kind == kind))
