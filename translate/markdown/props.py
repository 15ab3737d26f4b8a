"""String literals inside the JavaScript of a component's attribute, by the path that leads to them.

Only what is surely a literal of an array or object is found: `tabs={[{ title: 'Start' }]}` holds `tabs[].title`.
Anything computed (calls, concatenation, templates with `${…}`) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from translate.model import Span

_SPACE = re.compile(rb"(?:\s|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_STRING = re.compile(
    rb"""(?P<quote>["'])(?P<text>(?:[^"'\\\n]|(?!(?P=quote))["']|\\.)*)(?P=quote)
       | (?P<tick>`)(?P<template>(?:[^`\\]|\\.)*)`""",
    re.VERBOSE | re.DOTALL,
)
_SUBSTITUTION = re.compile(rb"\\.|(\$\{)", re.DOTALL)
"""What stands in a template as it is, or `${`, which begins something that is computed."""
_KEY = re.compile(rb"""(?:(?P<name>[A-Za-z_$][\w$]*)|(?P<quote>["'])(?P<quoted>[^"'\\\n]*)(?P=quote))(?=\s*:)""")
_OPEN, _CLOSE = b"([{", b")]}"


class Literal(NamedTuple):
    """A string literal: where it stands in the value, and the bytes between its quotes."""

    path: str
    span: Span
    quote: str


def literals(source: bytes, value: Span, name: str) -> Iterator[Literal]:
    """Yield the string literals of the attribute `name`, whose value is the expression `{…}` at `value`."""
    found: list[Literal] = []
    _Reader(source, value.end - 1, found).value(value.start + 1, name)
    return iter(found)


class _Reader:
    def __init__(self, source: bytes, end: int, found: list[Literal]) -> None:
        self.source = source
        self.end = end
        self.found = found

    def value(self, start: int, path: str) -> int:
        """Read one value; return where what follows it begins."""
        start = self._space(start)
        sign = self.source[start : start + 1]
        if sign == b"[":
            return self._members(start + 1, b"]", path)
        if sign == b"{":
            return self._members(start + 1, b"}", path)
        string = _STRING.match(self.source, start, self.end)
        if string is None:
            return self._skip(start)
        after = self._space(string.end())
        if after < self.end and self.source[after : after + 1] not in b",]}":
            return self._skip(start)  # part of something that is computed
        group = "text" if string["quote"] else "template"
        if group == "text" or not any(each[1] for each in _SUBSTITUTION.finditer(string["template"])):
            quote = (string["quote"] or string["tick"]).decode()
            self.found.append(Literal(path, Span(*string.span(group)), quote))
        return after

    def _members(self, start: int, closing: bytes, path: str) -> int:
        position = self._space(start)
        while position < self.end and self.source[position : position + 1] != closing:
            before = position
            if closing == b"]":
                position = self.value(position, f"{path}[]")
            elif (key := _KEY.match(self.source, position, self.end)) is not None:
                colon = self.source.index(b":", key.end())
                name = (key["name"] or key["quoted"]).decode(errors="replace")
                position = self.value(colon + 1, f"{path}.{name}")
            else:
                position = self._skip(position)  # a spread, a method, a shorthand
            position = self._space(position)
            if self.source[position : position + 1] == b",":
                position = self._space(position + 1)
            elif position == before:
                return self.end
        return position + 1

    def _skip(self, start: int) -> int:
        """Return where the expression at `start` ends: at a comma or bracket that is not inside it."""
        depth, position = 0, start
        while position < self.end:
            sign = self.source[position : position + 1]
            if sign in b"\"'`" and (string := _STRING.match(self.source, position, self.end)):
                position = string.end()
                continue
            if depth == 0 and sign in b",]})":
                break
            depth += (sign in _OPEN) - (sign in _CLOSE)
            position += 1
        return position

    def _space(self, position: int) -> int:
        match = _SPACE.match(self.source, position, self.end)
        return match.end() if match else position
