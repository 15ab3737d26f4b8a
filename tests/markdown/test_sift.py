"""Broken targets are found in a few readings of the page, however many they are, and nobody else is blamed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.markdown import reassembly
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.markdown.sift import Damage, sift
from translate.model import Span

Reader = Callable[[Sequence[int]], Damage]

_PLACES = range(200)


@given(broken=st.sets(st.sampled_from(_PLACES)))
def test_who_damages_only_their_own_place_are_found_together(broken: set[int]) -> None:
    readings: list[Sequence[int]] = []

    def read(chosen: Sequence[int]) -> Damage:
        readings.append(chosen)
        return {each: "broken" for each in chosen if each in broken}

    assert sift(_PLACES, _PLACES, read) == dict.fromkeys(sorted(broken), "broken")
    assert len(readings) <= 12


@given(culprit=st.sampled_from(_PLACES), reach=st.integers(1, len(_PLACES)), distance=st.integers(0, 1))
def test_who_swallows_what_follows_is_found_alone(culprit: int, reach: int, distance: int) -> None:
    readings: list[Sequence[int]] = []

    def read(chosen: Sequence[int]) -> Damage:
        readings.append(chosen)
        start = culprit + distance
        return dict.fromkeys(range(start, start + reach), "swallowed") if culprit in chosen else {}

    assert sift(_PLACES, _PLACES, read) == {culprit: "swallowed"}
    assert len(readings) <= 6


@given(culprit=st.sampled_from(_PLACES), distance=st.integers(2, len(_PLACES)))
def test_who_does_damage_far_away_is_found(culprit: int, distance: int) -> None:
    def read(chosen: Sequence[int]) -> Damage:
        return {culprit + distance: "far away"} if culprit in chosen else {}

    rejected = sift(_PLACES, _PLACES, read).keys()

    assert culprit in rejected
    assert len(rejected) <= 3  # with those where it shows, and right before


@pytest.mark.parametrize("count", [50, 400])
@pytest.mark.parametrize("every", [1, 2, 10])
def test_a_page_is_read_a_few_times_for_many_broken_targets(
    count: int, every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = segment("page.md", "".join(f"a <br> b {i}\n\n" for i in range(count)).encode(), Rules(dialect="mdsvex"))
    # A tag that begins a line begins raw HTML.
    targets = {each.key: "{1} x" if i % every == 0 else "x {1} x" for i, each in enumerate(page.segments)}
    readings: list[bytes] = []

    def counted(path: str, source: bytes, rules: Rules, places: Sequence[Span]) -> Page:
        readings.append(source)
        return segment(path, source, rules, places)

    monkeypatch.setattr(reassembly, "segment", counted)
    rebuilt = reassembly.reassemble(page, targets)

    assert [each.segment for each in rebuilt.rejected] == list(page.segments[::every])
    assert rebuilt.content.count(b"x <br> x") == count - len(rebuilt.rejected)
    assert len(readings) <= 12
