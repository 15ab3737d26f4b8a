"""What VitePress 1 reads beyond GitHub's Markdown, and the ids that it gives headings."""

from __future__ import annotations

import re
import unicodedata

from translate.markdown.place import line_end, line_start
from translate.model import Span

PLACES = rb"|\[\[[Tt]|\[!|<<<"
"""How what is read here begins."""
ATTRIBUTES = (
    rb"\{[ \t]*(?:[.#][^\s{}=\"']+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"'=]+))"
    rb"(?:[ \t]+(?:[.#][^\s{}=\"']+|[\w:-]+(?:=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"'=]+))?))*[ \t]*\}"
    rb"|\{[ \t]*[A-Za-z][\w-]*[ \t]*\}(?=[ \t]*\r?(?:\n|\Z))|(?<=[)\]*_`])\{[ \t]*[A-Za-z][\w-]*[ \t]*\}"
)
"""A list of attributes (markdown-it-attrs); one of a bare word only where it ends a line, or follows a mark."""
# Most sites have no such pages: these patterns are compiled where the first is met.
_LINE = rb"(?:\[\[(?:toc|TOC)\]\]|<<<[ \t][^\r\n]*)[ \t]*(?=\r?\n|\Z)"
_ALERT = rb"\[!\w+\][ \t]+(?P<title>[^\r\n]*[^\s])[ \t]*(?=\r?\n|\Z)"
_COMPONENT = rb"<(?:[A-Z]|[a-z]\w*-)"
_HEADING = rb"[ \t>]*#"
_EMOJI = rb"(?<![\w:]):[a-z0-9_+-]*[a-z+-][a-z0-9_]*:(?![\w:])"
_EMOJI_IN_TEXT = _EMOJI.decode()
_SPECIAL = r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+"
_UNSEEN = r"[\u0300-\u036f\x00-\x1f]"


def line_at(body: bytes, start: int) -> tuple[int, Span | None] | None:
    """Return where a line ends that holds no words (`[[toc]]`, `<<< file`), or that of an alert, and its title."""
    if (match := re.compile(_LINE).match(body, start)) is not None:
        return match.end(), None
    if (match := re.compile(_ALERT).match(body, start)) is not None:
        return match.end(), Span(*match.span("title"))
    return None


def emoji_end(body: bytes, start: int) -> int:
    """Return where the emoji ends whose name begins at `start` (`:tada:`), or -1."""
    match = re.compile(_EMOJI).match(body, start)
    return match.end() if match else -1


def is_component(body: bytes, start: int) -> bool:
    """Tell whether the tag at `start` is a block when alone on a line, whatever stands above and below."""
    return re.compile(_COMPONENT).match(body, start) is not None


def ends_block(body: bytes, start: int, end: int) -> bool:
    """Tell whether attributes end a line that is no heading, so that they belong to the block and stay there."""
    line = line_start(body, start)
    if b"#" in body[start:end] or re.compile(_HEADING).match(body, line) or body[end : line_end(body, end)].strip():
        return False
    return body[line:start][-1:] in {b" ", b"\t"}


def without_emoji(raw: str) -> str:
    """Return a text without its emoji, which are none of the text that an id is made from."""
    return re.compile(_EMOJI_IN_TEXT).sub("", raw)


def slug(text: str) -> str:
    """Return the slug of a heading's text (`slugify` of @mdit-vue/shared)."""
    plain = re.compile(_SPECIAL).sub("-", re.compile(_UNSEEN).sub("", unicodedata.normalize("NFKD", text))).strip("-")
    return (f"_{plain}" if plain[:1] in tuple("0123456789") else plain).lower()
