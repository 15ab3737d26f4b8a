"""What becomes of a text that two branches have in different versions: one target is chosen, the other is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from translate.catalog.marks import CONFLICT, PREVIOUS, filled, machine_marks, pairs, replaced
from translate.model import State, Unit

_RANKS = {State.REVIEWED: 0, State.MACHINE: 1, State.STALE: 2, State.UNTRANSLATED: 3}
"""Which target wins where both sides have changed it; in a tie, ours does."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two versions of a unit as one."""

    unit: Unit
    contested: bool = False
    """Whether a person has to choose: two people have translated the text of the page differently."""


def joined(ancestor: Unit | None, ours: Unit, theirs: Unit) -> Joined:
    """Return one unit for two versions of it; what only one side has changed is as that side has it.

    Where both have, reviewed beats machine beats stale. Of the side that loses, what a person made of this source
    text is kept in a comment, and a machine's draft is dropped.
    """
    before = _translation(ancestor)
    if _translation(ours) == _translation(theirs):
        ours_first = ancestor is None or ours.comments != ancestor.comments
        return Joined(_annotated(ancestor, *((ours, theirs) if ours_first else (theirs, ours))))
    if _translation(theirs) == before:
        return Joined(_annotated(ancestor, ours, theirs))
    if _translation(ours) == before:
        return Joined(_annotated(ancestor, theirs, ours))
    return _contest(ancestor, ours, theirs)


def is_changed(ancestor: Unit | None, unit: Unit) -> bool:
    """Tell whether a side has another translation than the ancestor had, or the first one."""
    return _translation(ancestor) != _translation(unit)


def _translation(unit: Unit | None) -> tuple[object, ...]:
    """Return what a unit says: its target, and what that was made from, by whom."""
    return (unit.fuzzy, *((pair.key, pair.target, pair.fuzzy) for pair in pairs(unit))) if unit else ()


def _contest(ancestor: Unit | None, ours: Unit, theirs: Unit) -> Joined:
    winner, loser = (ours, theirs) if _rank(ours) <= _rank(theirs) else (theirs, ours)
    if _rank(winner) == 1 and _rank(loser) == 2 and winner.engine:
        # The machine's target for the new text, in front of the person's for the older one: as if it came second.
        winner, loser = filled(loser, winner.target, winner.engine), winner
    contested = not winner.obsolete and _rank(loser) == 0
    mark = CONFLICT if contested else PREVIOUS
    said = (mark + target for target in _lost(ancestor, winner, loser))
    unit = _annotated(ancestor, winner, loser)
    new = tuple(line for line in said if line not in unit.comments)
    return Joined(replace(unit, comments=(*new, *unit.comments)), contested)


def _rank(unit: Unit) -> int:
    return _RANKS[replace(unit, obsolete=False).state]


def _lost(ancestor: Unit | None, winner: Unit, loser: Unit) -> Iterator[str]:
    """Yield what a person made of the text on the side that loses, where neither winner nor ancestor says the same."""
    known = [pair for unit in (ancestor, winner) if unit for pair in pairs(unit)]
    for pair in pairs(loser):
        by_machine = pair.fuzzy and machine_marks(pair)
        if pair.key == winner.key and not by_machine and not any(_holds(other, pair) for other in known):
            yield pair.target


def _holds(other: Unit, pair: Unit) -> bool:
    """Tell whether a pair says the same as another one, and is no worse: a machine's target can be reviewed since."""
    return (other.key, other.target) == (pair.key, pair.target) and other.fuzzy <= pair.fuzzy


def _annotated(ancestor: Unit | None, winner: Unit, loser: Unit) -> Unit:
    """Return the winner, with the comments that the loser added and without those that it took away.

    New ones go first: a person's target that a machine's stands in for has to stay the last (`replaced`).
    """
    before = ancestor.comments if ancestor else ()
    known = {*before, *winner.comments, *_marks(loser)}
    gone = {*before} - {*loser.comments, *_marks(winner)}
    came = (line for line in loser.comments if line not in known)
    return replace(winner, comments=(*came, *(line for line in winner.comments if line not in gone)))


def _marks(unit: Unit) -> set[str]:
    """Return the comments that are part of the translation."""
    old = replaced(unit)
    return {*machine_marks(unit), *(() if old is None else (PREVIOUS + old,))}
