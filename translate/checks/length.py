"""L005: translations that are far too short or too long."""

from __future__ import annotations

from math import log, sqrt

from translate.checks.pair import OBJECT, Pair

_DENSE = {"zh": 0.36, "yue": 0.36, "ja": 0.5, "ko": 0.55}
"""Characters for one character of a language with an alphabet."""
_USUAL = 1.1
"""The same for any other language; English is shorter than most."""
_SURPRISING = 4.5
"""Standard deviations from which on a part is missing, or something was added."""


def odd_length(pair: Pair) -> str:
    """L005: tell that a target is much shorter or longer than texts of that length become.

    After Gale and Church (1993), on the logarithm of the ratio; its deviation shrinks with the length, so that a menu
    item may become a sentence, and a paragraph not a menu item.
    """
    target, source = len(pair.target), len(pair.source)
    if 0.7 * source < target < 1.6 * source and pair.language not in _DENSE:
        return ""
    target, source = (_length(text) for text in (pair.plain_target, pair.plain_source))
    if not target or not source:
        return ""
    expected = log(
        _density(pair.plain_target, pair.language, _USUAL) / _density(pair.plain_source, pair.source_language)
    )
    spread = 0.03 if {pair.language, pair.source_language} & _DENSE.keys() else 0.006
    deviation = sqrt(spread + 1.0 / min(source, target))
    surprise = (log(target / source) - expected) / deviation
    if abs(surprise) < _SURPRISING:
        return ""
    return f"is {'longer' if surprise > 0 else 'shorter'} than it should be: {target} characters for {source}"


def _density(text: str, language: str, usual: float = 1.0) -> float:
    """Return how many characters a text needs for one of an alphabet; names and code are in one in any language."""
    dense = sum(character >= "\u2e80" for character in text) / len(text)
    return _DENSE.get(language, usual) ** dense if language in _DENSE else usual


def _length(text: str) -> int:
    return len(text.replace(OBJECT, ""))
