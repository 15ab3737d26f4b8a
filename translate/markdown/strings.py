"""Strings in code of the site: what one says, and how another text is written between its quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from translate.markdown.dialects import Dialect
from translate.markdown.placeholders import BrokenTargetError
from translate.markdown.templates import HUGO


class Strings(NamedTuple):
    """How a language writes its strings; patterns and texts go by the quote that a string begins with."""

    escapes: Mapping[str, str]
    """What stands for the character after the backslash, its group 1; no other escape is read."""
    unreadable: str
    """What a string does not hold that is a text."""
    unwritable: Mapping[str, str]
    """What no string can hold, or nobody can be sure of."""
    written: Mapping[str, Mapping[str, str]]
    """What is written for what, in this order."""

    def is_text(self, raw: bytes, quote: str) -> bool:
        """Tell whether a string says something, on one line and without other escapes than of quotes."""
        said = re.sub(self.escapes[quote].encode(), b"", raw)
        return bool(raw.strip()) and re.search(self.unreadable.encode(), said) is None

    def read(self, raw: bytes, quote: str) -> bytes:
        """Return what a string says that is a text."""
        return re.sub(self.escapes[quote].encode(), rb"\1", raw)

    def write(self, text: str, quote: str) -> str:
        """Return a text as it stands between the quotes. Raises `BrokenTargetError` where it cannot."""
        if (strange := re.search(self.unwritable[quote], text)) is not None:
            raise BrokenTargetError("M004", f"a string between {quote} cannot hold {strange[0]} here")
        for character, spelling in self.written[quote].items():
            text = text.replace(character, spelling)
        return text


_NOTHING = r"(?!)()"
_QUOTE_ESCAPE = r"\\(['\"`\\$])"
JAVASCRIPT = Strings(
    escapes=dict.fromkeys("\"'`", _QUOTE_ESCAPE),
    unreadable=r"[\\\n]",
    unwritable=dict.fromkeys("\"'`", _NOTHING),
    written={
        '"': {"\\": "\\\\", '"': '\\"'},
        "'": {"\\": "\\\\", "'": "\\'"},
        "`": {"\\": "\\\\", "`": "\\`", "${": "\\${"},
    },
)
_MARKUP = r"<|\]\(|\{\{|\}\}"
"""What the template that shows a parameter may take for HTML or Markdown, and what begins and ends shortcodes."""
SHORTCODES = Strings(
    # Hugo drops a backslash before a quote, and others in such a string with it; between backticks it reads none.
    # Measured with Hugo 0.111 and read in its source up to 0.152 (parser/pageparser/pagelexer_shortcode.go).
    escapes={'"': r"\\(\")", "`": _NOTHING},
    unreadable=rf"[\\\n]|{_MARKUP}",
    unwritable={'"': rf"\\|{_MARKUP}", "`": rf"`|{_MARKUP}"},
    written={'"': {'"': '\\"'}, "`": {}},
)
"""Those of Hugo's shortcodes."""


def strings_of(dialect: Dialect) -> Strings:
    """Return how strings in the code of a dialect's pages are written."""
    return SHORTCODES if dialect.templates is HUGO else JAVASCRIPT
