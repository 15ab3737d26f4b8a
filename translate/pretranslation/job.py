"""What an engine is asked for a page: the texts that need a translation, and all that helps to translate them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from translate.catalog.marks import replaced
from translate.engines.base import Pair, Register, Request
from translate.engines.wire import characters
from translate.markdown.page import Page
from translate.markdown.wire import Wire, protect
from translate.model import Catalog, Key, State, Term, Unit

Match = Callable[[str], Unit | None]
"""Finds the reviewed unit whose source is much like a text (`Near.match`)."""

WANTED = frozenset({State.UNTRANSLATED, State.STALE})
"""What is asked for where nobody says otherwise."""

_ABOUT = 1000
"""Characters of titles and headings that go with a request, to tell what the page is about."""
_NOTATION = re.compile(r"!?\[|\]\(\{\d+\}\)|\](?:\{\d+\})?|\{\d+\}")
"""What is not words in a text, near enough for an engine that only reads it."""
_EXAMPLES = 8
"""Pairs that go with a request to follow: what a text was before it changed, and near matches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a site wants to be translated into a locale."""

    source: str
    target: str
    register: Register = "less"
    glossary: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """The texts of a page that have to be asked for."""

    page: Page
    catalog: Catalog
    request: Request
    wires: Mapping[str, tuple[Wire, ...]] = field(default_factory=dict)
    """For each text of the request, the segments that become it: markup apart, they say the same."""
    owed: frozenset[Key] = frozenset()
    """Texts that the job of an earlier page asks for."""
    near: Mapping[Key, Unit] = field(default_factory=dict)
    """For each text, the reviewed unit that is much like it."""

    @property
    def characters(self) -> int:
        """Return how many characters an engine would bill: code points of the texts without tags."""
        return sum(map(characters, self.request.texts))

    @property
    def keys(self) -> Iterator[Key]:
        """Yield the keys that it asks for."""
        return (wire.segment.key for same in self.wires.values() for wire in same)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a job would cost."""

    texts: int
    characters: int
    """Code points without tags, as engines bill them."""
    cached: int
    """Characters of it whose answers are there already."""


def job(
    page: Page,
    catalog: Catalog,
    language: Language,
    *,
    states: Collection[State] = WANTED,
    elsewhere: Collection[Key] = (),
    match: Match = lambda _: None,
) -> Job:
    """Return what to ask for: the texts in these states; a stale one that an engine has filled counts as MACHINE.

    A text that a person has reviewed is never asked for, nor one that holds no words, nor what is asked for
    `elsewhere`. `match` finds examples.
    """
    wanted = dict(_wanted(page, catalog, states))
    mine = {key: wire for key, wire in wanted.items() if key not in elsewhere}
    wires: dict[str, list[Wire]] = {}
    for wire in mine.values():
        wires.setdefault(wire.text, []).append(wire)
    units = catalog.by_key()
    near = {key: unit for key in mine if (unit := match(key[1])) and unit.source != units[key].previous}
    before = (Pair(old, units[key].target) for key in mine if (old := units[key].previous))
    similar = (Pair(unit.source, unit.target) for unit in near.values())
    request = Request(
        texts=tuple(wires),
        source=language.source,
        target=language.target,
        context=_context(page),
        around=_around(page, wires),
        register=language.register,
        glossary=language.glossary,
        page=tuple(Pair(unit.source, unit.target) for unit in catalog.active()),
        examples=tuple(islice(chain(before, similar), _EXAMPLES)),
    )
    grouped = {text: tuple(same) for text, same in wires.items()}
    return Job(page, catalog, request, grouped, frozenset(wanted.keys() - mine.keys()), near)


def _wanted(page: Page, catalog: Catalog, states: Collection[State]) -> Iterator[tuple[Key, Wire]]:
    units = catalog.by_key()
    for key, segment in {each.key: each for each in page.segments}.items():
        if _is_wanted(units[key], states) and (wire := protect(segment)).worded:
            yield key, wire


def _is_wanted(unit: Unit, states: Collection[State]) -> bool:
    if unit.state is State.REVIEWED:
        return False
    return (State.MACHINE if replaced(unit) is not None else unit.state) in states


def _around(page: Page, wires: Mapping[str, Sequence[Wire]]) -> dict[str, tuple[str, ...]]:
    """Return, for each text, the words that stand before and after it where it first stands."""
    texts = [segment.text for segment in page.segments]
    places = {segment.key: place for place, segment in reversed(list(enumerate(page.segments)))}
    found = {}
    for text, (wire, *_) in wires.items():
        place = places[wire.segment.key]
        found[text] = tuple(
            _NOTATION.sub("", near) for near in (*texts[max(place - 1, 0) : place], *texts[place + 1 : place + 2])
        )
    return found


def _context(page: Page) -> str:
    """Return what the page is about, in its own words; not translated, and not billed."""
    front = [segment.text for segment in page.segments if segment.kind.startswith("front matter")]
    headings = [segment.text for segment in page.segments if segment.kind.startswith("heading")]
    return "\n".join([*front, *headings])[:_ABOUT]
