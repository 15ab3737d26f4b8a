"""A site: its settings, and which file belongs to which page and locale."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from translate.checks.policy import Policy
from translate.globs import NOTHING
from translate.markdown.rules import Rules

Shown = Literal["target", "source"]
_NONE: Mapping[str, Any] = MappingProxyType({})


class Publish(NamedTuple):
    """What a built page shows where a translation is not reviewed."""

    machine: Shown = "target"
    stale: Shown = "source"
    minimum_reviewed: float = 0.0
    """The share of a page's words, 0 to 1, that must be reviewed before the page is written."""


class Links(NamedTuple):
    """Which addresses the pages have, and what becomes of the links between them."""

    routes: str = ""
    """The address of a source page, with `{page}` in it; "" for unknown."""
    localized_routes: str = ""
    """The address of a page in a locale; "" for the source page's behind `/{locale}`."""
    also: tuple[str, ...] = ()
    """Templates of other files that are pages: `src/routes/{page}/+page.svelte`."""
    static: tuple[str, ...] = ()
    """Folders whose files are addresses."""
    ignore: re.Pattern[str] = NOTHING
    """The links that are not checked."""
    relative: Literal["keep", "rebase"] = "keep"
    """Whether relative paths to files are written anew where a built page lies elsewhere than its source."""
    localize: bool = False
    """Whether links to pages lead to the same pages in the locale."""
    keep: re.Pattern[str] = NOTHING
    """The links that lead to the source page all the same."""
    external: Mapping[str, Mapping[str, str]] = _NONE
    """By locale: addresses of other sites, and what they are in its language."""
    base_url: str = ""
    """What stands before an address to make it a whole one."""
    alternates: str = ""
    """Where the addresses of each page in all languages are written; "" for nowhere."""


class Notice(NamedTuple):
    """What built pages say of their translation, to readers and to the site's generator."""

    text: Mapping[str, str] = _NONE
    """By locale: a block for the top of pages that show unreviewed or stale translations."""
    front_matter: Mapping[str, str] = _NONE
    """What the front matter of every built page says besides, by key."""

    def applies(self, locale: str) -> bool:
        """Tell whether the pages of a locale say anything of their translation."""
        return bool(self.front_matter) or locale in self.text


class Override(NamedTuple):
    """Other rules for the pages that match."""

    files: re.Pattern[str]
    changes: Mapping[str, Any]
    """The fields of `Rules` that they give anew; the schema has seen to their types."""


class Site(NamedTuple):
    """The settings of a site; a page is named by its path inside the source folder, with `/`."""

    root: Path
    """The folder of the settings; every other path is relative to it, with `/`."""
    settings: str
    """The name of the file that the settings stand in."""
    project: str
    source_locale: str
    locales: tuple[str, ...]
    source: str
    pages: re.Pattern[str]
    exclude: re.Pattern[str]
    catalogs: str
    output: str
    rules: Rules
    assets: re.Pattern[str] = NOTHING
    """Files in the source folder that are copied to where the built pages are."""
    overrides: tuple[Override, ...] = ()
    publish: Publish = Publish()
    check: Policy = Policy()
    links: Links = Links()
    notice: Notice = Notice()
    engine: str = "auto"
    engines: Mapping[str, Mapping[str, str]] = _NONE
    """Options of the engines, by their names."""
    formality: Mapping[str, Literal["less", "more", "default"]] = _NONE
    glossary: str = "locales/{locale}/glossary.tsv"
    max_characters: int = 0
    """The most that one run may have billed; 0 for no limit of ours."""

    def rules_for(self, page: str) -> Rules:
        """Return how a page is to be read; of two overrides that match, the later one wins."""
        rules = self.rules
        for override in self.overrides:
            if override.files.fullmatch(page):
                rules = rules._replace(**override.changes)
        return rules

    def source_path(self, page: str) -> str:
        """Return where the page itself is."""
        return page if self.source == "." else f"{self.source}/{page}"

    def catalog_path(self, locale: str, page: str) -> str:
        """Return where the page's catalog for a locale is."""
        return _fill(self.catalogs, locale, page)

    def glossary_path(self, locale: str) -> str:
        """Return where the terms of a locale are."""
        return self.glossary.replace("{locale}", locale)

    def output_path(self, locale: str, page: str) -> str:
        """Return where the page goes when it is built for a locale."""
        return _fill(self.output, locale, page)


def names_in(template: str, locale: str) -> re.Pattern[str]:
    """Compile a path template into a pattern whose groups `page` and `path` name the page that a file belongs to."""
    seen: set[str] = set()

    def regex(piece: str) -> str:
        name = piece[1:-1]
        if name == "locale":
            return re.escape(locale)
        if piece not in {"{page}", "{path}"}:
            return re.escape(piece)
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>.+)"

    return re.compile("".join(map(regex, re.split(r"(\{\w+\})", template))))


def _fill(template: str, locale: str, page: str) -> str:
    values = {"{locale}": locale, "{path}": page, "{page}": posixpath.splitext(page)[0]}
    return re.sub(r"\{\w+\}", lambda found: values[found[0]], template)
