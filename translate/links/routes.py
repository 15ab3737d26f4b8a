"""What a link leads to, and where it leads on a page in another language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, cached_property
from urllib.parse import unquote

from translate import outputs
from translate.discovery import Scope, unlisted
from translate.errors import PageError
from translate.links.addresses import MARKDOWN, Addresses, Place, external, key, without_ending
from translate.links.files import Files
from translate.markdown import frontmatter
from translate.markdown.links import Link
from translate.site import Site
from translate.suggestions import closest

_PARTS = re.compile(r"(?P<path>[^?#]*)(?:\?[^#]*)?(?:#(?P<fragment>.*))?", re.DOTALL)
ALIKE = 0.8
"""How much two addresses, or two ids, have in common of which one may have been meant, 0 to 1."""


class Fate(Enum):
    """What a link leads to that is not a page of the site."""

    NOWHERE = "nowhere"
    """It leads to nothing of the site."""
    ELSEWHERE = "elsewhere"
    """It leads out of the site, to a file, or to what cannot be judged."""


def fragment(target: str) -> str:
    """Return the id that a link names on its page, or ""."""
    found = _PARTS.match(target)
    return unquote(found["fragment"] or "") if found else ""


class Routes:
    """The pages of a site and the links that lead to them; where the settings name no routes, only files are known."""

    def __init__(self, site: Site, scope: Scope, published: Callable[[str, str], bool]) -> None:
        """Take the pages of a site; `published` tells whether one of them (locale, name) is built for a locale."""
        self.site = site
        self.addresses = Addresses(site)
        self.published = published
        self.pages = dict.fromkeys(scope.every)
        self._others = {Place(*each) for each in (unlisted(site, scope) if self.addresses.known else ())}
        self._files = {site.source_path(page): page for page in self.pages}
        self._files |= {site.source_path(each.page): each.page for each in self._others if MARKDOWN.search(each.page)}
        self.files = Files(site, self.pages)
        self._nearest = cache(self._like)
        self._exists = cache(lambda path: (site.root / path).exists())
        self._places: dict[str, Place] = {}
        self._front_matter: dict[str, Mapping[str, object]] = {}
        """By page, its front matter, where it has been read already."""
        self._besides: set[str] = set()
        """Keys of addresses that a generator may serve as well: home pages, and source pages below their own locale."""
        if self.addresses.known:
            self._register()

    def know(self, page: str, front_matter: Mapping[str, object]) -> None:
        """Record the front matter of a page, so that it is not read again."""
        self._front_matter[page] = front_matter

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
            return self._absolute(path) if self.addresses.known else Fate.ELSEWHERE
        return self._relative(path, at)

    def written(self, link: Link, place: Place) -> str:
        """Return what a link is on a built page: what leads on from there, or to the file that it leads to today."""
        if self.site.links.relative == "rebase" and (rebased := self.files.rebased(link, place)) != link.target:
            return rebased
        return self.lead(link, place.locale)

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
        """Tell whether any link can be another in a locale."""
        links = self.site.links
        return links.localize or links.relative == "rebase" or locale in links.external

    def suggestion(self, target: str) -> str:
        """Return the address or path of the page which somebody may have meant; "" when none is much like it."""
        return self._nearest(target.partition("#")[0])

    @cached_property
    def _shown(self) -> list[str]:
        return [self.addresses.of(Place(page)) for page in self.pages]

    def _like(self, path: str) -> str:
        known = self._shown if path.startswith("/") else self.pages
        return closest(path, known, alike=ALIKE)

    def _localized(self, target: str, locale: str) -> str:
        head = self.addresses.heads[""]
        if target.startswith("/") and target.startswith(head):
            place = self.resolve(target, Place(""))
            if isinstance(place, Place) and not place.locale and self._is_there(Place(place.page, locale)):
                return self.addresses.heads[locale] + target.removeprefix(head)
        return target

    def _register(self) -> None:
        """Record every way to write an address; of two pages with one address, the first is meant."""
        translated = (Place(page, locale) for locale in self.addresses.heads for page in self.pages)
        for place in (*translated, *sorted(self._others)):
            for way in self.addresses.ways(place):
                self._places.setdefault(way, place)
        self._besides = {way for page in self.pages for way in self.addresses.besides(page)}
        self._besides.update(self.addresses.homes())

    @cached_property
    def _named(self) -> Mapping[str, Place]:
        """The addresses that pages give themselves; read when a link leads nowhere without them."""
        found: dict[str, Place] = {}
        for page in self.pages:
            values = self._front_matter[page] if page in self._front_matter else _front_matter(self.site, page)
            for locale in self.addresses.heads if values else ():
                for way in self.addresses.named(Place(page, locale), values):
                    found.setdefault(way, Place(page, locale))
        return found

    def _absolute(self, path: str) -> Place | Fate:
        way = key(path)
        place = self._places.get(way)
        if place is not None and self._is_there(place):
            return place
        if way in self._besides or any(self._exists(f"{folder}{unquote(path)}") for folder in self.site.links.static):
            return Fate.ELSEWHERE
        if not (self._sure(path) and path.startswith(tuple(self.addresses.heads.values()))):
            return Fate.ELSEWHERE
        named = self._named.get(way)
        return named if named is not None and self._is_there(named) else Fate.NOWHERE

    def _relative(self, path: str, at: Place) -> Place | Fate:
        """Follow a link by the files of the pages, then by their addresses."""
        by_file = self._file(path, at)
        if isinstance(by_file, Place) or not self.addresses.known:
            return by_file
        address = self.addresses.of(at)
        for base in (posixpath.dirname(address), address):
            joined = posixpath.normpath(posixpath.join(base, path))
            if (found := self._absolute(joined)) is not Fate.NOWHERE:
                return found
        # A relative link may climb out of the pages, to what lies beside them on the server.
        outside = posixpath.normpath(posixpath.join(posixpath.dirname(at.page), path)).startswith("..")
        sure = self._sure(path) and by_file is not Fate.ELSEWHERE and (not outside or MARKDOWN.search(path))
        return Fate.NOWHERE if sure else Fate.ELSEWHERE

    def _file(self, path: str, at: Place) -> Place | Fate:
        folder = posixpath.dirname(self.site.source_path(at.page))
        for spelling in dict.fromkeys((unquote(path), path)):
            file = posixpath.normpath(posixpath.join(folder, spelling))
            if file in self._files:
                place = Place(self._files[file], at.locale)
                return place if self._is_there(place) else Fate.NOWHERE
            if file.startswith("../") or self._exists(file):
                return Fate.ELSEWHERE
        return Fate.NOWHERE if MARKDOWN.search(path) or self.addresses.known else Fate.ELSEWHERE

    def _is_there(self, place: Place) -> bool:
        if not place.locale or place in self._others:
            return True
        return place.page in self.pages and self.published(place.locale, place.page)

    def _sure(self, path: str) -> bool:
        """Tell whether a path is a page's, or the settings say where files are."""
        return bool(self.site.links.static) or "." not in without_ending(posixpath.basename(path))


def _front_matter(site: Site, page: str) -> Mapping[str, object]:
    """Return what the front matter of a page says; nothing where it cannot be read, which others tell."""
    path = site.source_path(page)
    try:
        block = frontmatter.find(outputs.read(site.root, path) or b"", path)
    except (PageError, UnicodeDecodeError):
        return {}
    return block.values if block else {}
