"""A text and its translation, as the rules that compare the two read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from translate.checks.style import Style
from translate.model import Term, Unit

OBJECT = "\ufffc"
"""What stands in a plain text for code and for a placeholder without words."""
CLOSING = "\"'”“»›’‘«)*_⟧"
"""Quotation marks, brackets and emphasis, in whatever direction a language writes them."""

_CODE = re.compile(r"(`+).+?\1")
_MARKS = re.compile(r"\](?:\(\{\d+\}\)|\{\d+\})|!?\[|\*(?!\d)|(?<!\d)\*|~~|\\")
_LONE = re.compile(r"\{\d+\}")
_ENTITY = r"&(?:#\w+|[A-Za-z]\w*);"
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"


class Pair:
    """A unit's source and target; what several rules need of them is made once, when a rule first asks for it."""

    def __init__(self, unit: Unit, style: Style) -> None:
        self.unit = unit
        self.style = style
        self.source = unit.source
        self.target = unit.target
        self.source_language = style.source_language
        self.language = style.language
        self.chunks = unit.target.lower().split()
        """What stands between the blanks of the target, in small letters: found many times faster than its words."""
        self.source_chunks = unit.source.lower().split()

    @cached_property
    def plain_source(self) -> str:
        """Return the source as a reader sees it."""
        return plain(self.source)

    @cached_property
    def plain_target(self) -> str:
        """Return the target as a reader sees it."""
        return plain(self.target)

    @cached_property
    def terms(self) -> Mapping[Term, str]:
        """Return the terms of the glossary that the source has, and how each is written there."""
        return self.style.glossary.found(self.plain_source)


def plain(text: str) -> str:
    """Return a text in catalog notation as a reader sees it: its words, and OBJECT for what is no text."""
    text = without_code(text)
    if "[" in text or "*" in text or "\\" in text or "~" in text:
        text = _MARKS.sub("", text)
    if "{" in text:
        text = _LONE.sub(OBJECT, text)
    return re.sub(_ENTITY, " ", text) if "&" in text else text


def without_code(text: str) -> str:
    """Return a text in catalog notation with OBJECT for its code."""
    return _CODE.sub(OBJECT, text) if "`" in text else text


def words(text: str) -> list[str]:
    """Return the words of a plain text; an apostrophe inside belongs to its word."""
    return re.findall(_WORD, text)
