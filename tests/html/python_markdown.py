"""Pages rendered by Python-Markdown and PyMdown Extensions, set as Material for MkDocs asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown import Markdown

from tests.markdown.shape import body

_EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.smartsymbols"),
    *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab", "pymdownx.blocks.html"),
)
_SETTINGS = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def python_markdown(sources: Sequence[bytes]) -> list[str | None]:
    """Return the HTML of each page."""
    return [_renderer().reset().convert(source[body(source) :].decode()) for source in sources]


@cache
def _renderer() -> Markdown:
    return Markdown(extensions=_EXTENSIONS, extension_configs=_SETTINGS)
