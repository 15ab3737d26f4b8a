"""What comments say of translations survives polib, which breaks long comments into lines like any other text."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.pages import NOTHING, notes, segment
from translate.catalog.marks import replaced
from translate.catalog.merge import merge
from translate.catalog.po import read, render
from translate.model import Catalog, State, Unit

OLD = (
    "Models are more powerful than well-known scientists - even careful ones - have predicted. " * 3 + "Read [on]({1})."
)
NEW = OLD.replace("careful", "cautious")
TARGET = OLD.upper()
WORDS = st.sampled_from(["a", "I", "model", "well-known", "one-to-one", "-", "--", "{1}", "[de link]({2}),", "…", "é"])
LONG = st.lists(WORDS, min_size=12, max_size=90).map(" ".join)


def saved(catalog: Catalog, path: Path) -> Catalog:
    """Return the catalog after polib has saved it in its own width."""
    path.write_bytes(render(catalog, reference="a.md", project="x"))
    polib.pofile(str(path)).save()
    return read(path.read_bytes(), path="a.po", locale="nl", page="a.md")


def catalog(*units: Unit) -> Catalog:
    return Catalog(locale="nl", page="a.md", units=units)


@given(target=LONG, other=LONG)
def test_marks_are_whole_again(tmp_path_factory: pytest.TempPathFactory, target: str, other: str) -> None:
    marks = ("ask Ann", f"conflict: {other}", "machine: deepl", f"previous: {target}")
    units = (
        Unit(source="b", target="machine", fuzzy=True, previous="a", comments=marks),
        Unit(source="d", target="gone", fuzzy=True, obsolete=True, previous=other, comments=("machine: deepl",)),
    )

    assert saved(catalog(*units), tmp_path_factory.getbasetemp() / "a.po") == catalog(*units)


def test_a_target_that_a_machine_stands_in_for_is_whole(tmp_path: Path) -> None:
    unit = Unit(source=NEW, target="machine", fuzzy=True, previous=OLD, comments=("machine: x", f"previous: {TARGET}"))
    [found] = saved(catalog(unit), tmp_path / "a.po").units

    assert replaced(found) == TARGET


def test_a_text_that_comes_back_does_not_wear_the_target_of_an_older_one(tmp_path: Path) -> None:
    gone = Unit(source=NEW, target=TARGET, fuzzy=True, previous=OLD, obsolete=True)
    [unit] = merge(saved(catalog(gone), tmp_path / "a.po"), [segment(NEW)], notes, NOTHING).units

    assert (unit.state, unit.previous) == (State.STALE, OLD)


def test_a_text_that_another_program_brings_back_is_stale_too() -> None:
    text = f'msgid ""\nmsgstr ""\n\n# made from: {OLD}\n#, fuzzy\nmsgid "{NEW}"\nmsgstr "{TARGET}"\n'
    [unit] = read(text.encode(), path="a.po", locale="nl", page="a.md").units

    assert (unit.state, unit.previous, unit.comments) == (State.STALE, OLD, ())


def test_remarks_behind_a_mark_are_no_part_of_it(tmp_path: Path) -> None:
    comments = ("machine: x", f"previous: {TARGET}", "A colleague has to look at this, I think.")
    unit = Unit(source=NEW, target="machine", fuzzy=True, previous=OLD, comments=comments)

    assert saved(catalog(unit), tmp_path / "a.po").units == (unit,)
    assert read(render(catalog(unit), reference="a", project=""), path="a", locale="nl", page="a.md").units == (unit,)
