"""What the renderers of Markdown disagree on, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_GFM = ("TABLES", "STRIKETHROUGH", "FOOTNOTES", "TASKLISTS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one renderer reads Markdown."""

    name: str
    extensions: tuple[str, ...] = ()
    """The parser's extensions, by the names of pulldown-cmark's options."""
    indented_code: bool = True
    """Whether four blanks make code."""
    expressions: bool = False
    """Whether `{…}` is code of the site, and tags may hold such code."""
    tag_starts_block: bool = False
    """Whether a line that begins with any tag begins raw HTML, even inside a paragraph."""
    slugs: Literal["", "github", "mdbook"] = ""
    """How the renderer makes ids of headings; "" when it makes none that a page could keep."""
    brace: tuple[str, str] = ("{", "}")
    """How a literal `{` and `}` are written in Markdown text."""
    brace_in_html: tuple[str, str] = ("{", "}")
    """How they are written in raw HTML."""
    contents: str = ""
    """A heading with this text (a regular expression) is filled with a table of contents by the renderer."""


DIALECTS = {
    dialect.name: dialect
    for dialect in (
        Dialect(name="commonmark"),
        Dialect(name="gfm", extensions=_GFM),
        Dialect(name="mdbook", extensions=(*_GFM, "DEFINITION_LIST"), slugs="mdbook"),
        Dialect(
            # Measured with mdsvex 0.12 (remark-parse 8) and Svelte 5.
            name="mdsvex",
            extensions=("TABLES", "STRIKETHROUGH"),
            indented_code=False,
            expressions=True,
            tag_starts_block=True,
            slugs="github",
            # mdsvex decodes entities before Svelte sees the text, so the ampersand has to survive once.
            brace=("&amp;#123;", "&amp;#125;"),
            brace_in_html=("&#123;", "&#125;"),
            contents=r"(?i)(?:table[ -]of[ -])?contents?|toc",
        ),
    )
}
