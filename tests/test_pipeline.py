"""From pages to catalogs to pages: what an edit does, what is kept, what is told."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite
from translate import pipeline
from translate.config import load
from translate.discovery import scope
from translate.errors import CatalogError
from translate.model import Changes, Severity, State, Unit
from translate.report.rollup import rolled_up

PAGE = """\
---
title: Our plan
---

# A plan

We meet at four. Read [the plan](/plan) first.

- One thing
- Another thing

## Questions

Ask *us*.
"""


@pytest.fixture
def root(site: MakeSite) -> Path:
    """A site of one page, translated and built."""
    made = site({"source_en/a.md": PAGE})
    sites.go(made)
    sites.translate(made)
    sites.go(made)
    return made


def edit(root: Path, old: str, new: str, path: str = "source_en/a.md") -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def changed_lines(before: str, after: str) -> int:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0)
    return sum(line[0] in "+-" and not line.startswith(("+++", "---")) for line in lines)


def test_a_page_goes_all_the_way(root: Path) -> None:
    built = (root / "build/nl/a.md").read_text()

    assert built == (
        "---\ntitle: OUR PLAN\n---\n\n# A PLAN\n\nWE MEET AT FOUR. READ [THE PLAN](/plan) FIRST.\n\n"
        "- ONE THING\n- ANOTHER THING\n\n## QUESTIONS\n\nASK *US*.\n"
    )
    assert sites.found(root) == []


def test_doing_anything_twice_changes_nothing(root: Path) -> None:
    for stage in (pipeline.run, pipeline.update, pipeline.build):
        assert not any(sites.go(root, stage).changed.values())


def test_one_edited_word_is_one_stale_unit_and_a_few_lines(root: Path) -> None:
    before = (root / "locales/nl/a.po").read_text()
    edit(root, "at four", "at five")

    assert sites.codes(root) == ["S001"]
    outcome = sites.go(root)

    assert (outcome.changes.new, outcome.changes.stale, outcome.changes.gone) == (0, 1, 0)
    assert changed_lines(before, (root / "locales/nl/a.po").read_text()) <= 8
    assert "We meet at five. Read [the plan](/plan) first." in (root / "build/nl/a.md").read_text()
    [finding] = sites.found(root)
    assert (finding.code, finding.path, finding.line) == ("S001", "source_en/a.md", 7)
    assert finding.previous == "We meet at four. Read [the plan]({1}) first."
    line = sites.units(root, "locales/nl/a.po")[finding.source].line
    assert f"locales/nl/a.po:{line} " in finding.hint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(/plan)", "(/the-new-plan)"),
        ("four. Read", "four.\nRead"),
        ("- One thing\n- Another thing\n", "- Another thing\n- One thing\n"),
    ],
)
def test_cosmetic_edits_make_nothing_stale(root: Path, old: str, new: str) -> None:
    edit(root, old, new)
    sites.go(root)

    assert {unit.state for unit in sites.units(root, "locales/nl/a.po").values()} == {State.REVIEWED}
    assert sites.found(root) == []


def test_a_text_that_moves_to_another_page_stays_reviewed(root: Path) -> None:
    edit(root, "\nAsk *us*.\n", "")
    (root / "source_en/b.md").write_text("Ask *us*.\n")
    sites.go(root)

    assert (root / "build/nl/b.md").read_text() == "ASK *US*.\n"
    assert sites.found(root) == []


def test_an_untranslated_text_takes_what_another_page_learns(root: Path) -> None:
    (root / "source_en/b.md").write_text("New here.\n")
    (root / "source_en/c.md").write_text("New here.\n")
    sites.go(root)
    sites.translate(root, "locales/nl/c.po")
    told = {finding.path: finding.message for finding in sites.found(root)}
    outcome = sites.go(root)

    assert told["locales/nl/b.po"] == "is out of date: 1 filled"
    assert outcome.changes == Changes(filled=1)
    assert str(outcome.changes) == "1 filled"
    assert (root / "build/nl/b.md").read_text() == "NEW HERE.\n"
    assert sites.found(root) == []


def test_an_edit_that_is_translated_on_one_page_is_translated_on_all(root: Path) -> None:
    (root / "source_en/b.md").write_text("# A plan\n\nAsk *us*.\n")
    sites.go(root)
    edit(root, "Ask *us*.", "Ask *them*.")
    edit(root, "Ask *us*.", "Ask *them*.", "source_en/b.md")
    sites.go(root)
    assert sites.units(root, "locales/nl/b.po")["Ask *them*."].state is State.STALE

    sites.translate(root)
    assert str(sites.go(root).changes) == "1 filled"
    assert (root / "build/nl/b.md").read_text() == "# A PLAN\n\nASK *THEM*.\n"
    assert not any(sites.go(root).changed.values())


def test_what_happens_to_texts_is_counted_by_kind_and_in_one_order(root: Path) -> None:
    (root / "source_en/b.md").write_text("New here.\n\nNot for long.\n")
    (root / "source_en/c.md").write_text("New here.\n")
    sites.go(root)
    sites.translate(root, "locales/nl/c.po")
    edit(root, "at four", "at five")
    edit(root, "## Questions", "## More\n\n## Questions")
    edit(root, "\n\nNot for long.", "", "source_en/b.md")

    changes = sites.go(root).changes

    assert changes == Changes(new=1, known=0, stale=1, gone=1, filled=1, renoted=0)
    assert str(changes) == "1 new · 1 stale · 1 gone · 1 filled"
    assert str(Changes(new=5074, gone=999, renoted=1_000_000)) == "5 074 new · 999 gone · 1 000 000 with other notes"


def test_a_renamed_page_keeps_its_reviews_and_its_edits_become_stale(root: Path) -> None:
    edit(root, "at four", "at five")
    edit(root, "Ask *us*.", "Ask *us*.\n\nMore.")
    (root / "source_en/a.md").rename(root / "source_en/b.md")

    assert str(sites.go(root).changes) == "1 new · 6 translated before · 1 stale"
    edit(root, "\n\nMore.", "", "source_en/b.md")
    sites.go(root)

    states = [unit.state for unit in sites.units(root, "locales/nl/b.po").values()]
    assert sorted(state.value for state in states) == ["reviewed"] * 6 + ["stale"]
    orphans = {(each.code, each.path) for each in sites.found(root)}
    assert orphans == {("S001", "source_en/b.md"), ("S005", "locales/nl/a.po"), ("S006", "build/nl/a.md")}
    assert (root / "locales/nl/a.po").exists()


def test_what_a_page_has_now_goes_before_what_a_renamed_one_left_behind(root: Path) -> None:
    (root / "source_en/a.md").rename(root / "source_en/z.md")
    sites.go(root)
    sites.translate(root, "locales/nl/z.po", person=lambda unit: replace(unit, target=f"{unit.target}!"))
    (root / "source_en/b.md").write_text("Ask *us*.\n")
    sites.go(root)

    assert sites.units(root, "locales/nl/b.po")["Ask *us*."].target == "ASK *US*.!"


def test_orphans_are_not_told_when_only_some_pages_are_asked_for(root: Path) -> None:
    (root / "source_en/b.md").write_text("B.\n")
    (root / "locales/nl/old.po").write_bytes((root / "locales/nl/a.po").read_bytes())

    assert sites.found(root, "a.md") == []


def machine(unit: Unit) -> Unit:
    return replace(sites.upper(unit), fuzzy=True, comments=("machine: deepl",))


@pytest.mark.parametrize(("policy", "shown"), [("target", "ASK *US*."), ("source", "Ask *us*.")])
def test_machine_translations_are_shown_as_the_site_wants(root: Path, policy: str, shown: str) -> None:
    (root / "translate.toml").write_text(f'locales = ["nl"]\n[publish]\nmachine = "{policy}"\n')
    sites.translate(root, person=machine)
    sites.go(root)

    assert (root / "build/nl/a.md").read_text().endswith(f"\n{shown}\n")


@pytest.mark.parametrize(("policy", "shown"), [("target", "WE MEET AT FOUR."), ("source", "We meet at five.")])
@pytest.mark.parametrize("person", [sites.upper, machine])
def test_stale_translations_are_shown_as_the_site_wants(root: Path, policy: str, shown: str, person: object) -> None:
    (root / "translate.toml").write_text(f'locales = ["nl"]\n[publish]\nstale = "{policy}"\n')
    sites.translate(root, person=machine if person is machine else sites.upper)
    edit(root, "at four", "at five")
    sites.go(root)

    assert f"\n{shown}" in (root / "build/nl/a.md").read_text()


def test_a_page_with_too_little_review_is_not_written(root: Path) -> None:
    (root / "translate.toml").write_text('locales = ["nl"]\n[publish]\nminimum_reviewed = 0.9\n')
    built = (root / "build/nl/a.md").read_bytes()
    sites.translate(root, person=lambda unit: machine(unit) if unit.source.startswith("We") else unit)

    assert sites.go(root).changed == {}
    [finding] = sites.found(root)
    assert (finding.code, finding.path, finding.severity) == ("S007", "build/nl/a.md", Severity.WARNING)
    assert "58% of its words are reviewed, publish.minimum_reviewed is 90%" in finding.message
    assert (root / "build/nl/a.md").read_bytes() == built

    (root / "build/nl/a.md").unlink()

    assert sites.found(root) == []
    assert not (root / "build/nl/a.md").exists()


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("Lees het plan.", "P001"),
        ("Lees [het plan]({1}) en {2}.", "P002"),
        ("Lees [het plan]({1}) of [het plan]({1}).", "P003"),
        ("Lees het plan ({1}).", "P004"),
        ("Lees [het plan]({1}), {jij}.", "P005"),
    ],
)
def test_a_damaged_placeholder_is_told_on_its_line_and_stays_in_english(root: Path, target: str, code: str) -> None:
    def careless(unit: Unit) -> Unit:
        return replace(unit, target=target) if "{1}" in unit.source else unit

    sites.translate(root, person=careless)
    outcome = sites.go(root)

    [finding] = [each for each in outcome.findings if each.severity is Severity.ERROR]
    text = (root / "locales/nl/a.po").read_text().splitlines()
    assert (finding.code, finding.path, finding.target) == (code, "locales/nl/a.po", target)
    assert text[finding.line - 1] == 'msgid "We meet at four. Read [the plan]({1}) first."'
    assert "We meet at four. Read [the plan](/plan) first." in (root / "build/nl/a.md").read_text()
    assert sites.found(root) == [finding]


def test_a_repeated_text_is_told_once(site: MakeSite) -> None:
    root = site({"source_en/a.md": "Same.\n\nOther.\n\nSame.\n"})
    sites.go(root)

    assert [(each.line, each.source) for each in sites.found(root)] == [(1, "Same."), (3, "Other.")]
    [together] = rolled_up(sites.found(root))
    assert (together.line, together.message) == (1, "2 texts (2 words) are not in nl yet, this is the first")


def test_what_is_told_of_a_text_is_not_told_of_its_files_unless_nobody_hears_it(root: Path) -> None:
    edit(root, "at four", "at five")

    assert sites.codes(root) == ["S001"]
    (root / "translate.toml").write_text((root / "translate.toml").read_text() + '[check]\nignore = ["S001"]\n')
    assert sites.codes(root) == ["S003"]


def test_a_catalog_in_another_form_is_told_and_mended(root: Path) -> None:
    path = root / "locales/nl/a.po"
    canonical = path.read_bytes()
    path.write_bytes(canonical.replace(b"\n", b"\r\n"))

    assert sites.codes(root) == ["F001"]
    sites.go(root, pipeline.update)
    assert path.read_bytes() == canonical


def test_a_built_page_that_somebody_edited_is_told(root: Path) -> None:
    edit(root, "ASK", "Ask", "build/nl/a.md")

    assert sites.codes(root) == ["S004"]
    (root / "build/nl/a.md").unlink()
    assert sites.codes(root) == []
    (root / "source_en/b.md").write_text("A plan\n")
    (root / "build/nl/b.md").write_text("")
    assert sites.codes(root) == ["S003", "S004"]


def test_other_catalogs_are_not_read_for_a_page_whose_own_has_every_answer(root: Path) -> None:
    (root / "source_en/b.md").write_text("B.\n")
    (root / "locales/nl/b.po").write_text("<<<<<<< ours\n")

    sites.go(root, pipeline.update, "a.md")
    edit(root, "Ask *us*.", "Ask *us*.\n\nMore.")
    with pytest.raises(CatalogError):
        sites.go(root, pipeline.update, "a.md")


def test_what_the_author_said_wrongly_and_what_stays_is_told(site: MakeSite) -> None:
    root = site({"source_en/a.md": "One.\n\n<!-- translate: skp -->\n\nTwo.\n"})
    sites.go(root)
    sites.translate(root)
    sites.go(root)

    [finding] = sites.found(root)
    assert (finding.code, finding.line) == ("M005", 3)


def test_words_are_counted_by_state(root: Path) -> None:
    edit(root, "Ask *us*.", "Ask *them*.\n\nSome words more.")
    site = load(root)

    [coverage] = pipeline.survey(site, scope(site))
    assert coverage.words == {State.REVIEWED: 17, State.STALE: 2, State.UNTRANSLATED: 3}


def test_what_nobody_has_read_is_a_note_that_a_site_can_make_more_of(root: Path) -> None:
    sites.translate(root, person=lambda unit: replace(unit, target=unit.source, fuzzy=True, comments=("machine: x",)))
    settings = root / "translate.toml"

    assert "S010" not in sites.codes(root)
    settings.write_text(settings.read_text() + '[check]\nselect = ["S010"]\nseverity = { S010 = "error" }\n')

    assert set(sites.codes(root)) == {"S010"}
    [together] = rolled_up(sites.found(root))
    assert "wait for their review" in together.message
