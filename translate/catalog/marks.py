"""What the comments of a unit say that gettext has no field for.

`# machine: deepl` names the engine that made the target; on a unit that is not fuzzy it is history.
`# previous: …` keeps another target: after `# machine:` on a stale unit, the person's one that the engine replaced.
`# conflict: …` keeps what a person wrote on another branch; the target is what a person wrote on this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from translate.model import State, Unit

MACHINE = "machine:"
PREVIOUS = "previous: "
CONFLICT = "conflict: "
_UNKNOWN = "unknown"
"""The engine of a target that was fuzzy before it was stale, when nothing says who made it."""


def pairs(unit: Unit) -> Iterator[Unit]:
    """Yield every translation that a unit holds with the source it was made from: reviewed or machine, never stale.

    A unit that is not stale holds itself (when it has a target), a stale one its target and its previous source, one
    that an engine filled anew both the person's pair and, after it, the engine's.
    """
    if not unit.target:
        return
    if unit.previous is None:
        yield unit
    elif (old := replaced(unit)) is None:
        yield replace(unit, source=unit.previous, previous=None, fuzzy=bool(machine_marks(unit)))
    else:
        others = tuple(line for line in unit.comments if not _is_machine(line) and line != PREVIOUS + old)
        yield replace(unit, source=unit.previous, previous=None, target=old, fuzzy=False, comments=others)
        yield replace(unit, previous=None, comments=machine_marks(unit))


def replaced(unit: Unit) -> str | None:
    """Return the person's target that an engine replaced in a stale unit, or None."""
    if unit.previous is None:
        return None
    after_mark = dropwhile(lambda line: not _is_machine(line), unit.comments)
    kept = [line.removeprefix(PREVIOUS) for line in after_mark if line.startswith(PREVIOUS)]
    return kept[-1] if kept else None


def is_behind(unit: Unit) -> bool:
    """Tell whether the target was made from an older text: stale, and not filled anew by an engine."""
    return unit.state is State.STALE and replaced(unit) is None


def stale(unit: Unit, source: str) -> Unit:
    """Return a unit after an edit of its source: the target stays, and so does the source that it was made from.

    `unit` is not stale (see `pairs`). Whether it was reviewed stays known, by `# machine:` alone.
    """
    if not unit.target:
        return replace(unit, source=source)
    others = tuple(line for line in unit.comments if not _is_machine(line))
    marks = (machine_marks(unit) or (f"{MACHINE} {_UNKNOWN}",)) if unit.fuzzy else ()
    return replace(unit, source=source, previous=unit.source, fuzzy=True, comments=others + marks)


def filled(unit: Unit, target: str, engine: str) -> Unit:
    """Return a unit with an engine's target, fuzzy and marked; what a person may have written is kept in a comment.

    Raises ValueError for a reviewed unit: no engine may touch it.
    """
    if unit.target and not unit.fuzzy:
        raise ValueError(f"reviewed: {unit.source}")
    old = next(pairs(unit), unit)
    others = tuple(line for line in old.comments if not _is_machine(line))
    mark = f"{MACHINE} {engine}"
    if old.fuzzy or not old.target:
        # Of a draft that no engine signed, or one of two to choose from, nobody can say that no person wrote it.
        kept = (PREVIOUS + old.target,) if old.target and old.engine in {"", _UNKNOWN} else ()
        return replace(unit, target=target, fuzzy=True, previous=None, comments=(*others, *kept, mark))
    return replace(unit, target=target, fuzzy=True, comments=(*others, mark, PREVIOUS + old.target))


def machine_marks(unit: Unit) -> tuple[str, ...]:
    """Return the comments that name an engine."""
    return tuple(line for line in unit.comments if _is_machine(line))


def _is_machine(line: str) -> bool:
    return line.startswith(MACHINE)
