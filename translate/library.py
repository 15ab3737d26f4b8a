"""The catalogs of a site as a run finds them, each parsed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from translate import outputs
from translate.catalog.memory import Memory
from translate.catalog.po import Form, study
from translate.catalog.predecessor import predecessor
from translate.discovery import Scope, catalogs, orphan_catalogs
from translate.errors import TranslateError
from translate.model import Catalog, Segment, Unit
from translate.site import Site

if TYPE_CHECKING:
    from translate.catalog.near import Near


class Held(NamedTuple):
    """A catalog and the bytes that it was read from; None when there is no such file yet."""

    data: bytes | None
    catalog: Catalog
    form: Form | None = None
    """With what the catalog is rendered to just these bytes; None where it is not."""


class Library:
    """What every page's catalog, a renamed page's old one, and the translation memory are taken from."""

    def __init__(self, site: Site, scope: Scope, *, without: tuple[type[TranslateError], ...] = ()) -> None:
        self._site = site
        self._scope = scope
        self._without = without
        """The errors of catalogs that the others are to do without."""
        self._held: dict[str, Held] = {}
        self._memories: dict[str, Memory] = {}
        self._near: dict[str, Near] = {}
        self._orphans: dict[str, tuple[Catalog, ...]] = {}

    def held(self, locale: str, page: str) -> Held:
        """Return the page's catalog as it is on the disk now. Raises CatalogError where it cannot be read."""
        return self._read(self._site.catalog_path(locale, page), locale, page)

    def catalogs(self, locale: str) -> Iterator[Catalog]:
        """Yield every catalog of a locale, also those whose pages are gone."""
        pages = {self._site.catalog_path(locale, page): page for page in self._scope.every}
        for path in catalogs(self._site, locale):
            try:
                held = self._read(path, locale, pages.get(path, path))
            except self._without:
                continue
            yield held.catalog

    def memory(self, locale: str) -> Memory:
        """Return the translations of every catalog of a locale, read when somebody first asks.

        What a catalog without a page has, some page had once: it gives way to what a page has now.
        """
        if locale not in self._memories:
            pages = frozenset(self._scope.every)
            found = (each if each.page in pages else _gone(each) for each in self.catalogs(locale))
            self._memories[locale] = Memory.of(found)
        return self._memories[locale]

    def near(self, locale: str) -> Near:
        """Return the reviewed texts of a locale, in which near matches can be found."""
        from translate.catalog.near import Near  # noqa: PLC0415 # only engines and reviewers ask

        if locale not in self._near:
            self._near[locale] = Near.of(self.memory(locale))
        return self._near[locale]

    def similar(self, locale: str, source: str) -> Unit | None:
        """Return what people have made of a text that is much like this one, anywhere in the locale, or None."""
        return self.near(locale).match(source)

    def forget(self, locale: str) -> None:
        """Make anew what is made of all catalogs of a locale; each is parsed again only where it has changed."""
        self._memories.pop(locale, None)
        self._near.pop(locale, None)
        self._orphans.pop(locale, None)

    def predecessor(self, locale: str, page: str, segments: Sequence[Segment]) -> Catalog | None:
        """Return the catalog that a page without one had under its old name, or None."""
        if locale not in self._orphans:
            paths = orphan_catalogs(self._site, self._scope, locale)
            self._orphans[locale] = tuple(self._read(path, locale, path).catalog for path in paths)
        found = predecessor(segments, self._orphans[locale])
        return replace(found, page=page) if found else None

    def _read(self, path: str, locale: str, page: str) -> Held:
        data = outputs.read(self._site.root, path)
        held = self._held.get(path)
        if held is None or held.data != data:
            if data is None:
                held = Held(None, Catalog(locale=locale, page=page))
            else:
                held = Held(data, *study(data, path=path, locale=locale, page=page))
            self._held[path] = held
        return held


def _gone(catalog: Catalog) -> Catalog:
    return replace(catalog, units=tuple(replace(unit, obsolete=True) for unit in catalog.units))
