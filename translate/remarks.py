"""What a person should look at: in a page, in its catalogs, among the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from translate import edition as editions
from translate.catalog.marks import is_behind
from translate.checks import files, units
from translate.checks.silence import silenced
from translate.discovery import Scope, orphan_catalogs, orphan_pages
from translate.edition import Edition
from translate.markdown.extent import extent
from translate.markdown.page import Leaf, Page, Untranslatable
from translate.model import Finding, Key, State, Unit
from translate.site import Site

if TYPE_CHECKING:
    from translate.checks.style import Style

_WAITING = {State.STALE: units.stale, State.UNTRANSLATED: units.untranslated, State.MACHINE: units.unread}
"""The finding for a text that waits for a person, by its state."""


def on_page(page: Page, name: str) -> Iterator[Finding]:
    """Yield what an author probably meant otherwise, and the words that no catalog holds."""
    for doubt in page.doubts:
        yield files.doubtful(page.path, name, doubt.line, doubt.message)
    for each in page.untranslatable:
        yield untranslatable(page.path, name, each)


def untranslatable(path: str, name: str, words: Untranslatable) -> Finding:
    """Return what is said of words that no catalog holds."""
    return files.untranslatable(
        path, name, words.line, words.text, words.reason, component=words.component, paths=words.paths
    )


def waiting(site: Site, edition: Edition) -> Iterator[Finding]:
    """Yield the texts that wait for a person: stale, untranslated or not reviewed."""
    first: dict[Key, Leaf] = {}
    for each in edition.page.leaves:
        if each.worded:
            first.setdefault(each.segment.key, each)
    found = [(key, leaf, edition.units[key]) for key, leaf in first.items() if edition.units[key].state in _WAITING]
    if found:
        subject, lines = editions.subject(site, edition), editions.lines(site, edition)
        for key, leaf, unit in found:
            where = extent(edition.page.source, leaf, unit.previous)
            finding = _WAITING[unit.state](subject, where, unit, lines.get(key, 0))
            if not silenced(unit, finding.code):
                yield finding


def on_words(site: Site, edition: Edition, style: Style) -> Iterator[Finding]:
    """Yield what the rules find in the translations; a stale one is reported as stale, and as nothing else."""
    from translate.checks.texts import remarks  # noqa: PLC0415 # building needs no rules on words

    found = list(remarks(map(_current, edition.units.values()), style))
    if found:
        subject, lines = editions.subject(site, edition), editions.lines(site, edition)
        texts = edition.page.texts
        for each in found:
            yield units.doubted(subject, texts[each.unit.key], each, lines.get(each.unit.key, 0))


def on_orphans(site: Site, scope: Scope) -> Iterator[Finding]:
    """Yield the catalogs and built pages that belong to no page; a run about some of the pages looks for none."""
    for locale in scope.locales if scope.whole else ():
        yield from (files.orphan_catalog(path, locale) for path in orphan_catalogs(site, scope, locale))
        yield from (files.orphan_page(path, locale, page) for path, page in orphan_pages(site, scope, locale))


def _current(unit: Unit) -> Unit:
    """Return the unit, without a target that was made from an older text."""
    return replace(unit, target="") if is_behind(unit) else unit
