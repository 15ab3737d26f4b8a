"""The lines of a page that a text stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.markdown.page import Leaf


def extent(source: bytes, leaf: Leaf, previous: str | None = None) -> range:
    """Return the lines of the page, from 1, that a text stands on; after an edit, from the first that it changed.

    `previous` is what the text was before. Lines end at line feeds, as they do for git.
    """
    span, first = leaf.segment.span, leaf.segment.line
    last = first + source[span.start : span.end].rstrip(b"\r\n").count(b"\n")
    if previous is not None and last > first:
        first += source.count(b"\n", span.start, max(_ends(source, leaf, previous), default=span.start))
    return range(first, last + 1)


def _ends(source: bytes, leaf: Leaf, previous: str) -> Iterator[int]:
    """Yield, in bytes of the page, ends of what may hold line ends and stands before the first edited word."""
    text = leaf.segment.text
    offset = _difference(text, previous)
    if leaf.scalar:
        yield _after(source, leaf.segment.span.start, text[:offset].split())
    yield from (place.end for start, place in leaf.breaks if start < offset)
    machinery = {each.number: each.closing or each.opening for each in leaf.segment.placeholders}
    for found in re.finditer(r"\{(\d+)\}", text[:offset]):
        if place := machinery.get(int(found[1])):
            yield place.end


def _difference(text: str, previous: str) -> int:
    """Return where the first word of `text` begins that `previous` has not in its place, in characters."""
    old = previous.split()
    for number, word in enumerate(re.finditer(r"\S+", text)):
        if number >= len(old) or word[0] != old[number]:
            return word.start()
    return len(text)


def _after(source: bytes, place: int, words: list[str]) -> int:
    """Return where the next word after these begins in a front matter value, which keeps no breaks."""
    for word in words:
        found = source.find(word.encode(), place)
        place = found + len(word.encode()) if found >= 0 else place
    return len(source) - len(source[place:].lstrip())
