"""Formulas: TeX between dollars or brackets with backslashes, which the renderer or a script of the site sets."""

from __future__ import annotations

import re
from typing import NamedTuple

from translate.markdown.ahead import Ahead
from translate.markdown.place import BLANK_LINE, begins_line, ends_line


class Delimiters(NamedTuple):
    """What stands around a formula."""

    opening: bytes
    closing: bytes
    """A pattern."""
    sure: bool = False
    """Whether nothing else is written so."""


DOLLARS = (
    Delimiters(b"$$", rb"(?<!\\)\$\$", sure=True),
    Delimiters(b"$", rb"(?<!\\)\$|\n"),
)
"""As GitHub reads them (its documentation, "Writing mathematical expressions"), and kramdown those of two."""
BRACKETS = (
    Delimiters(b"\\(", rb"(?<!\\)\\\)"),
    Delimiters(b"\\[", rb"(?<!\\)\\\]"),
)
"""As Hugo passes them through."""
ESCAPED_BRACKETS = (
    Delimiters(b"\\\\(", rb"\\\\\)", sure=True),
    Delimiters(b"\\\\[", rb"\\\\\]", sure=True),
)
"""As mdBook and kramdown want them, so that one backslash is left for MathJax."""

_TEX = re.compile(rb"[\\^_={}+*<>|]|\A[ \t]*\w[ \t]*\Z")
"""What a formula holds that a price, or a remark in brackets, does not."""


def formula_end(body: bytes, start: int, forms: tuple[Delimiters, ...], ahead: Ahead) -> int:
    """Return the offset after the formula that begins at `start`, or -1 when none does."""
    for opening, closing, sure in forms:
        if not body.startswith(opening, start):
            continue
        begin = start + len(opening)
        end = ahead.find(re.compile(closing), begin + 1)
        if end is None or end[0] == b"\n" or _parted(body, start, begin, end, ahead):
            continue
        if opening[:1] == b"$" and _is_money(body, start, begin, end):
            continue
        if sure or _TEX.search(body[begin : end.start()]):
            return end.end()
    return -1


def _parted(body: bytes, start: int, begin: int, end: re.Match[bytes], ahead: Ahead) -> bool:
    """Tell whether a blank line stands inside, where delimiters are not alone on their lines as fences are."""
    blank = ahead.find(BLANK_LINE, start)
    if blank is None or blank.start() >= end.start():
        return False
    fences = begins_line(body, start) and ends_line(body, begin) and begins_line(body, end.start())
    return not (fences and ends_line(body, end.end()))


def _is_money(body: bytes, start: int, begin: int, end: re.Match[bytes]) -> bool:
    """Tell whether dollars stand where those of a formula do not: in words, or with blanks on their inner sides."""
    before, after = body[start - 1 : start], body[end.end() : end.end() + 1]
    if before.isalnum() or before in {b"\\", b"$"} or after.isalnum() or after == b"$":
        return True
    lone = begin - start == 1
    return lone and (body[begin : begin + 1].isspace() or body[end.start() - 1 : end.start()].isspace())
