"""The values that are text, and those that would be if they could be replaced in place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from translate.model import Span

Style = Literal["plain", "flow", "single", "double", "block", "literal", "basic lines", "literal lines"]
"""How a text is written, which decides what its place can hold.

YAML: `plain` (`flow` inside `[…]` and `{…}`), `single`, `double`, and `block` for a line of `|` or a paragraph of `>`.
TOML: `double` for "…", `literal` for '…', and the lines inside of triple quotes.
"""

BLANKS = " \t"
"""What separates words of a line in YAML and TOML; other spaces (NBSP) are text."""

_LINE_BREAK = re.compile(r"\r\n?|\n")


class Scalar(NamedTuple):
    """A text in the front matter: `span` (bytes of the page) is all that has to be replaced to change it."""

    key: str
    """Where it is: `title`, `hero.title`, `faq[0].question`. The lines of one block scalar share a key."""
    span: Span
    value: str
    """What the parser reads there; never holds a line break."""
    style: Style
    part: int = 0
    """Which line of the value it is, from 0, when the value has more than one (blank lines do not count)."""


class Untranslatable(NamedTuple):
    """Words that no segment holds, so that they stay in the source language."""

    line: int
    """The line of the page, from 1."""
    text: str
    reason: str
    component: str = ""
    """The component whose attribute says them, where it is enough to name that in the settings."""
    paths: tuple[str, ...] = ()
    """What the settings have to say of the component then, with what they say already."""


class Found(NamedTuple):
    """A text where a reader of YAML or TOML found it, in **characters** of the block's content."""

    key: str
    start: int
    end: int
    value: str
    style: Style = "plain"
    part: int = 0
    obstacle: str = ""
    """Why it cannot be replaced in place, or ""."""


def one_line(target: str) -> str:
    """Return the target as a value can hold it: with a space for each line break."""
    return _LINE_BREAK.sub(" ", target)
