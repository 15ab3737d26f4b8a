"""Searches ahead in a page that is read from its beginning to its end."""

from __future__ import annotations

import re


class Ahead:
    """Remembers what comes next, so that no stretch of the page is searched twice for the same thing.

    Without that, a page that opens something again and again, and never closes it, is searched to its end each time.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._found: dict[re.Pattern[bytes], tuple[int, re.Match[bytes] | None]] = {}
        """By pattern: the offset that was asked about last, and the first match from there on."""

    def find(self, pattern: re.Pattern[bytes], position: int) -> re.Match[bytes] | None:
        """Return the first match of `pattern` that begins at byte `position` or later, as `search` does."""
        if pattern in self._found:
            asked, match = self._found[pattern]
            if asked <= position and (match is None or position <= match.start()):
                return match
        match = pattern.search(self._source, position)
        self._found[pattern] = position, match
        return match
