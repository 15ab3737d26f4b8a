"""The wire form: text ⇄ a flat row of tokens."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

WIRE = 1
"""The version of the wire form; an answer to another version is another answer."""

OBJECT = "\ufffc"
"""Stands in flat text for what has no words (U+FFFC OBJECT REPLACEMENT CHARACTER)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag: one side of a pair `<g>`, or a whole `<x>` with its content."""

    kind: Literal["open", "close", "lone"]
    id: int
    content: str = ""
    """What a reader sees of a lone one, unescaped."""


Token = str | Mark
"""Unescaped text, never empty and never next to text, or a mark."""


class WireError(ValueError):
    """The text is not the wire form."""


def parse(text: str) -> tuple[Token, ...]:
    """Read the wire form; `render` gives the same content back.

    Raises WireError for anything that is not well-formed XML made of `<g id="N">` and `<x id="N">` alone.
    """
    try:
        root = ElementTree.fromstring(f"<w>{text}</w>")  # noqa: S314  # a DOCTYPE cannot stand inside an element
    except ElementTree.ParseError as error:
        raise WireError(str(error)) from error
    return joined(_tokens(root))


def render(tokens: Iterable[Token]) -> str:
    """Write tokens as the wire form."""
    return "".join(escape(token) if isinstance(token, str) else _tag(token) for token in tokens)


def joined(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Put neighbouring texts together and drop empty ones."""
    result: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and result and isinstance(result[-1], str):
            result[-1] += token
        elif token != "":
            result.append(token)
    return tuple(result)


def plain(tokens: Iterable[Token]) -> str:
    """Return what a reader sees."""
    return "".join(token if isinstance(token, str) else token.content for token in tokens)


def escape(text: str) -> str:
    """Escape what would be markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def characters(text: str) -> int:
    """Count what a translation of a wire text is billed by: its code points without tags."""
    return len(html.unescape(_TAG.sub("", text)))


def characters_at_most(text: str) -> int:
    """Count the same with entities as they are written: what an engine that counts them so would bill."""
    return len(_TAG.sub("", text))


_TAG = re.compile(r"<[^<>]*>")


def _tokens(element: ElementTree.Element) -> Iterable[Token]:
    yield element.text or ""
    for child in element:
        yield from _element(child)
        yield child.tail or ""


def _element(element: ElementTree.Element) -> Iterable[Token]:
    number = element.get("id", "")
    if element.tag not in {"g", "x"} or len(element.attrib) != 1 or not _NUMBER.fullmatch(number):
        raise WireError(f"<{element.tag}> with {dict(element.attrib)} is not ours")
    if element.tag == "g":
        yield Mark("open", int(number))
        yield from _tokens(element)
        yield Mark("close", int(number))
    elif len(element):
        raise WireError(f'<x id="{number}"> holds tags')
    else:
        yield Mark("lone", int(number), element.text or "")


_NUMBER = re.compile(r"[0-9]{1,6}")


def _tag(mark: Mark) -> str:
    if mark.kind == "close":
        return "</g>"
    if mark.kind == "open":
        return f'<g id="{mark.id}">'
    return f'<x id="{mark.id}">{escape(mark.content)}</x>' if mark.content else f'<x id="{mark.id}"/>'
