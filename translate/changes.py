"""What an update does to a catalog."""

from __future__ import annotations

from translate.catalog.marks import is_behind
from translate.model import Catalog, Changes, State, Unit


def changes(old: Catalog, new: Catalog) -> Changes:
    """Count what a merge did to the active units; nothing where only the way they are written changes."""
    before, after = old.by_key(), new.by_key()
    added = [unit for key, unit in after.items() if key not in before]
    # An edit is a text that goes and one that comes.
    edited = sum(unit.state is State.STALE for unit in added)
    known = sum(bool(unit.target) for unit in added) - edited
    gone = sum(key not in after for key in before)
    kept = [(before[key], unit) for key, unit in after.items() if key in before]
    filled = sum(_lacks(was) and not _lacks(now) for was, now in kept)
    renoted = sum(was != now for was, now in kept) - filled
    if not (added or gone or filled or renoted) and old.units != new.units:
        renoted = sum(one != other for one, other in zip(old.active(), new.active(), strict=True)) or 1
    return Changes(
        new=len(added) - known - edited,
        known=known,
        stale=edited,
        gone=max(gone - edited, 0),
        filled=filled,
        renoted=renoted,
    )


def _lacks(unit: Unit) -> bool:
    return not unit.target or is_behind(unit)
