"""A catalog with two units of one text becomes one with one, and both targets are still there."""

from __future__ import annotations

from tests.catalog.pages import catalog
from translate.catalog.tidy import tidy
from translate.model import Key, Unit

KEY = ("", "a")
REVIEWED = Unit(source="a", target="R")
MACHINE = Unit(source="a", target="M", fuzzy=True, comments=("machine: deepl",))
STALE = Unit(source="a", target="S", fuzzy=True, previous="old")


def obsolete(source: str = "a", target: str = "", **more: object) -> Unit:
    return Unit(source=source, target=target, obsolete=True, **more)  # type: ignore[arg-type] # fields of a Unit


def tidied(*units: Unit) -> tuple[dict[Key, Unit], dict[Key, Unit]]:
    return tidy(catalog(*units))


def test_units_with_keys_of_their_own_are_left_alone() -> None:
    gone = obsolete("b", "B")

    assert tidied(REVIEWED, gone) == ({KEY: REVIEWED}, {gone.key: gone})


def test_an_obsolete_unit_without_a_target_says_nothing() -> None:
    assert tidied(REVIEWED, obsolete(), obsolete("b")) == ({KEY: REVIEWED}, {})


def test_an_untranslated_unit_takes_an_obsolete_target() -> None:
    assert tidied(Unit(source="a", comments=("x",)), obsolete(target="O", comments=("y",))) == (
        {KEY: Unit(source="a", target="O", comments=("x", "y"))},
        {},
    )


def test_the_same_target_twice_is_one_with_the_comments_of_both() -> None:
    assert tidied(REVIEWED, obsolete(target="R", fuzzy=True, comments=("machine: x", "y"))) == (
        {KEY: Unit(source="a", target="R", comments=("y",))},
        {},
    )


def test_the_first_of_two_reviewed_targets_stays_and_the_other_is_a_comment() -> None:
    assert tidied(REVIEWED, obsolete(target="O")) == (
        {KEY: Unit(source="a", target="R", comments=("previous: O",))},
        {},
    )


def test_two_obsolete_targets_are_one_unit() -> None:
    assert tidied(obsolete(target="1"), obsolete(target="2"), obsolete(target="3")) == (
        {},
        {KEY: obsolete(target="1", comments=("previous: 3", "previous: 2"))},
    )


def test_a_reviewed_target_beats_a_machine_one() -> None:
    assert tidied(MACHINE, obsolete(target="O")) == ({KEY: Unit(source="a", target="O", comments=("previous: M",))}, {})


def test_a_stale_target_goes_where_it_was_made() -> None:
    assert tidied(STALE, obsolete(target="O")) == (
        {KEY: Unit(source="a", target="O")},
        {("", "old"): obsolete("old", "S")},
    )
    assert tidied(REVIEWED, obsolete(target="S", fuzzy=True, previous="old")) == (
        {KEY: REVIEWED},
        {("", "old"): obsolete("old", "S")},
    )


def test_the_first_of_two_stale_targets_stays() -> None:
    assert tidied(STALE, obsolete(target="T", fuzzy=True, previous="older")) == (
        {KEY: STALE},
        {("", "older"): obsolete("older", "T")},
    )


def test_a_machine_target_for_the_text_itself_beats_a_stale_one() -> None:
    active, shelf = tidied(STALE, obsolete(target="O", fuzzy=True, comments=("machine: x",)))

    assert active == {KEY: Unit(source="a", target="O", fuzzy=True, comments=("machine: x",))}
    assert shelf == {("", "old"): obsolete("old", "S")}
