"""One edit of one text, on the disk before it is reported as saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from translate import outputs
from translate.catalog.marks import approved, drafted, is_behind
from translate.edition import Edition, updated
from translate.lock import locked
from translate.model import Catalog, Finding, Unit
from translate.review.addresses import revision
from translate.review.desk import Desk
from translate.review.entry import Entry
from translate.review.sheet import Sheet

_PATIENCE = 5.0
"""Seconds that a save waits for a run of another translate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in the version that a person has seen."""

    page: str
    locale: str
    address: str
    base: str
    """That version (`addresses.revision`)."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The page after an edit that is on the disk."""

    sheet: Sheet
    entry: Entry
    before: Unit
    """The unit that the edit has written over."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else has changed the text meanwhile; nothing is written."""

    theirs: Entry


@dataclass(frozen=True, slots=True)
class Gone:
    """The page does not have the text any more; nothing is written."""


@dataclass(frozen=True, slots=True)
class Damaging:
    """Nobody can stand behind a target that would damage the page; nothing is written."""

    findings: tuple[Finding, ...]


Result = Saved | Overtaken | Gone | Damaging


def save(desk: Desk, text: Text, target: str, *, approve: bool) -> Result:
    """Write a target into the page's catalog: approved, or as a draft; all other units stay as they lie there.

    Raises LockError where another run keeps working on the site, CatalogError and PageError where a file cannot be
    read, OutputError where one cannot be written.
    """
    change = approved if approve else drafted
    return _written(desk, text, lambda unit: change(unit, target))


def judged(desk: Desk, text: Text, target: str) -> tuple[Finding, ...] | None:
    """Return what `check` would say of a target that somebody stands behind; None where the page lost the text."""
    sheet = desk.sheet(text.page, text.locale)
    entry = sheet.by_address.get(text.address)
    return None if entry is None else desk.judge(sheet.edition, approved(entry.unit, target)).findings


def restore(desk: Desk, text: Text, unit: Unit) -> Result:
    """Put a unit back as it was before a save; raises what `save` does."""
    return _written(desk, text, lambda current: replace(unit, notes=current.notes, flags=current.flags), proven=False)


def _written(desk: Desk, text: Text, change: Callable[[Unit], Unit], *, proven: bool = True) -> Result:
    with locked(desk.site.root, patience=_PATIENCE):
        desk.look_around()
        sheet = desk.sheet(text.page, text.locale)
        entry = sheet.by_address.get(text.address)
        if entry is None:
            return Gone()
        if revision(entry.unit) != text.base:
            return Overtaken(entry)
        unit = change(entry.unit)
        judgement = desk.judge(sheet.edition, unit)
        if judgement.damage and proven and not unit.fuzzy:
            return Damaging(judgement.damage)
        outputs.write(desk.site.root, updated(desk.site, sheet.edition.held, _catalog(sheet.edition, unit)))
        # Before another run can write: what it makes of the text is not what was saved.
        after = desk.rewritten(sheet, unit, () if is_behind(unit) else judgement.findings)
    return Saved(after, after.by_address[text.address], entry.unit)


def _catalog(edition: Edition, unit: Unit) -> Catalog:
    """Return the catalog on the disk with another unit; the updated one where that on the disk lacks the unit."""
    on_disk = edition.held.catalog
    catalog = on_disk if unit.key in on_disk.by_key() else edition.catalog
    units = (unit if each.key == unit.key and not each.obsolete else each for each in catalog.units)
    return replace(catalog, units=tuple(units))
