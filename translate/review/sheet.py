"""A page in one locale as a reviewer sees it: its texts in page order, and how far they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from translate import tally
from translate.edition import Edition, coverage
from translate.model import Severity
from translate.review.entry import Entry, as_json


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page and its entries, made from one version of its files."""

    edition: Edition
    revision: str
    """The version of the files."""
    entries: tuple[Entry, ...]

    @cached_property
    def by_address(self) -> dict[str, Entry]:
        """Return the entries by their addresses."""
        return {entry.address: entry for entry in self.entries}

    def revised(self, edition: Edition, revision: str, entry: Entry) -> Sheet:
        """Return the sheet after a change of one entry, and of nothing else."""
        entries = tuple(entry if each.unit.key == entry.unit.key else each for each in self.entries)
        return replace(self, edition=edition, revision=revision, entries=entries)


def counts(edition: Edition, entries: tuple[Entry, ...] | None = None) -> dict[str, int | None]:
    """Return how many texts are in which state, and how many have errors; None before the page was checked."""
    found = Counter(unit.state for unit in edition.units.values())
    errors = None if entries is None else sum(map(_is_wrong, entries))
    return {**{state.value: found[state] for state in tally.STATES}, "errors": errors}


def words(edition: Edition) -> dict[str, int]:
    """Return how many words there are, and how many of them wait for a person."""
    counted = coverage(edition).words
    return {"left": tally.unreviewed(counted), "total": counted.total()}


def standing(sheet: Sheet) -> dict[str, Any]:
    """Return how far the page is, as the page in the browser reads it."""
    return {
        "revision": sheet.revision,
        "counts": counts(sheet.edition, sheet.entries),
        "words": words(sheet.edition),
    }


def texts(sheet: Sheet) -> list[dict[str, Any]]:
    """Return the entries as the page in the browser reads them."""
    return list(map(as_json, sheet.entries))


def _is_wrong(entry: Entry) -> bool:
    return any(each.severity is Severity.ERROR for each in entry.findings)
