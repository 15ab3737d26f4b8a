"""A second opinion on the shape of a page, from the parser's events alone: what the proof has to hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translate.markdown import frontmatter
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import events
from translate.markdown.masking import mask
from translate.markdown.rules import Rules

BOM = b"\xef\xbb\xbf"
Block = tuple[str, Counter[bytes]]

_TAG = re.compile(rb"<!--.*?-->|</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^<>\"'{}])*>", re.DOTALL)
_READABLE = re.compile(rb"""\b(alt|title|aria-label|placeholder|label)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)""")
_EXPRESSION = re.compile(rb"(?:(?<!\\)|(?<=\\\\))\{[^{}]*\}")
_HEADING_ID = re.compile(rb"\{#(?:[^{}\s]|\{[^{}\s]*\})+\}|\{/\*[ \t]*#[^\s*]+[ \t]*\*/\}")
_MARKS = frozenset("Emphasis Strong Strikethrough Superscript Subscript".split())


def shape(source: bytes, rules: Rules) -> list[Block]:
    """Return the blocks of a page's body in order, each with its machinery in any order.

    Machinery is what a reader follows or runs rather than reads: link targets, code, tags, expressions, breaks, marks.
    Emphasis is the translator's business, and so are the words; ids of headings come and go.
    """
    blocks: list[Block] = [("page", Counter())]
    html: list[bytes] = []
    dialect, begin = DIALECTS[rules.dialect], body(source)
    for name, data, start, end in events(mask(source[begin:], dialect), dialect, begin):
        block = name.lstrip("+-")
        if name == "Html":
            html.append(source[start:end])
        elif name == "Text" and dialect.expressions:
            raw = source[max(begin, start - 1) : end]
            blocks[-1][1].update(_EXPRESSION.findall(_HEADING_ID.sub(b"", raw) if "+Heading" in blocks[-1][0] else raw))
        elif block in _MACHINERY:
            blocks[-1][1].update(_MACHINERY[block](name, data, source[start:end]))
        elif block not in _MARKS and name[0] in "+-":
            if html:
                blocks[-1][1].update(tags(b"".join(html)))
                html = []
            blocks.append((name + data, Counter()))
    return blocks


def tags(html: bytes) -> Iterator[bytes]:
    """Yield every tag and comment, without the attributes that people read."""
    return (_READABLE.sub(rb"\1", tag) for tag in _TAG.findall(html))


def body(source: bytes) -> int:
    """Return the offset at which the Markdown of a page begins."""
    block = frontmatter.find(source, "page.md")
    return block.span.end if block else len(BOM) * source.startswith(BOM)


def _target(name: str, data: str, raw: bytes) -> Iterator[bytes]:  # noqa: ARG001 - one signature for all
    if name[0] == "+":
        yield f"{name[1:]} {data}".encode()


def _code(name: str, data: str, raw: bytes) -> Iterator[bytes]:  # noqa: ARG001
    yield f"code {' '.join(data.split())}".encode()


def _tag(name: str, data: str, raw: bytes) -> Iterator[bytes]:  # noqa: ARG001
    yield _READABLE.sub(rb"\1", raw)


def _whole(name: str, data: str, raw: bytes) -> Iterator[bytes]:  # noqa: ARG001
    yield raw


def _break(name: str, data: str, raw: bytes) -> Iterator[bytes]:  # noqa: ARG001
    yield b"line break"


_MACHINERY = {
    "Link": _target,
    "Image": _target,
    "Code": _code,
    "InlineHtml": _tag,
    "HardBreak": _break,
    **dict.fromkeys(("FootnoteReference", "InlineMath", "DisplayMath", "TaskListMarker", "Rule"), _whole),
}


_BLANK = "\t\n\x0b\x0c\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"  # ECMAScript's \s
_ADDRESS = re.compile(rf"(?<![A-Za-z])https?://\w[^<{_BLANK}]*")
_TAIL = re.compile(r"(?:[?!.,:*_~'\"]|&\w+;)+\Z")


def addresses(source: bytes, rules: Rules) -> Counter[bytes]:
    """Return where the bare addresses of a page lead, as GFM (§6.9) sees them in the bytes of each text."""
    dialect, begin = DIALECTS[rules.dialect], body(source)
    found: Counter[bytes] = Counter()
    texts: list[tuple[int, int]] = []
    for name, _, start, end in events(mask(source[begin:], dialect), dialect, begin):
        if name == "Text" and texts and source[texts[-1][1] : start] in {b"", b"\\"}:
            texts[-1] = (texts[-1][0], end)
        elif name == "Text":
            texts.append((start, end))
    for start, end in texts:
        found.update(_without_tail(each).encode() for each in _ADDRESS.findall(source[start:end].decode()))
    return found


def _without_tail(address: str) -> str:
    while True:
        shorter = _TAIL.sub("", address)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
