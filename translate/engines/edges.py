"""What stands at the edge of a tag or of a text: a blank, a quotation mark or a full stop that belongs elsewhere."""

from __future__ import annotations

import re

from translate.engines.shape import Place, Shape
from translate.engines.wire import OBJECT

CLOSING = ".,;:!?"
OPENING_QUOTES = "\"'“„«‘‚»”"
CLOSING_QUOTES = "\"'”“»’‘«"
_WITHOUT_STOP = re.compile(r"\b(?:etc|inc|ltd|corp|jr|sr)\W*$", re.IGNORECASE)


def slipped_left(before: Shape, source: Place, place: Place) -> bool:
    """Tell whether the first character of a pair belongs before it."""
    first, was = place.content[:1], source.content[:1]
    quote = first in OPENING_QUOTES and was not in OPENING_QUOTES and before.before(source) in OPENING_QUOTES
    return first != "" and ((first.isspace() and not was.isspace()) or (quote and before.before(source) != ""))


def slipped_right(before: Shape, source: Place, place: Place) -> bool:
    """Tell whether the last character of a pair belongs after it."""
    last, was, outside = place.content[-1:], source.content[-1:], before.after(source)
    quote = last in CLOSING_QUOTES and was not in CLOSING_QUOTES and outside in CLOSING_QUOTES and outside != ""
    stop = last in CLOSING and was not in CLOSING + CLOSING_QUOTES + "…)。！？」" and not abbreviated(place.content)
    return last != "" and ((last.isspace() and not was.isspace()) or quote or stop)


def added_stop(source: str, answer: str) -> bool:
    """Tell whether the answer ends with a full stop that the source does not have; `…` and `usw.` are none."""
    end = source.rstrip().rstrip(OBJECT).rstrip(CLOSING_QUOTES + ")")[-1:]
    found = answer.rstrip().rstrip(OBJECT).rstrip(CLOSING_QUOTES + ")")
    ends = found.endswith((".", "。", "।")) and not found.endswith("..") and not abbreviated(found)
    return ends and not (end and end in ".!?…:;。！？।") and not _WITHOUT_STOP.search(source)


def abbreviated(text: str) -> bool:
    """Tell whether the last full stop belongs to an abbreviation (`EE.UU.`, `a. m.`)."""
    return re.search(r"\w\.[ \u00a0]?\w{1,4}\.$", text) is not None


def has_words(text: str) -> bool:
    """Tell whether a text has a letter or a digit, or something that stands for one."""
    return any(character.isalnum() or character == OBJECT for character in text)
