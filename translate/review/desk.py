"""A site on a reviewer's desk: what is read from its files stays there until a file has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from translate import edition as editions
from translate.discovery import Scope
from translate.edition import Edition, source_page
from translate.errors import CatalogError, OutputError, PageError
from translate.library import Library
from translate.markdown.page import Page
from translate.model import Finding, Segment, State, Unit
from translate.review import addresses, judgement
from translate.review.entry import Entry, Similar
from translate.review.judgement import Judgement
from translate.review.sheet import Sheet, counts
from translate.review.versions import Versions
from translate.site import Site
from translate.styles import Styles

_Place = tuple[str, str]
"""A page and a locale."""


class Desk:
    """The pages of a site in its locales, as an update of the files on the disk would make them now.

    Nothing is locked: a file that another program has changed is read again when it is next asked for.
    """

    def __init__(self, site: Site, scope: Scope) -> None:
        self.site = site
        self.scope = scope
        self.pages: Mapping[str, str] = {addresses.of_page(name): name for name in scope.pages}
        """The names of the pages by their addresses: nothing else can be asked for."""
        self.versions = Versions(site.root)
        # Who works on one page need not wait until another page's catalog is mended.
        self._library = Library(site, scope, without=(CatalogError, OutputError))
        self._styles = Styles(site, self._library)
        self._last: dict[str, tuple[str, ...]] = {}
        """By locale, the versions of its catalogs and of its glossary when somebody last looked around."""
        self._read: dict[str, tuple[str, Page]] = {}
        self._editions: dict[_Place, tuple[object, Edition]] = {}
        self._sheets: dict[_Place, Sheet] = {}
        self._places: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self.look_around()

    def revision(self, name: str, locale: str) -> str:
        """Return the version of a page and its catalog."""
        files = (self.site.source_path(name), self.site.catalog_path(locale, name))
        return addresses.digest(*map(self.versions.of, files))

    def look_around(self) -> None:
        """Notice what other programs have changed since the last call: until then, the desk shows the older state.

        Where a catalog has changed, all that was made of the locale's catalogs together is forgotten.
        """
        for locale in self.scope.locales:
            paths = [self.site.catalog_path(locale, name) for name in self.scope.every]
            now = tuple(map(self.versions.of, [*paths, self.site.glossary_path(locale)]))
            before = self._last.get(locale, now)
            self._last[locale] = now
            if before != now:
                self._library.forget(locale)
                self._places.pop(locale, None)
            if before[-1] != now[-1]:
                self._styles = Styles(self.site, self._library)
                self._sheets.clear()

    def edition(self, name: str, locale: str) -> Edition:
        """Return a page with its catalog as an update would make it.

        Raises PageError, CatalogError and OutputError where they cannot be read.
        """
        version = self.revision(name, locale), self._last[locale]
        known, edition = self._editions.get((name, locale), (None, None))
        if edition is None or known != version:
            made = editions.merged(self._library, locale, name, self._page(name))
            edition = edition if made == edition else made
            self._editions[name, locale] = version, edition
        return edition

    def sheet(self, name: str, locale: str) -> Sheet:
        """Return a page with everything that a reviewer sees of its texts; raises what `edition` does."""
        edition, revision = self.edition(name, locale), self.revision(name, locale)
        known = self._sheets.get((name, locale))
        if known is None or known.revision != revision or known.edition is not edition:
            known = self._sheets[name, locale] = self._sheet(edition, revision)
        return known

    def counts(self, edition: Edition) -> dict[str, int | None]:
        """Return how many texts of an edition are in which state; errors where somebody has looked at the page."""
        known = self._sheets.get((edition.name, edition.locale))
        return counts(edition, known.entries if known and known.edition is edition else None)

    def rewritten(self, sheet: Sheet, unit: Unit, findings: tuple[Finding, ...]) -> Sheet:
        """Return a sheet after one of its units was written; the other texts keep their findings.

        Where the page has lost the text in this very moment, the sheet stays as it was read; `look_around` finds out.
        """
        self.look_around()
        name, locale = sheet.edition.name, sheet.edition.locale
        edition, revision = self.edition(name, locale), self.revision(name, locale)
        entry = sheet.by_address[addresses.of_text(unit.key)]
        similar = () if unit.state is State.REVIEWED else entry.similar or self._similar(locale, unit)
        entry = replace(entry, unit=edition.units.get(unit.key, unit), findings=findings, similar=similar)
        if unit.key not in edition.units:
            return sheet.revised(sheet.edition, sheet.revision, entry)
        made = sheet.revised(edition, revision, entry)
        if any(edition.units.get(each.unit.key) != each.unit for each in made.entries):
            made = self._sheet(edition, revision)
        self._sheets[name, locale] = made
        return made

    def judge(self, edition: Edition, unit: Unit) -> Judgement:
        """Return what `check` would find if a unit took the place of the edition's one."""
        return judgement.judge(self.site, edition, self._styles.of(edition.locale), unit)

    def _page(self, name: str) -> Page:
        path = self.site.source_path(name)
        if not (version := self.versions.of(path)):
            raise PageError(
                "is not there any more", path=path, hint="what was translated is in its catalog; start again"
            )
        known = self._read.get(name)
        if known is None or known[0] != version:
            known = self._read[name] = version, source_page(self.site, name)
        return known[1]

    def _sheet(self, edition: Edition, revision: str) -> Sheet:
        said = judgement.findings(self.site, edition, self._styles.of(edition.locale))
        texts = edition.page.texts.items()
        entries = tuple(self._entry(edition, segment, said.get(key, ())) for key, segment in texts)
        return Sheet(edition=edition, revision=revision, entries=entries)

    def _entry(self, edition: Edition, segment: Segment, findings: tuple[Finding, ...]) -> Entry:
        unit = edition.units[segment.key]
        others = self._elsewhere(edition.locale).get(unit.source, ())
        return Entry(
            segment=segment,
            unit=unit,
            findings=findings,
            elsewhere=tuple(name for name in others if name != edition.name),
            similar=() if unit.state is State.REVIEWED else self._similar(edition.locale, unit),
        )

    def _elsewhere(self, locale: str) -> Mapping[str, tuple[str, ...]]:
        """Return which pages have a text, by what their catalogs say."""
        if locale not in self._places:
            found: defaultdict[str, list[str]] = defaultdict(list)
            pages = set(self.scope.every)
            for catalog in self._library.catalogs(locale):
                for unit in catalog.active() if catalog.page in pages else ():
                    found[unit.source].append(catalog.page)
            self._places[locale] = {source: tuple(pages) for source, pages in found.items() if len(pages) > 1}
        return self._places[locale]

    def _similar(self, locale: str, unit: Unit) -> tuple[Similar, ...]:
        """Return what people have made of texts that are much like this one."""
        found = self._library.near(locale).matches(unit.source)
        # What the text was before it changed is told as such.
        others = ((share, other) for share, other in found if other.source != unit.previous)
        return tuple(Similar(other.source, other.target, round(share, 2)) for share, other in others)
