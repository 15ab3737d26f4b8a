"""Ids of headings as kramdown 2.4 and its GFM parser read, number and write them (Jekyll's defaults)."""

from __future__ import annotations

import re

from translate.markdown.ahead import Ahead
from translate.markdown.place import BLANK_LINE, line_end, line_start
from translate.model import Span

# Only pages of kramdown need them: these patterns are compiled where the first is met.
_NAME_START = (
    r":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = rf"[{_NAME_START}][{_NAME_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*"
"""What `{#id}` may hold: a name of XML, as REXML has it; no other id can be written so."""
_ID = rb"[ \t]\{#([^{}\s]+)\}[ \t]*\Z"
_CLOSING_HASHES = rb"[ \t]+#+[ \t]*\Z"
_TOP = rb"#{1,6}[ \t]"
_LIST_BELOW = rb"[^\r\n]*(?:\r?\n[ \t>]*(?:=+|-+)[ \t]*)?(\r?\n[ \t>]*\{:(?![:/])([^}\n]*)\})[ \t]*(?:\r?\n|\Z)"
_ATTRIBUTE = rb"[ \t]*(?:(?P<key>[\w-]+)=([\"'])(?P<value>.*?)\2|#(?P<id>[A-Za-z][\w:-]*))"
_BLOCK = re.compile(
    rb"^ {0,3}<(address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]"
    rb"|header|main|menu|nav|ol|p|section|table|ul)(?=[\s>])",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_LINE = re.compile(rb"[ \t]*\r?\n[ \t]*\S")
_LISTS = r"(?:\{:[^}]*\})+"


def written(source: bytes, start: int, end: int) -> tuple[int, Span, str] | None:
    """Return where the text of a heading ends, the bytes of the id that its author wrote, and that id.

    ` {#id}` stands after the hashes that close a heading; a list of attributes on the next line wins over it.
    """
    below = _below(source, end)
    match = re.compile(_ID).search(source, start, end)
    if match is None or not re.compile(_NAME).fullmatch(id_ := match[1].decode()):
        return (end, *below) if below else None
    closing = re.compile(_CLOSING_HASHES).search(source, start, match.start())
    return closing.start() if closing else match.start(), Span(*match.span()), below[1] if below else id_


def _below(source: bytes, end: int) -> tuple[Span, str] | None:
    """Return the id in the list of attributes below a heading whose text ends at `end`; alone in it, with the list."""
    below = re.compile(_LIST_BELOW).match(source, end)
    found = None
    for match in re.compile(_ATTRIBUTE).finditer(source, *below.span(2)) if below else ():
        if match["id"] or match["key"] == b"id":
            found = Span(*match.span()), (match["id"] or match["value"]).decode()
    if below and found and not (source[below.start(2) : found[0].start] + source[found[0].end : below.end(2)]).strip():
        return Span(*below.span(1)), found[1]
    return found


def is_writable(source: bytes, end: int, id_: str) -> bool:
    """Tell whether a heading whose text ends at `end` can be given an id: any that is a name, others in a list below.

    Inside of quotes and lists, and under a line of hyphens, we write none below.
    """
    return (
        re.compile(_NAME).fullmatch(id_) is not None
        or re.compile(_TOP).match(source, line_start(source, end)) is not None
    )


def insertion(source: bytes, end: int, id_: str) -> tuple[int, bytes]:
    """Return where the id of a heading is written whose text ends at `end`, and its bytes."""
    at = end + len(source[end : line_end(source, end)].partition(b"\r")[0].rstrip())
    if re.compile(_NAME).fullmatch(id_):
        return at, f" {{#{id_}}}".encode()
    if below := re.compile(_LIST_BELOW).match(source, end):
        return below.end(2), f' id="{id_}"'.encode()
    line_break = b"\r\n" if source.startswith(b"\r\n", at) else b"\n"
    return at, line_break + f'{{: id="{id_}"}}'.encode()


def is_below_heading(source: bytes, start: int) -> bool:
    """Tell whether a list of attributes that begins a line stands below a heading that can have its id there."""
    line = line_start(source, start)
    return 0 < line == start and re.compile(_TOP).match(source, line_start(source, line - 1)) is not None


def parted(body: bytes) -> bytes:
    """Return `body`, of the same length, with an end for CommonMark's parser where an element of HTML ends.

    For kramdown HTML ends with the end tag of its element, for CommonMark (§4.6, condition 6) with a blank line, so
    that a text on the next line would be none. A processing instruction (condition 3) ends where it says.
    """
    out = bytearray(body)
    ahead = Ahead(body)
    position = 0
    while (opening := _BLOCK.search(body, position)) is not None:
        blank = ahead.find(BLANK_LINE, opening.end())
        limit = blank.start() if blank else len(body)
        end = _element_end(body, opening, limit)
        if end and _NEXT_LINE.match(body, end, limit):
            begin = opening.start(1) - 1
            out[begin : begin + 2], out[end - 2 : end] = b"<?", b"?>"
        position = end or limit
    return bytes(out)


def _element_end(body: bytes, opening: re.Match[bytes], limit: int) -> int:
    """Return where the element ends that `opening` begins; 0 when it does not end before `limit`."""
    tags = re.compile(rb"<(/?)" + re.escape(opening[1]) + rb"(?=[\s>])[^<>]*>", re.IGNORECASE)
    depth = 0
    for tag in tags.finditer(body, opening.start(), limit):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return 0


def without_attributes(raw: str) -> str:
    """Return a text without the lists of attributes at its start, which are those of what stands before it."""
    attributes = re.compile(_LISTS).match(raw)
    return (raw[attributes.end() :] if attributes else raw).replace("\t", " ")


def numbered(slug: str, taken: dict[str, int]) -> str:
    """Return `slug`, numbered when other headings have the same; the number may make it that of a third."""
    taken[slug] = taken.get(slug, -1) + 1
    return f"{slug}-{taken[slug]}" if taken[slug] else slug
