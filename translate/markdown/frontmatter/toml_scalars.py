"""TOML: tomllib's values, and a scanner for where they are written, which tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from translate.errors import PageError
from translate.markdown.frontmatter.paths import ITEM, Paths, Shape
from translate.markdown.frontmatter.scalar import BLANKS, Found, Style
from translate.markdown.frontmatter.toml_strings import Path, strings

_POSITION = re.compile(r"\(at line (\d+), column \d+\)")
_FENCE = re.compile(r"^\+\+\+[ \t\r]*$", re.MULTILINE)
_HINT = "Write `key = value`, and texts in quotes."
_LINE = re.compile(r"[ \t]*([^\r\n]*)")


def parse(text: str, *, path: str, line: int) -> tuple[Mapping[str, object], object]:
    """Return the values, twice: positions are found with them.

    Raises PageError when the text cannot be read; `line` is the page's line that it begins on.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        position = _POSITION.search(str(error))
        line += int(position[1]) - 1 if position else 0
        message = f"The front matter is not valid TOML: {_POSITION.sub('', str(error)).rstrip()}"
        raise PageError(message, path=path, line=line, hint=_HINT) from error
    return values, values


def load(fenced: str) -> Mapping[str, object]:
    """Return the values of a text that begins with the fence.

    Raises ValueError when it cannot be read.
    """
    _, content, _ = _FENCE.split(fenced, 2)
    return tomllib.loads(content)


def find(text: str, document: object, paths: Paths) -> list[Found]:
    """Return the listed texts of the values that `parse` gave, in the order of the page.

    A string is a text to be replaced only where the scanner's and tomllib's reading of it agree.
    """
    written = strings(text)
    found = [each for path, value in _listed(document, paths) for each in _find(text, path, value, written.get(path))]
    return sorted(found, key=lambda each: each.start)


def _listed(value: object, paths: Paths, path: Path = (), shape: Shape = ()) -> Iterator[tuple[Path, str]]:
    match value:
        case str() if shape in paths.texts and value.strip():
            yield path, value
        case dict():
            for name, member in value.items():
                if (*shape, name) in paths.steps:
                    yield from _listed(member, paths, (*path, name), (*shape, name))
        case list() if (*shape, ITEM) in paths.steps:
            for index, item in enumerate(value):
                yield from _listed(item, paths, (*path, index), (*shape, ITEM))


def _find(text: str, path: Path, value: str, place: tuple[int, int] | None) -> Iterator[Found]:
    key = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    start, end = place or (0, 0)
    token = text[start:end]
    if _value(token) != value:
        yield Found(key, 0, 0, value, obstacle="is written in a way that is not understood")
    elif token.startswith(("'''", '"""')) and (lines := _lines(text, start, end, value)):
        style: Style = "literal lines" if token[0] == "'" else "basic lines"
        for part, span in enumerate(lines):
            yield Found(key, *span, text[slice(*span)], style, part)
    elif "\n" in value or "\r" in value:
        yield Found(key, start, start, value, obstacle="holds a line break; write it without escapes")
    else:
        yield Found(key, start, end, value, "literal" if token[0] == "'" else "double")


def _value(token: str) -> object:
    try:
        return tomllib.loads(f"value = {token}")["value"]
    except tomllib.TOMLDecodeError:
        return None


def _lines(text: str, start: int, end: int, value: str) -> list[tuple[int, int]]:
    """Return where the lines between triple quotes are; none when they are not the lines of the value."""
    lines = [line for line in _LINE.finditer(text, start + 3, end - 3) if line[1]]
    spans = [(line.start(1), line.start(1) + len(line[1].rstrip(BLANKS))) for line in lines]
    values = [line.strip(BLANKS) for line in value.split("\n") if line.strip(BLANKS)]
    return spans if values == [text[slice(*span)] for span in spans] else []
