"""What the comments of a unit say that gettext has no field for.

`# machine: deepl` names the engine that made the target; on a unit that is not fuzzy it is history. The engine
`unknown` is that of a draft which nobody signed.
`# previous: …` keeps another target: after `# machine:` on a stale unit, the person's one that the engine replaced; on
an untranslated unit the one that somebody has taken away.
`# conflict: …` keeps what a person wrote on another branch; the target is what a person wrote on this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, pairwise

from translate.catalog.strings import one_line
from translate.model import State, Unit

MACHINE = "machine:"
PREVIOUS = "previous: "
CONFLICT = "conflict: "
NOT_TAKEN = "adopted: not taken, "
"""Before `# previous: …`: the words of an older page that could not become a target."""
UNKNOWN = "unknown"
"""The engine of a target that is no review, when nothing says who made it: a person may have."""


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


def is_emptied(unit: Unit) -> bool:
    """Tell whether somebody has taken the target away, and put none in its place."""
    return not unit.target and any(
        line.startswith(PREVIOUS) and not before.startswith(NOT_TAKEN)
        for before, line in pairwise(("", *unit.comments))
    )


def stale(unit: Unit, source: str) -> Unit:
    """Return a unit after an edit of its source: the target stays, and so does the source that it was made from.

    `unit` is not stale (see `pairs`). Whether it was reviewed stays known, by `# machine:` alone.
    """
    if not unit.target:
        return replace(unit, source=source)
    others = tuple(line for line in unit.comments if not _is_machine(line))
    marks = (machine_marks(unit) or (f"{MACHINE} {UNKNOWN}",)) if unit.fuzzy else ()
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
        kept = (PREVIOUS + old.target,) if old.target and old.engine in {"", UNKNOWN} else ()
        return replace(unit, target=target, fuzzy=True, previous=None, comments=(*others, *kept, mark))
    # So it may be with a draft in front of a person's older target.
    draft = (PREVIOUS + unit.target,) if replaced(unit) is not None and unit.engine == UNKNOWN else ()
    return replace(unit, target=target, fuzzy=True, comments=(*others, *draft, mark, PREVIOUS + old.target))


def approved(unit: Unit, target: str) -> Unit:
    """Return a unit with a target that a person stands behind, as a translation of its source as that is now.

    What it replaced and what another branch says is settled by that. The engine's mark stays with a target that nobody
    had to change: it is accepted. No target is none to stand behind (see `drafted`).
    """
    if not (typed := _typed(target)):
        return drafted(unit, "")
    gone = (PREVIOUS, CONFLICT, MACHINE) if typed != unit.target else (PREVIOUS, CONFLICT, f"{MACHINE} {UNKNOWN}")
    comments = tuple(line for line in unit.comments if not line.startswith(gone))
    return replace(unit, target=typed, fuzzy=False, previous=None, comments=comments)


def drafted(unit: Unit, target: str) -> Unit:
    """Return a unit with a target that a person saves without standing behind it: fuzzy, or untranslated without one.

    Nothing that a person stood behind goes: of a stale unit the older target and its source, of a reviewed one the
    target, and so of one with another branch's. What gives way to no target stays in a comment, whoever wrote it, and
    says that the text is to stay empty. A target that is not changed is only doubted.
    """
    typed = _typed(target)
    if typed == unit.target:
        return replace(unit, fuzzy=bool(typed))
    if not typed:
        return _emptied(unit)
    old = next(pairs(unit), unit)
    others = tuple(line for line in old.comments if not _is_machine(line))
    if unit.previous is not None and not old.fuzzy:
        marks = (f"{MACHINE} {UNKNOWN}", PREVIOUS + old.target)
        return replace(unit, target=typed, fuzzy=True, comments=(*others, *marks))
    # Somebody may have stood behind the one of two that is to choose from, too.
    is_choice = unit.contested and unit.target != "" and unit.engine in {"", UNKNOWN}
    kept = (PREVIOUS + unit.target,) if is_choice or unit.state is State.REVIEWED else ()
    return replace(unit, target=typed, fuzzy=True, previous=None, comments=union(others, kept))


def _emptied(unit: Unit) -> Unit:
    said = tuple(PREVIOUS + pair.target for pair in pairs(unit))
    others = tuple(line for line in unit.comments if not _is_machine(line))
    return replace(unit, target="", fuzzy=False, previous=None, comments=union(others, said))


def _typed(target: str) -> str:
    """Return a target as a catalog can hold it: on one line; "" where there is nothing but blanks."""
    return one_line(target) if target.strip() else ""


def union(comments: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Return the comments of both, each once."""
    return tuple(dict.fromkeys(comments + more))


def machine_marks(unit: Unit) -> tuple[str, ...]:
    """Return the comments that name an engine."""
    return tuple(line for line in unit.comments if _is_machine(line))


def _is_machine(line: str) -> bool:
    return line.startswith(MACHINE)
