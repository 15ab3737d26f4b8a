"""What template languages put into pages: shortcodes, tags, includes, lists of attributes."""

from __future__ import annotations

import re
from typing import NamedTuple

from translate.markdown.ahead import Ahead

CODE = rb"chart|code|codeblock|comment|diagram|goat|graphviz|highlight|katex|latex|math|mathjax|mermaid|plantuml|prism"
"""Shortcodes, tags and containers whose content is code, as Hugo, Jekyll and their themes call them."""


class Template(NamedTuple):
    """One form that code of a template language has; all but the opening are patterns."""

    opening: bytes
    closing: bytes
    lines: bool = True
    """Whether it may go on on the next line."""
    verbatim: bytes = b""
    """How one begins whose content is code, with its `name`."""
    ending: bytes = b""
    """How content ends, with `NAME` for the name."""
    opened: bytes = b""
    """How any begins that may have content, with its `name`."""


_SHORTCODE = rb"\{\{[<%][ \t]*(?P<name>" + CODE + rb")(?=[\s>%])(?![^<>{}]*/[>%]\}\})"
_SHORTCODE_END = rb"\{\{[<%][ \t]*/[ \t]*NAME[ \t]*[>%]\}\}"
_ANY_SHORTCODE = rb"\{\{[<%][ \t]*(?P<name>[\w/.-]+)(?=[\s>%])"
_BARE = rb"[\w#$%&()+,./:;=?@^~-]+"
_LISTED = re.compile(rb"\s*(?:" + _BARE + rb"[ \t]*[\r\n]+[ \t]*)*(?:" + _BARE + rb")?")
"""Content each line of which is one word or name."""
_NAME = re.compile(rb"\w[./:_=]\w|[0-9]")
"""What names of files, addresses, numbers and keys hold, and words do not."""
HUGO = (
    Template(b"{{<", rb"[%>]\}\}", verbatim=_SHORTCODE, ending=_SHORTCODE_END, opened=_ANY_SHORTCODE),
    Template(b"{{%", rb"[%>]\}\}", verbatim=_SHORTCODE, ending=_SHORTCODE_END, opened=_ANY_SHORTCODE),
    Template(b"{{", rb"\}\}"),
)
LIQUID = (
    Template(b"{{", rb"\}\}"),
    Template(
        b"{%",
        rb"%\}",
        verbatim=rb"\{%-?[ \t]*(?P<name>" + CODE + rb")\b",
        ending=rb"\{%-?[ \t]*endNAME[ \t]*-?%\}",
        opened=rb"\{%-?[ \t]*(?P<name>\w+)\b",
    ),
)
JINJA = (*LIQUID, Template(b"{# ", rb"#\}", lines=False))
KRAMDOWN = (
    Template(
        b"{:",
        rb"\}",
        lines=False,
        verbatim=rb"\{::(?P<name>comment|nomarkdown)[ \t]*[^/{}\n]*\}",
        ending=rb"\{:/(?:NAME)?\}",
    ),
)
"""Its extensions and lists of attributes: `{::comment}`, `{: .class}`, `{:toc}`."""
VUE = (Template(b"{{", rb"\}\}"),)
MDBOOK = (Template(b"{{#", rb"\}\}"),)


def template_end(body: bytes, start: int, templates: tuple[Template, ...], ahead: Ahead) -> int:
    """Return the offset after the template that begins at `start`, or -1 when none does.

    Content that is code belongs to it.
    """
    for template in templates:
        if not body.startswith(template.opening, start):
            continue
        closing = ahead.find(re.compile(template.closing), start + len(template.opening))
        if closing is None or (not template.lines and b"\n" in body[start : closing.start()]):
            continue
        end = _verbatim_end(body, start, template, ahead) or _listing_end(body, start, closing.end(), template)
        return end or closing.end()
    return -1


def _listing_end(body: bytes, start: int, content: int, template: Template) -> int:
    """Return the offset after content that is a list of names, such as the files of a gallery; 0 when there is none.

    They stay as they are, a line each: no renderer's list of shortcodes says which ones read their lines.
    """
    opening = re.compile(template.opened).match(body, start) if template.opened else None
    listed = _LISTED.match(body, content) if opening else None
    if opening is None or listed is None or not _NAME.search(body, content, listed.end()):
        return 0
    ending = re.compile(template.ending.replace(b"NAME", re.escape(opening["name"]))).match(body, listed.end())
    return ending.end() if ending else 0


def _verbatim_end(body: bytes, start: int, template: Template, ahead: Ahead) -> int:
    """Return the offset after the content that is code; 0 when there is none."""
    opening = re.compile(template.verbatim).match(body, start) if template.verbatim else None
    if opening is None:
        return 0
    ending = ahead.find(re.compile(template.ending.replace(b"NAME", opening["name"])), opening.end())
    again = ahead.find(re.compile(rb"\{(?:\{[<%]|%-?|::)[ \t]*" + opening["name"] + rb"\b"), opening.end())
    # One of the same name that begins first shows that this one has no content.
    return ending.end() if ending and (again is None or ending.start() < again.start()) else 0
