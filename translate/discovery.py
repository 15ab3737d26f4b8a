"""Which files a site has: its pages, its catalogs, its built pages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from translate.config import fault
from translate.errors import PageError, UsageError
from translate.globs import NOTHING, is_glob, matcher
from translate.site import Site, names_in
from translate.suggestions import alternatives, nearest


class Scope(NamedTuple):
    """What a run is about: some pages of the site or all of them, and some locales."""

    pages: tuple[str, ...]
    locales: tuple[str, ...]
    every: tuple[str, ...]
    """All pages of the site: a file that belongs to none of them has no page."""

    @property
    def whole(self) -> bool:
        """Tell whether the run is about all pages."""
        return self.pages == self.every


def scope(site: Site, wanted: Iterable[str] = (), locales: Iterable[str] = (), *, cwd: Path | None = None) -> Scope:
    """Return the pages and locales that a person asked for; all where they asked for none.

    A page is named by its path inside the source folder, by its path from `cwd`, by a folder or by a glob; or by its
    catalog or a built page of it, from `cwd` or from the site's root. Raises UsageError for a name that no page has and
    for a locale that is not the site's.
    """
    everything = pages(site)
    unknown = [locale for locale in locales if locale not in site.locales]
    if unknown:
        raise UsageError(f'"{unknown[0]}" is no locale of this site', hint=alternatives(unknown[0], site.locales))
    made = cache(lambda: _makings(site, everything))
    named = [_matching(site, everything, made, name, cwd or site.root) for name in wanted]
    chosen = {page for found in named for page in found}
    return Scope(
        pages=tuple(page for page in everything if page in chosen) if named else everything,
        locales=tuple(locale for locale in site.locales if locale in set(locales)) or site.locales,
        every=everything,
    )


def pages(site: Site) -> tuple[str, ...]:
    """Return the pages, sorted, by their paths inside the source folder.

    A file that `output` could have written is no source page, so the built pages may stand among the sources.
    Folders that begin with a dot and `node_modules` are not looked into. Raises ConfigError when there are no pages,
    and when two of them would share a catalog or a built page; PageError for a name that is not UTF-8.
    """
    built = [names_in(site.output, locale) for locale in site.locales]
    found = tuple(
        page
        for page in sorted(files_below(site.root / site.source))
        if site.pages.fullmatch(page)
        and not site.exclude.fullmatch(page)
        and not _is_any(site.source_path(page), built)
    )
    if not found:
        hint = '"pages" and "exclude" are globs inside the source folder, for example: pages = ["**/*.md"]'
        raise fault(site, "pages", f"no page matches in {site.source}/", hint)
    _refuse_unprintable(site, found)
    _refuse_shared(site, found, "catalogs", site.catalog_path)
    _refuse_shared(site, found, "output", site.output_path)
    return found


def assets(site: Site) -> Iterator[str]:
    """Yield, sorted, the files beside the pages that the site wants copied, by their paths inside the source folder."""
    if site.assets == NOTHING:
        return
    built = [names_in(site.output, locale) for locale in site.locales]
    for name in sorted(files_below(site.root / site.source)):
        is_page = site.pages.fullmatch(name) and not site.exclude.fullmatch(name)
        path = site.source_path(name)
        if site.assets.fullmatch(name) and not is_page and not _is_any(path, built) and (site.root / path).is_file():
            yield name


def unlisted(site: Site, scope: Scope) -> Iterator[tuple[str, str]]:
    """Yield page and locale ("" for the source) of what is not translated, and has an address all the same.

    These are excluded pages, pages that somebody wrote in a locale itself, and files that `links.also` names.
    """
    known = set(scope.every)
    built = [names_in(site.output, locale) for locale in site.locales]
    for page in files_below(site.root / site.source):
        path = site.source_path(page)
        if site.pages.fullmatch(page) and page not in known and not _is_any(path, built):
            yield page, ""
    for locale in site.locales:
        yield from ((page, locale) for _, page in _made_from(site, site.output, locale) if page not in known)
    for template in site.links.also:
        pattern = names_in(template, site.source_locale)
        fixed = template.partition("{page}")[0].rpartition("/")[0]
        if (site.root / template.replace("{page}/", "")).is_file():
            yield "index", ""
        for inside in files_below(site.root / fixed):
            if found := pattern.fullmatch(f"{fixed}/{inside}" if fixed else inside):
                yield found["page"], ""


def catalogs(site: Site, locale: str) -> Iterator[str]:
    """Yield the paths of the locale's catalogs, sorted, those that have no page any more among them."""
    yield from (path for path, _ in _made_from(site, site.catalogs, locale))


