"""Markdown to a flat stream of events with byte offsets; the only file that knows pyromark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyromark

from translate.markdown import kramdown
from translate.markdown.dialects import Dialect
from translate.model import Span

Event = tuple[str, str, int, int]
"""(name, data, start, end): `+Heading`/`-Heading` open and close, `Text`, `Code`, `SoftBreak` … stand alone.

`start` and `end` are byte offsets of the page. Only what a reader of the stream needs is in `data`:
the level of a heading, the destination of a link, the text of a text.
"""

_READ_OTHERWISE = re.compile(r"[\x00-\x1f\x7f<&]")
"""What means something to the parser that it does not mean in catalog notation: line ends, HTML, entities."""
_DATA = {"Heading": "level", "Link": "dest_url", "Image": "dest_url"}


def events(markdown: bytes, dialect: Dialect, offset: int = 0) -> Iterator[Event]:
    """Return the events of UTF-8 `markdown`, which begins at byte `offset` of the page.

    Where the dialect has no indented code, the lines of such a block are parsed as what they hold instead.
    """
    markdown = kramdown.parted(markdown) if dialect.kramdown and b"</" in markdown else markdown
    stream = _flat(markdown, dialect.extensions, offset)
    if dialect.indented_code or not (b"    " in markdown or b"\t" in markdown):
        return stream
    return _without_indented_code(stream, dialect)


def _without_indented_code(stream: Iterator[Event], dialect: Dialect) -> Iterator[Event]:
    for event in stream:
        if event[0] == "+CodeBlock" and event[1] == "Indented":
            yield from _unindented(stream, dialect)
        else:
            yield event


def definitions(markdown: bytes, offset: int = 0) -> Iterator[Span]:
    """Yield the bytes of each link reference definition."""
    if b"]:" in markdown:
        for definition in pyromark.reference_definitions(markdown.decode()).values():
            yield Span(definition["span"]["start"] + offset, definition["span"]["end"] + offset)


def emphasis(text: str, *, strikethrough: bool) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, width of its mark) of each emphasis in a text in catalog notation, in characters.

    It is read as one line inside a paragraph; `<` and `&` are the characters that they look like.
    """
    lead = "x "  # nothing after it can open a block
    plain = _READ_OTHERWISE.sub(lambda match: " " if match[0].isspace() else "-", text).encode()
    for name, _, *place in _flat(lead.encode() + plain, ("STRIKETHROUGH",) if strikethrough else (), -len(lead)):
        if name in {"+Emphasis", "+Strong", "+Strikethrough"}:
            start, end = place if len(plain) == len(text) else (len(plain[:each].decode()) for each in place)
            yield start, end, 2 if name == "+Strong" or text.startswith("~~", start) else 1


def _flat(markdown: bytes, extensions: tuple[str, ...], offset: int) -> Iterator[Event]:
    unseen: list[int] = []  # for each open link: bytes of it that the parser's range leaves out
    stream: Iterator[tuple[Any, Any]] = pyromark.events_with_range(markdown.decode(), options=_options(extensions))
    for event, place in stream:
        start, end = place["start"] + offset, place["end"] + offset
        if isinstance(event, str):
            yield event, "", start, end
            continue
        ((name, data),) = event.items()
        if name == "Start":
            if isinstance(data, dict) and (link := data.get("Link") or data.get("Image")):
                # The `[]` of a collapsed reference is not part of the range (pulldown-cmark 0.13).
                unseen.append(2 * str(link["link_type"]).startswith("Collapsed"))
                end += unseen[-1]
            yield _opening(data, start, end)
        elif name == "End":
            closed = data if isinstance(data, str) else next(iter(data))
            yield "-" + closed, "", start, end + (unseen.pop() if closed in {"Link", "Image"} else 0)
        else:
            yield name, data if isinstance(data, str) else "", start, end


def _opening(tag: str | Mapping[str, Any], start: int, end: int) -> Event:
    if isinstance(tag, str):
        return "+" + tag, "", start, end
    ((name, data),) = tag.items()
    if name in _DATA:
        return "+" + name, data[_DATA[name]], start, end
    if name == "List":
        return "+List", "bullet" if data is None else "ordered", start, end
    return "+" + name, data if isinstance(data, str) else "", start, end


def _unindented(stream: Iterator[Event], dialect: Dialect) -> Iterator[Event]:
    """Yield the events of the block's lines, parsed as if nothing stood before them."""
    lines: list[bytes] = []
    starts: list[int] = []
    at: list[int] = []
    length = 0
    for name, data, start, _ in stream:
        if name == "-CodeBlock":
            break
        line = data.encode()
        lines.append(line)
        starts.append(length)
        at.append(start)
        length += len(line)
    for name, data, start, end in events(b"".join(lines), dialect):
        yield name, data, _mapped(start, starts, at), _mapped(end - 1, starts, at) + 1


def _mapped(offset: int, starts: Sequence[int], at: Sequence[int]) -> int:
    line = max(0, bisect_right(starts, offset) - 1)
    return at[line] + offset - starts[line]


@cache
def _options(extensions: tuple[str, ...]) -> pyromark.Options:
    options = pyromark.Options(0)
    for name in extensions:
        options |= getattr(pyromark.Options, f"ENABLE_{name}")
    return options
