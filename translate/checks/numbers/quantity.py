"""Something that a text counts or dates, and the row of figures and words that it is read from."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translate.checks.numbers.figures import Value
from translate.checks.numbers.vocabulary import Vocabulary

_FIGURE = r"(?<![^\s(])\.\d+|\d+(?:[.,:]\d+|['’\u00a0\u202f]\d{3}(?!\d))*"
_SPACED = r"\d{1,3}(?: \d{3})+(?!\d)|"


class Quantity(NamedTuple):
    """Something that can be counted or dated, and what it may mean."""

    text: str
    """As it is written."""
    values: frozenset[Value]
    kind: str = "figure"
    """`figure` for what has to be on both sides; `number`, `month` and `weekday` in words, and `name` (GPT4), for what
    must not be another one; `hint` for what only explains a figure of the other side."""


class Piece(NamedTuple):
    """A figure or a word, and what stands before it."""

    text: str
    word: str
    """The text in small letters."""
    gap: str
    is_figure: bool


END = Piece("", "", "\n", is_figure=False)
"""What stands before the first piece and after the last."""


class Row:
    """The pieces of a text, and how far it has been read: what a piece means depends on its neighbours."""

    __slots__ = ("_found", "_pieces", "_text", "position", "vocabulary")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.position = 0
        self._text = text
        self._pieces: dict[int, Piece] = {}
        self._found = list(_pattern(spaced=vocabulary.group.isspace()).finditer(text))

    def at(self, offset: int) -> Piece:
        """Return the piece so many places from where the reader is."""
        index = self.position + offset
        piece = self._pieces.get(index)
        if piece is None:
            piece = self._pieces[index] = self._piece(index)
        return piece

    def telling(self) -> list[int]:
        """Return the positions of the pieces that may be quantities by themselves."""
        known, joined = self.vocabulary.known, self.vocabulary.joined
        return [
            position
            for position, found in enumerate(self._found)
            if found.lastindex == 1
            or (word := found[0].lower()) in known
            or found[0][0] in "XVI"
            or (joined and word.endswith(joined))
        ]

    def _piece(self, index: int) -> Piece:
        if not 0 <= index < len(self._found):
            return END
        found, before = self._found[index], self._found[index - 1].end() if index else 0
        return Piece(found[0], found[0].lower(), self._text[before : found.start()], found.lastindex == 1)


@cache
def _pattern(*, spaced: bool) -> re.Pattern[str]:
    return re.compile(f"({_SPACED if spaced else ''}{_FIGURE})|[^\\W\\d_]+")
