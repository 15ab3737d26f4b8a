"""Emphasis that a translator meant, also where its marks touch letters as they do in scripts without spaces.

CommonMark (§6.2) reads `**注意：**文` as asterisks: before a letter, marks after punctuation cannot close. An entity is
punctuation to that rule, so `**注意：**&#25991;` is what was meant, and readers see the same letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from translate.markdown.events import emphasis

_RUN = re.compile(r"(?<!\\)(?:\*+|_+|~~)")

_FEW = 40
"""Up to how many letters each is tried, whether it needs to be an entity."""


class Marks(NamedTuple):
    """Where a target is emphasised; all are offsets in it."""

    delimiters: frozenset[int] = frozenset()
    """The characters that mark emphasis."""
    letters: frozenset[int] = frozenset()
    """The letters that have to be written as entities for that."""


def marks(target: str, source: str, *, strikethrough: bool) -> Marks:
    """Return the marks of emphasis of a target as the parser sees them, or can be made to see them.

    The parser is helped where marks touch words on both sides, to no more emphasis than the source text has.
    """
    found = list(emphasis(target, strikethrough=strikethrough))
    runs = [run.span() for run in _RUN.finditer(target)]
    if all(target[start - 1 : start].strip() == "" or target[end : end + 1].strip() == "" for start, end in runs):
        return Marks(_delimiters(found))
    eased = _eased(target, runs)
    meant = list(emphasis(eased, strikethrough=strikethrough))
    if meant == found or len(meant) > len(list(emphasis(source, strikethrough=strikethrough))):
        return Marks(_delimiters(found))
    outside = [at for start, end, _ in meant for at in (start - 1, end) if eased[at : at + 1] != target[at : at + 1]]
    letters = outside[_FEW:]
    for at in outside[:_FEW]:
        if list(emphasis(_punctuated(target, letters), strikethrough=strikethrough)) == meant:
            break
        letters.append(at)
    return Marks(_delimiters(meant), frozenset(letters))


def _delimiters(found: list[tuple[int, int, int]]) -> frozenset[int]:
    return frozenset(
        at for start, end, width in found for at in (*range(start, start + width), *range(end - width, end))
    )


def _eased(target: str, runs: list[tuple[int, int]]) -> str:
    """Return the target with punctuation instead of the letters next to marks; inside ASCII words `_` is no mark."""
    near = [(at, target[start]) for start, end in runs for at in (start - 1, end) if 0 <= at < len(target)]
    letters = [at for at, mark in near if target[at].isalnum() and not (target[at].isascii() and mark == "_")]
    return _punctuated(target, letters)


def _punctuated(target: str, letters: list[int]) -> str:
    characters = list(target)
    for at in letters:
        characters[at] = "-"
    return "".join(characters)
