"""Which address a page has, and what an address leads to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache, cached_property
from urllib.parse import quote, unquote

from translate.markdown.links import Link
from translate.site import Site

_EXTERNAL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_PARTS = re.compile(r"(?P<path>[^?#]*)(?:\?[^#]*)?(?:#(?P<fragment>.*))?", re.DOTALL)
_NAME = re.compile(r"\{(?:page|path)\}")
_SUFFIX = re.compile(r"\.(?:html?|mdx?|markdown|svx)\Z")
_MARKDOWN = re.compile(r"\.(?:mdx?|markdown|svx)\Z")
_INDEX = re.compile(r"(?:^|(?<=/))(?:index|_index|README|\+page)\Z")
"""Pages that are their folder: of most generators, of Hugo, of mdBook, of SvelteKit."""
_GROUP = re.compile(r"(?:^|(?<=/))\([^()/]*\)(?:/|\Z)")
"""Folders of SvelteKit and Next.js that are no part of an address."""


_ALIKE = 0.8


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A page of the site in a locale; the source page where that is ""."""

    page: str
    locale: str = ""


class Fate(Enum):
    """What else becomes of a link."""

    NOWHERE = "nowhere"
    """It leads to nothing of the site."""
    ELSEWHERE = "elsewhere"
    """It leads out of the site, to a file, or to what cannot be judged."""


def fragment(target: str) -> str:
    """Return the id that a link names on its page, or ""."""
    found = _PARTS.match(target)
    return unquote(found["fragment"] or "") if found else ""


def external(target: str) -> bool:
    """Tell whether a link leads out of the site."""
    return _EXTERNAL.match(target) is not None


