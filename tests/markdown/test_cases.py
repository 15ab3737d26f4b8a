"""What is found on a page: title, `.`, Markdown, `.`, one line a segment, `.`; the file is named after the dialect.

In the Markdown `␍` is a carriage return, `␠` a blank at the end of a line, and `→` a tab. A title may end with one
setting of the site: `(embeds: text)`. Below the segments stand the texts that are kept, and what is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.markdown.page import Page
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Segment

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"\s*(?P<title>[^\n]+)\n\.\n(?P<markdown>.*?\n)\.\n(?P<found>.*?)^\.\n", re.DOTALL | re.MULTILINE)
_SETTING = re.compile(r"\((\w+): ([^()]+)\)$")
_MARKS = str.maketrans({"␍": "\r", "␠": " ", "→": "\t"})


def _cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for case in _CASE.finditer(text):
            name = f"{path.name}:{text.count(chr(10), 0, case.start('title')) + 1}"
            yield pytest.param(path.stem, case["title"], case["markdown"], case["found"], id=name)


def pages(dialect: str) -> Iterator[tuple[str, bytes]]:
    """Yield the title and the page of each case of a dialect."""
    for case in _CASE.finditer((CASES / f"{dialect}.md").read_text(encoding="utf-8")):
        yield case["title"], case["markdown"].translate(_MARKS).encode()


@pytest.mark.parametrize(("dialect", "title", "markdown", "found"), list(_cases()))
def test_what_is_found(dialect: str, title: str, markdown: str, found: str) -> None:
    source = markdown.translate(_MARKS).encode()
    page = segment(f"{dialect}.md", source, _rules(dialect, title))

    assert "".join(f"{line}\n" for line in _lines(page)) == found, title
    assert reassemble(page, {}) == Rebuilt(source)


def test_every_case_is_read() -> None:
    for path in CASES.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert _CASE.sub("", text).strip() == "", path.name
        assert text.splitlines().count(".") == 3 * len(_CASE.findall(text))


def _rules(dialect: str, title: str) -> Rules:
    setting = _SETTING.search(title)
    match setting and setting.groups():
        case ("embeds", "text"):
            return Rules(dialect=dialect, embeds="text")
        case ("front_matter", str(keys)):
            return Rules(dialect=dialect, front_matter=tuple(keys.split(", ")))
        case ("components", str(path)):
            component, attribute = path.split(".", 1)
            return Rules(dialect=dialect, components={component: (attribute,)})
        case _:
            return Rules(dialect=dialect)


def _lines(page: Page) -> Iterator[str]:
    for each in page.segments:
        yield f"{_kind(each)} | {each.text}"
    for kept in page.untranslatable:
        yield f"kept {kept.reason} | {kept.text}"
    for doubt in page.doubts:
        yield f"doubt | {doubt.message}"


def _kind(segment: Segment) -> str:
    context = f" [{segment.context}]" if segment.context and segment.syntax != "plain" else ""
    note = f" “{segment.note}”" if segment.note else ""
    return segment.kind + context + note
