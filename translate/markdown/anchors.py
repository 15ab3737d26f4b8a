"""Heading ids: the ones that the renderer gives the source page, kept on its translations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.markdown.dialects import Dialect
from translate.markdown.events import Event
from translate.markdown.page import Heading
from translate.model import Span

_EXPLICIT = re.compile(rb"[ \t](?:\{#((?:[^{}\s]|\{[^{}\s]*\})+)\}|\{/\*[ \t]*#([^\s*]+)[ \t]*\*/\})[ \t]*\Z")
_TWO_HYPHENS = re.compile(r"(?<!-)--(?!-)")
_UNDERSCORE = "{String.fromCharCode(95)}"
_NOT_IN_SLUG = re.compile(r"[^a-z0-9_\- ]")
_SLUG_CATEGORIES = frozenset({"Nd", "Nl", "Pc"})
_LONE_SIGNS = {"<": "lt", ">": "gt"}
_ESCAPES = str.maketrans({"&": "&#38;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"})


def explicit(source: bytes, start: int, end: int) -> Span | None:
    """Return the bytes of ` {#id}` at the end of a heading's text."""
    match = _EXPLICIT.search(source, start, end)
    return Span(match.start(), match.end()) if match else None


def id_of(source: bytes, span: Span) -> str:
    """Return the id that ` {#id}` gives."""
    match = _EXPLICIT.match(source, span.start, span.end)
    written = (match[1] or match[2]).decode() if match else ""
    return written.replace("-{null}-", "--").replace(_UNDERSCORE, "_")


def spelled(id_: str, dialect: Dialect, syntax: str) -> bytes:
    """Return ` {#id}` as the dialect's renderer takes it for exactly that id.

    mdsvex makes a dash of two hyphens before ids are read, and may take underscores for emphasis.
    """
    if syntax == "comment":
        return f" {{/* #{id_} */}}".encode()
    if dialect.expressions and not dialect.jsx:
        id_ = _TWO_HYPHENS.sub("-{null}-", id_)
        if id_.count("_") > 1:
            id_ = id_.replace("_", _UNDERSCORE)
    return f" {{#{id_}}}".encode()


def rendered(run: Iterable[Event], source: bytes, dialect: Dialect) -> str:
    """Return the text that the renderer makes an id from.

    mdsvex: two hyphens are a dash by then, except in code, whose special characters are entities by then.
    """
    mdsvex = dialect.slugs == "mdsvex"
    parts: list[str] = []
    image = 0
    for name, data, start, end in run:
        image += (name == "+Image") - (name == "-Image")
        if image:
            continue
        if name == "Text":
            raw = source[start:end].decode()
            text = data if raw.startswith("&") else raw
            parts.append(_LONE_SIGNS.get(text, text) if mdsvex else text)
        elif name == "Code":
            parts.append("\0" + data.translate(_ESCAPES) + "\0" if mdsvex else data)
        elif name in {"SoftBreak", "HardBreak"}:
            parts.append("\n")
    if not mdsvex:
        return "".join(parts)
    pieces = "".join(parts).split("\0")
    pieces[::2] = [_TWO_HYPHENS.sub("", piece) for piece in pieces[::2]]
    return "".join(pieces)


def identified(headings: Sequence[Heading], dialect: Dialect) -> tuple[Heading, ...]:
    """Return the headings with the ids that the renderer gives them."""
    if not dialect.slugs:
        return tuple(headings)
    taken: dict[str, int] = {}
    return tuple(
        heading if heading.explicit else replace(heading, id=unique(slug(heading.text), taken)) for heading in headings
    )


def slug(text: str) -> str:
    """Return the slug of a heading's text (github-slugger 2)."""
    text = text.lower()
    if text.isascii():
        return _NOT_IN_SLUG.sub("", text).replace(" ", "-")
    return "".join(character for character in text if _in_slug(character)).replace(" ", "-")


def _in_slug(character: str) -> bool:
    category = unicodedata.category(character)
    return character in "- " or category[0] in "LM" or category in _SLUG_CATEGORIES


def unique(slug: str, taken: dict[str, int]) -> str:
    """Return `slug`, numbered when it is taken, and take it; numbers go on where they were (github-slugger 2)."""
    id_ = slug
    while id_ in taken:
        taken[slug] += 1
        id_ = f"{slug}-{taken[slug]}"
    taken[id_] = 0
    return id_