class Routes:
    """The addresses of a site's pages, by the settings; where these say nothing, only files are known."""

    def __init__(
        self,
        site: Site,
        pages: Collection[str],
        others: Iterable[tuple[str, str]] = (),
        *,
        published: Callable[[str, str], bool],
        exists: Callable[[str], bool],
        values: Callable[[str], Mapping[str, object]],
    ) -> None:
        """Know the pages that are translated, and others by page and locale.

        `published` says whether a page of `pages` is built for a locale, `exists` whether there is a file, by its
        path from the root, and `values` what the front matter of a page of `pages` says.
        """
        self.site = site
        self.published = published
        self.exists = cache(exists)
        self.values = values
        self.others = {Place(*each) for each in others}
        self.pages = dict.fromkeys(pages)
        self.files = {site.source_path(page): page for page in pages}
        self.files |= {site.source_path(each.page): each.page for each in self.others if _MARKDOWN.search(each.page)}
        self.templates = {"": _source_route(site)} | {locale: _route(site, locale) for locale in site.locales}
        self.heads = {locale: _NAME.split(template)[0] for locale, template in self.templates.items()}
        self.routed = bool(site.links.routes)
        self.places: dict[str, Place] = {}
        self.besides: set[str] = set()
        """Addresses that there may be besides: home pages, and source pages with their locale."""
        if self.routed:
            self._register()

    def address(self, place: Place) -> str:
        """Return the address of a page, from the site's root, in the form of the settings."""
        template = self.templates[place.locale]
        head, tail = _NAME.split(template, maxsplit=1)
        name = place.page if "{path}" in template else _SUFFIX.sub("", place.page)
        stem = _SUFFIX.sub("", name)
        if _INDEX.search(stem):
            name, tail = _INDEX.sub("", stem).rstrip("/"), "/" if tail.startswith((".", "/")) else ""
        path = quote(f"{name}{tail}" if name else "")
        return (head + path) if path or head.endswith("//") or len(head) < 2 or tail == "/" else head.rstrip("/")

    def url(self, place: Place) -> str:
        """Return the whole address of a page, where the settings say what it begins with."""
        address = self.address(place)
        return self.site.links.base_url.rstrip("/") + address if address.startswith("/") else address

    def resolve(self, target: str, at: Place) -> Place | Fate:
        """Return where a link leads that stands on the page `at`.

        A link by a file leads to that page in the locale of `at`. What neither the settings nor the files make sure
        leads ELSEWHERE.
        """
        found = _PARTS.match(target)
        path = found["path"] if found else ""
        ignored = self.site.links.ignore
        if external(target) or ignored.fullmatch(target) or ignored.fullmatch(path):
            return Fate.ELSEWHERE
        if not path:
            return at
        if path.startswith("/"):
            return self._absolute(path) if self.routed else Fate.ELSEWHERE
        return self._relative(path, at)

    def lead(self, link: Link, locale: str) -> str:
        """Return where a link leads on the page in a locale: to the same address, or to its like in the language."""
        links, target = self.site.links, link.target
        if link.kind == "link" and not link.kept and not links.keep.fullmatch(target.partition("#")[0]):
            if (elsewhere := links.external.get(locale, {}).get(target)) is not None:
                return elsewhere
            if links.localize:
                return self._localized(target, locale)
        return target

    def leads_on(self, locale: str) -> bool:
        """Tell whether any link can lead elsewhere in a locale."""
        return self.site.links.localize or locale in self.site.links.external

    def suggestion(self, target: str) -> str:
        """Return the address or path of the page which somebody may have meant; "" when none is much like it."""
        path = target.partition("#")[0]
        known = [self.address(Place(page)) for page in self.pages] if path.startswith("/") else self.pages
        return next(iter(get_close_matches(path, known, n=1, cutoff=_ALIKE)), "")

    def _localized(self, target: str, locale: str) -> str:
        head = self.heads[""]
        if self.routed and target.startswith("/") and target.startswith(head):
            place = self.resolve(target, Place(""))
            if isinstance(place, Place) and not place.locale and self._is_there(Place(place.page, locale)):
                return self.heads[locale] + target.removeprefix(head)
        return target

    def _register(self) -> None:
        """Take down every way to write an address; of two pages with one address, the first is meant."""
        translated = (Place(page, locale) for locale in self.templates for page in self.pages)
        for place in (*translated, *sorted(self.others)):
            for key in _keys(self.templates[place.locale], place.page):
                self.places.setdefault(key, place)
        named = _route(self.site, self.site.source_locale)
        self.besides = {key for page in self.pages for key in _keys(named, page)}
        self.besides.update(_key(_NAME.split(template)[0]) for template in (named, *self.templates.values()))

    @cached_property
    def _aliases(self) -> Mapping[str, Place]:
        """The addresses that pages give themselves, in every way that generators read them."""
        found: dict[str, Place] = {}
        for place in (Place(page, locale) for locale in self.templates for page in self.pages):
            head, address = self.heads[place.locale], self.address(place)
            for name in _named(self.values(place.page)):
                for way in (name, head + name.lstrip("/"), posixpath.join(posixpath.dirname(address), name)):
                    found.setdefault(_key(way), place)
        return found

    def _absolute(self, path: str) -> Place | Fate:
        key = _key(path)
        place = self.places.get(key)
        if place is not None and self._is_there(place):
            return place
        if key in self.besides or any(self.exists(f"{folder}{unquote(path)}") for folder in self.site.links.static):
            return Fate.ELSEWHERE
        judged = self._sure(path) and path.startswith(tuple(self.heads.values()))
        alias = self._aliases.get(key) if judged else None
        if alias is not None and self._is_there(alias):
            return alias
        return Fate.NOWHERE if judged else Fate.ELSEWHERE

    def _relative(self, path: str, at: Place) -> Place | Fate:
        """Follow a link by the files of the pages, then by their addresses."""
        by_file = self._file(path, at)
        if isinstance(by_file, Place) or not self.routed:
            return by_file
        address = self.address(at)
        for base in (posixpath.dirname(address), address):
            joined = posixpath.normpath(posixpath.join(base, path))
            if (found := self._absolute(joined)) is not Fate.NOWHERE:
                return found
        # A relative link may climb out of the pages, to what lies beside them on the server.
        outside = posixpath.normpath(posixpath.join(posixpath.dirname(at.page), path)).startswith("..")
        sure = self._sure(path) and by_file is not Fate.ELSEWHERE and (not outside or _MARKDOWN.search(path))
        return Fate.NOWHERE if sure else Fate.ELSEWHERE

    def _file(self, path: str, at: Place) -> Place | Fate:
        folder = posixpath.dirname(self.site.source_path(at.page))
        for spelling in dict.fromkeys((unquote(path), path)):
            file = posixpath.normpath(posixpath.join(folder, spelling))
            if file in self.files:
                place = Place(self.files[file], at.locale)
                return place if self._is_there(place) else Fate.NOWHERE
            if file.startswith("../") or self.exists(file):
                return Fate.ELSEWHERE
        return Fate.NOWHERE if _MARKDOWN.search(path) or self.routed else Fate.ELSEWHERE

    def _is_there(self, place: Place) -> bool:
        if not place.locale:
            return True
        return place in self.others or (place.page in self.pages and self.published(place.locale, place.page))

    def _sure(self, path: str) -> bool:
        """Tell whether a path is a page's, or the settings say where files are."""
        name = _SUFFIX.sub("", posixpath.basename(path))
        return bool(self.site.links.static) or "." not in name


def _named(values: Mapping[str, object]) -> Iterator[str]:
    """Yield the addresses in a front matter: of Docusaurus and Hugo, of Jekyll, and older ones that still work."""
    for key in ("slug", "permalink", "url", "aliases", "redirect_from"):
        given = values.get(key)
        yield from (each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str) and each)


def _source_route(site: Site) -> str:
    return site.links.routes.replace("{locale}", site.source_locale)


def _route(site: Site, locale: str) -> str:
    links = site.links
    given = links.localized_routes or (links.routes if "{locale}" in links.routes else "/{locale}" + links.routes)
    return given.replace("{locale}", locale)


def _keys(template: str, page: str) -> Iterator[str]:
    name = _GROUP.sub("", _SUFFIX.sub("", page))
    head, tail = _NAME.split(template, maxsplit=1)
    for each in (_INDEX.sub("", name), name) if _INDEX.search(name) else (name,):
        yield _key(head + each + tail)


def _key(path: str) -> str:
    """Return what all ways to write the address of a page have in common."""
    path = _SUFFIX.sub("", unquote(path).rstrip("/"))
    return path.removesuffix("/index").rstrip("/") or "/"
