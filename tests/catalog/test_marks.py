"""What comments say about a target: who made it, and what it replaced."""

from __future__ import annotations

import pytest

from translate.catalog.marks import filled, pairs, replaced, stale
from translate.model import State, Unit

STALE = Unit(source="b", target="person", fuzzy=True, previous="a", comments=("a remark",))
refilled = filled(STALE, "engine", "deepl")  # what an engine makes of it


def test_an_engine_fills_what_is_untranslated_or_its_own() -> None:
    unit = filled(Unit(source="a", comments=("a remark",)), "1", "deepl")

    assert unit == Unit(source="a", target="1", fuzzy=True, comments=("a remark", "machine: deepl"))
    assert filled(unit, "2", "other") == Unit(
        source="a", target="2", fuzzy=True, comments=("a remark", "machine: other")
    )


def test_an_engine_keeps_the_persons_stale_target() -> None:
    assert refilled == Unit(
        source="b",
        target="engine",
        fuzzy=True,
        previous="a",
        comments=("a remark", "machine: deepl", "previous: person"),
    )
    assert replaced(refilled) == "person"
    assert filled(refilled, "again", "deepl").comments == refilled.comments


def test_an_engine_replaces_its_own_stale_target_and_nothing_is_stale() -> None:
    old = stale(Unit(source="a", target="1", fuzzy=True, comments=("machine: deepl",)), "b")

    assert filled(old, "2", "deepl") == Unit(source="b", target="2", fuzzy=True, comments=("machine: deepl",))


def test_no_engine_touches_a_reviewed_target() -> None:
    with pytest.raises(ValueError, match="reviewed: a"):
        filled(Unit(source="a", target="person"), "engine", "deepl")


@pytest.mark.parametrize(
    "unit",
    [
        Unit(source="a", target="x", comments=("machine: deepl", "previous: y")),
        Unit(source="b", target="x", fuzzy=True, previous="a", comments=("previous: y",)),
        Unit(source="b", target="x", fuzzy=True, previous="a", comments=("previous: y", "machine: deepl")),
    ],
    ids=["reviewed", "a person's", "another target that was there before the engine's"],
)
def test_only_what_stands_after_the_engines_mark_of_a_stale_unit_was_replaced(unit: Unit) -> None:
    assert replaced(unit) is None


def test_a_unit_tells_its_pairs_apart() -> None:
    machine = Unit(source="a", target="1", fuzzy=True, comments=("machine: deepl",))

    assert list(pairs(Unit(source="a"))) == []
    assert list(pairs(machine)) == [machine]
    assert list(pairs(STALE)) == [Unit(source="a", target="person", comments=("a remark",))]
    assert list(pairs(stale(machine, "b"))) == [machine]
    assert list(pairs(refilled)) == [
        Unit(source="a", target="person", comments=("a remark",)),
        Unit(source="b", target="engine", fuzzy=True, comments=("machine: deepl",)),
    ]


def test_an_edit_does_not_make_a_machines_other_target_a_persons() -> None:
    unit = Unit(source="a", target="1", fuzzy=True, comments=("machine: deepl", "previous: 2"))

    assert replaced(stale(unit, "b")) is None
    assert stale(unit, "b").state is State.STALE


def test_what_a_person_may_have_drafted_is_kept_when_an_engine_fills_it() -> None:
    draft = Unit(source="a", target="draft", fuzzy=True)

    assert filled(draft, "engine", "deepl").comments == ("previous: draft", "machine: deepl")
    assert filled(stale(draft, "b"), "engine", "deepl").comments == ("previous: draft", "machine: deepl")
    assert filled(filled(draft, "1", "deepl"), "2", "deepl").comments == ("previous: draft", "machine: deepl")
