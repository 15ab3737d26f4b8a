"""Pages for tests: segments without a Markdown file around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.model import Catalog, Placeholder, Role, Segment, Span, Unit

NOTHING = Memory({})


def segment(text: str, context: str = "", *, url: str = "/faq") -> Segment:
    """Return a segment; one whose text has `{1}` has a link to `url`."""
    place = Placeholder(1, Role.LINK, url, Span(0, 1), Span(2, 3))
    return Segment(Span(0, 1), text, "paragraph", "markdown", context, placeholders=(place,) if "{1}" in text else ())


def notes(found: Segment) -> tuple[str, ...]:
    return found.kind, *(f"{{{place.number}}} = {place.legend}" for place in found.placeholders)


def page(*texts: str | Segment) -> list[Segment]:
    return [segment(text) if isinstance(text, str) else text for text in texts]


def catalog(*units: Unit, name: str = "faq.md") -> Catalog:
    return Catalog(locale="nl", page=name, units=units)


def update(old: Catalog, *texts: str | Segment, memory: Memory = NOTHING) -> Catalog:
    return merge(old, page(*texts), notes, memory)


def translated(*texts: str | Segment) -> Catalog:
    """Return the catalog of a page that a person has reviewed: every target is the text in capitals."""
    new = update(catalog(), *texts)
    return replace(new, units=tuple(replace(unit, target=unit.source.upper()) for unit in new.units))


def bare(units: Iterable[Unit]) -> list[Unit]:
    """Return units without what the page says about them."""
    return [replace(unit, notes=(), flags=()) for unit in units]
