"""Where a `{` of JavaScript ends: strings, templates, comments and nested braces are minded."""

from __future__ import annotations

import re
from functools import lru_cache

_IN_CODE = re.compile(rb"[{}`\"']|/\*")
_IN_TEMPLATE = re.compile(rb"\\.|\$\{|`", re.DOTALL)
_STRINGS = {
    b'"': re.compile(rb'"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)', re.DOTALL),
    b"'": re.compile(rb"'[^'\\\n]*(?:\\.[^'\\\n]*)*('?)", re.DOTALL),
}
_TEMPLATE = -1
"""Among the open braces: a template string."""


def closing_brace(source: bytes, start: int) -> int:
    """Return the offset after the `}` that closes the `{` at `start`, or -1 when there is none."""
    return _braces(source).closing(start)


# A page is asked about one brace after another, as are its body and its HTML: what was found out for one brace holds
# for the others, and a page of nothing but `{` is read once instead of once for each.
@lru_cache(maxsize=4)
def _braces(source: bytes) -> _Braces:
    return _Braces(source)


class _Braces:
    def __init__(self, source: bytes) -> None:
        self.source = source
        self.closed: dict[int, int] = {}
        """What is known of braces: the offset after the end, or -1."""
        self.unclosed = dict.fromkeys(_STRINGS, (0, 0))
        """By quote, between which two offsets it closes no string."""
        self.uncommented = len(source)
        """The offset after which no comment ends."""

    def closing(self, start: int) -> int:
        if start not in self.closed:
            self._find(start)
        return self.closed[start]

    def _find(self, start: int) -> None:
        """Take down where the brace at `start` ends, and all those that are opened before that."""
        opened = [start]
        position = start + 1
        while opened and position >= 0:
            in_template = opened[-1] == _TEMPLATE
            found = (_IN_TEMPLATE if in_template else _IN_CODE).search(self.source, position)
            if found is None:
                break
            sign, position = found[0], found.end()
            if sign in {b"{", b"${"}:
                position = self._inner(position - 1, opened)
            elif sign == b"}":
                self.closed[opened.pop()] = position
            elif sign == b"`" and in_template:
                opened.pop()
            elif sign == b"`":
                opened.append(_TEMPLATE)
            elif not in_template:
                position = self._skipped(sign, found.start())
        self.closed.update((each, -1) for each in opened if each != _TEMPLATE)

    def _inner(self, brace: int, opened: list[int]) -> int:
        """Return where to go on from a brace inside another: after its end if that is known, -1 if it has none."""
        if brace in self.closed:
            return self.closed[brace]
        opened.append(brace)
        return brace + 1

    def _skipped(self, sign: bytes, at: int) -> int:
        """Return the offset after the string or comment that begins at `at`, or after `sign` when none does."""
        return self._after_comment(at) if sign == b"/*" else self._after_string(sign, at)

    def _after_string(self, quote: bytes, at: int) -> int:
        begin, end = self.unclosed[quote]
        if not begin <= at < end:
            string = _STRINGS[quote].match(self.source, at)
            if string is not None and string[1]:
                return string.end()
            # All quotes up to the end are escaped ones: seen from each of them, none closes a string either.
            self.unclosed[quote] = (at, string.end() if string else at)
        return at + 1

    def _after_comment(self, at: int) -> int:
        end = self.source.find(b"*/", at + 2) if at < self.uncommented else -1
        if end < 0:
            self.uncommented = min(at, self.uncommented)
            return at + 2
        return end + 2
