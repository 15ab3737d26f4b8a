"""The attributes of a tag, and titles of links, that people read or hear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from translate.markdown.notation import WORDS, Writer
from translate.markdown.page import Leaf
from translate.markdown.rules import Rules
from translate.markdown.tags import Tag
from translate.model import Segment, Span

ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TITLE = re.compile(
    rb"""\]\(\s*(?:<[^<>\n]*>|[^\s<]\S*)?\s+(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)')\s*\)\Z""",
    re.DOTALL,
)


def readable(tag: Tag, rules: Rules) -> Iterator[tuple[str, Span]]:
    """Yield what each attribute of `tag` that is text is called for people, and the bytes of its value."""
    if tag.closing or not tag.attributes:
        return
    named = (*rules.attributes, *rules.components.get(tag.name, ()))
    for attribute in tag.attributes:
        if attribute.quote != "{" and attribute.name in named:
            yield f"{attribute.name} of <{tag.name}>", attribute.value


def link_title(source: bytes, closing: Span) -> Span | None:
    """Return the bytes of the title in `](target "title")`."""
    match = _TITLE.match(source, closing.start, closing.end)
    if match is None:
        return None
    return Span(*match.span("double" if match["double"] is not None else "single"))


_DEFINED = re.compile(rb"[ \t\r\n>](?:\"((?:[^\"\\]|\\.)+)\"|'((?:[^'\\]|\\.)+)')[ \t]*\Z")


def definition_title(source: bytes, definition: Span) -> Span | None:
    """Return the bytes of the title in `[label]: target "title"`."""
    end = definition.start + len(source[definition.start : definition.end].rstrip())
    match = _DEFINED.search(source, definition.start, end)
    return Span(*match.span(match.lastindex or 0)) if match else None


def leaf(source: bytes, name: str, value: Span, *, section: str, line: int, expressions: bool) -> Leaf | None:
    """Return the leaf of one value; None when it is empty or is code of the site (`alt="{name}"`)."""
    raw = source[value.start : value.end]
    if not raw.strip() or (expressions and b"{" in raw) or b"\n" in raw:
        return None
    writer = Writer(source, source, expressions)
    decode(writer, value.start, value.end)
    segment = Segment(
        span=value,
        text=writer.text,
        kind=name,
        syntax="attribute",
        section=section,
        placeholders=tuple(writer.placeholders),
        line=line,
    )
    worded = WORDS.search(segment.text) is not None and writer.words[0]
    return Leaf(segment, tuple(writer.pieces), spellings=tuple(writer.spellings.items()), worded=worded)


def decode(writer: Writer, start: int, end: int) -> None:
    """Write HTML text: entities become the characters that they stand for, other bytes are words."""
    source, position = writer.source, start
    for match in ENTITY.finditer(source, start, end):
        spelling = match[0].decode()
        character = unescape(spelling)
        if character == spelling:
            continue
        _words(writer, position, match.start())
        position = match.end()
        if character == "\N{NO-BREAK SPACE}" or (character.isprintable() and character not in "{} "):
            writer.spellings[character] = spelling
            writer.say(character)
        else:
            writer.lone(match.start(), match.end(), literal=character in "{}")
    _words(writer, position, end)


def _words(writer: Writer, start: int, end: int) -> None:
    if start < end:
        writer.copy(start, end)
