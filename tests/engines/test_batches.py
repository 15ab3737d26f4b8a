import json

from hypothesis import given
from hypothesis import strategies as st

from translate.engines.base import Limits, Request
from translate.engines.batches import batches, halves, size


def request(*texts: str) -> Request:
    return Request(texts=texts, source="en", target="nl", context="about")


@given(st.lists(st.text(max_size=40), max_size=60), st.integers(1, 9), st.integers(1, 300))
def test_every_text_once_in_order_and_within_the_limits(texts: list[str], most: int, room: int) -> None:
    parts = list(batches(request(*texts), Limits(most, room)))

    assert [text for part in parts for text in part.texts] == texts
    assert all(part.context == "about" for part in parts)
    for part in parts:
        assert 1 <= len(part.texts) <= most
        assert len(part.texts) == 1 or sum(map(size, part.texts)) <= room


@given(st.text())
def test_a_size_is_what_json_makes_of_it(text: str) -> None:
    assert size(text) == len(json.dumps([text, ""]).encode()) - len('["", ""]') + len('"", ')


def test_cyrillic_letters_take_six_bytes() -> None:
    assert [len(part.texts) for part in batches(request(*["пауза" * 10] * 4), Limits(50, 700))] == [2, 2]


def test_halves() -> None:
    assert [half.texts for half in halves(request("a", "b", "c"))] == [("a",), ("b", "c")]
