"""The gaps between the segments and the segments together are the page; reading never fails on valid UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.reading import read
from tests.strategies import BOM, FEWER, pages, rules
from translate.errors import PageError
from translate.markdown.dialects import DIALECTS
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Role, Segment, Span

in_every_dialect = pytest.mark.parametrize("dialect", sorted(DIALECTS))


@in_every_dialect
@FEWER
@given(data=st.data(), source=pages())
def test_spans_ascend_and_do_not_overlap(dialect: str, data: st.DataObject, source: bytes) -> None:
    page = read(source, data.draw(rules(dialect)))
    parts: list[bytes] = []
    holder: Segment | None = None
    position = 0

    for leaf in page.leaves:
        span = leaf.segment.span
        if leaf.inner:
            assert holder is not None
            assert any(piece.start <= span.start and span.end <= piece.end for piece in _machinery(holder))
            continue
        assert position <= span.start <= span.end <= len(source)
        parts += source[position : span.start], source[span.start : span.end]
        holder, position = leaf.segment, span.end

    assert b"".join((*parts, source[position:])) == source


def _machinery(segment: Segment) -> Iterator[Span]:
    """Yield the bytes of the placeholders, in which other texts may stand."""
    for placeholder in segment.placeholders:
        yield placeholder.opening
        if placeholder.closing is not None:
            yield placeholder.closing


@in_every_dialect
@FEWER
@given(data=st.data(), source=pages())
def test_texts_are_one_line_and_number_their_machinery(dialect: str, data: st.DataObject, source: bytes) -> None:
    for leaf in read(source, data.draw(rules(dialect))).leaves:
        text, placeholders = leaf.segment.text, leaf.segment.placeholders
        assert "\n" not in text
        assert "\r" not in text
        assert leaf.segment.line == source.count(b"\n", 0, leaf.segment.span.start) + 1
        assert [each.number for each in placeholders] == list(range(1, len(placeholders) + 1))
        for each in placeholders:
            assert text.count(_SHAPES[each.role].format(each.number)) == 1
            assert (each.closing is None) == (each.role is Role.LONE)
            assert "\n" not in each.legend


_SHAPES = {Role.LINK: "]({{{}}})", Role.IMAGE: "]({{{}}})", Role.PAIR: "]{{{}}}", Role.LONE: "{{{}}}"}


@in_every_dialect
@FEWER
@given(source=pages(), text=st.text())
def test_only_front_matter_can_make_a_page_unreadable(dialect: str, source: bytes, text: str) -> None:
    for page in (source, text.encode()):
        error = _error(page, Rules(dialect=dialect))
        if error is not None:
            assert page.removeprefix(BOM).startswith((b"---", b"+++"))
            assert error.path == "page.md"
            assert error.line > 0


def _error(source: bytes, rules: Rules) -> PageError | None:
    try:
        segment("page.md", source, rules)
    except PageError as error:
        return error
    return None


@given(before=pages(), bad=st.sampled_from((b"\xff", b"\xe9t\xe9", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80")))
def test_bytes_that_are_not_utf_8_are_told_with_their_line(before: bytes, bad: bytes) -> None:
    with pytest.raises(PageError, match="is not UTF-8") as caught:
        segment("page.md", before + bad + b"\n", Rules())

    assert caught.value.line == before.count(b"\n") + 1
