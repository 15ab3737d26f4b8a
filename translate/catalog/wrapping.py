"""Comments that a program has broken into lines, whole again: polib does that where nobody tells it not to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_MARKED = re.compile(
    r"(?:machine|previous|conflict|made from|doubtful|suggestion without markup|similar|adopted):(?: |\Z)"
)
"""How comments begin that speak of translations: each is one line, and people write nothing in its middle."""
_WIDTH = 78
"""The longest line that polib leaves as it is, in characters."""
_UNBROKEN = re.compile(r"^(?=.{90})(?:\S+ +){3}\S", re.MULTILINE)
"""A line so much longer, and with so many blanks, that it would have been broken: polib counts no marks, as `#| `."""


def is_torn(comments: Sequence[str]) -> bool:
    """Tell whether one of the comments that speak of translations could go on in the next line."""
    return any(_MARKED.match(line) and not _MARKED.match(after) for line, after in pairwise(comments))


def is_wrapped(text: str) -> bool:
    """Tell whether all of a PO file may have been broken into short lines."""
    return _UNBROKEN.search(text) is None


def joined(comments: Sequence[str]) -> tuple[str, ...]:
    """Return the comments of such a file, each that speaks of translations on one line again.

    A line belongs to the one before it where polib would break the two together into just these lines.
    """
    return tuple(_joined(comments))


def _joined(comments: Sequence[str]) -> Iterator[str]:
    lines: list[str] = []
    whole = ""
    for line in comments:
        longer = whole + ("" if re.search(r"[^\W\d_]-\Z", whole) and line[:1].isalpha() else " ") + line
        if lines and not _MARKED.match(line) and _broken(longer) == [*lines, line]:
            lines.append(line)
            whole = longer
            continue
        if lines:
            yield whole
        lines, whole = ([line], line) if _MARKED.match(line) else ([], "")
        if not lines:
            yield line
    if lines:
        yield whole


def _broken(comment: str) -> list[str]:
    """Return the lines that polib makes of a comment."""
    import textwrap  # noqa: PLC0415 # hardly a file needs it

    return textwrap.wrap(comment, _WIDTH - len("# "), break_long_words=False)
