"""Who reads which format. Parsers are imported when the first page needs them (20 ms for YAML, 9 for TOML)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Literal, Protocol, cast

from translate.markdown.frontmatter.paths import Paths
from translate.markdown.frontmatter.scalar import Found

Format = Literal["yaml", "toml"]

_MODULES: Mapping[Format, str] = {
    "yaml": "translate.markdown.frontmatter.yaml_scalars",
    "toml": "translate.markdown.frontmatter.toml_scalars",
}


class Reader(Protocol):
    """What a module offers that reads a format."""

    def parse(self, text: str, *, path: str, line: int) -> tuple[Mapping[str, object], object] | None:
        """Return the values and what `find` needs, or None when the text is no front matter.

        Raises PageError, naming `path`, when it cannot be read; `line` is the page's line that the text begins on.
        """

    def find(self, text: str, document: object, paths: Paths) -> Iterable[Found]:
        """Return the listed texts in the order of the page."""

    def load(self, fenced: str) -> Mapping[str, object]:
        """Return the values of a text that begins with the fence.

        Raises ValueError when it cannot be read.
        """


@cache
def reader(form: Format) -> Reader:
    """Return who reads the format."""
    return cast("Reader", import_module(_MODULES[form]))
