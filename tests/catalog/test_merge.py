"""What a catalog becomes when its page changes: one test for each thing that people do to a page."""

from __future__ import annotations

import difflib
from dataclasses import replace
from time import process_time

import pytest

from tests.catalog.pages import NOTHING, bare, catalog, notes, page, segment, translated, update
from translate.catalog.marks import drafted, filled
from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.catalog.po import read, render
from translate.model import Catalog, State, Unit

HALT = "A halt on the frontier models would not stop research."
PAUSE = "A pause on the frontier models would not stop research."
BREAK = "A long break on the frontier models would not stop research."
OTHERS = ("Who are we, and what do we want from you?", "Volunteers come from twelve countries.")


def states(found: Catalog) -> list[State]:
    return [unit.state for unit in found.units]


def unit_of(found: Catalog, source: str) -> Unit:
    (unit,) = bare(unit for unit in found.units if unit.source == source)
    return unit


def test_a_new_page_is_untranslated_and_has_its_notes() -> None:
    assert update(catalog(), "See [here]({1}).", "Plain.").units == (
        Unit(source="See [here]({1}).", notes=("paragraph", "{1} = /faq"), flags=("python-brace-format",)),
        Unit(source="Plain.", notes=("paragraph",)),
    )


def test_a_changed_url_changes_a_note_and_nothing_else() -> None:
    old = translated("See [here]({1}).")
    (unit,) = update(old, segment("See [here]({1}).", url="/new")).units

    assert unit == replace(old.units[0], notes=("paragraph", "{1} = /new"))


def test_a_moved_text_keeps_its_state_and_the_page_its_order() -> None:
    old = translated("a", "b", "c", "d")

    assert update(old, "c", "a", "d", "b").units == tuple(old.units[index] for index in (2, 0, 3, 1))


def test_a_repeated_text_is_one_unit_with_the_notes_of_the_first() -> None:
    new = update(catalog(), segment("See [here]({1}).", url="/1"), "a", segment("See [here]({1}).", url="/2"))

    assert [unit.source for unit in new.units] == ["See [here]({1}).", "a"]
    assert new.units[0].notes == ("paragraph", "{1} = /1")


def test_an_edit_makes_stale_and_keeps_target_and_old_source() -> None:
    new = update(translated(OTHERS[0], HALT, OTHERS[1]), OTHERS[0], PAUSE, OTHERS[1])

    assert states(new) == [State.REVIEWED, State.STALE, State.REVIEWED]
    assert unit_of(new, PAUSE) == Unit(source=PAUSE, target=HALT.upper(), fuzzy=True, previous=HALT)


def test_after_several_edits_the_previous_source_is_that_of_the_target() -> None:
    new = update(update(translated(HALT), PAUSE), BREAK)

    assert bare(new.units) == [Unit(source=BREAK, target=HALT.upper(), fuzzy=True, previous=HALT)]


def test_an_edit_that_is_taken_back_was_never_there() -> None:
    old = translated(OTHERS[0], HALT)

    assert update(update(update(old, OTHERS[0], PAUSE), OTHERS[0], BREAK), OTHERS[0], HALT) == old


@pytest.mark.parametrize("comments", [("machine: deepl",), (), ("a remark", "machine: deepl")])
def test_an_unreviewed_text_stays_unreviewed_through_an_edit_and_back(comments: tuple[str, ...]) -> None:
    old = catalog(Unit(source=HALT, target="Een stop", fuzzy=True, comments=comments))
    edited = update(old, PAUSE)

    assert states(edited) == [State.STALE]
    assert states(update(edited, HALT)) == [State.MACHINE]


def test_a_text_that_was_made_by_a_machine_and_reviewed_comes_back_reviewed() -> None:
    old = catalog(Unit(source=HALT, target="Een stop", comments=("machine: deepl",)))

    assert states(update(update(old, PAUSE), HALT)) == [State.REVIEWED]


def test_an_untranslated_text_that_is_edited_is_untranslated_and_keeps_its_comments() -> None:
    assert bare(update(catalog(Unit(source=HALT, comments=("ask Ann",))), PAUSE).units) == [
        Unit(source=PAUSE, comments=("ask Ann",))
    ]


def test_another_text_in_its_place_is_no_edit() -> None:
    new = update(translated(HALT), "Come to our meeting in Utrecht on Tuesday.")

    assert states(new) == [State.UNTRANSLATED, State.OBSOLETE]


def test_a_text_like_it_elsewhere_is_no_edit() -> None:
    new = update(translated(HALT, *OTHERS), *OTHERS, "Stop the halting of training runs by law.")

    assert states(new) == [State.REVIEWED, State.REVIEWED, State.UNTRANSLATED, State.OBSOLETE]


def test_a_text_that_is_edited_and_moves_past_others_stays_the_same_text() -> None:
    new = update(translated(HALT, *OTHERS), *OTHERS, PAUSE)

    assert states(new) == [State.REVIEWED, State.REVIEWED, State.STALE]
    assert (unit_of(new, PAUSE).previous, unit_of(new, PAUSE).target) == (HALT, HALT.upper())


