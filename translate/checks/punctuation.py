"""W002: how a text ends."""

from __future__ import annotations

import re

from translate.checks.pair import CLOSING, Pair

_MARKS = {
    "full stop": ".。．।۔։።",
    "question mark": "?？؟;՞",
    "exclamation mark": "!！",
    "colon": ":：",
    "ellipsis": "…⋯",
}
_NAMES = {mark: name for name, marks in _MARKS.items() for mark in marks}
_ALIKE = (
    frozenset({"full stop", "exclamation mark"}),
    frozenset({"full stop", "ellipsis"}),
    frozenset({"ellipsis", ""}),
    frozenset({"question mark", ""}),
)
"""Endings that a language, or a translator, may choose between."""
_WITHOUT_STOP = frozenset({"th", "lo", "km", "ja", "zh", "yue"})
"""Languages that end a sentence without a full stop, or a line that is none with it."""
_AROUND = CLOSING + " \u00a0\u202f\t"
"""What may stand around the end of a sentence."""
_SENTENCE = 6
"""Blanks from which on a text without a full stop is a sentence that lacks it, and a translation may put it right."""
_ABBREVIATION = (
    r"(?i)(?:\.[^\W\d_]{1,4}|\b(?:etc|inc|ltd|corp|co|jr|sr|no|vs|enz|nr|bv|usw|bzw|ggf|cie|núm|pág|\d+))\.$"
)
"""A full stop that belongs to its word (`a.m.`, `usw.`, `am 12.`), so that a sentence needs none after it."""


def end_punctuation(pair: Pair) -> str:
    """W002: tell that a text ends like a question, an announcement or a sentence where its source does not.

    Quotation marks, brackets and emphasis around the end do not count, and neither does a blank before the mark.
    """
    if pair.source[-1] == pair.target[-1]:
        return ""
    source, target = pair.plain_source.rstrip(_AROUND), pair.plain_target.rstrip(_AROUND)
    ours, theirs = _ending(target, pair.language), _ending(source, pair.source_language)
    if ours == theirs or frozenset({ours, theirs}) in _ALIKE or not source or not target:
        return ""
    if "full stop" in {ours, theirs} and _may_lack_stop(pair, source, target):
        return ""
    if (ours, theirs) == ("full stop", "") and source.count(" ") >= _SENTENCE:
        return ""
    if not theirs:
        return f"ends with a {ours}, the source does not"
    return f"ends with a {ours} instead of a {theirs}" if ours else f"does not end with the {theirs} of the source"


def _ending(text: str, language: str) -> str:
    if text.endswith("..."):
        return "ellipsis"
    if text.endswith(";") and language != "el":
        return ""
    return _NAMES.get(text[-1:], "")


def _may_lack_stop(pair: Pair, source: str, target: str) -> bool:
    if pair.language in _WITHOUT_STOP or pair.source_language in _WITHOUT_STOP:
        return True
    return any(text.endswith(".") and re.search(_ABBREVIATION, text) is not None for text in (source, target))
