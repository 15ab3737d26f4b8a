"""A copy of the page, byte for byte as long, in which machinery looks as the parser has to see it.

The parser knows CommonMark; renderers such as mdsvex see expressions and tags where CommonMark sees text.
Instead of teaching the parser, each such place is overwritten with something of the same length that
CommonMark reads the same way, so that every offset still holds for the page itself.
"""

from __future__ import annotations

import re

from translate.markdown.dialects import Dialect
from translate.markdown.expressions import closing_brace
from translate.markdown.tags import Tag, tag_at

_PLACE = re.compile(
    rb"""
      (?m:^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}))
    | \\[\\`]
    | (?P<code>`+)
    | (?P<comment><!--)
    | <(?P<raw>script|style)\b
    | (?P<tag></?[A-Za-z])
    | (?P<brace>\{)
    """,
    re.VERBOSE,
)
_LINE_LEAD = re.compile(rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\Z")
_BLANK_LINE = re.compile(rb"\n[ \t>]*\r?\n")


def mask(body: bytes, dialect: Dialect) -> bytes:
    """Return `body` with what only the renderer sees overwritten; always of the same length."""
    if not dialect.expressions or (b"<" not in body and b"{" not in body):
        return body
    masked = bytearray(body)
    position = 0
    while (place := _PLACE.search(body, position)) is not None:
        kind = place.lastgroup
        position = _SKIP[kind](body, place) if kind in _SKIP else place.end()
        if kind == "tag":
            position = _mask_tag(body, place.start(), masked, dialect) or position
        elif kind == "brace":
            position = _mask_expression(body, place.start(), masked) or position
    return bytes(masked)


def _after_fence(body: bytes, place: re.Match[bytes]) -> int:
    fence = place["fence"]
    end = re.compile(rb"(?m)^[ \t>]*" + re.escape(fence) + fence[:1] + rb"*[ \t]*\r?$").search(body, place.end())
    return end.end() if end else len(body)


def _after_code(body: bytes, place: re.Match[bytes]) -> int:
    ticks = place["code"]
    blank = _BLANK_LINE.search(body, place.end())
    limit = blank.start() if blank else len(body)
    end = re.compile(rb"(?<!`)" + ticks + rb"(?!`)").search(body, place.end(), limit)
    return end.end() if end else place.end()


def _after_comment(body: bytes, place: re.Match[bytes]) -> int:
    end = body.find(b"-->", place.end())
    return end + 3 if end >= 0 else place.end()


def _after_raw(body: bytes, place: re.Match[bytes]) -> int:
    end = body.find(b"</" + place["raw"], place.end())
    return body.find(b">", end) + 1 if end >= 0 else place.end()


_SKIP = {"fence": _after_fence, "code": _after_code, "comment": _after_comment, "raw": _after_raw}


def _mask_tag(body: bytes, start: int, masked: bytearray, dialect: Dialect) -> int:
    tag = tag_at(body, start)
    if tag is None:
        return 0
    end = tag.span.end
    if dialect.tag_starts_block and _begins_line(body, start):
        # Any tag of these dialects opens raw HTML as `<p` does in CommonMark (start condition 6).
        masked[start:end] = _blanked(tag, b"p")
    elif any(attribute.quote == "{" for attribute in tag.attributes) or b"\n" in body[start:end]:
        masked[start:end] = _blanked(tag, b"a")
    return end


def _blanked(tag: Tag, name: bytes) -> bytes:
    head = (b"</" if tag.closing else b"<") + name
    return head.ljust(tag.span.end - tag.span.start - 1) + b">"


def _mask_expression(body: bytes, start: int, masked: bytearray) -> int:
    end = closing_brace(body, start)
    if end < 0:
        return 0
    length = end - start
    if body[start + 1 : start + 2] in b"#:/@" and length > 4 and _begins_line(body, start) and _ends_line(body, end):
        masked[start:end] = b"<?" + b"-" * (length - 4) + b"?>"  # a block of its own, ending on its line
    else:
        masked[start + 1 : end - 1] = b"x" * (length - 2)
    return end


def _begins_line(body: bytes, start: int) -> bool:
    return _LINE_LEAD.match(body, body.rfind(b"\n", 0, start) + 1, start) is not None


def _ends_line(body: bytes, end: int) -> bool:
    return not body[end : _line_end(body, end)].strip()


def _line_end(body: bytes, position: int) -> int:
    end = body.find(b"\n", position)
    return len(body) if end < 0 else end
