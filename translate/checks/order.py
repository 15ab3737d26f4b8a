"""P006: links that may have changed places."""

from __future__ import annotations

import re

from translate.checks.pair import Pair, words

_LINK = r"\[((?:[^\[\]\\]|\\.)*)\]\(\{(\d+)\}\)"


def swapped_links(pair: Pair) -> str:
    """P006: tell that two links stand in another order than in the source, and nothing shows that their words do too.

    Names and numbers that a link keeps show it.
    """
    if pair.target.count("]({") < 2:
        return ""
    source, target = ({number: text for text, number in re.findall(_LINK, each)} for each in (pair.source, pair.target))
    ours, theirs = ([number for number in each if number in source and number in target] for each in (target, source))
    moved = [number for number, other in zip(ours, theirs, strict=True) if number != other]
    if len({_address(pair, number) for number in moved}) < 2 or all(_kept(source[n], target[n]) for n in moved):
        return ""
    return "other order: " + ", ".join(f"“{target[number]}” → {_address(pair, number)}" for number in moved)


def _address(pair: Pair, number: str) -> str:
    """Return where a link leads, as the notes of the unit tell it."""
    legend = f"{{{number}}} = "
    return next((note.removeprefix(legend) for note in pair.unit.notes if note.startswith(legend)), f"{{{number}}}")


def _kept(source: str, target: str) -> bool:
    return not {*words(source.lower())}.isdisjoint(words(target.lower()))