def test_a_section_that_moves_with_an_edit_in_it_keeps_the_edit() -> None:
    old = translated("a", "First heading", HALT, "One", "Second heading", "Two", "Three", "Four")
    new = update(old, "a", "Second heading", "Two", "Three", "Four", "First heading", PAUSE, "One")

    assert [unit.source for unit in new.units if unit.state is not State.REVIEWED] == [PAUSE]
    assert unit_of(new, PAUSE).previous == HALT


def test_edits_next_to_each_other_go_to_their_own_texts() -> None:
    texts = [
        f"Step {number}: {word} the model before you go on." for number, word in enumerate("train test ship".split())
    ]
    old = translated("start", *texts, "end")
    new = update(old, "start", *(text.replace("model", "large model") for text in texts), "end")

    assert [unit.previous for unit in new.units] == [None, *texts, None]


def test_an_edit_is_found_next_to_new_and_removed_texts() -> None:
    old = translated("start", "Something that goes away", HALT, "end")
    new = update(old, "start", "Words that are new here", "And more of them, too", PAUSE, "end")

    assert unit_of(new, PAUSE).previous == HALT
    assert unit_of(new, "Something that goes away").obsolete


def test_a_front_matter_value_is_in_its_place_by_its_context() -> None:
    old = translated(segment("The risks of AI", "title"), segment("What may go wrong", "description"))
    new = update(old, segment("What may go wrong?", "description"), "Body", segment("The big risks of AI", "title"))

    assert [(unit.context, unit.previous) for unit in new.units] == [
        ("description", "What may go wrong"),
        ("", None),
        ("title", "The risks of AI"),
    ]


def test_a_text_of_another_context_is_another_text() -> None:
    new = update(translated(segment("May", "month")), segment("May", "verb"))

    assert states(new) == [State.UNTRANSLATED, State.OBSOLETE]


def test_what_is_gone_is_kept_and_comes_back_in_its_state() -> None:
    stale = Unit(source=PAUSE, target="Een stop", fuzzy=True, previous=HALT, comments=("hm",))
    old = replace(translated("a", "b"), units=(*translated("a", "b").units, stale, Unit(source="untranslated")))
    away = update(old, "b")

    assert [(unit.source, unit.obsolete) for unit in away.units] == [("b", False), ("a", True), (PAUSE, True)]
    assert bare(update(away, "a", "b", PAUSE).units) == bare(old.units[:3])


def test_the_memory_gives_what_another_page_has() -> None:
    machine = Unit(source="m", target="M", fuzzy=True, comments=("machine: deepl", "a remark"))
    memory = Memory.of([replace(translated("r"), page="other.md"), catalog(machine, name="more.md")])

    assert bare(update(catalog(), "r", "m", "n", memory=memory).units) == [
        Unit(source="r", target="R"),
        Unit(source="m", target="M", fuzzy=True, comments=("machine: deepl",)),
        Unit(source="n"),
    ]


def test_a_stale_text_gives_way_to_a_review_of_it_on_another_page() -> None:
    old = update(translated(HALT, *OTHERS), PAUSE, *OTHERS)
    old = replace(old, units=tuple(replace(unit, comments=("ask Ann",)) for unit in old.units))
    drafted_elsewhere, reviewed_elsewhere = (
        Memory.of([catalog(Unit(source=PAUSE, target="Een pauze", fuzzy=fuzzy), name="more.md")])
        for fuzzy in (True, False)
    )

    assert update(old, PAUSE, *OTHERS, memory=drafted_elsewhere) == old
    new = update(old, PAUSE, *OTHERS, memory=reviewed_elsewhere)
    assert (unit_of(new, PAUSE).target, unit_of(new, PAUSE).state) == ("Een pauze", State.REVIEWED)
    assert unit_of(new, PAUSE).comments == ("ask Ann",)
    assert (unit_of(new, HALT).target, unit_of(new, HALT).state) == (HALT.upper(), State.OBSOLETE)
    assert update(new, PAUSE, *OTHERS, memory=reviewed_elsewhere) == new


def test_what_somebody_has_emptied_stays_empty_until_a_person_or_an_engine_fills_it() -> None:
    memory = Memory.of([replace(translated("a"), page="other.md")])
    emptied = drafted(Unit(source="a", target="A"), "")

    for old in (emptied, replace(emptied, comments=("ask Ann", *emptied.comments))):
        assert bare(update(catalog(old), "a", memory=memory).units) == [old]
    again = filled(emptied, "engine", "deepl")
    assert bare(update(catalog(again), "a", memory=memory).units) == [again]


def test_what_an_older_page_said_does_not_keep_a_text_empty() -> None:
    memory = Memory.of([replace(translated("a"), page="other.md")])
    adopted = Unit(source="a", comments=("adopted: not taken, its link is lost", "previous: iets"))

    assert [unit.target for unit in update(catalog(adopted), "a", memory=memory).units] == ["A"]


