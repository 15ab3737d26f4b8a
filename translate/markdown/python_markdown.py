"""What Python-Markdown 3 and PyMdown Extensions read beyond CommonMark, as MkDocs and Material for MkDocs use them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import MutableMapping
from typing import NamedTuple

from translate.markdown.ahead import Ahead
from translate.markdown.place import line_end, line_start
from translate.model import Span

PLACES = rb"|!!!|\?\?\?|===|///|-+8<-|\[TOC\]|\+\+"
"""How what is read here begins."""
_ATTRIBUTE = rb"(?:[#.][^\s{}=\"']+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"'=]+))"
ATTRIBUTES = (
    rb"\{:[^{}\n]*\}"
    rb"|\{[ \t]*(?:[\w-]+[ \t]+)*" + _ATTRIBUTE + rb"(?:[ \t]+(?:" + _ATTRIBUTE + rb"|[\w-]+))*[ \t]*\}"
    rb"|(?<=[)\]*_`])\{[ \t]*[A-Za-z][\w-]*[ \t]*\}"
)
"""A list of attributes (attr_list); one of a bare word only where it follows a link, a mark or code."""
LINE_STARTS = r"!!!|\?\?\?|///|===|#"
"""What begins a block where CommonMark sees text."""
SIGNS = r"\$|\+(?=\+)|(?<=\+)\+"
"""What makes formulas and keys, even inside a word."""
# Most sites have no such pages: these patterns are compiled where the first is met.
_ASIDE = rb"""
    (?: !!![ ]?[\w-]+(?:[ ]+[\w-]+)* | \?\?\?\+?(?:[ ]?[\w-]+(?:[ ]+[\w-]+)*|(?=[ ]+")) | ===[+!]{0,2}(?=[ ]+") )
    (?: [ ]+"(?P<title>[^\r\n]*?)" )? [ ]*(?=\r?\n|\Z)"""
_BLOCK = rb"/{3,}(?:[ ]*(?P<name>[\w-]+)(?:[ ]*\|[ ]*(?P<title>[^\r\n]*[^\s]))?)?[ ]*(?=\r?\n|\Z)"
_SNIPPET = rb"-+8<-+(?P<said>[ \t][^\r\n]*)?(?=\r?\n|\Z)"
_SNIPPETS_END = rb"\n[ \t]*-+8<-+(?=[ \t]*\r?(?:\n|\Z))"
_CONTENTS = rb"\[TOC\](?=[ \t]*\r?(?:\n|\Z))"
_KEY = rb"(?:[\w-]+|\"[^\"\n]+\")"
_INLINE = (
    rb"(?:(?<![+{\\])\+\+" + _KEY + rb"(?:\+" + _KEY + rb")*\+\+(?!\+)"
    rb"|(?<![\w:]):[A-Za-z][\w+-]*:(?![\w:]))(?:" + ATTRIBUTES + rb")?"
)
_ICON = r"(?<![\w:]):[A-Za-z][\w+-]*:(?![\w:])"
_MARKDOWN_IN_HTML = rb"\smarkdown(?=[\s=>/])"
_CELL_END = rb"[ \t]*\|"
_HEADING_LIST = rb"(?<=[ \t])\{:?[ \t]*[^{}\s\n][^{}\n]*\}[ \t]*\Z"
_ID = rb"[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|(?:(?<=[ \t{:])(?:#|id=)(?P<id>[^\s={}\"']+)))"
_NOT_IN_SLUG = r"[^\w\s-]"
_BETWEEN = r"[-\s]+"
_NUMBERED = r"(?s)(.*)_(\d+)\Z"
ASIDE = "aside"
"""What an item is called that is the mask of one."""
INDENT = 4
"""How far the content of an aside is indented, in columns."""


class Construct(NamedTuple):
    """Something that only this renderer reads."""

    end: int
    title: Span | None = None
    """Where the words in it are."""
    lead: int = 0
    """How many bytes at its beginning stand for the mark of an item, whose content the indented lines are."""


def block_at(body: bytes, start: int, ahead: Ahead) -> Construct | None:
    """Return the construct that the line is from byte `start` on: an aside, a fence of a block, a snippet, contents.

    Admonitions (`!!!`), details (`???`) and tabs (`===`) hold the lines below that are indented.
    """
    if (match := re.compile(rb"(?x)" + _ASIDE).match(body, start)) is not None:
        title = Span(*match.span("title")) if match["title"] else None
        return Construct(match.end(), title, lead=len("-  "))
    if (match := re.compile(_BLOCK).match(body, start)) is not None:
        title = Span(*match.span("title")) if match["title"] and match["name"] != b"html" else None
        return Construct(match.end(), title)
    if (match := re.compile(_SNIPPET).match(body, start)) is not None:
        end = None if (match["said"] or b"").strip() else ahead.find(re.compile(_SNIPPETS_END), match.end())
        return Construct(end.end() if end else match.end())
    if (match := re.compile(_CONTENTS).match(body, start)) is not None:
        return Construct(match.end())
    return None


def inline_end(body: bytes, start: int) -> int:
    """Return where the keys (`++ctrl+c++`) or the icon (`:material-check:`) end that begin at `start`; or -1."""
    match = re.compile(_INLINE).match(body, start)
    return match.end() if match else -1


def holds_markdown(tag: bytes) -> bool:
    """Tell whether what stands in an element is Markdown, given its tag (md_in_html)."""
    return re.compile(_MARKDOWN_IN_HTML).search(tag) is not None


def ends_cell(body: bytes, end: int) -> bool:
    """Tell whether attributes that end at `end` stand last in a cell of a table."""
    return re.compile(_CELL_END).match(body, end) is not None


def is_aside(body: bytes, start: int) -> bool:
    """Tell whether an admonition, details or a tab begin at `start`, or after blanks there."""
    return re.compile(rb"(?x)[ \t]*" + _ASIDE).match(body, start) is not None


def column(body: bytes, offset: int) -> int:
    """Return in which column the first sign of a line stands, the marks of quotes aside."""
    line = body[line_start(body, offset) : line_end(body, offset)].expandtabs(INDENT)
    return len(line) - len(line.lstrip(b" >"))


def written(source: bytes, start: int, end: int) -> tuple[int, Span | None, str] | None:
    """Return where the text of a heading ends, the bytes of the id that its author wrote if any, and that id."""
    begin = source.rfind(b"{", start, end)
    if begin < 0 or not (match := re.compile(_HEADING_LIST).match(source, begin, end)):
        return None
    text_end = start + len(source[start:begin].rstrip(b" \t").rstrip(b"#").rstrip(b" \t"))
    named = [each for each in re.compile(_ID).finditer(source, begin + 1, end) if each["id"]]
    if not named:
        return text_end, None, ""
    span = Span(*named[-1].span())
    rest = source[begin + 1 : span.start] + source[span.end : match.end()]
    alone = not rest.strip(b" \t:}")
    return text_end, Span(text_end, match.end()) if alone else span, named[-1]["id"].decode()


def without_icons(raw: str) -> str:
    """Return a text without its icons, which are none of the text that an id is made from."""
    return re.compile(_ICON).sub("", raw)


def slug(text: str) -> str:
    """Return the slug of a heading's text (`markdown.extensions.toc.slugify`)."""
    plain = unicodedata.normalize("NFKD", " ".join(text.split())).encode("ascii", "ignore").decode()
    return re.compile(_BETWEEN).sub("-", re.compile(_NOT_IN_SLUG).sub("", plain).strip().lower())


def numbered(slug: str, taken: MutableMapping[str, int]) -> str:
    """Return `slug`, numbered when it is taken or empty, and take it (`markdown.extensions.toc.unique`)."""
    id_ = slug
    if id_ in taken or not id_:
        match = re.compile(_NUMBERED).match(id_)
        base, count = (match[1], int(match[2])) if match else (id_, 0)
        known = taken.get(counter := f"\0{base}", 0)
        count = max(known, count)
        follows = count == known
        while (id_ := f"{base}_{count + 1}") in taken:
            count += 1
        if follows:
            taken[counter] = count + 1
    taken[id_] = 0
    return id_
