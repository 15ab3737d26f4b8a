"""L004: numbers, dates and times that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translate.checks.numbers.figures import Value
from translate.checks.numbers.matching import unmatched
from translate.checks.numbers.quantities import quantities
from translate.checks.numbers.quantity import Quantity
from translate.checks.numbers.vocabulary import Vocabulary, vocabulary
from translate.checks.pair import Pair, without_code

_FIGURES = r"(?<![{\d])\d(?:\w|[.,:](?=\d))*"
"""A figure, and the letters that follow it at once; the number of a placeholder is none."""
_ORDINALS = "stndrhe"
"""The letters of 12th, 2nd, 12de and 12e."""
_MARKS = "*_~.,;:!?()[]{}0123456789\"'“”„‘’«»"
"""What may stand around a word beside a blank."""
_TO_POINT, _TO_OTHER = str.maketrans(":", "."), str.maketrans(",.:", ".,.")
"""16:30 is 16.30; and 1,250.50 is 1.250,50 where the two languages have the opposite signs."""


def numbers(pair: Pair) -> str:
    """L004: tell which number, date or time of one side is not on the other, whatever it is written like.

    What both sides write in words is told only where one stands in place of another (two, drie).
    """
    ours, theirs = vocabulary(pair.style.locale), vocabulary(pair.style.source_locale)
    if _same(pair, ours, theirs):
        return ""
    added, missing = unmatched(quantities(pair.plain_target, ours), quantities(pair.plain_source, theirs))
    lost = [each for each in missing if not _is_kept(each, pair.plain_target) and not _is_spelled(each, ours)]
    return "; ".join(_differences(lost, added))


def _same(pair: Pair, ours: Vocabulary, theirs: Vocabulary) -> bool:
    """Tell whether both sides plainly have the same whole numbers and months, many times faster than reading them."""
    if not _has_figures(pair.source) and not _has_figures(pair.target):
        told = _told(pair.source_chunks, theirs)
        return not told or _told(pair.chunks, ours) in ([], told)
    signs = _TO_POINT if theirs.decimal == ours.decimal else _TO_OTHER
    source = sorted([figure.rstrip(_ORDINALS).translate(signs) for figure in _figures(pair.source)])
    target = sorted([figure.rstrip(_ORDINALS).translate(_TO_POINT) for figure in _figures(pair.target)])
    if source != target:
        return False
    words, others = ([chunk.strip(_MARKS) for chunk in chunks] for chunks in (pair.chunks, pair.source_chunks))
    return (
        ours.signs.isdisjoint(words) and theirs.signs.isdisjoint(others) and _told(words, ours) == _told(others, theirs)
    )


def _has_figures(text: str) -> bool:
    """Tell whether a text has digits beside those of its placeholders; digits of other scripts are not looked for."""
    # To count is an order of magnitude faster than any pattern.
    digits, placeholders = sum(map(text.count, "0123456789")), text.count("{")
    return digits > placeholders and (not placeholders or re.search(_FIGURES, text) is not None)


def _figures(text: str) -> list[str]:
    return re.findall(_FIGURES, without_code(text))


def _told(chunks: Sequence[str], vocabulary: Vocabulary) -> Sequence[Value]:
    """Return what the telling words among the chunks mean, sorted."""
    telling = vocabulary.telling
    if telling.keys().isdisjoint(chunks):
        return []
    return sorted([telling[chunk] for chunk in chunks if chunk in telling])


def _is_kept(quantity: Quantity, target: str) -> bool:
    """Tell whether a word of the source is in the target as it is: a date that was quoted."""
    return quantity.text.isalpha() and quantity.text in target


def _is_spelled(quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Tell whether a language whose numerals we do not know may well have it in words."""
    return not vocabulary.numerals and quantity.text.isdecimal() and int(quantity.text) <= 12


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
