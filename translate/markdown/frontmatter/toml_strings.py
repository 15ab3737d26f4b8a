"""Where the strings of a TOML document are written (https://toml.io/en/v1.0.0)."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)[ \t]*""", re.ASCII)
_STRING = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:'{0,2})|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL
)
_OTHER = re.compile(r"[^,\]}\n#]+")


def strings(text: str) -> dict[Path, tuple[int, int]]:
    """Return start and end (characters) of each string by its path; of a document that tomllib reads.

    Stops at what it does not understand: all that it returns is a guess for the caller to prove.
    """
    scanner = _Scanner(text)
    with suppress(_UnknownError, tomllib.TOMLDecodeError):
        scanner.document()
    return scanner.strings


class _UnknownError(Exception):
    """The scanner met something that it does not understand."""


class _Scanner:
    """A cursor in a document; each method reads one thing and leaves the cursor after it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.table: Path = ()
        self.strings: dict[Path, tuple[int, int]] = {}
        self.lengths: dict[Path, int] = {}
        """How many tables each array of tables (`[[…]]`) has so far."""

    def document(self) -> None:
        while not self.ends():
            if self.text.startswith("[", self.at):
                self.header()
            else:
                self.pair(self.table)

    def header(self) -> None:
        array = self.text.startswith("[[", self.at)
        self.at += 1 + array
        *parents, name = self.key()
        self.skip("]]" if array else "]")
        self.table = ()
        for parent in parents:
            self.table = self.last((*self.table, parent))
        self.table = (*self.table, name)
        if array:
            self.lengths[self.table] = self.lengths.get(self.table, 0) + 1
        self.table = self.last(self.table)

    def last(self, path: Path) -> Path:
        """Return the path of the last table where the path is that of an array of tables."""
        return (*path, self.lengths[path] - 1) if path in self.lengths else path

    def pair(self, table: Path) -> None:
        path = (*table, *self.key())
        self.skip("=")
        self.value(path)

    def key(self) -> Path:
        names: list[str] = []
        while not names or self.skips("."):
            name = self.read(_KEY)[1]
            quoted = name[0] in "\"'"
            names.append(tomllib.loads(f"name = {name}")["name"] if quoted else name)
        return tuple(names)

    def value(self, path: Path) -> None:
        self.read(_BLANK)
        start = self.at
        if _STRING.match(self.text, start):
            self.read(_STRING)
            self.strings[path] = (start, self.at)
        elif self.skips("["):
            self.array(path)
        elif self.skips("{"):
            self.inline_table(path)
        else:
            self.read(_OTHER)

    def array(self, path: Path) -> None:
        index = 0
        while not self.closes("]"):
            self.value((*path, index))
            index += 1
            self.read(_BLANK)
            self.skips(",")

    def inline_table(self, path: Path) -> None:
        while not self.closes("}"):
            self.pair(path)
            self.read(_BLANK)
            self.skips(",")

    def closes(self, bracket: str) -> bool:
        if self.ends():
            raise _UnknownError
        return self.skips(bracket)

    def ends(self) -> bool:
        self.read(_BLANK)
        return self.at == len(self.text)

    def skips(self, token: str) -> bool:
        there = self.text.startswith(token, self.at)
        self.at += len(token) * there
        return there

    def skip(self, token: str) -> None:
        if not self.skips(token):
            raise _UnknownError

    def read(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _UnknownError
        self.at = match.end()
        return match
