"""What stands around a place of a page: on its line, and before its block. All offsets are bytes."""

from __future__ import annotations

import re

CONTAINER = rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"
"""The marks of quotes and lists before a text."""

BLANK_LINE = re.compile(rb"(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r(?!\n))")
"""Two line ends with nothing but the marks of quotes between them."""
_LINE_LEAD = re.compile(CONTAINER + rb"\Z")


def line_start(body: bytes, position: int) -> int:
    """Return where the line begins that `position` is on."""
    return body.rfind(b"\n", 0, position) + 1


def line_end(body: bytes, position: int) -> int:
    """Return where the line ends that `position` is on."""
    end = body.find(b"\n", position)
    return len(body) if end < 0 else end


def begins_line(body: bytes, start: int) -> bool:
    """Tell whether nothing but the marks of containers stands before `start` on its line."""
    return _LINE_LEAD.match(body, line_start(body, start), start) is not None


def ends_line(body: bytes, end: int) -> bool:
    """Tell whether nothing but blanks follows on the line."""
    return not body[end : line_end(body, end)].strip()


def starts_block(body: bytes, start: int) -> bool:
    """Tell whether a blank line, or nothing, stands before the line that begins at `start`."""
    line = line_start(body, max(0, start - 1))
    return not body[line:start].strip()
