"""What a built page says of its own translation: a block at its top, and keys in its front matter.

Bytes are only added. The page without them is the page as it was, and the one with them is read again: whatever reads
otherwise then is not written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from translate.errors import PageError
from translate.markdown import frontmatter
from translate.markdown.dialects import DIALECTS, Dialect
from translate.markdown.page import Leaf, Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

_BOM = b"\xef\xbb\xbf"
_BLANK_LINES = re.compile(rb"(?:[ \t]*(?:\r\n|\n|\r))*")
_MODULE = re.compile(rb"(?:import|export)[ \t{*\"'].*?(?:(?:[ \t]*\r?\n){2,}|\Z)", re.DOTALL)
_SCRIPT = re.compile(rb"<(script|style)\b.*?</\1>[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_INDENT = re.compile(r"^([ ]*)[^\s#]", re.MULTILINE)


class UntoldError(Exception):
    """What cannot be added to a page without changing how it reads: the reason, for people."""


def with_block(content: bytes, path: str, rules: Rules, block: str) -> bytes:
    """Return a page with a block of Markdown or HTML before its first one, a blank line between them.

    Raises `UntoldError` where the page would read otherwise, and `PageError` where it cannot be read at all.
    """
    at = _top(content, DIALECTS[rules.dialect])
    added = _laid_out(block, content, at)
    told = content[:at] + added + content[at:]
    before = segment(path, content, rules)
    try:
        alone, after = segment(path, added, rules), segment(path, told, rules)
    except PageError as error:
        raise UntoldError(f"the page could not be read any more: {error.message}") from error
    if not (_texts_stay(before, after, at, len(added)) and _blocks_stay(before, after, alone)):
        raise UntoldError("the notice would run into what follows it")
    return told


def with_values(content: bytes, path: str, values: Mapping[str, str]) -> bytes:
    """Return a page whose front matter has these keys too, at its end; those that it has already stay as they are.

    A page without front matter gets one. Raises `UntoldError` where the front matter would read otherwise.
    """
    block = frontmatter.find(content, path)
    known = block.values if block else {}
    new = {key: value for key, value in values.items() if key not in known}
    if not new:
        return content
    end = b"\r\n" if b"\r\n" in content[: content.find(b"\n") + 1] else b"\n"
    if block is None:
        start = len(_BOM) if content.startswith(_BOM) else 0
        lines = b"---" + end + _lines(new, ": ", "", end) + b"---" + end
        told = content[:start] + lines + content[start:]
    else:
        told = _extended(content, block, new, end)
    try:
        after = frontmatter.find(told, path)
    except PageError:
        after = None
    if after is None or list(after.values.items()) != [*_order(known, new, first=_tabled(block))]:
        raise UntoldError("the front matter cannot take the keys")
    return told


def _top(content: bytes, dialect: Dialect) -> int:
    """Return where the first block begins that is no import and no script."""
    fences = frontmatter.find(content)
    at = fences.span.end if fences else len(_BOM) if content.startswith(_BOM) else 0
    while True:
        first = _skip(_BLANK_LINES, content, at)
        module = _MODULE.match(content, first) if dialect.jsx else None
        script = _SCRIPT.match(content, first) if dialect.expressions else None
        if found := module or script:
            at = found.end()
        else:
            return first


def _skip(pattern: re.Pattern[bytes], content: bytes, at: int) -> int:
    found = pattern.match(content, at)
    return found.end() if found else at


def _laid_out(block: str, content: bytes, at: int) -> bytes:
    """Return the block in the page's line ends, with a blank line after it, and before it where one is needed."""
    end = "\r\n" if b"\r\n" in content else "\n"
    text = end.join(block.strip().splitlines())
    before = content[:at]
    lead = end * (2 - (before[-1:] in {b"\n", b"\r"})) if before.strip() and not _parted(before) else ""
    return f"{lead}{text}{end}{end if content[at:] else ''}".encode()


def _parted(before: bytes) -> bool:
    """Tell whether a block can begin after these bytes: at the end of a front matter, or after a blank line."""
    lines = before.splitlines()
    return before == _BOM or (before[-1:] in {b"\n", b"\r"} and lines[-1].strip() in {b"", b"---", b"+++"})


def _texts_stay(before: Page, after: Page, at: int, length: int) -> bool:
    """Tell whether all texts and headings of a page are where they were, but for `length` bytes more from `at` on."""
    ours = [_moved(leaf.segment.span, at, length) for leaf in before.leaves]
    theirs = [leaf for leaf in after.leaves if not at <= leaf.segment.span.start < at + length]
    if ours != [tuple(leaf.segment.span) for leaf in theirs]:
        return False
    if [_said(leaf) for leaf in before.leaves] != [_said(leaf) for leaf in theirs]:
        return False
    heads = [(each.level, each.id) for each in after.headings if not at <= each.end <= at + length]
    return heads == [(each.level, each.id) for each in before.headings]


def _blocks_stay(before: Page, after: Page, alone: Page) -> bool:
    """Tell whether the blocks of a page and of what was added to it are the blocks that it has then."""
    ours, added, theirs = before.outline, alone.outline, after.outline
    cuts = (cut for cut in range(len(ours) + 1) if theirs[:cut] == ours[:cut])
    return any(theirs[cut:] == added + ours[cut:] for cut in cuts)


def _said(leaf: Leaf) -> tuple[str, str]:
    return leaf.segment.text, leaf.segment.kind


def _moved(span: tuple[int, int], at: int, length: int) -> tuple[int, int]:
    shift = length if span[0] >= at else 0
    return span[0] + shift, span[1] + shift


def _extended(content: bytes, block: frontmatter.Block, new: Mapping[str, str], end: bytes) -> bytes:
    text = content[block.content.start : block.content.end]
    if block.format == "toml":
        at = block.content.start if _tabled(block) else block.content.end
        lines = _lines(new, " = ", "", end)
    else:
        first = _INDENT.search(text.decode())
        at, lines = block.content.end, _lines(new, ": ", first[1] if first else "", end)
    return content[:at] + lines + content[at:]


def _tabled(block: frontmatter.Block | None) -> bool:
    """Tell whether keys at the end of the block would belong to a table of TOML."""
    return (
        block is not None
        and block.format == "toml"
        and any(
            isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))
            for value in block.values.values()
        )
    )


def _order(known: Mapping[str, object], new: Mapping[str, str], *, first: bool) -> list[tuple[str, object]]:
    return [*new.items(), *known.items()] if first else [*known.items(), *new.items()]


def _lines(values: Mapping[str, str], sign: str, indent: str, end: bytes) -> bytes:
    # A string of JSON is one of YAML and of TOML as well.
    return b"".join(
        f"{indent}{key}{sign}{json.dumps(value, ensure_ascii=False)}".encode() + end for key, value in values.items()
    )
