"""Relative paths to files that are no pages: a built page lies elsewhere than its source, and they may lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from functools import cache
from urllib.parse import unquote

from translate.links.addresses import MARKDOWN, Place, external
from translate.markdown.links import Link
from translate.site import Site

_PATH = re.compile(r"[^?#]*")
_PLAIN = re.compile(r"[\w./@+ -]+")
"""What a path in code or in front matter can hold without a change of its quotes."""


class Files:
    """The files around the pages of a site."""

    def __init__(self, site: Site, pages: Collection[str]) -> None:
        self._site = site
        self._pages = {site.source_path(page) for page in pages}
        self._is_file: Callable[[str], bool] = cache(lambda path: (site.root / path).is_file())

    def rebased(self, link: Link, place: Place) -> str:
        """Return what a link has to be on a built page to lead to the file that it leads to from the source page.

        Pages and assets lie beside the built page as they lie beside its source; links to them, and all that are no
        paths of files, stay.
        """
        file = self._left_behind(link, place.page)
        built = self._site.output_path(place.locale, place.page)
        if not file or _beside(built, link) == file:
            return link.target
        # Both from the root of the disk: pages may be built above the site's folder, which has a name there.
        root = self._site.root.as_posix()
        there = posixpath.relpath(posixpath.join(root, file), posixpath.join(root, posixpath.dirname(built)))
        there = there if there.startswith("../") else f"./{there}"
        if link.kind in {"module", "value"} and not _PLAIN.fullmatch(there):
            return link.target
        return there + link.target[len(_path(link.target)) :]

    def is_lost(self, link: Link, place: Place) -> bool:
        """Tell whether a link leads to a file from the source page, and to none from the built page.

        Of a page that is not built nobody knows what will lie beside it.
        """
        built = self._site.output_path(place.locale, place.page)
        if not self._left_behind(link, place.page) or not self._is_file(built):
            return False
        return not self._there(_beside(built, link), link)

    def _left_behind(self, link: Link, page: str) -> str:
        """Return the file that a link of the source page leads to, unless built pages have one like it beside them."""
        path = _path(link.target)
        bare = link.loose and not path.startswith(("./", "../"))
        if link.kind == "visible" or bare or (link.kind == "link" and MARKDOWN.search(path)):
            return ""
        if not path or path.startswith("/") or external(path):  # no relative path (RFC 3986 §4.2)
            return ""
        file = _beside(self._site.source_path(page), link)
        inside = posixpath.relpath(file, self._site.source)
        if file in self._pages or self._site.assets.fullmatch(inside) or not self._there(file, link):
            return ""
        return file

    def _there(self, file: str, link: Link) -> bool:
        """Tell whether there is a file; code may leave its extension out, or mean the index of a folder."""
        if link.kind != "module" or self._is_file(file):
            return self._is_file(file)
        path = self._site.root / file
        return path.is_dir() or any(path.parent.glob(f"{path.name}.*"))


def _beside(page: str, link: Link) -> str:
    """Return the file that a link leads to from a page at this path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(_path(link.target))))


def _path(target: str) -> str:
    found = _PATH.match(target)
    return found[0] if found else ""
