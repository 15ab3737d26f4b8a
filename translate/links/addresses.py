"""Which address a page has, in the site's language and in others, and all the ways to write it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from translate.site import Links, Site

_NAME = re.compile(r"\{(?:page|path)\}")
_SUFFIX = re.compile(r"\.(?:html?|mdx?|markdown|svx)\Z")
_EXTERNAL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|[@~$])")
"""Another site, or a name that only the site's bundler knows: `@site/img/a.png`, `~/a.png`, `$lib/a.png`."""
MARKDOWN = re.compile(r"\.(?:mdx?|markdown|svx)\Z")
"""How the names of pages end."""
_INDEX = re.compile(r"(?:^|(?<=/))(?:index|_index|README|\+page)\Z")
"""Pages that are their folder: of most generators, of Hugo, of mdBook, of SvelteKit."""
_GROUP = re.compile(r"(?:^|(?<=/))\([^()/]*\)(?:/|\Z)")
"""Folders of SvelteKit and Next.js that are no part of an address."""


def external(target: str) -> bool:
    """Tell whether a link leads out of the site."""
    return _EXTERNAL.match(target) is not None


class Place(NamedTuple):
    """A page of the site in a locale; the source page where that is ""."""

    page: str
    locale: str = ""


class Addresses:
    """The addresses of pages by the settings of a site."""

    def __init__(self, site: Site) -> None:
        links = site.links
        self.known = bool(links.routes)
        """Whether the settings say anything."""
        self._templates = {"": links.routes.replace("{locale}", site.source_locale)}
        self._templates |= {locale: _template(links, locale) for locale in site.locales}
        self._besides = _template(links, site.source_locale)
        self.heads = {locale: _NAME.split(template)[0] for locale, template in self._templates.items()}
        """What stands before the name of a page, by locale."""
        self._base = links.base_url.rstrip("/")

    def of(self, place: Place) -> str:
        """Return the address of a page, from the site's root, in the form of the settings."""
        template = self._templates[place.locale]
        head, tail = _NAME.split(template, maxsplit=1)
        stem = _SUFFIX.sub("", place.page)
        name = place.page if "{path}" in template else stem
        if _INDEX.search(stem):
            name, tail = _INDEX.sub("", stem).rstrip("/"), "/" if tail.startswith((".", "/")) else ""
        if name:
            return head + quote(name + tail)
        return head if tail or head == "/" else head.rstrip("/")

    def url(self, place: Place) -> str:
        """Return the whole address of a page, where the settings say what it begins with."""
        address = self.of(place)
        return self._base + address if address.startswith("/") else address

    def ways(self, place: Place) -> Iterator[str]:
        """Yield the keys of a page's address; the page of a folder (`guide/index`) also has the longer one."""
        return _ways(self._templates[place.locale], place.page)

    def besides(self, page: str) -> Iterator[str]:
        """Yield the keys of a source page below its own locale, where some generators serve it as well."""
        return _ways(self._besides, page)

    def homes(self) -> Iterator[str]:
        """Yield the keys of the home pages of the site and of each language: they exist even without Markdown."""
        return (key(_NAME.split(template)[0]) for template in (self._besides, *self._templates.values()))

    def named(self, place: Place, values: Mapping[str, object]) -> Iterator[str]:
        """Yield the keys of the addresses that a page gives itself, in every way that generators read them."""
        head = self.heads[place.locale]
        for name in _given(values):
            for way in (name, head + name.lstrip("/"), posixpath.join(posixpath.dirname(self.of(place)), name)):
                yield key(way)


def key(address: str) -> str:
    """Return the form that all spellings of a page's address share: without ending, index or slash at its end."""
    path = without_ending(unquote(address).rstrip("/"))
    return path.removesuffix("/index").rstrip("/") or "/"


def without_ending(path: str) -> str:
    """Return a path without the ending that pages have."""
    return _SUFFIX.sub("", path)


def _template(links: Links, locale: str) -> str:
    usual = links.routes if "{locale}" in links.routes else "/{locale}" + links.routes
    return (links.localized_routes or usual).replace("{locale}", locale)


def _ways(template: str, page: str) -> Iterator[str]:
    name = _GROUP.sub("", without_ending(page))
    head, tail = _NAME.split(template, maxsplit=1)
    for each in (_INDEX.sub("", name), name) if _INDEX.search(name) else (name,):
        yield key(head + each + tail)


def _given(values: Mapping[str, object]) -> Iterator[str]:
    """Yield the addresses in a front matter: of Docusaurus and Hugo, of Jekyll, and older ones that still work."""
    for name in ("slug", "permalink", "url", "aliases", "redirect_from"):
        given = values.get(name)
        yield from (each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str) and each)
