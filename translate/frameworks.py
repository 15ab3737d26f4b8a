"""The generators of sites that are known: by what a folder gives them away, and where they look for pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A generator of sites: what gives it away, how it reads Markdown, where its pages usually are."""

    name: str
    mark: str
    dialect: str
    folders: tuple[str, ...]
    nested: tuple[str, ...] = ()
    """Folders of pages in which each further language has a folder of its own."""
    output: str = "build/{locale}/{path}"
    """Where it looks for pages in another language, unless these lie beside the others."""
    routes: str = "/{page}"
    """Which addresses its pages usually have."""


_POSTS = ("src/posts", "src/content", "src/routes")
FRAMEWORKS = (
    Framework(name="SvelteKit with mdsvex", mark="svelte.config.*", dialect="mdsvex", folders=_POSTS, nested=_POSTS),
    Framework(
        name="mdBook",
        mark="book.toml",
        dialect="mdbook",
        folders=("src",),
        output="build/{locale}/src/{path}",
        routes="/{page}.html",
    ),
    Framework(
        name="Astro",
        mark="astro.config.*",
        dialect="gfm",
        folders=("src/content/docs/en", "src/content/docs", "src/content", "src/pages"),
        nested=("src/content/docs", "src/pages"),
        routes="/{page}/",
    ),
    Framework(
        name="Docusaurus",
        mark="docusaurus.config.*",
        dialect="mdx",
        folders=("docs",),
        output="i18n/{locale}/docusaurus-plugin-content-docs/current/{path}",
        routes="/docs/{page}",
    ),
    Framework(name="Hugo", mark="hugo.*", dialect="hugo", folders=("content/en", "content"), routes="/{page}/"),
    Framework(
        name="Jekyll",
        mark="_config.y*ml",
        dialect="jekyll",
        folders=("_posts", "."),
        output="{locale}/{source}/{path}",
    ),
    Framework(name="MkDocs", mark="mkdocs.y*ml", dialect="commonmark", folders=("docs/en", "docs"), routes="/{page}/"),
)
UNKNOWN = Framework(name="", mark="", dialect="gfm", folders=())
"""What a site is taken for that none of them gives away."""
