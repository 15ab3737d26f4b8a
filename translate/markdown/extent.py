"""The lines of a page that a text stands on."""

from __future__ import annotations

import re

from translate.markdown.page import Leaf


def extent(source: bytes, leaf: Leaf, previous: str | None = None) -> range:
    """Return the lines of the page, from 1, that a text stands on; after an edit, from the first that it changed.

    `previous` is what the text was before. Lines end at line feeds, as they do for git.
    """
    span = leaf.segment.span
    last = leaf.segment.line + source[span.start : span.end].rstrip(b"\r\n").count(b"\n")
    if previous is None or not leaf.breaks:
        return range(leaf.segment.line, last + 1)
    edited = _difference(leaf.segment.text, previous)
    before = [place.end for offset, place in leaf.breaks if offset < edited]
    first = leaf.segment.line + source.count(b"\n", span.start, before[-1] if before else span.start)
    return range(first, last + 1)


def _difference(text: str, previous: str) -> int:
    """Return where the first word of `text` begins that `previous` has not in its place, in characters."""
    old = previous.split()
    for number, word in enumerate(re.finditer(r"\S+", text)):
        if number >= len(old) or word[0] != old[number]:
            return word.start()
    return len(text)
