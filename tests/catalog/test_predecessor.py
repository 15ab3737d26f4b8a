"""A renamed page finds the catalog that it had."""

from __future__ import annotations

from dataclasses import replace

from tests.catalog.pages import bare, catalog, page, translated, update
from translate.catalog.predecessor import predecessor
from translate.model import Catalog, Unit


def orphan(name: str, *texts: str) -> Catalog:
    return replace(translated(*texts), page=name)


def test_the_catalog_with_most_texts_in_common_is_it() -> None:
    most = orphan("b.md", "one", "two", "three", "x")

    assert predecessor(page("one", "two", "three"), [orphan("a.md", "one", "two"), most]) == most


def test_half_of_the_texts_are_enough_and_less_are_not() -> None:
    assert predecessor(page("one", "two"), [orphan("a.md", "one", "x")])
    assert predecessor(page("one", "two", "three"), [orphan("a.md", "one", "x")]) is None


def test_the_first_page_wins_a_tie() -> None:
    found = predecessor(page("one"), [orphan("b.md", "one"), orphan("a.md", "one"), orphan("c.md", "one")])

    assert found
    assert found.page == "a.md"


def test_of_the_catalogs_that_renames_left_the_one_wins_in_which_people_did_most() -> None:
    first = orphan("a.md", "one", "two")
    less = replace(first, units=(first.units[0], replace(first.units[1], target="")))
    more = replace(first, page="b.md")
    edited = replace(more, units=(*more.units, Unit(source="gone", target="weg", obsolete=True)))

    assert predecessor(page("one", "two"), [less, more]) == more
    assert predecessor(page("one", "two"), [first, edited]) == edited


def test_obsolete_units_say_nothing_about_a_page() -> None:
    assert predecessor(page("one"), [catalog(Unit(source="one", target="een", obsolete=True))]) is None


def test_an_empty_page_has_none() -> None:
    assert predecessor([], [catalog()]) is None


def test_a_page_that_is_renamed_and_edited_keeps_the_edit_stale() -> None:
    old = orphan("old.md", "Come to our meeting", "Bring a friend", "We meet on Sunday")
    today = ("Come to our meeting", "Bring a friend with you", "We meet on Sunday")
    found = predecessor(page(*today), [old])

    assert found
    new = update(replace(found, page="new.md"), *today)
    assert (new.page, bare(new.units)[1]) == (
        "new.md",
        Unit(source=today[1], target="BRING A FRIEND", fuzzy=True, previous="Bring a friend"),
    )


def test_what_is_edited_and_moved_while_its_page_is_renamed_keeps_its_old_target() -> None:
    old = orphan("old.md", "Come to our meeting", "Bring a friend along", "We meet on Sunday")
    today = ("Bring a friend along!", "We meet on Sunday", "Come to our meeting")
    found = predecessor(page(*reversed(today)), [old])

    assert found
    new = update(found, *reversed(today))
    assert bare(new.units)[2] == Unit(
        source="Bring a friend along!", target="BRING A FRIEND ALONG", fuzzy=True, previous="Bring a friend along"
    )