def test_the_memory_fills_what_is_untranslated_and_nothing_else() -> None:
    memory = Memory.of([translated("a", "b")])
    old = catalog(Unit(source="a", comments=("ask Ann",)), Unit(source="b", target="x", fuzzy=True))

    assert bare(update(old, "a", "b", memory=memory).units) == [
        Unit(source="a", target="A", comments=("ask Ann",)),
        Unit(source="b", target="x", fuzzy=True),
    ]


def test_an_exact_match_is_better_than_an_edit() -> None:
    new = update(translated(HALT), PAUSE, memory=Memory.of([catalog(Unit(source=PAUSE, target="Een pauze"))]))

    assert bare(new.units) == [
        Unit(source=PAUSE, target="Een pauze"),
        Unit(source=HALT, target=HALT.upper(), obsolete=True),
    ]


def test_a_renamed_page_has_everything_as_it_was() -> None:
    machine = Unit(source="m", target="M", fuzzy=True, comments=("machine: deepl",), notes=("paragraph",))
    old = replace(translated("a", "b"), units=(*translated("a", "b").units, machine))

    assert update(catalog(name="new.md"), "a", "b", "m", memory=Memory.of([old])).units == old.units


class TestAPersonsTargetThatAMachineReplaced:
    """The unit was reviewed (HALT), edited (PAUSE) and filled anew by an engine."""

    refilled = replace(
        translated(HALT),
        units=tuple(filled(unit, "EINE PAUSE", "deepl") for unit in update(translated(HALT), PAUSE).units),
    )

    def test_is_in_a_comment(self) -> None:
        assert bare(self.refilled.units) == [
            Unit(
                source=PAUSE,
                target="EINE PAUSE",
                fuzzy=True,
                previous=HALT,
                comments=("machine: deepl", f"previous: {HALT.upper()}"),
            )
        ]

    def test_is_the_stale_target_again_after_another_edit(self) -> None:
        assert bare(update(self.refilled, BREAK).units) == [
            Unit(source=BREAK, target=HALT.upper(), fuzzy=True, previous=HALT),
            Unit(source=PAUSE, target="EINE PAUSE", fuzzy=True, comments=("machine: deepl",), obsolete=True),
        ]

    def test_is_reviewed_again_when_the_edit_is_taken_back(self) -> None:
        assert bare(update(self.refilled, HALT).units) == [
            Unit(source=HALT, target=HALT.upper()),
            Unit(source=PAUSE, target="EINE PAUSE", fuzzy=True, comments=("machine: deepl",), obsolete=True),
        ]

    def test_goes_with_a_removed_text_and_comes_back_with_it(self) -> None:
        assert update(update(self.refilled, OTHERS[0]), PAUSE).units == self.refilled.units

    def test_gives_way_to_a_review(self) -> None:
        (unit,) = self.refilled.units
        accepted = replace(self.refilled, units=(replace(unit, fuzzy=False, previous=None),))

        assert bare(update(accepted, BREAK).units) == [
            Unit(
                source=BREAK,
                target="EINE PAUSE",
                fuzzy=True,
                previous=PAUSE,
                comments=(f"previous: {HALT.upper()}",),
            )
        ]


def test_one_edited_word_touches_one_unit_and_few_lines() -> None:
    texts = [f"Paragraph {number} speaks of [things]({{1}}) and of others." for number in range(40)]
    old = translated(*texts)
    new = update(old, *texts[:20], texts[20].replace("others", "people"), *texts[21:])

    before, after = (render(found, reference="a.md", project="x").decode().splitlines() for found in (old, new))
    changed = [
        line for line in difflib.unified_diff(before, after, n=0) if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]

    assert states(new).count(State.STALE) == 1
    assert states(new).count(State.REVIEWED) == 39
    assert len(changed) <= 8


def test_a_catalog_that_went_through_its_file_merges_the_same() -> None:
    old = update(translated("a", HALT, "gone"), "a", PAUSE)
    again = read(render(old, reference="a.md", project="x"), path="a.po", locale="nl", page="faq.md")

    assert update(again, "a", HALT, "gone") == translated("a", HALT, "gone")


def test_a_page_that_was_written_anew_takes_linear_time() -> None:
    def cost(size: int) -> float:
        words = [f"word{number % 97}x" for number in range(size * 7)]
        old = [" ".join(words[start : start + 12]) for start in range(0, size * 7, 7)][:size]
        new = [f"{text} {number} anew" for number, text in enumerate(reversed(old))]
        before = translated(*dict.fromkeys(f"{text} {number}" for number, text in enumerate(old)))
        start = process_time()
        merge(before, page(*new), notes, NOTHING)
        return process_time() - start

    small, large = (min(cost(size) for _ in range(3)) for size in (300, 1200))

    assert large < 8 * small  # four times the texts; sixteen times would be quadratic


def test_a_source_that_two_stale_texts_were_made_from_comes_back_once() -> None:
    first = Unit(source=PAUSE, target="1", fuzzy=True, previous=HALT)
    second = Unit(source=BREAK, target="2", fuzzy=True, previous=HALT)

    assert bare(update(catalog(first, second), HALT).units) == [
        Unit(source=HALT, target="1"),
        replace(second, obsolete=True),
    ]
