"""An edit is found by its place and its words."""

from __future__ import annotations

from translate.catalog.alignment import edits
from translate.model import Key

OLD = "Bring the large blue banner to the square"
NEW = "Bring the large red banner to the square"


def keys(text: str) -> list[Key]:
    """Return one key for each word; `old` and `new` stand for a sentence before and after an edit."""
    sentences = {"old": OLD, "new": NEW}
    return [("", sentences.get(word, word)) for word in text.split()]


def found(old: str, new: str) -> bool:
    return edits(keys(old), keys(new)) == {("", OLD): ("", NEW)}


def test_between_the_same_neighbours() -> None:
    assert found("a old b", "a new b")


def test_at_the_ends_of_a_page() -> None:
    assert found("old b", "new b")
    assert found("a old", "a new")
    assert found("old", "new")


def test_where_other_texts_moved_in_on_both_sides() -> None:
    assert found("a old b c d e f g h", "a g new h b c d e f")


def test_in_a_section_that_moved() -> None:
    assert found("1 2 3 4 5 a old b", "a new b 1 2 3 4 5")


def test_before_the_text_that_it_stood_before() -> None:
    assert found("1 2 3 4 5 a old b", "other new b 1 2 3 4 5 a")


def test_past_others_when_hardly_a_word_is_another() -> None:
    assert found("a old b c", "a b new c")
    assert found("old a b", "c a d new b")


def test_not_somewhere_else_for_more_words() -> None:
    other = ("", "Bring the large red flags to the square")

    assert edits([("", OLD)], [other]) == {("", OLD): other}
    assert not edits([*keys("a"), ("", OLD), *keys("b c")], [*keys("a b"), other, *keys("c")])


def test_not_past_others_when_two_texts_are_as_likely() -> None:
    twin = ("", f"{OLD}!")

    assert not edits(keys("a old b c d"), [*keys("a b"), twin, *keys("c new d")])
    assert not edits([*keys("a old b"), twin, *keys("c d")], keys("a b c new d"))


def test_not_for_other_words() -> None:
    assert not edits([("", OLD)], [("", "We meet on Sunday")])


def test_two_edits_in_one_gap_keep_their_order_when_both_fit() -> None:
    first, second = ("", "Bring a banner to the square"), ("", "Bring a friend to the square")
    changed = [("", f"{text} on Sunday") for _, text in (first, second)]

    assert edits([first, second], changed) == {first: changed[0], second: changed[1]}


def test_the_likeliest_edit_wins_over_the_first_one() -> None:
    other = ("", "Bring the large blue flags to a park")

    assert edits([("", OLD)], [other, ("", NEW)]) == {("", OLD): ("", NEW)}


def test_texts_in_a_context_are_paired_by_it_alone() -> None:
    old = [("title", OLD), ("", "a")]
    new = [("", "a"), ("", f"{OLD}!"), ("title", NEW)]

    assert edits(old, new) == {("title", OLD): ("title", NEW)}


def test_texts_in_a_long_gap_find_each_other() -> None:
    old = [("", f"{number} {OLD} {number * 7919}") for number in range(200)]
    new = [("", f"{text}!") for _, text in old]

    assert edits(old, new) == dict(zip(old, new, strict=True))
