"""What has parameters as a tag has attributes, read as tags: Hugo's shortcodes, and fences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from translate.markdown.dialects import Dialect
from translate.markdown.tags import Attribute, Tag
from translate.markdown.templates import HUGO
from translate.model import Span

# Most sites have none of them: these patterns are compiled where the first is met.
_SHORTCODE = rb"\{\{[<%][ \t\r\n]*(?P<name>[A-Za-z_][\w/-]*)(?=[\s/%>])"
_SHORTCODE_END = rb"\s*/?\s*[%>]\}\}"
_FENCE = rb"(?:`{3,}|~{3,})[ \t]*(?P<name>[A-Za-z][\w-]*)"
_FENCE_END = rb"[ \t]*(?=\r?(?:\n|\Z))"
_PARAMETER = (
    rb"\s*(?:(?P<name>[A-Za-z_][\w-]*)\s*=\s*)?"
    rb'(?:"(?P<double>(?:[^"\\\n]|\\.)*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=<>{}%/](?:[^\s"`=<>{}%])*))'
)
_QUOTES: dict[str, Literal['"', "`", ""]] = {"double": '"', "raw": "`", "bare": ""}


Parameters = Callable[[bytes, int], Tag | None]
"""Reads what has parameters and begins at a byte of the page."""


def parameters_of(dialect: Dialect) -> Parameters | None:
    """Return what reads the parameters of a dialect; None where it has none."""
    return shortcode_at if dialect.templates is HUGO else fence_at if dialect.prose_fences else None


def shortcode_at(source: bytes, start: int) -> Tag | None:
    """Return the shortcode that begins at `start`, or None where none surely does; an end is none, nor is a comment.

    Parameters without names are called by their numbers, from 0, as Hugo's own `.Get` does.
    """
    return _tag(source, start, _SHORTCODE, _SHORTCODE_END, "{{{{< {} >}}}}")


def fence_at(source: bytes, start: int) -> Tag | None:
    """Return the fence with parameters that begins at `start` and takes its line, or None where none surely does."""
    return _tag(source, start, _FENCE, _FENCE_END, "```{}")


def _tag(source: bytes, start: int, opening: bytes, ending: bytes, form: str) -> Tag | None:
    begin = re.compile(opening).match(source, start)
    if begin is None:
        return None
    attributes: list[Attribute] = []
    position = begin.end()
    while (end := re.compile(ending).match(source, position)) is None:
        match = re.compile(_PARAMETER).match(source, position)
        if match is None:
            return None
        position, group = match.end(), match.lastgroup or ""
        name = match["name"].decode() if match["name"] else str(len(attributes))
        attributes.append(Attribute(name, Span(*match.span(group)), _QUOTES[group]))
    span, name = Span(start, end.end()), begin["name"].decode()
    return Tag(span, name, closing=False, empty=True, attributes=tuple(attributes), form=form)


def shortcodes(source: bytes, view: bytes, start: int, end: int) -> Iterator[Tag]:
    """Yield the shortcodes inside a text; in `view` those are overwritten that are code of the site there."""
    at = source.find(b"{{", start, end)
    while at >= 0:
        tag = shortcode_at(source, at) if view.startswith((b"{x", b"<?"), at) else None
        if tag is not None:
            yield tag
        at = source.find(b"{{", tag.span.end if tag else at + 2, end)
