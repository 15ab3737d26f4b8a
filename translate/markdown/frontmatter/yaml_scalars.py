"""YAML: its parser, and where its parser saw the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import frontmatter
import yaml

from translate.errors import PageError
from translate.markdown.frontmatter.paths import ITEM, Paths, Shape
from translate.markdown.frontmatter.scalar import BLANKS, Found, Style

_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

# PyYAML lets the errors of int(), datetime() and its own tables through: `2024-02-30`, `!!bool maybe`.
_UNREADABLE = (yaml.YAMLError, ValueError, LookupError, AttributeError)

_KEY_LINE = re.compile(r"^[ \t]*[\w\"'{][^:\n]{0,60}:(?:\s|\Z)", re.MULTILINE)
_LINE = re.compile(r"( *)([^\r\n]*)(?:\r?\n|\Z)")
_OTHER_LINE_BREAK = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_STRING = "tag:yaml.org,2002:str"
_QUOTED: Mapping[str, Style] = {"'": "single", '"': "double"}
_PROPERTIES = {"&": "is the value of an anchor (&)", "!": "has a tag (!)"}

_HINT = (
    'Quote values that hold ": " or " #", or that begin with a special character. '
    'A page that begins with a thematic break can write it "***".'
)


class _Place(NamedTuple):
    """Where a walk has come to."""

    key: str = ""
    shape: Shape = ()
    flow: bool = False
    after: int = 0
    """The character that its node begins after, unless the node is an alias of an earlier one."""
    obstacle: str = ""


def parse(text: str, *, path: str, line: int) -> tuple[Mapping[str, object], yaml.Node | None] | None:
    """Return the values of a mapping and its tree, or None when the text is prose or anything else.

    Raises PageError when the text has keys and cannot be read; `line` is the page's line that it begins on.
    """
    try:
        return _parse(text)
    except _UNREADABLE as error:
        if not _KEY_LINE.search(text):
            return None
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        message = f"The front matter is not valid YAML: {reason}"
        raise PageError(message, path=path, line=line + _line(error, text), hint=_HINT) from error


def load(fenced: str) -> Mapping[str, object]:
    """Return what python-frontmatter reads from a text that begins with the fence.

    Raises ValueError when it cannot.
    """
    try:
        values, _ = frontmatter.parse(fenced)
    except _UNREADABLE as error:
        raise ValueError(str(error)) from error
    return values


def find(text: str, document: object, paths: Paths) -> Iterator[Found]:
    """Yield the listed texts of a tree that `parse` gave, in the order of the page."""
    yield from _walk(text, document, _Place(), paths)


def _parse(text: str) -> tuple[Mapping[str, object], yaml.Node | None] | None:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}, None
        if not isinstance(node, yaml.MappingNode):
            return None
        # To construct a mapping that merges another one (`<<`) changes the tree.
        values = yaml.load(text, _Loader) if "<<" in text else loader.construct_document(node)  # noqa: S506 -- is safe
        return values, node
    finally:
        loader.dispose()


def _line(error: Exception, text: str) -> int:
    """Return the line of the text, from 0, that an error is about."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.line)
    if not isinstance(error, yaml.YAMLError):
        return _unreadable_value(text)
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, unprintable.start()) if unprintable else 0


def _unreadable_value(text: str) -> int:
    """Return the line of the first top-level value that is well-formed and means nothing (`2024-02-30`)."""
    node = yaml.compose(text, _Loader)
    for _, value in node.value if node else ():
        try:
            yaml.SafeLoader("").construct_document(value)
        except _UNREADABLE:
            return int(value.start_mark.line)
    return 0


def _walk(text: str, node: object, place: _Place, paths: Paths) -> Iterator[Found]:
    match node:
        case yaml.ScalarNode() if place.shape in paths.texts:
            yield from _scalar(text, node, place)
        case yaml.MappingNode():
            for value, member in _members(text, node, place, paths):
                yield from _walk(text, value, member, paths)
        case yaml.SequenceNode() if (*place.shape, ITEM) in paths.steps:
            for value, item in _items(text, node, place):
                yield from _walk(text, value, item, paths)


