"""The memory knows exactly the same text in exactly the same context, and the state that its target had."""

from __future__ import annotations

import pytest

from tests.catalog.pages import catalog
from translate.catalog.memory import Memory
from translate.model import Unit

KEY = ("", "a")
REVIEWED = Unit(source="a", target="R")
MACHINE = Unit(source="a", target="M", fuzzy=True, comments=("machine: deepl",))
GONE = Unit(source="a", target="G", obsolete=True)
GONE_MACHINE = Unit(source="a", target="GM", fuzzy=True, obsolete=True)
STALE = Unit(source="edited", target="S", fuzzy=True, previous="a")


def remembered(*units: Unit) -> Unit | None:
    """Return what is remembered of units that stand on pages of their own, in that order."""
    return Memory.of([catalog(unit, name=f"{place}.md") for place, unit in enumerate(units)]).recall(KEY)


@pytest.mark.parametrize("better", [REVIEWED, GONE, STALE, MACHINE])
@pytest.mark.parametrize("first", [True, False])
def test_reviewed_beats_machine_and_what_is_there_beats_what_was(better: Unit, first: bool) -> None:
    order = [REVIEWED, GONE, MACHINE, GONE_MACHINE]
    worse = order[order.index(GONE if better is STALE else better) + 1 :]
    found = remembered(*([better, *worse] if first else [*worse, better]))

    assert found
    assert found.target == better.target


def test_the_first_page_wins_a_tie_whatever_the_order_of_reading() -> None:
    catalogs = [catalog(Unit(source="a", target=name), name=name) for name in ("b.md", "a.md", "c.md")]

    assert Memory.of(catalogs).recall(KEY) == Unit(source="a", target="a.md")


def test_a_context_is_part_of_a_text() -> None:
    memory = Memory.of([catalog(Unit(source="a", context="title", target="T"))])

    assert memory.recall(KEY) is None
    assert memory.recall(("title", "a")) == Unit(source="a", context="title", target="T")


def test_a_unit_comes_without_the_other_places_notes_and_remarks() -> None:
    unit = Unit(
        source="a",
        target="M",
        fuzzy=True,
        obsolete=True,
        comments=("a remark", "machine: deepl", "previous: x"),
        notes=("paragraph",),
        flags=("python-brace-format",),
    )

    assert remembered(unit) == Unit(source="a", target="M", fuzzy=True, comments=("machine: deepl",))


def test_a_stale_target_is_remembered_with_the_source_it_was_made_from() -> None:
    memory = Memory.of([catalog(STALE)])

    assert memory.recall(KEY) == Unit(source="a", target="S")
    assert memory.recall(("", "edited")) is None


def test_a_stale_machine_target_is_remembered_as_a_machines() -> None:
    stale = Unit(source="edited", target="S", fuzzy=True, previous="a", comments=("machine: deepl",))

    assert remembered(stale) == Unit(source="a", target="S", fuzzy=True, comments=("machine: deepl",))


def test_a_unit_that_a_machine_filled_anew_is_remembered_twice() -> None:
    unit = Unit(source="b", target="new", fuzzy=True, previous="a", comments=("machine: deepl", "previous: old"))
    memory = Memory.of([catalog(unit)])

    assert memory.recall(KEY) == Unit(source="a", target="old")
    assert memory.recall(("", "b")) == Unit(source="b", target="new", fuzzy=True, comments=("machine: deepl",))


def test_what_is_untranslated_is_not_remembered() -> None:
    assert remembered(Unit(source="a")) is None
