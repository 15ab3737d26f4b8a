"""Reading answers whose tags are badly written or whose text is badly escaped."""

from __future__ import annotations

import html
import re

from translate.engines.wire import Token, WireError, escape, parse


def parse_leniently(answer: str) -> tuple[Token, ...] | None:
    """Read the wire form as engines write it; None when the tags do not make pairs.

    Blanks and missing or typographic quotes in a tag, an `<x>` that is never closed, bare `&` and `<`.
    """
    try:
        return parse(answer)
    except WireError:
        pass
    closed = re.search(r"</\s*x\s*>", answer, re.IGNORECASE) is not None
    try:
        return parse("".join(_normal(piece, closed=closed) for piece in _TAGS.split(answer)))
    except WireError:
        return None


_TAGS = re.compile(r"""(<\s*/?\s*[gx](?:\s+id\s*=\s*["'“”]?\s*[0-9]+\s*["'“”]?)?\s*/?\s*>)""", re.IGNORECASE)
_PARTS = re.compile(r"<\s*(?P<close>/?)\s*(?P<name>[gx])\D*(?P<id>[0-9]*)[^/>]*(?P<empty>/?)\s*>", re.IGNORECASE)


def _normal(piece: str, *, closed: bool) -> str:
    tag = _PARTS.fullmatch(piece)
    if tag is None or not (tag["id"] or tag["close"]):
        return escape(_ESCAPED.sub(lambda found: html.unescape(found[0]), piece))
    name = tag["name"].lower()
    if tag["close"]:
        return f"</{name}>"
    empty = tag["empty"] or ("" if closed or name == "g" else "/")
    return f'<{name} id="{tag["id"]}"{empty}>'


_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);")
