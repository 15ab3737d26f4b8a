"""A page with no targets, or with targets equal to its texts, is its source byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.reading import read
from tests.strategies import FEWER, pages, rules
from translate.markdown import proof
from translate.markdown.dialects import DIALECTS
from translate.markdown.reassembly import Rebuilt, reassemble


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@FEWER
@given(data=st.data(), source=pages())
def test_a_page_without_targets_is_its_source(dialect: str, data: st.DataObject, source: bytes) -> None:
    page = read(source, data.draw(rules(dialect)))

    assert reassemble(page, {}) == Rebuilt(source)
    assert reassemble(page, {each.key: "" for each in page.segments}) == Rebuilt(source)
    assert reassemble(page, {each.key: each.text for each in page.segments}) == Rebuilt(source)
    assert proof.difference(page, page) is None
