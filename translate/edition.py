"""An edition: a page in one locale, with its catalog as it is on the disk and as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from translate import outputs, tally
from translate.catalog.marks import is_behind
from translate.catalog.memory import NO_MEMORY
from translate.catalog.merge import merge
from translate.catalog.po import Form, read, render
from translate.changes import changes
from translate.checks.subject import Subject
from translate.library import Held, Library
from translate.markdown.page import Page, notes
from translate.markdown.segmentation import segment
from translate.model import Catalog, Key, Output, Unit
from translate.site import Site
from translate.tally import Coverage


class Edition(NamedTuple):
    """A page and its catalog for a locale."""

    page: Page
    held: Held
    """The catalog as it is on the disk."""
    catalog: Catalog
    """The catalog as the stage wants it."""
    units: Mapping[Key, Unit]
    """The active units of `catalog`."""

    @property
    def name(self) -> str:
        """Return the page's path inside the source folder."""
        return self.catalog.page

    @property
    def locale(self) -> str:
        """Return the locale."""
        return self.catalog.locale


def held(page: Page, on_disk: Held) -> Edition:
    """Return a page with its catalog as it is on the disk."""
    return Edition(page, on_disk, on_disk.catalog, on_disk.catalog.by_key())


def merged(library: Library, locale: str, name: str, page: Page) -> Edition:
    """Return a page with its catalog as an update makes it. Raises CatalogError where one cannot be read."""
    on_disk = library.held(locale, name)
    old = on_disk.catalog
    if on_disk.data is None:
        old = library.predecessor(locale, name, page.segments) or old
    translated = {unit.key for unit in old.units if unit.target and not is_behind(unit)}
    # The other catalogs are read only when this one leaves a text without an answer.
    answered = all(each.key in translated for each in page.segments)
    catalog = merge(old, page.segments, notes, NO_MEMORY if answered else library.memory(locale))
    return Edition(page, on_disk, catalog, catalog.by_key())


def source_page(site: Site, name: str) -> Page:
    """Return a page by its name. Raises PageError where it cannot be read."""
    path = site.source_path(name)
    return segment(path, outputs.read(site.root, path) or b"", site.rules_for(name))


def updated(site: Site, on_disk: Held, catalog: Catalog) -> Output:
    """Return the file of a catalog that takes the place of the one on the disk, or is the same."""
    form = Form(site.source_path(catalog.page), site.project)
    same = on_disk.data if (on_disk.catalog, on_disk.form) == (catalog, form) else None
    return Output(
        path=site.catalog_path(catalog.locale, catalog.page),
        content=same or render(catalog, reference=form.reference, project=form.project),
        before=on_disk.data,
        stage="update",
        locale=catalog.locale,
        page=catalog.page,
        changes=changes(on_disk.catalog, catalog),
    )


def coverage(edition: Edition) -> Coverage:
    """Return how far an edition is, in words."""
    outside = sum(tally.words(each.text) for each in edition.page.untranslatable)
    return tally.coverage(edition.name, edition.locale, edition.page.segments, edition.units, outside)


def subject(site: Site, edition: Edition) -> Subject:
    """Return what the findings of an edition are about."""
    catalog = site.catalog_path(edition.locale, edition.name)
    return Subject(edition.page.path, edition.name, catalog, edition.locale)


def lines(site: Site, edition: Edition) -> Mapping[Key, int]:
    """Return the lines of the units in the catalog on the disk, which the stage may have written since it read it."""
    path = site.catalog_path(edition.locale, edition.name)
    data = outputs.read(site.root, path)
    catalog = edition.held.catalog
    if data is not None and data != edition.held.data:
        catalog = read(data, path=path, locale=edition.locale, page=edition.name)
    return {unit.key: unit.line for unit in catalog.active()}
