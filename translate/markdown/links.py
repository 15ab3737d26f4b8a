"""Where the links of a page lead, and the ids on it that links can lead to.

A page is read once: what has been found then is looked at again here, so a page whose links nobody asks for costs
nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Literal, NamedTuple

from translate.markdown import anchors
from translate.markdown.attributes import ENTITY
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import Event
from translate.markdown.page import Page
from translate.markdown.tags import Attribute, Tag, tag_at
from translate.model import Span

Kind = Literal["link", "resource", "visible", "module", "value"]

_DESTINATION = re.compile(rb"[\s>]*\]\(\s*(?:<([^<>\n]*)>|([^\s<]\S*))")
_DEFINITION = re.compile(rb"\[[^\^\]](?:[^\[\]\\]|\\.)*\]:\s*(?:<([^<>\n]*)>|([^\s<]\S*))", re.DOTALL)
_ESCAPED = re.compile(rb"\\([!-/:-@\[-`{-~])")
_LITERAL = re.compile(rb"\{\s*([\"'`])([^\"'`\\{}$\n]*)\1\s*\}")
_CANDIDATE = re.compile(rb"([^\s,]\S*+)(?:(?<!,)\s++[^,]*+)?")
"""An image of `srcset` and its descriptor; a comma at its end is none of its (HTML living standard §4.8.4)."""
_KEEPING = re.compile(rb"\s(?:hreflang|data-no-localize)[\s=/>]")
"""Attributes by which an author says that a link leads into a certain language."""
_ATTRIBUTES: dict[str, Kind] = {
    "href": "link",
    "to": "link",
    "src": "resource",
    "srcset": "resource",
    "poster": "resource",
}
_FOLLOWED = frozenset(("a", "area"))
_UNFOLLOWED = frozenset(("base", "use"))
"""Elements whose `href` is no address of the site."""


class Link(NamedTuple):
    """An address in a page."""

    target: str
    """As a browser gets it: escapes and entities are read."""
    span: Span
    """The bytes that it is written in."""
    kind: Kind = "link"
    """Whether people follow it, a browser fetches it, it is what people read (`<https://…>`), code imports it, or the
    front matter names it."""
    loose: bool = False
    """Whether it stands in a component, which alone knows what it means."""
    kept: bool = False
    """Whether its author wants it to stay as it is in every language."""
    code: bool = False
    """Whether it stands in a JavaScript string."""


_ID_IN_LIST = rb"\{(?=[: \t.#\w])[^{}#\n]*#([^\s{}]+)[^{}\n]*\}"
"""What lists of attributes name, of whatever they stand behind."""


def links(page: Page) -> tuple[Link, ...]:
    """Return the links of a page in page order; what is surely none, or holds code of the site, is left out.

    A link by reference is told once, where its address is defined.
    """
    source = page.source
    found = [
        *(link for run in page.runs for link in _in_run(run, source)),
        *(link for tag in _live(page.tags, source) for link in _in_tag(tag, source)),
        *(link for span in page.definitions for link in _defined(span, source)),
    ]
    return tuple(sorted((link for link in found if "{" not in link.target), key=lambda link: link.span))


def ids(page: Page) -> frozenset[str]:
    """Return what the fragments of links can name on a page: ids of headings and of tags."""
    named = {heading.id for heading in page.headings if heading.id}
    for tag in _tags(page):
        for attribute in tag.attributes:
            if attribute.name == "id" or (attribute.name == "name" and tag.name == "a"):
                named.update(text for text, _ in _value(attribute, page.source))
    if DIALECTS[page.rules.dialect].attribute_lists:
        named.update(match[1].decode() for match in re.finditer(_ID_IN_LIST, page.source))
    return frozenset(named)


def usual_ids(page: Page) -> frozenset[str]:
    """Return the ids that most renderers would give the headings, for dialects that do not say (github-slugger)."""
    if DIALECTS[page.rules.dialect].slugs:
        return frozenset()
    taken: dict[str, int] = {}
    return frozenset(anchors.unique(anchors.github_slug(heading.text), taken) for heading in page.headings)


def hides_ids(page: Page) -> bool:
    """Tell whether there may be ids on the page that only its renderer knows: of components, includes, code."""
    dialect = DIALECTS[page.rules.dialect]
    code = (b"{{", b"{%") if dialect.templates else (b"{@",) if dialect.expressions else (b"{{#",)
    files = (b"8<-", b":::") if dialect.python_markdown else (b"<!--@include",) if dialect.vitepress else ()
    return any(sign in page.source for sign in (*code, *files)) or any(
        tag.component or any(each.name in {"id", ""} and each.quote == "{" for each in tag.attributes)
        for tag in _tags(page)
    )


def _tags(page: Page) -> Iterator[Tag]:
    yield from _live(page.tags, page.source)
    for run in page.runs:
        for name, _, start, _ in run:
            if name == "InlineHtml" and (tag := tag_at(page.source, start)) is not None and not tag.closing:
                yield tag


def _live(tags: Sequence[Tag], source: bytes) -> Iterator[Tag]:
    """Yield the tags that do not stand inside scripts and styles."""
    silent = 0
    for tag in sorted(tags, key=lambda tag: tag.span):
        if tag.span.start < silent:
            continue
        if tag.name in {"script", "style"} and not tag.empty:
            silent = source.find(b"</" + tag.name.encode(), tag.span.end)
        yield tag
        if silent < 0:
            return


def _in_run(run: Sequence[Event], source: bytes) -> Iterator[Link]:
    """Yield the links of one block; what stands in the description of an image is none."""
    opened: list[int] = []
    images = 0
    for index, (name, _, start, _) in enumerate(run):
        if name in {"+Link", "+Image"}:
            opened.append(index)
            images += name == "+Image"
        elif name in {"-Link", "-Image"}:
            images -= name == "-Image"
            first = opened.pop()
            if not images:
                yield from _written(run[first], run[index - 1], source)
        elif name == "InlineHtml" and not images and (tag := tag_at(source, start)) is not None:
            yield from _in_tag(tag, source)


def _written(opening: Event, last: Event, source: bytes) -> Iterator[Link]:
    """Yield the link that `opening` begins, whose words end with `last`, where its address is its own."""
    name, target, start, end = opening
    if source.startswith(b"<", start):
        yield Link(target, Span(start + 1, end - 1), "visible")
    elif source.startswith(b")", end - 1):
        words_end = last[3] if last is not opening else start + len("![" if name == "+Image" else "[")
        match = _DESTINATION.match(source, words_end, end - 1)
        if match is not None and _plain(match[match.lastindex or 0]) == target:
            yield Link(target, Span(*match.span(match.lastindex or 0)), "link" if name == "+Link" else "resource")


def _defined(span: Span, source: bytes) -> Iterator[Link]:
    match = _DEFINITION.match(source, span.start, span.end)
    if match is not None and match.lastindex:
        yield Link(_plain(match[match.lastindex]), Span(*match.span(match.lastindex)))


def _in_tag(tag: Tag, source: bytes) -> Iterator[Link]:
    if tag.closing or tag.name in _UNFOLLOWED:
        return
    kept = _KEEPING.search(source, *tag.span) is not None
    for attribute in tag.attributes:
        kind = _ATTRIBUTES.get(attribute.name)
        if kind is None or (attribute.name == "to" and not tag.component):
            continue
        if not tag.component and tag.name not in _FOLLOWED:
            kind = "resource"
        for target, span in _value(attribute, source, several=attribute.name == "srcset"):
            yield Link(target, span, kind, loose=tag.component, kept=kept, code=attribute.quote == "{")


def _value(attribute: Attribute, source: bytes, *, several: bool = False) -> Iterator[tuple[str, Span]]:
    """Yield what an attribute says, and its bytes; one that is computed says nothing."""
    start, end = attribute.value
    if attribute.quote == "{":
        literal = _LITERAL.fullmatch(source, start, end)
        if literal is None:
            return
        start, end = literal.span(2)
    if several:
        for match in _CANDIDATE.finditer(source, start, end):
            address = match[1].rstrip(b",")
            yield _read(address), Span(match.start(1), match.start(1) + len(address))
    elif start < end:
        yield _read(source[start:end]), Span(start, end)


def _read(written: bytes) -> str:
    return ENTITY.sub(lambda match: unescape(match[0].decode()).encode(), written).decode()


def _plain(written: bytes) -> str:
    """Return a destination of Markdown as it is meant (CommonMark §2.4, §2.5)."""
    parts = _ESCAPED.split(written)
    parts[::2] = [_read(part).encode() for part in parts[::2]]
    return b"".join(parts).decode()
