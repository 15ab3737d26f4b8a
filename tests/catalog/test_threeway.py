"""Two branches become one catalog: what each did is there, and what two people did differently is theirs to settle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.pages import catalog, page, update
from tests.catalog.test_law_5 import through_file
from translate.catalog import marks
from translate.catalog.threeway import threeway
from translate.catalog.tidy import tidy
from translate.model import Catalog, Unit


def said(*units: Unit) -> Catalog:
    return catalog(*units)


def reviewed(source: str, target: str, **more: object) -> Unit:
    return Unit(source=source, target=target, **more)  # type: ignore[arg-type] # fields of a Unit


def machine(source: str, target: str, engine: str = "deepl") -> Unit:
    return Unit(source=source, target=target, fuzzy=True, comments=(f"machine: {engine}",))


def stale(source: str, target: str, previous: str, *comments: str) -> Unit:
    return Unit(source=source, target=target, fuzzy=True, previous=previous, comments=comments)


def new(source: str) -> Unit:
    return Unit(source=source)


def gone(unit: Unit) -> Unit:
    return replace(unit, obsolete=True)


OTHER = reviewed("one more text", "nog een tekst")
"""What the other side always adds, so that neither version gives way whole."""

# What the ancestor has, what we have, what they have, and what comes of it; "!" where a person has to choose.
ONE_TEXT = {
    "only we": (new("a"), reviewed("a", "A"), new("a"), reviewed("a", "A")),
    "only they": (new("a"), new("a"), reviewed("a", "A"), reviewed("a", "A")),
    "both the same": (new("a"), reviewed("a", "A"), reviewed("a", "A"), reviewed("a", "A")),
    "we accept what they ask a machine again": (
        machine("a", "m"),
        replace(machine("a", "m"), fuzzy=False),
        machine("a", "n", "openai"),
        replace(machine("a", "m"), fuzzy=False),
    ),
    "a machine here, a person there": (new("a"), machine("a", "m"), reviewed("a", "A"), reviewed("a", "A")),
    "two machines": (new("a"), machine("a", "m"), machine("a", "n", "openai"), machine("a", "m")),
    "two drafts of people": (
        new("a"),
        reviewed("a", "A", fuzzy=True),
        reviewed("a", "B", fuzzy=True),
        reviewed("a", "A", fuzzy=True, comments=("previous: B",)),
    ),
    "a draft here, a review there": (
        new("a"),
        reviewed("a", "A", fuzzy=True),
        reviewed("a", "B"),
        reviewed("a", "B", comments=("previous: A",)),
    ),
    "they doubt what we correct": (
        reviewed("a", "A"),
        reviewed("a", "B"),
        reviewed("a", "A", fuzzy=True),
        reviewed("a", "B"),
    ),
    "they doubt it": (
        reviewed("a", "A"),
        reviewed("a", "A"),
        reviewed("a", "A", fuzzy=True),
        reviewed("a", "A", fuzzy=True),
    ),
    "they empty it": (reviewed("a", "A"), reviewed("a", "A"), new("a"), new("a")),
    "they empty what we correct": (reviewed("a", "A"), reviewed("a", "B"), new("a"), reviewed("a", "B")),
    "we review what a machine fills there": (
        stale("a", "A", "b"),
        reviewed("a", "B"),
        stale("a", "m", "b", "machine: deepl", "previous: A"),
        reviewed("a", "B"),
    ),
    "a machine fills what we had for the older text": (
        None,
        stale("a", "A", "b"),
        machine("a", "m"),
        stale("a", "m", "b", "machine: deepl", "previous: A"),
    ),
    "remarks of both": (
        reviewed("a", "A", comments=("old", "both")),
        reviewed("a", "A", comments=("both", "ours")),
        reviewed("a", "B", comments=("old", "both", "theirs")),
        reviewed("a", "B", comments=("ours", "both", "theirs")),
    ),
}
CONFLICTS = {
    "two people": (
        new("a"),
        reviewed("a", "A"),
        reviewed("a", "B"),
        reviewed("a", "A", fuzzy=True, comments=("conflict: B",)),
    ),
    "a correction of a machine, and its acceptance": (
        machine("a", "m"),
        reviewed("a", "A"),
        replace(machine("a", "m"), fuzzy=False),
        reviewed("a", "A", fuzzy=True, comments=("conflict: m",)),
    ),
    "two corrections of a machine": (
        machine("a", "m"),
        reviewed("a", "A", comments=("machine: deepl",)),
        reviewed("a", "B", comments=("machine: deepl", "see the glossary")),
        reviewed("a", "A", fuzzy=True, comments=("conflict: B", "see the glossary", "machine: deepl")),
    ),
}


def with_other(unit: Unit | None) -> Catalog:
    return said(*([unit] if unit else []))


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in ONE_TEXT.items()])
def test_one_text_is_as_who_changed_it_has_it(case: tuple[Unit, Unit, Unit, Unit]) -> None:
    ancestor, ours, theirs, expected = case
    merged = threeway(with_other(ancestor), with_other(ours), said(theirs, OTHER))

    assert merged.catalog.units == (expected, OTHER)
    assert merged.conflicts == ()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CONFLICTS.items()])
def test_a_person_chooses_between_what_two_people_wrote(case: tuple[Unit, Unit, Unit, Unit]) -> None:
    ancestor, ours, theirs, expected = case
    merged = threeway(with_other(ancestor), with_other(ours), said(theirs, OTHER))

    assert merged.catalog.units == (expected, OTHER)
    assert merged.conflicts == (("", "a"),)


def test_a_conflict_that_somebody_settled_is_settled() -> None:
    ancestor = reviewed("a", "A", fuzzy=True, comments=("conflict: B",))
    settled = reviewed("a", "AB")

    merged = threeway(said(ancestor), said(settled), said(ancestor, OTHER))

    assert merged.catalog.units == (settled, OTHER)
    assert merged.conflicts == ()


def test_no_machine_chooses_between_what_two_people_wrote() -> None:
    contested = reviewed("a", "A", fuzzy=True, comments=("conflict: B",))

    for unit in (contested, marks.stale(contested, "b")):
        once = marks.filled(unit, "m", "deepl")
        assert once.comments == ("conflict: B", "previous: A", "machine: deepl")
        assert marks.filled(once, "n", "openai").comments == ("conflict: B", "previous: A", "machine: openai")


def test_a_correction_follows_the_edit_of_its_text_on_the_other_branch() -> None:
    """The silent mix-up of a merge by lines: the new text beside the translation of the old one, as if reviewed."""
    ancestor = said(reviewed("stop the big lab", "oud"))
    ours = said(reviewed("stop the big lab", "nieuw"))
    theirs = update(ancestor, "halt the big lab", "train no model")

    merged = threeway(ancestor, ours, theirs)

    assert [(unit.source, unit.target, unit.previous) for unit in merged.catalog.units] == [
        ("halt the big lab", "nieuw", "stop the big lab"),
        ("train no model", "", None),
    ]
    assert merged.conflicts == ()


def test_the_first_translation_follows_the_edit_too() -> None:
    ancestor = said(new("stop the big lab"))
    ours = said(reviewed("stop the big lab", "nieuw"))
    theirs = said(machine("halt the big lab", "m"))

    (unit,) = threeway(ancestor, ours, theirs).catalog.units

    assert unit == stale("halt the big lab", "m", "stop the big lab", "machine: deepl", "previous: nieuw")


def test_what_was_made_of_the_older_text_is_kept_beside_a_review_of_the_newer_one() -> None:
    ancestor = said(reviewed("stop the big lab", "oud"))
    ours = said(reviewed("stop the big lab", "beter"))
    theirs = said(reviewed("halt the big lab", "anders"))

    assert threeway(ancestor, ours, theirs).catalog.units == (
        reviewed("halt the big lab", "anders"),
        gone(reviewed("stop the big lab", "beter")),
    )


def test_a_review_of_the_text_itself_beats_what_was_made_of_another_one() -> None:
    """One side takes an edit back, whose text the other side reviews meanwhile."""
    ancestor = said(stale("ship no model", "mens", "train no model"))
    ours = said(reviewed("ship no model", "ander mens"))
    theirs = said(reviewed("train no model", "mens"))

    for merged in (threeway(ancestor, ours, theirs), threeway(ancestor, theirs, ours)):
        assert merged.catalog.units == (
            reviewed("train no model", "mens"),
            gone(reviewed("ship no model", "ander mens")),
        )


def test_a_text_that_went_away_there_keeps_what_was_translated_here() -> None:
    ancestor, both = said(new("a"), OTHER), reviewed("a", "A")

    assert threeway(ancestor, said(both, OTHER), said(OTHER)).catalog.units == (OTHER, gone(both))
    assert threeway(ancestor, said(OTHER), said(both, OTHER)).catalog.units == (OTHER, gone(both))


def test_what_one_side_threw_away_stays_away() -> None:
    old = gone(reviewed("a", "A"))

    assert threeway(said(new("b"), old), said(new("b")), said(reviewed("b", "B"), old)).catalog == said(
        reviewed("b", "B")
    )


def test_a_text_that_one_side_translated_and_took_away_is_kept_as_that_side_had_it() -> None:
    before, after = reviewed("stop the big lab", "A"), reviewed("stop the big lab", "B")

    merged = threeway(said(before), said(before, new("stop the bad lab")), said(gone(after)))

    assert merged.catalog.units == (new("stop the bad lab"), gone(after))


def test_a_text_that_both_edited_differently_is_stale_in_both_forms() -> None:
    ancestor = said(reviewed("stop the big lab", "A"))
    ours, theirs = update(ancestor, "stop a big lab"), update(ancestor, "stop the bad lab")

    merged = threeway(ancestor, ours, theirs).catalog

    assert {(unit.source, unit.target, unit.previous) for unit in merged.units} == {
        ("stop a big lab", "A", "stop the big lab"),
        ("stop the bad lab", "A", "stop the big lab"),
    }


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("a p b c", "a q b c", "a p q b c"),
        ("p a b c", "a b c q", "p a b c q"),
        ("a c p", "b a c q", "a c p q"),
        ("a b c p", "c a b q", "c p a b q"),
        ("b a c p", "c a b q", "b q a c p"),
    ],
)
def test_new_texts_come_after_their_neighbours(ours: str, theirs: str, expected: str) -> None:
    ancestor, mine, other = (said(*map(new, keys.split())) for keys in ("a b c", ours, theirs))

    merged = threeway(ancestor, mine, other).catalog

    assert [unit.source for unit in merged.units] == expected.split()


def test_what_stands_above_the_header_is_merged_by_lines() -> None:
    ancestor = replace(said(new("a")), comments=("old", "both"), team="x")
    ours = replace(ancestor, comments=("both", "ours"))
    theirs = replace(ancestor, comments=("old", "both", "theirs"), team="Dutch")

    merged = threeway(ancestor, ours, theirs).catalog

    assert (merged.comments, merged.team) == (("both", "ours", "theirs"), "Dutch")


def test_notes_are_those_of_the_page_that_changed_them() -> None:
    before, after = update(catalog(), *page("a {1}")), update(catalog(), *page("a {1}"))
    (unit,) = after.units
    after = replace(after, units=(replace(unit, notes=("paragraph", "{1} = /new")),))
    ours = replace(before, units=tuple(replace(each, target="A {1}") for each in before.units))

    (merged,) = threeway(before, ours, after).catalog.units

    assert merged == replace(unit, target="A {1}", notes=("paragraph", "{1} = /new"))
    assert merged.flags == ("python-brace-format",)


WORDS = st.sampled_from("stop pause halt train build".split())
KEYS = st.tuples(st.sampled_from(["", "", "title"]), st.lists(WORDS, min_size=2, max_size=4).map(" ".join))
TARGETS = st.sampled_from(["", "een", "twee", "drie"])


@st.composite
def units(draw: st.DrawFn, key: tuple[str, str], *, obsolete: bool) -> Unit:
    target = draw(TARGETS.filter(bool) if obsolete else TARGETS)
    fuzzy = target != "" and draw(st.booleans())
    made = draw(st.sampled_from([(), ("machine: deepl",), ("machine: deepl", "previous: vier"), ("a remark",)]))
    previous = draw(st.none() | KEYS.map(lambda other: other[1])) if fuzzy else None
    return Unit(
        context=key[0],
        source=key[1],
        target=target,
        fuzzy=fuzzy,
        obsolete=obsolete,
        previous=previous,
        comments=made,
        notes=() if obsolete else ("paragraph",),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    keys = draw(st.lists(KEYS, unique=True, max_size=5))
    number = draw(st.integers(0, len(keys)))
    return said(*(draw(units(key, obsolete=place >= number)) for place, key in enumerate(keys)))


@given(x=catalogs(), y=catalogs())
def test_a_version_that_changed_nothing_gives_way(x: Catalog, y: Catalog) -> None:
    assert threeway(x, x, y).catalog == y
    assert threeway(x, y, x).catalog == y
    assert threeway(x, y, y).catalog == y


@given(x=catalogs(), data=st.data())
def test_texts_that_only_they_have_changed_are_as_they_have_them(x: Catalog, data: st.DataObject) -> None:
    theirs = replace(x, units=tuple(data.draw(units(each.key, obsolete=each.obsolete)) for each in x.units))
    ours = replace(x, units=(OTHER, *x.units))

    active, shelf = tidy(threeway(x, ours, theirs).catalog)

    assert list(active.values()) == [OTHER, *theirs.active()]
    assert list(shelf.values()) == list(theirs.obsolete())


@given(ancestor=catalogs(), ours=catalogs(), theirs=catalogs())
def test_any_three_catalogs_become_one_that_is_read_again(ancestor: Catalog, ours: Catalog, theirs: Catalog) -> None:
    merged = threeway(ancestor, ours, theirs).catalog

    assert through_file(merged) == merged
    assert len({unit.key for unit in merged.units}) == len(merged.units)
