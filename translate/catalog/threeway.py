"""A catalog that two branches changed, merged unit by unit: what one of them did is done, and nobody's work is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from translate.catalog.contest import Joined, is_changed, joined
from translate.catalog.marks import CONFLICT, PREVIOUS, pairs
from translate.catalog.memory import NO_MEMORY
from translate.catalog.merge import merge
from translate.catalog.tidy import tidy
from translate.model import Catalog, Key, Segment, Span, State, Unit

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of two versions of a catalog."""

    catalog: Catalog
    conflicts: tuple[Key, ...] = ()
    """The texts that two people have translated differently: ours is the target, fuzzy, theirs in a comment."""


def threeway(ancestor: Catalog, ours: Catalog, theirs: Catalog) -> Merged:
    """Return `ours` with what `theirs` has changed since `ancestor`; a version that changed nothing gives way whole.

    Each version is first brought to the merged page, as an update would bring it, so that a text which one side
    edited keeps the translation that the other side gave it. What a person has reviewed is in the result, as a
    target or in a comment, unless the ancestor had it and one side took it away.
    """
    if theirs in (ancestor, ours):
        return Merged(ours)
    if ours == ancestor:
        return Merged(theirs)
    page = _page(ancestor, ours, theirs)
    sides = (_Side.of(ancestor, page), _Side.of(ours, page), _Side.of(theirs, page))
    current = [_current(key, *sides) for key in page]
    units = [each.unit for each in (*current, *_gone(*sides))]
    active, shelf = tidy(replace(ours, units=(*units, *_owed(ancestor, ours, theirs, units))))
    conflicts = dict.fromkeys(each.unit.key for each in current if each.contested)
    written = (_as_written(unit, *sides) for unit in active.values())
    catalog = replace(
        ours,
        units=(*(replace(each, fuzzy=each.fuzzy or each.key in conflicts) for each in written), *shelf.values()),
        comments=_lines(ancestor.comments, ours.comments, theirs.comments),
        team=_changed(ancestor.team, ours.team, theirs.team),
    )
    return Merged(catalog, tuple(conflicts))


@dataclass(frozen=True, slots=True)
class _Side:
    """A version of the catalog, and what it would be on the merged page."""

    own: Mapping[Key, Unit]
    """The units that the version itself has."""
    active: Mapping[Key, Unit]
    shelf: Mapping[Key, Unit]

    @classmethod
    def of(cls, catalog: Catalog, page: Sequence[Key]) -> _Side:
        segments = [Segment(Span(0, 0), text, "", "plain", context) for context, text in page]
        own = {unit.key: unit for unit in (*catalog.obsolete(), *catalog.active())}
        return cls(own, *tidy(merge(catalog, segments, lambda _: (), NO_MEMORY)))


def _page(ancestor: Catalog, ours: Catalog, theirs: Catalog) -> list[Key]:
    """Return the texts that both pages have or one has added, in the order of ours: new ones after their neighbour.

    Where only they have moved texts, the order is theirs.
    """
    before, mine, other = (list(version.by_key()) for version in (ancestor, ours, theirs))
    common = {*before} & {*mine} & {*other}
    fixed, *moved = ([key for key in keys if key in common] for keys in (before, mine, other))
    if moved[0] == fixed != moved[1]:
        mine, other = other, mine
    return _woven(mine, other, {*before})


def _woven(lead: Sequence[Key], other: Sequence[Key], before: Collection[Key]) -> list[Key]:
    """Return the keys of `lead` without those that `other` removed, and what `other` added after the same neighbour."""
    leading, others = {*lead}, {*other}
    came: defaultdict[Key | None, list[Key]] = defaultdict(list)
    fence: Key | None = None
    for key in other:
        if key in leading:
            fence = key
        elif key not in before:
            came[fence].append(key)
    woven: list[Key] = []
    fence = None
    for key in lead:
        if key in others:
            woven += came[fence]
            fence = key
        elif key in before:
            continue
        woven.append(key)
    return woven + came[fence]


def _current(key: Key, ancestor: _Side, ours: _Side, theirs: _Side) -> Joined:
    """Return the unit of a text of the merged page.

    A side that does not have the text has not emptied it, and what it would make of it is no better than a review.
    """
    mine, other = ours.active[key], theirs.active[key]
    if key not in theirs.own and (not other.target or mine.state is State.REVIEWED):
        return Joined(mine)
    if key not in ours.own and (not mine.target or other.state is State.REVIEWED):
        return Joined(other)
    return joined(ancestor.active[key], mine, other)


def _gone(ancestor: _Side, ours: _Side, theirs: _Side) -> Iterator[Joined]:
    """Yield the obsolete units: those of both sides, and those of one that the other has not thrown away."""
    for key in {**ours.shelf, **theirs.shelf}:
        # What the ancestor's update gave to an edited text is still what both sides began with.
        before = ancestor.shelf.get(key) or ancestor.own.get(key)
        mine, other = ours.shelf.get(key), theirs.shelf.get(key)
        if mine and other:
            yield joined(before, mine, other)
        elif (one := mine or other) and is_changed(before, one):
            yield Joined(one)


def _owed(ancestor: Catalog, ours: Catalog, theirs: Catalog, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield, as obsolete units, the reviewed translations that no unit has, if neither side took them away."""
    before, mine, other, kept = (_reviewed(each) for each in (ancestor.units, ours.units, theirs.units, units))
    said = {(unit.key, line) for unit in units for line in unit.comments}
    for made, pair in {**mine, **other}.items():
        taken_away = made in before and not (made in mine and made in other)
        key, target = made
        noted = any((key, mark + target) in said for mark in (CONFLICT, PREVIOUS))
        if made not in kept and not taken_away and not noted:
            yield replace(pair, obsolete=True, notes=(), flags=())


def _reviewed(units: Iterable[Unit]) -> dict[tuple[Key, str], Unit]:
    return {(pair.key, pair.target): pair for unit in units for pair in pairs(unit) if not pair.fuzzy}


def _as_written(unit: Unit, ancestor: _Side, ours: _Side, theirs: _Side) -> Unit:
    """Return the unit with the notes and flags of the page that it comes from."""
    before, mine, other = (
        found if (found := side.own.get(unit.key)) and not found.obsolete else None for side in (ancestor, ours, theirs)
    )
    if mine and other:
        notes = _changed(before and before.notes, mine.notes, other.notes)
        return replace(unit, notes=notes, flags=_changed(before and before.flags, mine.flags, other.flags))
    one = mine or other or unit
    return replace(unit, notes=one.notes, flags=one.flags)


def _changed(ancestor: object, ours: _Value, theirs: _Value) -> _Value:
    """Return the value of the side that has changed it; ours where both have."""
    return theirs if ours == ancestor else ours


def _lines(ancestor: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return our lines without those that they removed, and those that they added."""
    if ours == ancestor:
        return tuple(theirs)
    known, gone = {*ancestor, *ours}, {*ancestor} - {*theirs}
    return (*(line for line in ours if line not in gone), *(line for line in theirs if line not in known))
