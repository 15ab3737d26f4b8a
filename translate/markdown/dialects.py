"""What the renderers of Markdown disagree on, as data."""

from __future__ import annotations

from typing import Literal, NamedTuple

from translate.markdown import vitepress
from translate.markdown.formulas import BRACKETS, DOLLARS, ESCAPED_BRACKETS, Delimiters
from translate.markdown.python_markdown import ATTRIBUTES, LINE_STARTS, SIGNS
from translate.markdown.templates import HUGO, JINJA, KRAMDOWN, LIQUID, MDBOOK, VUE, Template

_GFM = ("TABLES", "STRIKETHROUGH", "FOOTNOTES", "TASKLISTS", "GFM")


class Dialect(NamedTuple):
    """How one renderer reads Markdown."""

    name: str
    extensions: tuple[str, ...] = ()
    """The parser's extensions, by the names of pulldown-cmark's options."""
    indented_code: bool = True
    """Whether four blanks make code."""
    expressions: bool = False
    """Whether `{…}` is code of the site, and tags may hold such code."""
    block_expressions: bytes = b""
    """Expressions that make a block when alone on a line, by their first character; b"" for all of them."""
    jsx: bool = False
    """Whether tags are JSX: a block when alone on a line, else part of the text; `import` and `export` are code."""
    directives: Literal["", "containers", "all"] = ""
    """Whether lines of `:::` hold blocks (`:::note[Title]`, `::: note Title`); and in "all" whether `::name[Title]` is
    a block, and `:name[…]` stands in text."""
    templates: tuple[Template, ...] = ()
    """What is code of a template language."""
    attribute_lines: bytes = b""
    """A pattern: attributes of the block before them, on a line of their own."""
    prose_fences: tuple[bytes, ...] = ()
    """Fences whose content is Markdown, by the first word after their opening."""
    json: bool = False
    """Whether a page may begin with an object of JSON, which is its front matter then."""
    formulas: tuple[Delimiters, ...] = ()
    """How formulas are written."""
    kramdown: bool = False
    """Whether two backslashes break a line, `|` makes tables anywhere but in code, and `*[HTML]: …` is no text."""
    python_markdown: bool = False
    """Whether indented lines are the content of asides (`!!! note`, `??? note`, `=== "Tab"`), and what else
    `python_markdown` knows."""
    vitepress: bool = False
    """Whether tags are Vue's, and what else `vitepress` knows."""
    attribute_lists: bytes = b""
    """A pattern: attributes of what stands before them, anywhere in a text."""
    line_starts: str = ""
    """A pattern: what begins a block where CommonMark sees text."""
    signs: str = ""
    """A pattern: characters of a text that mean something where CommonMark sees none."""
    slugs: Literal["", "github", "hugo", "kramdown", "mdsvex", "python", "vitepress"] = ""
    """How the renderer makes ids of headings; "" when it makes none that a page could keep."""
    heading_attributes: Literal["", "id", "list"] = ""
    """What an author may write after a heading: `{#id}`, or that and other attributes in one list."""
    brace: tuple[str, str] = ("{", "}")
    """How a literal `{` and `}` are written in Markdown text."""
    brace_in_html: tuple[str, str] = ("{", "}")
    """How they are written in raw HTML."""
    quote_in_attribute: str = "&quot;"
    """How `"` is written where Markdown text becomes an attribute: descriptions of images, titles of links."""
    contents: str = ""
    """A heading with this text (a regular expression) is filled with a table of contents by the renderer."""

    @property
    def tags(self) -> Literal["", "jsx", "python", "svelte", "vue"]:
        """Return whose tags there are, beyond those of CommonMark."""
        if self.expressions:
            return "jsx" if self.jsx else "svelte"
        return "python" if self.python_markdown else "vue" if self.vitepress else ""

    @property
    def long_braces(self) -> tuple[bytes, ...]:
        """Return how literal braces are written, where the parser sees more than one character in that."""
        return tuple(each.encode() for each in self.brace if each.startswith("&amp;"))

    @property
    def bracketing(self) -> frozenset[str]:
        """Return what a backslash before it makes the beginning of a formula, so that it escapes nothing there."""
        return frozenset(each.opening[1:].decode() for each in self.formulas if each in BRACKETS)

    @property
    def masked(self) -> tuple[bytes, ...]:
        """Return the signs without which a page of this dialect is plain CommonMark."""
        tags = (b"<", b"{") if self.expressions else (b"{",) if self.templates else ()
        formulas = (each.opening for each in self.formulas)
        return (
            *tags,
            *formulas,
            *((b"",) if self.python_markdown or self.vitepress else ()),
            *((b"\\\\\n", b"\\\\\r", b"`", b"*[", b"](") if self.kramdown else ()),
            *((b":::" if self.directives == "containers" else b":",) if self.directives else ()),
            *self.prose_fences,
            *((b"import", b"export") if self.jsx else ()),
        )


