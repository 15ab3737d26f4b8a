"""One unit for each key of a catalog, whatever a `git merge` or another program has left."""

from __future__ import annotations

from dataclasses import replace

from translate.catalog.marks import PREVIOUS, machine_marks, pairs, union
from translate.model import Catalog, Key, Unit


def tidy(catalog: Catalog) -> tuple[dict[Key, Unit], dict[Key, Unit]]:
    """Return the active and the obsolete units by key, in order: no key is in both, and no target is lost.

    Reviewed beats machine beats stale, and what comes first wins a tie; the other target goes into a comment
    (`# previous:`). An obsolete unit without a target says nothing and is left out.
    """
    units = {unit.key: unit for unit in catalog.active()}
    for unit in catalog.obsolete():
        if unit.target:
            _place(unit, units)
    active = {key: unit for key, unit in units.items() if not unit.obsolete}
    return active, {key: unit for key, unit in units.items() if unit.obsolete}


def _place(unit: Unit, units: dict[Key, Unit]) -> None:
    """Add an obsolete unit; a stale one gives way, and its pairs find a place under the sources they were made from."""
    rival = units.setdefault(unit.key, unit)
    if rival is unit:
        return
    if not rival.target:
        units[unit.key] = replace(unit, obsolete=rival.obsolete, comments=union(rival.comments, unit.comments))
    elif rival.previous is None and unit.previous is None:
        units[unit.key] = _joined(rival, unit)
    else:
        winner, loser = (rival, unit) if unit.previous is not None else (unit, rival)
        units[unit.key] = replace(winner, obsolete=rival.obsolete)
        for pair in pairs(loser):
            _place(replace(pair, obsolete=True), units)


def _joined(rival: Unit, unit: Unit) -> Unit:
    """Return the better one of two translations of the same source, with the other's target and comments."""
    best, other = (unit, rival) if rival.fuzzy and not unit.fuzzy else (rival, unit)
    marks = machine_marks(other)
    said = tuple(line for line in other.comments if line not in marks)
    kept = () if other.target == best.target else (PREVIOUS + other.target,)
    return replace(best, obsolete=rival.obsolete, comments=union((*said, *kept), best.comments))
