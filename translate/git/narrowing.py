"""Which findings concern an author: those about what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from translate import outputs
from translate.git.changed import Changed
from translate.model import Finding
from translate.site import Site


def narrowed(site: Site, changed: Changed) -> Callable[[Finding], bool]:
    """Return what tells whether a finding is about what changed.

    One that has a line is, when the text there changed: the lines of the page, or the entry of the catalog. One about
    a whole file is, when the file, its page or its catalog changed; a page that is gone had files, too.
    """
    concerned = changed.files | _made_from(site, changed)

    @cache
    def lines(path: str) -> list[bytes]:
        return (outputs.read(site.root, path) or b"").split(b"\n")

    def concerns(finding: Finding) -> bool:
        catalog = site.catalog_path(finding.locale, finding.page) if finding.locale and finding.page else ""
        if not finding.line:
            return finding.path in concerned or catalog in changed.files
        if finding.path == catalog and catalog in changed.lines:
            entry = _entry(lines(catalog), finding.line)
            return changed.touches(catalog, entry[0], entry[-1])
        return changed.touches(finding.path, finding.line, finding.end_line or finding.line)

    return concerns


def _made_from(site: Site, changed: Changed) -> frozenset[str]:
    """Return the catalogs and built pages of the pages that changed."""
    folder = "" if site.source == "." else f"{site.source}/"
    pages = [path.removeprefix(folder) for path in changed.files if path.startswith(folder)]
    return frozenset(
        path
        for page in pages
        for locale in site.locales
        for path in (site.catalog_path(locale, page), site.output_path(locale, page))
    )


def _entry(lines: list[bytes], line: int) -> range:
    """Return the lines of a catalog's entry, from 1: those around a line that are not blank."""
    first = last = line
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return range(first, last + 1)
