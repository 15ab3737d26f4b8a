"""Where the front matter of a page is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from translate.markdown.frontmatter.readers import Format, reader
from translate.model import Span

# Blank lines before the fence are accepted by mdsvex and by python-frontmatter.
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(---|\+\+\+)[ \t]*\r?\n")
# Dots end a document of YAML (§9.1.2), and Jekyll's and Pandoc's front matter.
_CLOSING = {
    b"---": re.compile(rb"\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"),
    b"+++": re.compile(rb"\n\+\+\+[ \t]*(?:\r?\n|\Z)"),
}


class Fences(NamedTuple):
    """What two fence lines at the top of a page enclose, in bytes of the page; what is inside has not been read."""

    span: Span
    content: Span
    format: Format


class Block(NamedTuple):
    """The front matter of a page, in bytes of the page."""

    span: Span
    """From the opening fence up to and with the line end after the closing one."""
    content: Span
    """The lines between the fences."""
    format: Format
    values: Mapping[str, object]
    """What the parser reads."""
    document: object
    """What the reader finds positions with, so that one parse serves all."""


def find(source: bytes, path: str = "") -> Block | None:
    """Return the front matter of a page, or None when what stands at its top is none.

    `source` is UTF-8. Fences that enclose prose (a page may begin with a thematic break) are no front matter.
    Raises PageError, naming `path` and the line, when the fences enclose YAML or TOML that cannot be read.
    """
    fences = find_fences(source)
    if fences is None:
        return None
    text = source[fences.content.start : fences.content.end].decode()
    line = source.count(b"\n", 0, fences.content.start) + 1
    parsed = reader(fences.format).parse(text, path=path, line=line)
    return parsed and Block(fences.span, fences.content, fences.format, *parsed)


def find_fences(source: bytes) -> Fences | None:
    """Return what a pair of fence lines at the top of a page encloses, without reading it."""
    opening = _OPENING.match(source)
    if opening is None:
        return None
    # The line end of the opening fence may be the one before the closing fence.
    closing = _CLOSING[opening[1]].search(source, opening.end() - 1)
    if closing is None:
        return None
    span = Span(opening.start(1), closing.end())
    content = Span(opening.end(), closing.start() + 1)
    return Fences(span, content, "yaml" if opening[1] == b"---" else "toml")
