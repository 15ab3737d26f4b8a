"""A published page, read in spite of what tools and language models leave in such pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from translate.adopt.defect import Defect, Fault
from translate.errors import PageError
from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Span

_FENCES = re.compile(rb"^---[ \t]*\r?\n[\w-]+:(?:.*\r?\n)+?---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
"""Front matter wherever it stands: its first line has a key."""
_FARTHEST = 4000
"""Bytes of a page that are searched for front matter that does not stand at its top."""
_CODE_FENCE = re.compile(rb"^(?:`{3,}|~{3,})[ \t]*\w*[ \t]*\r?$", re.MULTILINE)
_IDS = re.compile(rb"^(#{1,6}[ \t].*?)((?:[ \t]+\{#[^}\s]+\})+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Published:
    """A published page as a page of its own, and what had to be left out to read it."""

    page: Page
    defects: tuple[Defect, ...] = ()


def read(path: str, data: bytes, rules: Rules) -> Published:
    """Read a published page with the rules of its source; bytes and lines are those of the file.

    What stands before the front matter, front matter that cannot be read, and ids that the dialect does not know are
    blanked and told. Raises PageError for bytes that are not UTF-8.
    """
    defects: list[Defect] = []
    data = _without_ids(data, rules)
    preamble = _preamble(data)
    if preamble.end:
        said = data[: preamble.end].split(b"\n", 1)[0].decode(errors="replace").strip()
        defects.append(Defect(Fault.REMARK, said, 1, preamble))
        fenced = _CODE_FENCE.search(data, 0, preamble.end) is not None
        data = _blank(data, preamble.start, preamble.end)
        data = _without_last_fence(data) if fenced else data
    try:
        return Published(segment(path, data, rules), tuple(defects))
    except PageError as problem:
        fences = _FENCES.match(data) or re.match(rb"\s*---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", data, re.DOTALL)
        if fences is None:
            raise
        defects.append(Defect(Fault.FRONT_MATTER, problem.message, problem.line or 1, Span(*fences.span())))
        return Published(segment(path, _blank(data, *fences.span()), rules), tuple(defects))


def without_remarks(published: Published, is_remark: Callable[[str], bool]) -> Published:
    """Return the page without what a language model says before and after it, texts for which `is_remark` holds."""
    page = published.page
    texts = [leaf.segment for leaf in page.leaves if not leaf.inner and leaf.scalar is None]
    first = [*takewhile(lambda each: is_remark(each.text), texts)]
    last = [*takewhile(lambda each: is_remark(each.text), reversed(texts[len(first) :]))]
    if not first and not last:
        return published
    data = page.source
    for each in (*first, *last):
        start = data.rfind(b"\n", 0, each.span.start) + 1  # its marks, too
        data = _blank(data, start, each.span.end)
    remarks = tuple(Defect(Fault.REMARK, each.text, each.line, each.span) for each in (*first, *reversed(last)))
    return Published(segment(page.path, data, page.rules), (*published.defects, *remarks))


def _preamble(data: bytes) -> Span:
    """Return what stands before front matter that is not at the top; nothing where there is none."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"---", b"+++")):
        return Span(0, 0)
    found = _FENCES.search(data, 0, _FARTHEST)
    return Span(0, found.start()) if found else Span(0, 0)


def _without_last_fence(data: bytes) -> bytes:
    """Blank the end of a code block that began before the front matter: a model's answer is often one."""
    fences = list(_CODE_FENCE.finditer(data))
    return _blank(data, *fences[-1].span()) if len(fences) % 2 else data


def _without_ids(data: bytes, rules: Rules) -> bytes:
    """Blank the ids of headings that the dialect would show as text: all of them, or all but the last of each."""
    if b"{#" not in data:
        return data

    def blanked(match: re.Match[bytes]) -> bytes:
        ids = match[2]
        kept = ids[ids.rindex(b"{#") - 1 :] if DIALECTS[rules.dialect].slugs else b""
        return match[1] + kept + b" " * (len(ids) - len(kept))

    return _IDS.sub(blanked, data)


def _blank(data: bytes, start: int, end: int) -> bytes:
    """Return the page with blanks for some of its bytes; lines stay lines."""
    return data[:start] + re.sub(rb"[^\r\n]", b" ", data[start:end]) + data[end:]
