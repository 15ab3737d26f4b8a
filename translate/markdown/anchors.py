"""Heading ids: the ones that the renderer gives the source page, kept on its translations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from translate.markdown import kramdown, python_markdown, vitepress
from translate.markdown.dialects import Dialect
from translate.markdown.events import Event
from translate.markdown.page import Heading
from translate.markdown.place import line_end
from translate.model import Span

_EXPLICIT = re.compile(rb"[ \t](?:\{#((?:[^{}\s]|\{[^{}\s]*\})+)\}|\{/\*[ \t]*#([^\s*]+)[ \t]*\*/\})[ \t]*\Z")
_ATTRIBUTE = rb"(?:[#.][^\s{}=\"']+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
_LIST = re.compile(rb"\{[ \t]*" + _ATTRIBUTE + rb"(?:[ \t]+" + _ATTRIBUTE + rb")*[ \t]*\}[ \t]*\Z")
_IN_LIST = re.compile(rb"[ \t]*" + _ATTRIBUTE)
_DASHES = re.compile("-{2,3}")
_TWO_HYPHENS = re.compile(r"(?<!-)--(?!-)")
_UNDERSCORE = "{String.fromCharCode(95)}"
_NOT_IN_SLUG = re.compile(r"[^a-z0-9_\- ]")
_SLUG_CATEGORIES = frozenset({"Nd", "Nl", "Pc"})
_LONE_SIGNS = {"<": "lt", ">": "gt"}
_ESCAPES = str.maketrans({"&": "&#38;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"})


class Written(NamedTuple):
    """What an author wrote after the text of a heading."""

    start: int
    """Where the text ends, in bytes."""
    explicit: Span | None = None
    """The bytes of the id: all of ` {#id}`, or ` #id` among other attributes."""
    id: str = ""


def written(source: bytes, start: int, end: int, dialect: Dialect) -> Written | None:
    """Return the attributes at the end of a heading, whose inline content is between two bytes; None without any."""
    if dialect.kramdown:
        found = kramdown.written(source, start, end)
        return Written(*found) if found else None
    if dialect.python_markdown:
        found_list = python_markdown.written(source, start, end)
        return Written(*found_list) if found_list else None
    if dialect.heading_attributes and (match := _EXPLICIT.search(source, start, end)):
        id_ = (match[1] or match[2]).decode().replace("-{null}-", "--").replace(_UNDERSCORE, "_")
        return Written(match.start(), Span(match.start(), match.end()), id_)
    begin = source.rfind(b"{", start, end) if dialect.heading_attributes == "list" else -1
    if begin < 0 or not _LIST.match(source, begin, end):
        return None
    text_end = start + len(source[start:begin].rstrip(b" \t"))
    for match in _IN_LIST.finditer(source, begin + 1, end):
        if (named := match[0].lstrip()).startswith(b"#"):
            return Written(text_end, Span(*match.span()), named[1:].decode())
    return Written(text_end)


def insertion(source: bytes, heading: Heading, dialect: Dialect, syntax: str) -> tuple[int, bytes]:
    """Return where the id of a heading is written, and its bytes: into the list of its attributes if there is one."""
    if dialect.kramdown:
        return kramdown.insertion(source, heading.end, heading.id)
    line = source[heading.end : line_end(source, heading.end)]
    brace = line.find(b"}")
    if dialect.heading_attributes == "list" and line[: max(brace, 0)].lstrip(b" \t").startswith(b"{"):
        return heading.end + len(line[:brace].rstrip()), f" #{heading.id}".encode()
    return heading.end, _spelled(heading.id, dialect, syntax)


def is_writable(source: bytes, heading: Heading, dialect: Dialect) -> bool:
    """Tell whether the dialect can write the id of this heading, so that translations keep it."""
    return not dialect.kramdown or kramdown.is_writable(source, heading.end, heading.id)


def _spelled(id_: str, dialect: Dialect, syntax: str) -> bytes:
    """Return ` {#id}` as the dialect's renderer takes it for exactly that id.

    mdsvex makes a dash of two hyphens before ids are read, and may take underscores for emphasis.
    """
    if dialect.python_markdown:
        return f" {{ #{id_} }}".encode()  # `{#` would begin a comment of Jinja
    if syntax == "comment":
        return f" {{/* #{id_} */}}".encode()
    if dialect.expressions and not dialect.jsx:
        id_ = _TWO_HYPHENS.sub("-{null}-", id_)
        if id_.count("_") > 1:
            id_ = id_.replace("_", _UNDERSCORE)
    return f" {{#{id_}}}".encode()


def rendered(run: Iterable[Event], source: bytes, dialect: Dialect) -> str:
    """Return the text that the renderer makes an id from; "" where only it can know.

    mdsvex: two hyphens are a dash by then, except in code, whose special characters are entities by then.
    Hugo: hyphens are dashes, too; of two lines, only the last counts, and descriptions of images do.
    kramdown: hyphens are dashes, too, and attributes of what stands before them are none of the text.
    """
    mdsvex, hugo = dialect.slugs == "mdsvex", dialect.slugs == "hugo"
    parts: list[str] = []
    image = 0
    for name, data, start, end in run:
        image += (name == "+Image") - (name == "-Image")
        if image and not hugo:
            continue
        if name == "Text":
            raw = source[start:end].decode()
            if _holds_code(raw, dialect):
                return ""
            raw = _without_machinery(raw, dialect)
            text = data if raw.startswith("&") else raw
            parts.append(_LONE_SIGNS.get(text, text) if mdsvex else text)
        elif name == "Code":
            parts.append("\0" + data.translate(_ESCAPES) + "\0" if mdsvex else "\0" + data + "\0")
        elif name in {"SoftBreak", "HardBreak"}:
            if dialect.kramdown or dialect.python_markdown:
                return ""  # several lines are no heading for it
            parts.append("\n")
    pieces = "".join(parts).split("\0")
    if mdsvex or hugo or dialect.kramdown:
        pieces[::2] = [(_TWO_HYPHENS if mdsvex else _DASHES).sub("", piece) for piece in pieces[::2]]
    return "".join(pieces).rpartition("\n" if hugo else "\0")[2]


def _holds_code(raw: str, dialect: Dialect) -> bool:
    """Tell whether a text holds what only the renderer knows the words of: code of a template language, keys."""
    percent = dialect.kramdown or dialect.python_markdown
    if dialect.vitepress:
        return False  # Vue comes after the ids
    code = bool(dialect.templates) and ("{{" in raw or (percent and "{%" in raw))
    return code or (dialect.python_markdown and "++" in raw)


def _without_machinery(raw: str, dialect: Dialect) -> str:
    if dialect.kramdown:
        return kramdown.without_attributes(raw)
    if dialect.vitepress:
        return vitepress.without_emoji(raw)
    return python_markdown.without_icons(raw) if dialect.python_markdown else raw


def identified(headings: Sequence[Heading], dialect: Dialect) -> tuple[Heading, ...]:
    """Return the headings with the ids that the renderer gives them."""
    if not dialect.slugs:
        return tuple(headings)
    # Python-Markdown numbers an id that any heading has, even one further down; VitePress refuses that.
    counts = dialect.python_markdown or dialect.vitepress
    explicit = (heading.id for heading in headings if heading.explicit) if counts else ()
    taken = dict.fromkeys(explicit, 0)
    return tuple(heading if heading.explicit else _identified(heading, dialect, taken) for heading in headings)


def _identified(heading: Heading, dialect: Dialect, taken: dict[str, int]) -> Heading:
    slug_ = slug(heading.text, dialect)
    if not slug_ and (dialect.slugs in {"hugo", "kramdown"} or not heading.text):
        return heading
    return replace(heading, id=numbered(slug_, taken, dialect))


def numbered(slug: str, taken: dict[str, int], dialect: Dialect) -> str:
    """Return `slug` as the renderer numbers it when it is taken, and take it."""
    return _NUMBERS.get(dialect.slugs, unique)(slug, taken)


def slug(text: str, dialect: Dialect) -> str:
    """Return the slug of a heading's text, before it is numbered."""
    return _SLUGS.get(dialect.slugs, github_slug)(text)


def github_slug(text: str) -> str:
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


_SLUGS: dict[str, Callable[[str], str]] = {"python": python_markdown.slug, "vitepress": vitepress.slug}
_NUMBERS: dict[str, Callable[[str, dict[str, int]], str]] = {
    "kramdown": kramdown.numbered,
    "python": python_markdown.numbered,
}
"""By what the dialect calls its slugs; github-slugger's where it is not named."""
