"""Raw HTML to tokens: words, tags, and elements that stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from translate.markdown.expressions import closing_brace
from translate.markdown.inline import INLINE, Pairs
from translate.markdown.tags import Tag, tag_at

_NEXT = re.compile(rb"<!--.*?(?:-->|\Z)|<[!?][^>]*>?|<(?=[A-Za-z/])|\{", re.DOTALL)

PICTURES = frozenset(("math", "svg"))
"""Opaque elements that stand inside a sentence as `img` does."""


class Token(NamedTuple):
    """A piece of raw HTML: words when `tag` is None and it is no `other`."""

    start: int
    end: int
    tag: Tag | None = None
    other: str = ""
    """`comment`, `expression`, or `unsure`; `whole` for an element that `tag` opens and whose content is no text."""


def tokens(source: bytes, start: int, end: int, *, expressions: bool) -> Iterator[Token]:
    """Yield the tokens of the bytes `start` to `end`; together they are those bytes.

    From a `<` that looks like a tag and is not surely one, everything is left whole.
    """
    position = words = start
    while (match := _NEXT.search(source, position, end)) is not None:
        at = match.start()
        if match[0] == b"{" and not expressions:
            position = match.end()
            continue
        if words < at:
            yield Token(words, at)
        token = _token(source, at, match, end)
        yield token
        position = words = token.end
    if words < end:
        yield Token(words, end)


def _token(source: bytes, at: int, match: re.Match[bytes], end: int) -> Token:
    found = match[0]
    if found == b"{":
        close = closing_brace(source, at)
        return Token(at, close, other="expression") if 0 < close <= end else Token(at, end, other="unsure")
    if found != b"<":
        return Token(at, match.end(), other="comment")
    tag = tag_at(source, at, end)
    return Token(at, tag.span.end, tag) if tag else Token(at, end, other="unsure")


def folded(run: list[Token], opaque: Callable[[Tag], bool]) -> Iterator[Token]:
    """Yield the tokens of a block, each opaque element that can stand inside a sentence as one."""
    partner = partners(run)
    index = 0
    while index < len(run):
        token, end = run[index], partner.get(index, -1)
        tag = token.tag
        if end > index and tag and (inline(token) or tag.name.lower() in PICTURES) and opaque(tag):
            yield Token(token.start, run[end].end, tag._replace(empty=True), other="whole")
            index = end
        else:
            yield token
        index += 1


def inline(token: Token) -> bool:
    """Tell whether a token can stand inside a sentence."""
    if token.tag is None or token.other:
        return token.other in {"", "expression", "whole"}
    return token.tag.name.lower() in INLINE or token.tag.component


def partners(run: list[Token]) -> dict[int, int]:
    """Return the index of the other tag for each tag of a pair."""
    if len(run) < 2:
        return {}
    pairs = Pairs()
    for index, token in enumerate(run):
        if token.tag is not None:
            pairs.add(token.tag, index)
    return pairs.found
