"""Adopted translations into a page's catalog: carried to today's page, and never over what is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from translate.adopt.judgement import Match, Verdict
from translate.catalog.marks import NOT_TAKEN, PREVIOUS, union
from translate.catalog.memory import NO_MEMORY
from translate.catalog.merge import merge
from translate.markdown.page import Page, notes
from translate.model import Catalog, Key, Segment, State, Unit

Standing = Literal["reviewed", "machine"]
"""The state that a translation gets which is taken without a doubt."""

ENGINE = "adopted"
"""What `# machine:` says of a target that nobody has reviewed since it was adopted."""
_MARK = f"machine: {ENGINE}"


def carry(held: Catalog, page: Page, matches: Sequence[Match], today: Page, standing: Standing) -> Catalog:
    """Return the catalog of today's page with what was found on a published one, which was made from `page`.

    A text that is the same today is kept, an edited one is stale, what is gone is obsolete. What the catalog holds
    already stays: only texts without a target are filled, and drafts of engines give way to a reviewed translation.
    """
    adopted = Catalog(locale=held.locale, page=held.page, units=tuple(_units(page, matches, standing)))
    carried = merge(adopted, today.segments, notes, NO_MEMORY)
    current = merge(held, today.segments, notes, NO_MEMORY)
    found = carried.by_key()
    units = [_better(unit, found[unit.key]) for unit in current.active()]
    obsolete = [*current.obsolete()]
    known = {(unit.key, unit.target) for unit in (*units, *obsolete)}
    obsolete += (unit for unit in carried.obsolete() if (unit.key, unit.target) not in known)
    return replace(current, units=(*units, *obsolete))


def targets(page: Page, matches: Iterable[Match]) -> dict[Key, Match]:
    """Return the match to use for each text: where the same text has several, the first of the surest ones."""
    best: dict[Key, Match] = {}
    for match in matches:
        key = page.leaves[match.source].segment.key
        if match.verdict is not Verdict.UNTAKEN and _rank(match) < _rank(best.get(key)):
            best[key] = match
    return best


def _rank(match: Match | None) -> int:
    return 2 if match is None else int(match.verdict is Verdict.DOUBTFUL)


def _units(page: Page, matches: Sequence[Match], standing: Standing) -> Iterable[Unit]:
    used = targets(page, matches)
    seen: set[Key] = set()
    for match in matches:
        segment = page.leaves[match.source].segment
        if segment.key not in seen:
            seen.add(segment.key)
            yield _unit(segment, used.get(segment.key, match), standing)


def _unit(segment: Segment, match: Match, standing: Standing) -> Unit:
    unit = Unit(source=segment.text, context=segment.context)
    if match.verdict is Verdict.UNTAKEN:
        kept = (NOT_TAKEN + match.reason, PREVIOUS + match.text) if match.text else ()
        return replace(unit, comments=kept)
    if match.verdict is Verdict.DOUBTFUL:
        return replace(unit, target=match.text, fuzzy=True, comments=(f"adopted: {match.reason}", _MARK))
    fuzzy = standing == "machine"
    return replace(unit, target=match.text, fuzzy=fuzzy, comments=(_MARK,) if fuzzy else ())


def _better(unit: Unit, adopted: Unit) -> Unit:
    """Return the unit that the catalog gets: its own, or the adopted one where that is better."""
    if not adopted.target and not unit.target:
        return replace(unit, comments=union(unit.comments, adopted.comments))
    if not adopted.target or unit.state in {State.REVIEWED, State.STALE}:
        return unit
    if unit.target:
        draft = unit.engine and (unit.engine != ENGINE or unit.target == adopted.target)
        if not draft or adopted.state is not State.REVIEWED:
            return unit
    said = tuple(line for line in unit.comments if not line.startswith("machine:"))
    return replace(adopted, comments=union(said, adopted.comments))
