"""The attributes of a tag, and titles of links, that people read or hear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from translate.markdown.notation import Writer
from translate.markdown.page import Leaf
from translate.markdown.props import literals
from translate.markdown.rules import SHORTCODES, Rules
from translate.markdown.strings import Strings
from translate.markdown.tags import Tag
from translate.model import Segment, Span

ENTITY = re.compile(rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE_OR_ENTITY = re.compile(rb"\\[!-/:-@\[-`|~]|" + ENTITY.pattern)
"""What stands for another character in the title of a link; escaped braces are left to the dialect."""
_TITLE = re.compile(
    rb"""
    \]\(\s*(?:<[^<>\n]*>|[^\s<]\S*)?\s+
    (?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|\((?P<round>(?:[^()\\]|\\.)*)\))
    \s*\)(?:\{[^{}]*\})*\Z""",
    re.DOTALL | re.VERBOSE,
)


class Text(NamedTuple):
    """A text inside a tag: what it is called for people, and its bytes."""

    name: str
    span: Span
    quote: str = ""
    """The quote of a string in code of the site; "" for an attribute of HTML."""
    html: bool = False
    """Whether the string is HTML."""


def texts(source: bytes, tag: Tag, rules: Rules) -> Iterator[Text]:
    """Yield the texts among the attributes of `tag`: those that people read, and those that the site names."""
    if tag.closing or not tag.attributes:
        return
    named = dict.fromkeys(rules.attributes, False)
    for path in named_of(tag, rules):
        plain, _, form = path.partition("|")
        named[plain] = form == "html"
    for attribute in tag.attributes:
        if attribute.quote != "{":
            if attribute.name in named and (attribute.quote or not tag.shortcode):
                quote = attribute.quote if tag.shortcode else ""
                yield Text(f"{attribute.name} of {tag.called}", attribute.value, quote)
        elif attribute.name in named or any(
            path.startswith((attribute.name + ".", attribute.name + "[")) for path in named
        ):
            for literal in literals(source, attribute.value, attribute.name):
                if literal.path in named:
                    yield Text(f"{literal.path} of {tag.called}", literal.span, literal.quote, named[literal.path])


def named_of(tag: Tag, rules: Rules) -> tuple[str, ...]:
    """Return the attributes of a component, or parameters of a shortcode, that are texts by name."""
    named = rules.components.get(tag.name, ())
    return (*SHORTCODES.get(tag.name, ()), *named) if tag.shortcode else named


def link_title(view: bytes, closing: Span) -> Span | None:
    """Return the bytes of the title in `](target "title")`, as the parser sees them."""
    match = _TITLE.match(view, closing.start, closing.end)
    if match is None:
        return None
    return Span(*match.span(match.lastgroup or 0))


_DEFINED = re.compile(rb"[ \t\r\n>](?:\"((?:[^\"\\]|\\.)+)\"|'((?:[^'\\]|\\.)+)'|\(((?:[^()\\]|\\.)+)\))[ \t]*\Z")


def definition_title(source: bytes, definition: Span) -> Span | None:
    """Return the bytes of the title in `[label]: target "title"`."""
    end = definition.start + len(source[definition.start : definition.end].rstrip())
    match = _DEFINED.search(source, definition.start, end)
    return Span(*match.span(match.lastindex or 0)) if match else None


def leaf(source: bytes, text: Text, *, section: str, line: int, expressions: bool) -> Leaf | None:
    """Return the leaf of one value; None when it is empty or is code of the site (`alt="{name}"`)."""
    value = text.span
    raw = source[value.start : value.end]
    if not raw.strip() or (expressions and b"{" in raw) or b"\n" in raw:
        return None
    writer = Writer(source, source, expressions)
    decode(writer, value.start, value.end, _ESCAPE_OR_ENTITY if text.name == "link title" else ENTITY)
    segment = Segment(
        span=value,
        text=writer.text,
        kind=text.name,
        syntax="attribute",
        section=section,
        placeholders=tuple(writer.placeholders),
        line=line,
    )
    return Leaf(segment, tuple(writer.pieces), spellings=tuple(writer.spellings.items()), worded=writer.words[0])


def string_leaf(source: bytes, text: Text, strings: Strings, *, section: str, line: int) -> Leaf | None:
    """Return the leaf of a string in code; None where that holds escapes other than of quotes, or markup."""
    raw = source[text.span.start : text.span.end]
    if not strings.is_text(raw, text.quote):
        return None
    said = strings.read(raw, text.quote)
    writer = Writer(said, said)
    writer.copy(0, len(said))
    segment = Segment(
        span=text.span,
        text=writer.text,
        kind=text.name,
        syntax="script",
        section=section,
        placeholders=tuple(writer.placeholders),
        line=line,
    )
    return Leaf(segment, tuple(writer.pieces), quote=text.quote, worded=writer.words[0])


def decode(writer: Writer, start: int, end: int, written: re.Pattern[bytes] = ENTITY) -> None:
    """Write HTML text: entities become the characters that they stand for, other bytes are words."""
    source, position = writer.source, start
    for match in written.finditer(source, start, end):
        spelling = match[0].decode()
        if spelling[0] == "\\":
            _words(writer, position, match.start())
            writer.say(spelling[1])
            position = match.end()
            continue
        character = unescape(spelling)
        if character == spelling:
            continue
        _words(writer, position, match.start())
        position = match.end()
        if character == " ":
            writer.say(character)
        elif character == "\N{NO-BREAK SPACE}" or (character.isprintable() and character not in "{} "):
            writer.spellings[character] = spelling
            writer.say(character)
        else:
            writer.lone(match.start(), match.end(), literal=character in "{}")
    _words(writer, position, end)


def _words(writer: Writer, start: int, end: int) -> None:
    if start < end:
        writer.copy(start, end)
