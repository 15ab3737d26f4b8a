"""How a site's generator reads the ids of headings, as its settings and its pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from translate.init.frameworks import Framework

WITH_CODE = ("mdsvex", "mdx", "mkdocs")
"""The dialects in which a brace that nobody reads is an error, or is shown."""
_BRACES = re.compile(r"^ {0,3}#{1,6} .*\{#[\w-]+\}[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"^ {0,3}#{1,6} .*\{/\*\s*#[\w-]+\s*\*/\}[ \t]*$", re.MULTILINE)
_SETTINGS = ("*.config.*", "package.json", "mkdocs.y*ml")
"""Where generators name their plugins."""


class HeadingIds(NamedTuple):
    """Whether built pages can have ids at their headings, how these are written, and why."""

    switch: Literal["source", "off"]
    syntax: Literal["attribute", "comment"]
    why: str


def heading_ids(root: Path, framework: Framework, pages: Iterable[Path], *, code: bool) -> HeadingIds:
    """Return what ids the generator of a site reads; where none is sure, ids are off, since they would break its pages.

    Only in pages with `code` (mdsvex, MDX) `{#id}` is an error where no plugin reads it, and in MkDocs it is a text
    then; elsewhere it is what it is.
    """
    written = list(map(_text, pages))
    settings = "\n".join(_settings(root))
    if any(map(_COMMENT.search, written)):
        return HeadingIds("source", "comment", "the pages have ids in comments")
    if any(map(_BRACES.search, written)):
        return HeadingIds("source", "attribute", "the pages have ids of their own")
    if re.search(framework.ids_as_comments, settings):
        return HeadingIds("source", "comment", f"these settings of {framework.name} read ids in comments")
    if code and framework.ids_need and not re.search(framework.ids_need, settings):
        return HeadingIds("off", "attribute", f"there is no {framework.ids_readers}")
    return HeadingIds("source", "attribute", "")


def _settings(root: Path) -> Iterator[str]:
    for pattern in _SETTINGS:
        yield from map(_text, sorted(root.glob(pattern)))


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""
