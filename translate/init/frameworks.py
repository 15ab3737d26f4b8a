"""Site generators: which files give each away, how it reads Markdown, and where it looks for pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A generator of sites: what gives it away, how it reads Markdown, where its pages usually are."""

    name: str
    marks: tuple[str, ...]
    """Globs of files and folders that it alone has."""
    dialect: str
    folders: tuple[str, ...]
    nested: tuple[str, ...] = ()
    """Folders of pages in which each further language has a folder of its own."""
    output: str = "build/{locale}/{path}"
    """Where it looks for pages in another language, unless these lie beside the others."""
    routes: str = "/{page}"
    """Which addresses its pages usually have."""
    reaches: bool = False
    """Whether its pages may name files anywhere in the project; otherwise the files have to lie beside them."""
    ids_need: str = ""
    """A pattern for the plugin without which the ids of headings break its pages; "" where it reads them by itself."""
    ids_readers: str = "plugin that reads ids, such as remark-heading-id"
    """What is missing then, for people."""
    ids_as_comments: str = r"(?!)"
    """A pattern for settings of its that make it read ids in comments only (MDX's `{/* #id */}`)."""


_PLUGIN = r"\bremark-[a-z-]*heading-id"
"""remark-heading-id and remark-custom-heading-id."""
_V4 = r"\bv4\s*:\s*true|\bmdx1CompatDisabledByDefault\s*:\s*true|\bheadingIds\s*:\s*false"
"""How Docusaurus 3.10 is told to read MDX as version 4 will (its settings `future.v4` and `markdown.mdx1Compat`)."""

_POSTS = ("src/posts", "src/content", "src/routes")
FRAMEWORKS = (
    Framework(
        name="SvelteKit with mdsvex",
        marks=("svelte.config.*",),
        dialect="mdsvex",
        folders=_POSTS,
        nested=_POSTS,
        reaches=True,
        ids_need=_PLUGIN,
    ),
    Framework(
        name="mdBook",
        marks=("book.toml",),
        dialect="mdbook",
        folders=("src",),
        output="build/{locale}/src/{path}",
        routes="/{page}.html",
    ),
    Framework(
        name="Astro",
        marks=("astro.config.*",),
        dialect="gfm",
        folders=("src/content/docs/en", "src/content/docs", "src/content", "src/pages"),
        nested=("src/content/docs", "src/pages"),
        reaches=True,
        routes="/{page}/",
        ids_need=_PLUGIN,
    ),
    Framework(
        name="Docusaurus",
        marks=("docusaurus.config.*",),
        dialect="mdx",
        folders=("docs",),
        output="i18n/{locale}/docusaurus-plugin-content-docs/current/{path}",
        routes="/docs/{page}",
        reaches=True,
        ids_as_comments=_V4,
    ),
    Framework(
        name="VitePress",
        marks=(".vitepress", "docs/.vitepress"),
        dialect="vitepress",
        folders=("docs/en", "docs", "."),
        nested=("docs", "."),
        routes="/{page}.html",
    ),
    Framework(
        name="Hugo",
        marks=("hugo.*", "archetypes", "config/_default"),
        dialect="hugo",
        folders=("content/en", "content"),
        routes="/{page}/",
    ),
    Framework(
        name="Jekyll",
        marks=("_config.y*ml",),
        dialect="jekyll",
        folders=("_posts", "."),
        output="{locale}/{source}/{path}",
    ),
    Framework(
        name="MkDocs",
        marks=("mkdocs.y*ml",),
        dialect="mkdocs",
        folders=("docs/en", "docs"),
        routes="/{page}/",
        ids_need=r"(?m)\battr_list\b|^\s*-\s*[\"']?(?:markdown\.extensions\.|pymdownx\.)?extra\b",
        ids_readers="attr_list in mkdocs.yml",
    ),
)
UNKNOWN = Framework(name="", marks=(), dialect="gfm", folders=(), ids_need=_PLUGIN)
"""Stands for a generator that we do not know."""


def recognized(root: Path) -> Framework:
    """Return the generator whose files lie in a folder; UNKNOWN where none does."""
    return next((each for each in FRAMEWORKS if any(any(root.glob(mark)) for mark in each.marks)), UNKNOWN)
