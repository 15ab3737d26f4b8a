"""Tables of contents that the renderer fills in at build time, written out on localized pages.

remark-toc runs before heading ids are read, and would copy `{#id}` into its list, which breaks the build; nor does
it know the heading's name in another language. So the list that it would have made stands in the page instead.
"""

from __future__ import annotations

import re

from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Page
from translate.model import Segment


def directive(page: Page) -> int | None:
    """Return the index of the heading that the renderer puts the contents under, if there is one."""
    pattern = DIALECTS[page.rules.dialect].contents
    if not pattern or page.rules.heading_ids == "off":
        return None
    named = re.compile(pattern, re.IGNORECASE)
    return next((i for i, each in enumerate(page.headings) if not each.explicit and named.fullmatch(each.text)), None)


def write_out(built: Page, index: int) -> bytes:
    """Return the built page with the list of what follows heading `index` under that heading."""
    source = built.source
    end_of_line = b"\r\n" if b"\r\n" in source else b"\n"
    entries = list(_entries(built, index))
    if not entries:
        return source
    stop = seam(built, index)
    lines = b"".join(
        b"  " * depth + b"- [" + label + b"](#" + id_.encode() + b")" + end_of_line for depth, label, id_ in entries
    )
    return source[:stop] + end_of_line + lines + source[stop:]


def seam(built: Page, index: int) -> int:
    """Return where the list begins: after the line of the heading."""
    stop = built.source.find(b"\n", built.headings[index].end)
    return len(built.source) if stop < 0 else stop + 1


def _entries(built: Page, index: int) -> list[tuple[int, bytes, str]]:
    """Return (depth, label, id) of each heading after the one at `index` (mdast-util-toc, all levels)."""
    labels = {leaf.segment.span.end: leaf for leaf in built.leaves if leaf.segment.kind.startswith("heading")}
    opened: list[str] = []
    entries: list[tuple[int, bytes, str]] = []
    for heading in built.headings[index + 1 :]:
        while opened and opened[-1] >= heading.level:
            opened.pop()
        leaf = labels.get(heading.end)
        label = _label(built.source, leaf.segment) if leaf else heading.text.encode()
        entries.append((len(opened), label, heading.id))
        opened.append(heading.level)
    return entries


def _label(source: bytes, segment: Segment) -> bytes:
    """Return the Markdown of a heading without its links and tags; their words and all code stay."""
    machinery = [span for each in segment.placeholders for span in (each.opening, each.closing) if span is not None]
    parts: list[bytes] = []
    position = segment.span.start
    for span in sorted(machinery):
        if not source.startswith(b"`", span.start):
            parts.append(source[position : span.start])
            position = span.end
    parts.append(source[position : segment.span.end])
    return b"".join(parts)
