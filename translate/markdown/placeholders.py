"""A target in catalog notation to its parts, checked against the placeholders of the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from translate.markdown.notation import address_in
from translate.model import Placeholder, Role, Segment


class BrokenTargetError(Exception):
    """A target that would damage the page: the rule's code and the reason, for people."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Part(NamedTuple):
    """A piece of a target; all parts together are the target."""

    kind: Literal["text", "escape", "code", "open", "close", "lone", "break"]
    text: str
    """Its characters in the target."""
    start: int
    """Their offset in the target."""
    placeholder: Placeholder | None = None


# Every alternative begins with a literal, so that the search runs at the speed of looking for these characters.
_LONE = re.compile(r"\{(?P<lone>\d+)\}")
_NUMBERS = rf"\]\(\{{(?P<link>\d+)\}}\)|\]\{{(?P<pair>\d+)\}}|{_LONE.pattern}"
_BRACKETS = r"!\[|\[|\]"
_TOKENS = {
    "markdown": re.compile(rf"``*|\\[!-/:-@\[-`{{-~]|{_NUMBERS}|{_BRACKETS}|\n"),
    "html": re.compile(rf"\\[\\\[\]]|{_NUMBERS}|{_BRACKETS}|\n"),
    "attribute": _LONE,
    "script": _LONE,
    "plain": _LONE,
}
_CLOSES: Mapping[str, tuple[Role, ...]] = {"link": (Role.LINK, Role.IMAGE), "pair": (Role.PAIR,)}


def parse(target: str, segment: Segment) -> list[Part]:
    """Return the parts of `target`, a translation of `segment`.

    Raises `BrokenTargetError`: P001 a placeholder is missing, P002 is not the source's, P003 stands twice,
    P004 has lost its brackets or words, P005 a brace is malformed, M001 code differs, M002 an address is typed.
    """
    parts = list(_Parser(target, segment).parts())
    if segment.placeholders:
        _check_numbers(parts, segment)
    if segment.syntax == "markdown":
        _check_code(parts, segment)
    for part in parts:
        if part.kind == "text" and (address := address_in(part.text)):
            word = part.text[address.start() :].split()[0]
            if word not in segment.text:
                raise BrokenTargetError("M002", f"the address {word} is typed into the text")
    return parts


class _Parser:
    def __init__(self, target: str, segment: Segment) -> None:
        self.target = target
        self.numbers: Mapping[int, Placeholder] = {each.number: each for each in segment.placeholders}
        self.tokens = _TOKENS[segment.syntax]
        self.found: list[Part] = []
        self.opened: list[int] = []
        """The index in `found` of each bracket that may turn out to be a placeholder's."""

    def parts(self) -> Iterator[Part]:
        position = 0
        target = self.target
        while (match := self.tokens.search(target, position)) is not None:
            self._say(position, match.start())
            position = self._take(match)
        self._say(position, len(target))
        return iter(self.found)

    def _say(self, start: int, end: int) -> None:
        if start < end:
            self.found.append(Part("text", self.target[start:end], start))

    def _take(self, match: re.Match[str]) -> int:
        """Take in one token; return where the next may begin."""
        said, number = match[0], match.lastgroup
        if number and number in _CLOSES:
            return self._closer(match, int(match[number]), _CLOSES[number])
        if number:
            self._lone(match, int(match[number]))
        elif said[0] == "`":
            return self._code(match)
        elif said[0] in "![]":
            self._bracket(match)
        else:
            self.found.append(Part("break" if said == "\n" else "escape", said, match.start()))
        return match.end()

    def _bracket(self, match: re.Match[str]) -> None:
        if match[0] != "]":
            self.opened.append(len(self.found))
        elif self.opened:
            self.opened.pop()
        self._say(*match.span())

    def _code(self, match: re.Match[str]) -> int:
        closing = re.compile(rf"(?<!`){match[0]}(?!`)").search(self.target, match.end())
        if closing is None:
            self._say(*match.span())
            return match.end()
        self.found.append(Part("code", self.target[match.start() : closing.end()], match.start()))
        return closing.end()

    def _closer(self, match: re.Match[str], number: int, roles: tuple[Role, ...]) -> int:
        placeholder = self.numbers.get(number)
        if placeholder is None or placeholder.role not in roles:
            self._say(match.start(), match.start() + 1)
            if self.opened:
                self.opened.pop()
            return match.start() + 1
        if not self.opened:
            raise BrokenTargetError("P004", f"the words of {{{number}}} have lost their opening bracket")
        index = self.opened.pop()
        bracket = self.found[index]
        image = bracket.text == "!["
        if placeholder.role is Role.IMAGE and not image:
            raise BrokenTargetError("P004", f"{{{number}}} is an image and needs ! before its bracket")
        if image and placeholder.role is not Role.IMAGE:
            self.found[index] = Part("text", "!", bracket.start)
            index += 1
            bracket = Part("text", "[", bracket.start + 1)
            self.found.insert(index, bracket)
        self.found[index] = Part("open", bracket.text, bracket.start, placeholder)
        self.found.append(Part("close", match[0], match.start(), placeholder))
        return match.end()

    def _lone(self, match: re.Match[str], number: int) -> None:
        placeholder = self.numbers.get(number)
        if placeholder is None:
            if self.numbers:
                raise BrokenTargetError("P002", f"{{{number}}} is not in the source")
            self._say(*match.span())
        elif placeholder.role is not Role.LONE:
            raise BrokenTargetError("P004", f"{{{number}}} has to stand as {_SHAPES[placeholder.role].format(number)}")
        else:
            self.found.append(Part("lone", match[0], match.start(), placeholder))


_SHAPES = {Role.LINK: "[…]({{{}}})", Role.IMAGE: "![…]({{{}}})", Role.PAIR: "[…]{{{}}}"}


def _check_numbers(parts: list[Part], segment: Segment) -> None:
    seen = Counter(part.placeholder.number for part in parts if part.placeholder and part.kind != "open")
    for placeholder in segment.placeholders:
        count = seen[placeholder.number]
        if count != 1:
            code, what = ("P003", "stands more than once") if count else ("P001", "is missing")
            raise BrokenTargetError(code, f"placeholder {{{placeholder.number}}} {what} ({placeholder.legend})")
    if any(part.kind == "text" and ("{" in part.text or "}" in part.text) for part in parts):
        raise BrokenTargetError("P005", "a brace that is no placeholder; braces hold numbers only")
    for before, after in pairwise(parts):
        if before.kind == "open" and after.kind == "close" and not _holds(segment.text, before.text + after.text):
            raise BrokenTargetError("P004", f"the brackets before {after.text.lstrip(']')} hold no words")


def _holds(text: str, notation: str) -> bool:
    """Tell whether `notation` stands in a text, and does not only seem to since its bracket is escaped."""
    return re.search(rf"(?<!\\)(?:\\\\)*{re.escape(notation)}", text) is not None


def _check_code(parts: list[Part], segment: Segment) -> None:
    if "`" not in segment.text and not any(part.kind == "code" for part in parts):
        return
    source = Counter(_code_of(part) for part in _Parser(segment.text, segment).parts() if part.kind == "code")
    target = Counter(_code_of(part) for part in parts if part.kind == "code")
    if source != target:
        odd = next(iter((source - target) or (target - source)))
        what = "is missing or changed" if odd in source - target else "is not in the source"
        raise BrokenTargetError("M001", f"the code `{odd}` {what}")


def _code_of(part: Part) -> str:
    return part.text.strip("`").strip()
