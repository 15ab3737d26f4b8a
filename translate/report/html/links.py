"""Places in the site's files, as people find them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from translate.errors import UsageError
from translate.report.html.markup import Attribute, Markup, element, joined
from translate.site import Site


@dataclass(frozen=True, slots=True)
class Links:
    """Where the files of a site can be read; with `base`, places can be clicked on."""

    site: Site
    base: str = ""
    """The address of the site's folder, as in `https://github.com/me/site/blob/main`."""

    def place(self, path: str, line: int = 0) -> Markup:
        """Return a place: the folder, the file, the line."""
        folder, slash, name = path.rpartition("/")
        shown = (
            element("span", _breakable(folder + slash), class_="folder") if folder else None,
            name,
            element("span", f":{line}", class_="line") if line else None,
        )
        return self._linked(path, line, *shown, class_="path", translate="no")

    def line(self, path: str, line: int) -> Markup | None:
        """Return a line of a file that is named already; nothing where the line is not known."""
        return self._linked(path, line, f"line {line}") if line else None

    def source(self, page: str) -> Markup:
        """Return the place of a source page."""
        return self.place(self.site.source_path(page))

    def catalog(self, locale: str, page: str) -> Markup:
        """Return the place of a catalog."""
        return self.place(self.site.catalog_path(locale, page))

    def _linked(self, path: str, line: int, *shown: str | None, **attributes: Attribute) -> Markup:
        if not self.base:
            return element("span", *shown, **attributes)
        fragment = f"#L{line}" if line else ""
        address = f"{self.base.rstrip('/')}/{quote(path, errors='replace')}{fragment}"
        return element("a", *shown, **attributes, href=address)


def checked(base: str) -> str:
    """Return an address that links may begin with. Raises UsageError for anything but the web."""
    if base and not re.match(r"https?://[^/\s]", base):
        raise UsageError(
            f'"{base}" is no web address', hint="for example --link-base https://github.com/me/site/blob/main"
        )
    return base


def _breakable(folder: str) -> Markup:
    """Let a path be broken after each slash."""
    return joined(joined((f"{each}/", element("wbr"))) for each in folder.rstrip("/").split("/"))
