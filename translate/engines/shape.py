"""Where the marks of a wire text stand in what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translate.engines.wire import OBJECT, Token


@dataclass(frozen=True, slots=True)
class Place:
    """A tag in the flat text: characters `start` up to, not including, `end`."""

    id: int
    pair: bool
    content: str
    """The flat text between; OBJECT for a lone tag without content."""
    start: int
    end: int
    parent: int | None
    """The id of the pair around it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A wire text with its tags laid beside it."""

    text: str
    """What a reader sees; OBJECT for each lone tag without content."""
    places: tuple[Place, ...]
    """In the order of their beginnings."""

    def by_id(self) -> dict[int, Place]:
        """Return the last place of each id."""
        return {place.id: place for place in self.places}

    def before(self, place: Place) -> str:
        """Return the character before the tag, or ""."""
        return self.text[place.start - 1 : place.start] if place.start else ""

    def after(self, place: Place) -> str:
        """Return the character after the tag, or ""."""
        return self.text[place.end : place.end + 1]


def shape(tokens: Iterable[Token]) -> Shape:
    """Lay the tags of a row of tokens beside its text."""
    text = ""
    places: list[Place | None] = []
    open_pairs: list[tuple[int, int, int]] = []  # id, index among the places, start
    for token in tokens:
        if isinstance(token, str):
            text += token
            continue
        parent = open_pairs[-1][0] if open_pairs else None
        if token.kind == "lone":
            content = token.content or OBJECT
            places.append(Place(token.id, False, content, len(text), len(text) + len(content), parent))
            text += content
        elif token.kind == "open":
            open_pairs.append((token.id, len(places), len(text)))
            places.append(None)
        else:
            number, index, start = open_pairs.pop()
            outer = open_pairs[-1][0] if open_pairs else None
            places[index] = Place(number, True, text[start:], start, len(text), outer)
    return Shape(text, tuple(place for place in places if place is not None))
