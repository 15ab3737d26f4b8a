"""Hugo's shortcodes, read as tags: their parameters are attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from translate.markdown.tags import Attribute, Tag
from translate.model import Span

_OPEN = re.compile(rb"\{\{[<%][ \t\r\n]*(?P<name>[A-Za-z_][\w/-]*)(?=[\s/%>])")
_PARAMETER = re.compile(
    rb"""\s*(?:
        (?P<end>/?\s*[%>]\}\})
      | (?:(?P<name>[A-Za-z_][\w-]*)\s*=\s*)?
        (?: "(?P<double>(?:[^"\\\n]|\\.)*)" | `(?P<raw>[^`]*)` | (?P<bare>[^\s"`=<>{}%/](?:[^\s"`=<>{}%])*) )
    )""",
    re.VERBOSE,
)
_QUOTES: dict[str, Literal['"', "`", ""]] = {"double": '"', "raw": "`", "bare": ""}


def shortcode_at(source: bytes, start: int) -> Tag | None:
    """Return the shortcode that begins at `start`, or None where none surely does; an end is none, nor is a comment.

    Parameters without names are called by their numbers, from 0, as Hugo's own `.Get` does.
    """
    opening = _OPEN.match(source, start)
    if opening is None:
        return None
    attributes: list[Attribute] = []
    position = opening.end()
    while (match := _PARAMETER.match(source, position)) is not None:
        position = match.end()
        if match["end"]:
            span = Span(start, position)
            name = opening["name"].decode()
            return Tag(span, name, closing=False, empty=True, attributes=tuple(attributes), shortcode=True)
        group = match.lastgroup or ""
        named = match["name"].decode() if match["name"] else str(len(attributes))
        attributes.append(Attribute(named, Span(*match.span(group)), _QUOTES[group]))
    return None


def shortcodes(source: bytes, view: bytes, start: int, end: int) -> Iterator[Tag]:
    """Yield the shortcodes inside a text; in `view` those are overwritten that are code of the site there."""
    at = source.find(b"{{", start, end)
    while at >= 0:
        tag = shortcode_at(source, at) if view.startswith((b"{x", b"<?"), at) else None
        if tag is not None:
            yield tag
        at = source.find(b"{{", tag.span.end if tag else at + 2, end)
