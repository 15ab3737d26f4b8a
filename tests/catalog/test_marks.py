"""What comments say about a target: who made it, and what it replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog import strategies
from translate.catalog.marks import CONFLICT, PREVIOUS, approved, drafted, filled, pairs, replaced, stale
from translate.catalog.po import read, render
from translate.model import Catalog, State, Unit

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


MACHINE = Unit(source="a", target="engine", fuzzy=True, comments=("a remark", "machine: deepl"))


def test_approval_settles_what_the_target_replaced() -> None:
    assert approved(STALE, "right") == Unit(source="b", target="right", comments=("a remark",))
    assert approved(refilled, "right") == Unit(source="b", target="right", comments=("a remark",))

    contested = Unit(source="a", target="ours", fuzzy=True, comments=("conflict: theirs", "a remark"))
    assert approved(contested, "theirs") == Unit(source="a", target="theirs", comments=("a remark",))


def test_an_engine_is_named_while_nobody_changes_what_it_wrote() -> None:
    assert approved(MACHINE, "engine") == Unit(source="a", target="engine", comments=MACHINE.comments)
    assert approved(MACHINE, "person") == Unit(source="a", target="person", comments=("a remark",))
    assert approved(refilled, "engine").comments == ("a remark", "machine: deepl")


def test_what_nobody_signed_is_not_counted_as_a_machines() -> None:
    draft = stale(Unit(source="a", target="draft", fuzzy=True), "b")

    assert draft.engine == "unknown"
    assert approved(draft, "draft") == Unit(source="b", target="draft")


def test_a_target_is_one_line_and_none_is_not_reviewed() -> None:
    assert approved(Unit(source="a"), "een\r\ntwee\n").target == "een twee"
    assert approved(Unit(source="a"), " \n ") == Unit(source="a")
    assert drafted(Unit(source="a"), "een\ntwee") == Unit(source="a", target="een twee", fuzzy=True)


def test_a_target_can_be_doubted_as_it_is() -> None:
    assert drafted(Unit(source="a", target="x"), "x") == Unit(source="a", target="x", fuzzy=True)
    assert drafted(STALE, "person") == STALE
    assert drafted(refilled, "engine") == refilled


def test_a_draft_stands_in_for_what_a_person_stood_behind() -> None:
    unit = drafted(STALE, "draft")

    assert unit.state is State.STALE
    assert list(pairs(unit)) == [
        Unit(source="a", target="person", comments=("a remark",)),
        Unit(source="b", target="draft", fuzzy=True, comments=("machine: unknown",)),
    ]
    assert drafted(unit, "better").comments == unit.comments
    assert drafted(refilled, "draft") == unit
    assert drafted(Unit(source="a", target="x"), "y").comments == ("previous: x",)


def test_a_draft_in_front_of_two_branches_keeps_what_both_say() -> None:
    unit = drafted(Unit(source="a", target="ours", fuzzy=True, comments=("conflict: theirs",)), "draft")

    assert unit == Unit(source="a", target="draft", fuzzy=True, comments=("conflict: theirs", "previous: ours"))
    assert approved(unit, "chosen") == Unit(source="a", target="chosen")
    engines = filled(unit, "engine", "deepl")
    assert drafted(engines, "better").comments == ("conflict: theirs", "previous: ours", "previous: draft")


def test_a_draft_for_what_a_machine_made_of_an_older_text_is_just_a_draft() -> None:
    old = stale(MACHINE, "b")

    assert drafted(old, "draft") == Unit(source="b", target="draft", fuzzy=True, comments=("a remark",))


def test_what_a_person_empties_is_kept_in_a_comment() -> None:
    assert drafted(Unit(source="a", target="x"), "") == Unit(source="a", comments=("previous: x",))
    assert drafted(STALE, "") == Unit(source="b", comments=("a remark", "previous: person"))
    assert drafted(MACHINE, "") == Unit(source="a", comments=("a remark", "previous: engine"))
    assert drafted(drafted(STALE, "draft"), "").comments == ("a remark", "previous: person", "previous: draft")


def test_an_engine_keeps_a_draft_and_what_that_stands_in_for() -> None:
    unit = filled(drafted(STALE, "draft"), "engine", "deepl")

    assert unit.comments == ("a remark", "previous: draft", "machine: deepl", "previous: person")
    assert replaced(unit) == "person"


@st.composite
def marked(draw: st.DrawFn) -> Unit:
    """Return an active unit with marks of machines, earlier targets and other branches."""
    unit = draw(strategies.units(("", "source")).filter(lambda unit: not unit.obsolete))
    marks = draw(st.lists(st.sampled_from(["machine: deepl", "machine: unknown", "previous: x", "conflict: y"])))
    return replace(unit, comments=(*unit.comments, *marks))


@given(unit=marked(), target=strategies.texts(least=0))
def test_what_a_person_saves_is_in_the_file_as_it_was_saved(unit: Unit, target: str) -> None:
    for save in (approved, drafted):
        saved = save(unit, target)
        assert save(saved, target) == saved
        again = read(
            render(Catalog(locale="nl", page="a.md", units=(saved,)), reference="a.md", project="x"),
            path="a.po",
            locale="nl",
            page="a.md",
        )
        assert [each.target for each in again.units] == [saved.target]
        assert [each.state for each in again.units] == [saved.state]
    assert approved(unit, target).state is (State.REVIEWED if target.strip() else State.UNTRANSLATED)
    assert (
        not any(line.startswith((PREVIOUS, CONFLICT)) for line in approved(unit, target).comments) or not target.strip()
    )


@given(unit=marked(), target=strategies.texts(least=0))
def test_a_draft_loses_nothing_that_a_person_stood_behind(unit: Unit, target: str) -> None:
    saved = drafted(unit, target)

    assert set(by_people(unit)) <= {saved.target, *by_people(saved), *kept(saved)}
    assert saved.state is not State.REVIEWED
    # Nothing is a translation of an older text that was not one before.
    assert {pair.key for pair in pairs(saved) if not pair.fuzzy} <= {pair.key for pair in pairs(unit) if not pair.fuzzy}


def by_people(unit: Unit) -> Iterator[str]:
    return (pair.target for pair in pairs(unit) if not pair.fuzzy)


def kept(unit: Unit) -> Iterator[str]:
    return (line.removeprefix(PREVIOUS) for line in unit.comments if line.startswith(PREVIOUS))
