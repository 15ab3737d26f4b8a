"""Emphasis comes out as a translator wrote it, whatever letters and punctuation its marks touch."""

from __future__ import annotations

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from translate.markdown.dialects import DIALECTS
from translate.markdown.events import events
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

_WORDS = st.sampled_from(("文", "注意：", "「それ」", "（今）テキスト", "참고:", "é", "„das“", "a b", "x", "。テ"))
_MARKED = st.tuples(st.sampled_from(("*", "**")), _WORDS)


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@given(parts=st.lists(st.tuples(_WORDS, _MARKED), min_size=1, max_size=4), last=_WORDS)
def test_emphasis_is_what_the_translator_meant(
    dialect: str, parts: list[tuple[str, tuple[str, str]]], last: str
) -> None:
    page = segment("page.md", b"Some *one* and **two** or *three* or **four** words.\n", Rules(dialect=dialect))
    target = "".join(f"{plain}{mark}{words}{mark}" for plain, (mark, words) in parts) + last

    content = reassemble(page, {page.segments[0].key: target}).content

    note(content.decode())
    assert _emphasised(content, dialect) == [("Strong" if len(m) == 2 else "Emphasis", w) for _, (m, w) in parts]


def _emphasised(content: bytes, dialect: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    opened = ""
    for name, data, _, _ in events(content, DIALECTS[dialect]):
        if name in {"+Emphasis", "+Strong"}:
            opened = name[1:]
            found.append((opened, ""))
        elif name == f"-{opened}":
            opened = ""
        elif opened and name == "Text":
            found[-1] = (opened, found[-1][1] + data)
    return found


def test_only_what_needs_it_is_written_as_an_entity() -> None:
    page = segment("page.md", b"**Note:** read *this*.\n", Rules(dialect="gfm"))

    built = reassemble(page, {page.segments[0].key: "**注意：**これを*読む*だ。"})

    assert built.content.decode() == "**注意：**&#12371;れを*読む*だ。\n"


def test_no_emphasis_is_made_of_signs() -> None:
    page = segment("page.md", "2*3 x）*y.\n".encode(), Rules(dialect="gfm"))

    built = reassemble(page, {page.segments[0].key: "2*3 だ）*y."})

    assert built.content.decode() == "2\\*3 だ）\\*y.\n"