DIALECTS = {
    dialect.name: dialect
    for dialect in (
        Dialect(name="commonmark", directives="containers"),
        Dialect(name="gfm", extensions=_GFM, directives="containers", formulas=DOLLARS),
        Dialect(
            name="mdbook",
            extensions=(*_GFM, "DEFINITION_LIST"),
            templates=MDBOOK,
            prose_fences=(b"admonish",),  # mdbook-admonish, which most books with asides use
            formulas=(*DOLLARS, *ESCAPED_BRACKETS),
            slugs="github",
            heading_attributes="list",
            brace=("\\{", "\\}"),
            brace_in_html=("&#123;", "&#125;"),
        ),
        Dialect(
            # Measured with Hugo 0.168; 0.111 takes addresses of links, tags and all hyphens into ids.
            name="hugo",
            extensions=(*_GFM, "DEFINITION_LIST"),
            templates=HUGO,
            attribute_lines=rb"\{[ \t]*(?:[.#]|[\w:-]+[ \t]*=)[^{}\n]*\}(?=[ \t]*\r?(?:\n|\Z))",
            json=True,
            formulas=(*DOLLARS, *ESCAPED_BRACKETS, *BRACKETS),
            slugs="hugo",
            heading_attributes="list",
            brace=("\\{", "\\}"),
            brace_in_html=("&#123;", "&#125;"),
        ),
        Dialect(
            # Measured with kramdown 2.4 and its GFM parser, as Jekyll 4 uses them.
            name="jekyll",
            extensions=(*_GFM, "DEFINITION_LIST"),
            templates=(*LIQUID, *KRAMDOWN),
            kramdown=True,
            formulas=(*DOLLARS, *ESCAPED_BRACKETS),
            slugs="kramdown",
            heading_attributes="id",
            brace=("&#123;", "&#125;"),  # Liquid, which comes first, knows no backslash
            brace_in_html=("&#123;", "&#125;"),
        ),
        Dialect(
            # Measured with Python-Markdown 3.11 and PyMdown Extensions 13, as Material for MkDocs has them set.
            name="mkdocs",
            extensions=(*_GFM, "DEFINITION_LIST"),
            directives="containers",  # those of mkdocstrings, which have no words
            templates=JINJA,
            python_markdown=True,
            attribute_lists=ATTRIBUTES,
            line_starts=LINE_STARTS,
            signs=SIGNS,
            formulas=(*DOLLARS, *BRACKETS),
            slugs="python",
            heading_attributes="list",
            brace=("&#123;", "&#125;"),  # Jinja, which comes first, knows no backslash
            brace_in_html=("&#123;", "&#125;"),
        ),
        Dialect(
            # Measured with mdsvex 0.12 (remark-parse 8) and Svelte 5.
            name="mdsvex",
            extensions=("TABLES", "STRIKETHROUGH", "TASKLISTS"),
            indented_code=False,
            expressions=True,
            block_expressions=b"#:/@",
            slugs="mdsvex",
            heading_attributes="id",
            # mdsvex decodes entities before Svelte sees the text, so the ampersand has to survive once.
            brace=("&amp;#123;", "&amp;#125;"),
            brace_in_html=("&#123;", "&#125;"),
            quote_in_attribute="&amp;quot;",
            contents=r"(?:table[ -]of[ -])?contents?|toc",
        ),
        Dialect(
            # MDX 3 with remark-gfm and remark-directive, as Astro and Docusaurus use it.
            name="mdx",
            extensions=_GFM,
            indented_code=False,
            expressions=True,
            jsx=True,
            directives="all",
            formulas=DOLLARS,
            slugs="github",
            heading_attributes="id",
            brace=("\\{", "\\}"),
            brace_in_html=("&#123;", "&#125;"),
        ),
        Dialect(
            # Measured with VitePress 1.6.
            name="vitepress",
            extensions=_GFM,
            directives="containers",
            templates=VUE,
            vitepress=True,
            attribute_lists=vitepress.ATTRIBUTES,
            formulas=DOLLARS,
            slugs="vitepress",
            heading_attributes="list",
            brace=("&#123;", "&#125;"),  # Vue, which comes later, knows no backslash, and leaves entities alone
            brace_in_html=("&#123;", "&#125;"),
        ),
    )
}
