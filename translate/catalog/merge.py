"""Bring a catalog up to date with its page: nothing that a person wrote is lost, and only edits make anything stale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.catalog.alignment import edits
from translate.catalog.marks import is_behind, is_emptied, machine_marks, pairs, stale, union
from translate.catalog.memory import Memory
from translate.catalog.tidy import tidy
from translate.model import Catalog, Key, Segment, Unit

Notes = Callable[[Segment], tuple[str, ...]]


def merge(old: Catalog, segments: Sequence[Segment], notes: Notes, memory: Memory) -> Catalog:
    """Return the catalog of a page as it is today, with the targets of `old`; merging twice changes nothing.

    A text gets its target from, in this order: the same text in `old`; an obsolete unit of it; a stale unit that was
    made from exactly this text (the edit was taken back); the translation memory; an edited text in the same place,
    which makes it stale. A stale unit gives way to a review of its text that the memory has learned since. What is gone
    becomes obsolete. A text that occurs twice is one unit. What somebody has emptied stays empty.

    A page that was renamed has no catalog: `memory` gives its texts back in the state they had. To keep edits of a
    renamed page too, give its `predecessor` as `old`, under the new page's name.
    """
    today: dict[Key, Segment] = {}
    for segment in segments:
        today.setdefault(segment.key, segment)
    active, shelf = tidy(replace(old, units=tuple(_learned(old, memory))))
    found = {key: unit for key in today if (unit := active.get(key) or shelf.get(key))}
    past = {key: unit for key, unit in (shelf | active).items() if key not in today}
    heirs = _heirs(past, active, today, found, memory)
    found |= {heir.key: heir for heir in heirs.values()}
    units = [_current(found.get(key), segment, notes, memory) for key, segment in today.items()]
    rest = [_obsolete(left) for key, unit in past.items() for left in _left(unit, heirs.get(key))]
    return replace(old, units=(*units, *rest))


def _learned(old: Catalog, memory: Memory) -> Iterator[Unit]:
    """Yield the units; where a text was reviewed elsewhere since it was edited, that in the place of the stale one."""
    for unit in old.units:
        known = memory.recall(unit.key) if is_behind(unit) and not unit.contested else None
        if known is None or known.fuzzy:
            yield unit
            continue
        marks = machine_marks(unit)
        said = tuple(line for line in unit.comments if line not in marks)
        yield replace(known, comments=union(said, known.comments))
        yield from map(_obsolete, pairs(unit))


def _heirs(
    past: Mapping[Key, Unit], active: Mapping[Key, Unit], today: Collection[Key], found: Collection[Key], memory: Memory
) -> dict[Key, Unit]:
    """Return, by the keys of units whose text is gone, the units of today that take over their targets."""
    wanted = [key for key in today if key not in found]
    if not past or not wanted:
        return {}
    heirs = _taken_back(past, wanted)
    settled = {heir.key for heir in heirs.values()}
    unknown = {key for key in wanted if key not in settled and not memory.recall(key)}
    olds = [key for key in active if key not in heirs]
    for before, after in edits(olds, [key for key in today if key in active or key in unknown]).items():
        heirs[before] = stale(next(pairs(active[before]), active[before]), after[1])
    return heirs


def _taken_back(past: Mapping[Key, Unit], wanted: Collection[Key]) -> dict[Key, Unit]:
    """Return the pairs of stale units whose source is there again."""
    free = set(wanted)
    heirs = {}
    for unit in past.values():
        for pair in pairs(unit):
            if pair.key in free:
                heirs[unit.key] = pair
                free.discard(pair.key)
    return heirs


def _current(unit: Unit | None, segment: Segment, notes: Notes, memory: Memory) -> Unit:
    """Return the unit as the page has it today; one without a target takes what the memory knows."""
    lines = notes(segment)
    flags = ("python-brace-format",) if segment.placeholders else ()
    if (unit is None or not (unit.target or is_emptied(unit))) and (known := memory.recall(segment.key)):
        unit = replace(known, comments=(unit.comments if unit else ()) + known.comments)
    if unit is None:
        return Unit(source=segment.text, context=segment.context, notes=lines, flags=flags)
    if unit.obsolete or unit.notes != lines or unit.flags != flags:
        return replace(unit, obsolete=False, notes=lines, flags=flags)
    return unit


def _left(unit: Unit, heir: Unit | None) -> list[Unit]:
    """Return what becomes obsolete of a unit that is gone: all of it, or the pairs that its heir does not have."""
    if heir is None:
        return [unit] if unit.target else []
    return [pair for pair in pairs(unit) if pair.target != heir.target]


def _obsolete(unit: Unit) -> Unit:
    return replace(unit, obsolete=True, notes=(), flags=())