def _members(text: str, node: yaml.MappingNode, place: _Place, paths: Paths) -> Iterator[tuple[yaml.Node, _Place]]:
    names = [key.value for key, _ in node.value]
    flow = bool(node.flow_style)
    for (key, value), name in zip(node.value, names, strict=True):
        shape = (*place.shape, name)
        if not isinstance(key, yaml.ScalarNode) or shape not in paths.steps:
            continue
        after = max(place.after, key.end_mark.index)
        twice = "has a key that occurs twice" if names.count(name) > 1 else ""
        obstacle = place.obstacle or twice or _obstacle(text, value, after)
        yield value, _Place(f"{place.key}.{name}" if place.key else name, shape, flow, after, obstacle)


def _items(text: str, node: yaml.SequenceNode, place: _Place) -> Iterator[tuple[yaml.Node, _Place]]:
    shape = (*place.shape, ITEM)
    flow = bool(node.flow_style)
    after = max(place.after, node.start_mark.index)
    for index, value in enumerate(node.value):
        obstacle = place.obstacle or _obstacle(text, value, after)
        yield value, _Place(f"{place.key}[{index}]", shape, flow, after, obstacle)
        after = max(after, value.end_mark.index)


def _obstacle(text: str, node: yaml.Node, after: int) -> str:
    start = node.start_mark.index
    return "is an alias (*)" if start < after else _PROPERTIES.get(text[start : start + 1], "")


def _scalar(text: str, node: yaml.ScalarNode, place: _Place) -> Iterator[Found]:
    if node.tag != _STRING or not node.value.strip():
        return
    obstacle = place.obstacle
    if not obstacle and node.style in ("|", ">"):
        lines = _lines(text, node, place.key)
        yield from lines
        if lines:
            return
        obstacle = "is a block whose lines cannot be told apart"
    elif "\n" in node.value or "\r" in node.value:
        obstacle = obstacle or "holds a line break; write it as a block (|)"
    if obstacle:
        start = max(place.after, node.start_mark.index)
        yield Found(place.key, start, start, node.value, obstacle=obstacle)
    else:
        style: Style = _QUOTED.get(node.style or "", "flow" if place.flow else "plain")
        yield Found(place.key, node.start_mark.index, node.end_mark.index, node.value, style)


def _lines(text: str, node: yaml.ScalarNode, key: str) -> tuple[Found, ...]:
    """Return the lines of a literal block or the paragraphs of a folded one; none when in doubt."""
    if _OTHER_LINE_BREAK.search(text, node.start_mark.index, node.end_mark.index):
        return ()
    paragraphs = _paragraphs(text, node)
    values = [line for line in node.value.split("\n") if line.strip(BLANKS)]
    indentation = len(paragraphs[0][0][1]) if paragraphs else 0
    if values != [" ".join(line[0][indentation:].rstrip("\r\n") for line in lines) for lines in paragraphs]:
        return ()
    parts = enumerate(zip(paragraphs, values, strict=True))
    return tuple(_line_found(key, lines, value, indentation, part) for part, (lines, value) in parts)


def _paragraphs(text: str, node: yaml.ScalarNode) -> list[list[re.Match[str]]]:
    """Return the lines of a block that are not blank; those of a folded block that run on, together."""
    paragraphs: list[list[re.Match[str]]] = []
    first = text.index("\n", node.start_mark.index) + 1
    runs_on = False
    for line in _LINE.finditer(text, first, node.end_mark.index):
        if not line[2].strip(BLANKS):
            runs_on = False
        elif runs_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
            runs_on = node.style == ">"
    return paragraphs


def _line_found(key: str, lines: list[re.Match[str]], value: str, indentation: int, part: int) -> Found:
    start = lines[0].start() + indentation + len(value) - len(value.lstrip(BLANKS))
    end = lines[-1].end(2) - len(value) + len(value.rstrip(BLANKS))
    return Found(key, start, end, value.strip(BLANKS), "block", part)
