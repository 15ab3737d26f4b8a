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
    """How that content ends, with `NAME` for the name."""


_SHORTCODE = rb"\{\{[<%][ \t]*(?P<name>" + CODE + rb")(?=[\s>%])(?![^<>{}]*/[>%]\}\})"
_SHORTCODE_END = rb"\{\{[<%][ \t]*/[ \t]*NAME[ \t]*[>%]\}\}"
HUGO = (
    Template(b"{{<", rb"[%>]\}\}", verbatim=_SHORTCODE, ending=_SHORTCODE_END),
    Template(b"{{%", rb"[%>]\}\}", verbatim=_SHORTCODE, ending=_SHORTCODE_END),
    Template(b"{{", rb"\}\}"),
)
LIQUID = (
    Template(b"{{", rb"\}\}"),
    Template(
        b"{%",
        rb"%\}",
        verbatim=rb"\{%-?[ \t]*(?P<name>" + CODE + rb")\b",
        ending=rb"\{%-?[ \t]*endNAME[ \t]*-?%\}",
    ),
)
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
        return _verbatim_end(body, start, template, ahead) or closing.end()
    return -1


def _verbatim_end(body: bytes, start: int, template: Template, ahead: Ahead) -> int:
    """Return the offset after the content that is code; 0 when there is none."""
    opening = re.compile(template.verbatim).match(body, start) if template.verbatim else None
    if opening is None:
        return 0
    ending = ahead.find(re.compile(template.ending.replace(b"NAME", opening["name"])), opening.end())
    again = ahead.find(re.compile(rb"\{(?:\{[<%]|%-?|::)[ \t]*" + opening["name"] + rb"\b"), opening.end())
    # One of the same name that begins first shows that this one has no content.
    return ending.end() if ending and (again is None or ending.start() < again.start()) else 0