def orphan_catalogs(site: Site, scope: Scope, locale: str) -> Iterator[str]:
    """Yield, sorted, the paths of the locale's catalogs that no page of the site has."""
    wanted = {site.catalog_path(locale, page) for page in scope.every}
    yield from (path for path in catalogs(site, locale) if path not in wanted)


def orphan_pages(site: Site, scope: Scope, locale: str) -> Iterator[tuple[str, str]]:
    """Yield, sorted, the paths of built pages, or what looks like them, that no page of the site is built to.

    With each comes the page that it would be built from.
    """
    wanted = {site.output_path(locale, page) for page in scope.every}
    for path, page in _made_from(site, site.output, locale):
        # Where "output" says nothing of the extension, the page's own tells pages from other files.
        named = "{path}" not in site.output or site.pages.fullmatch(page)
        # A name that "exclude" takes out is somebody's own page, written in the locale.
        if path not in wanted and named and not site.exclude.fullmatch(page):
            yield path, page


def is_built(site: Site, scope: Scope, locale: str) -> bool:
    """Tell whether any page of the site was ever built for a locale."""
    return any((site.root / site.output_path(locale, page)).exists() for page in scope.every)


def _is_any(path: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(path) for pattern in patterns)


def _made_from(site: Site, template: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield the files that a template could have named, each with the page that it then stands for.

    `{page}` leaves the page's extension open: it is taken to be the file's.
    """
    pattern = names_in(template, locale)
    fixed = re.split(r"\{pa(?:ge|th)\}", template.replace("{locale}", locale))[0].rpartition("/")[0]
    for inside in sorted(files_below(site.root / fixed)):
        path = f"{fixed}/{inside}" if fixed else inside
        if found := pattern.fullmatch(path):
            named = found.groupdict()
            yield path, named.get("path") or f"{named['page']}{PurePosixPath(path).suffix}"


def files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of the files in a folder, inside it, without hidden ones and `node_modules`."""
    start = str(folder)
    for parent, folders, names in os.walk(start):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        inside = os.path.relpath(parent, start).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        yield from (f"{prefix}{name}" for name in names if not name.startswith("."))


def _refuse_unprintable(site: Site, found: Iterable[str]) -> None:
    for page in found:
        # Python keeps the bytes of a name that is not UTF-8 as lone surrogates, which no catalog could hold.
        if not page.isascii() and page.encode("utf-8", "replace") != page.encode("utf-8", "surrogatepass"):
            raise PageError("has a name that is not UTF-8", path=site.source_path(page), hint="rename it")


def _refuse_shared(site: Site, found: Iterable[str], key: str, path: Callable[[str, str], str]) -> None:
    owners: dict[str, str] = {}
    for page in found:
        owner = owners.setdefault(path(site.locales[0], page), page)
        if owner != page:
            message = f'{owner} and {page} would share one file by "{key}"'
            raise fault(site, key, message, f'use {{path}}, which keeps the extension, in "{key}"')


def _makings(site: Site, everything: tuple[str, ...]) -> Mapping[str, str]:
    """Return the page of every catalog and built page that the site has or could have."""
    paths = (site.catalog_path, site.output_path)
    return {path(locale, page): page for page in everything for locale in site.locales for path in paths}


def _matching(
    site: Site, everything: tuple[str, ...], made: Callable[[], Mapping[str, str]], name: str, cwd: Path
) -> list[str]:
    spelled = name.replace(os.sep, "/").removeprefix("./")
    absolute = PurePosixPath(os.path.normpath(cwd / name))
    source = PurePosixPath(os.path.normpath(site.root / site.source))
    names = {spelled.rstrip("/")}
    if absolute.is_relative_to(source):
        names.add(str(absolute.relative_to(source)))
    globs = [each if is_glob(each) else f"{each}/" for each in names if each != "."]
    pattern = matcher([*globs, *(["**"] if "." in names else [])])
    if found := [page for page in everything if page in names or pattern.fullmatch(page)]:
        return found
    # A source page, a folder and a glob go first: what they mean must not depend on where built pages lie.
    here = os.path.relpath(absolute, site.root).replace(os.sep, "/")
    if page := made().get(here) or made().get(spelled):
        return [page]
    hint = nearest(spelled, everything) or nearest(spelled, made()) or '"translate status" lists the pages'
    raise UsageError(f'no page matches "{name}"', hint=hint)
