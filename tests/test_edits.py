"""An edit, word by word: nothing of either version is lost, and neighbours are one change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.edits import edits

TEXTS = st.text(st.sampled_from("ab \n"), max_size=30)


@given(TEXTS, TEXTS)
def test_the_parts_make_both_versions(before: str, after: str) -> None:
    found = list(edits(before, after))

    assert "".join(each.text for each in found if each.kind != "added") == before
    assert "".join(each.text for each in found if each.kind != "removed") == after
    assert all(each.text for each in found)
    assert all(one.kind != other.kind for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("in a week now", "in two days now", ["in ", "-a week", "+two days", " now"]),
        ("We meet", "We all meet", ["We ", "+all ", "meet"]),
        ("a b", "a c", ["a ", "-b", "+c"]),
    ],
)
def test_words_that_were_replaced_together_are_one_part(before: str, after: str, parts: list[str]) -> None:
    signs = {"kept": "", "removed": "-", "added": "+"}

    assert [signs[kind] + text for kind, text in edits(before, after)] == parts
