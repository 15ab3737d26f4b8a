"""What may be wrong with the words of a translation: every rule that compares a target with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from translate.checks.address import mixed_address
from translate.checks.doubled import doubled_word
from translate.checks.identical import identical
from translate.checks.length import odd_length
from translate.checks.numbers.rule import numbers
from translate.checks.order import swapped_links
from translate.checks.pair import Pair
from translate.checks.punctuation import end_punctuation
from translate.checks.silence import misunderstood, silenced
from translate.checks.spaces import double_space, edge_spaces
from translate.checks.style import Style
from translate.checks.terms import changed_name, unused_term
from translate.model import Unit


class Remark(NamedTuple):
    """What a rule says of a unit."""

    unit: Unit
    code: str
    message: str


_RULES: Mapping[str, Callable[[Pair], str]] = {
    "P006": swapped_links,
    "L001": identical,
    "L002": unused_term,
    "L003": changed_name,
    "L004": numbers,
    "L005": odd_length,
    "W001": edge_spaces,
    "W002": end_punctuation,
    "W003": double_space,
    "W004": doubled_word,
}
"""The rules that need one text; each returns what is the matter, or ""."""


def remarks(units: Iterable[Unit], style: Style) -> Iterator[Remark]:
    """Yield what the rules find in the units of a page, without what a unit's own comment silences.

    No target in `units` may be older than its source. Of units without a target only the comments are checked.
    """
    pairs = []
    for unit in units:
        if unit.comments and (message := misunderstood(unit)):
            yield Remark(unit, "F002", message)
        if unit.contested and not silenced(unit, "F003"):
            yield Remark(unit, "F003", "somebody has translated this differently on another branch")
        if unit.target:
            pair = Pair(unit, style)
            pairs.append(pair)
            yield from _said(pair)
    for pair, message in mixed_address(pairs):
        if not silenced(pair.unit, "L006"):
            yield Remark(pair.unit, "L006", message)


def _said(pair: Pair) -> Iterator[Remark]:
    for code, rule in _RULES.items():
        if (message := rule(pair)) and not silenced(pair.unit, code):
            yield Remark(pair.unit, code, message)
