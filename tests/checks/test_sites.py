"""On a site: where remarks are told, what is not told, what comments silence, and what --fix writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import sites
from tests.conftest import MakeSite
from translate.cli import main
from translate.model import Finding, Unit

PAGE = "# Welcome\n\nWe meet at 4 pm.\n\nTell your friends.\n\nSee [our plan](/plan) first.\n"
DUTCH = {
    "Welcome": "Welkom",
    "We meet at 4 pm.": "We zien elkaar om 16.00 uur.",
    "Tell your friends.": "Vertel het je vrienden.",
    "See [our plan]({1}) first.": "Bekijk eerst [ons plan]({1}).",
}
CATALOG = Path("locales/nl/a.po")


@pytest.fixture
def root(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one page, updated, translated without a fault, and built; the person is there."""
    folder = site({"source_en/a.md": PAGE})
    monkeypatch.chdir(folder)
    sites.go(folder)
    sites.translate(folder, person=lambda unit: _target(unit, DUTCH[unit.source]))
    sites.go(folder)
    return folder


def _target(unit: Unit, target: str, *, fuzzy: bool = False) -> Unit:
    return Unit(source=unit.source, target=target, notes=unit.notes, flags=unit.flags, fuzzy=fuzzy)


def edit(root: Path, before: str, after: str) -> None:
    """Edit the catalog as a person does, and build the page."""
    text = (root / CATALOG).read_text()
    assert before in text
    (root / CATALOG).write_text(text.replace(before, after))
    sites.go(root)


def comment(root: Path, source: str, line: str) -> None:
    """Write a comment above the entry of a text."""
    sites.translate(root, person=lambda unit: replace(unit, comments=(line,)) if unit.source == source else unit)
    sites.go(root)


def only(root: Path) -> Finding:
    (finding,) = sites.found(root)
    return finding


def check(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", *options])


def test_a_translation_without_a_fault_is_left_in_peace(root: Path) -> None:
    assert sites.found(root) == []


def test_a_remark_is_told_on_the_line_of_the_catalog(root: Path) -> None:
    edit(root, "om 16.00 uur", "om 4 uur")
    finding = only(root)
    line = (root / CATALOG).read_text().split("\n").index('msgid "We meet at 4 pm."') + 1

    assert (finding.code, finding.path, finding.line) == ("L004", CATALOG.as_posix(), line)
    assert (finding.related, finding.page, finding.locale) == ("source_en/a.md:3", "a.md", "nl")
    assert (finding.source, finding.target) == ("We meet at 4 pm.", "We zien elkaar om 4 uur.")
    assert '"# translate: ignore=L004"' in finding.hint


@pytest.mark.parametrize("codes", ["L004", "l", "W003, L00", "L004,W"])
def test_a_comment_silences_rules_for_its_entry(root: Path, codes: str) -> None:
    edit(root, "om 16.00 uur", "om 4 uur")
    comment(root, "We meet at 4 pm.", f"translate: ignore={codes}")

    assert sites.found(root) == []


def test_a_comment_silences_what_is_stale_or_damaging_but_the_page_stays_as_safe(root: Path) -> None:
    edit(root, "[ons plan]({1})", "ons plan")
    comment(root, "See [our plan]({1}) first.", "translate: ignore=P")

    assert sites.found(root) == []
    assert "See [our plan](/plan) first." in (root / "build/nl/a.md").read_text()


@pytest.mark.parametrize("said", ["ignore=L044", "ignore=", "ignroe=L004", "off"])
def test_a_comment_that_nobody_understands_is_told(root: Path, said: str) -> None:
    comment(root, "We meet at 4 pm.", f"translate: {said}")

    assert only(root).code == "F002"


def test_other_comments_are_free(root: Path) -> None:
    comment(root, "We meet at 4 pm.", "translate this with care: L004")

    assert sites.found(root) == []


def test_what_is_stale_is_told_as_such_and_only_so(root: Path) -> None:
    (root / "source_en/a.md").write_text(PAGE.replace("4 pm", "5 pm"))
    sites.go(root)

    assert sites.codes(root) == ["S001"]


def test_a_machine_translation_is_compared_too(root: Path) -> None:
    edit(
        root,
        'msgid "We meet at 4 pm."\nmsgstr "We zien elkaar om 16.00 uur."',
        'msgid "We meet at 4 pm."\nmsgstr "We zien elkaar om 5 uur."',
    )
    text = (root / CATALOG).read_text()
    (root / CATALOG).write_text(text.replace('msgid "We meet', '#, fuzzy\nmsgid "We meet'))
    sites.go(root)

    assert sites.codes(root) == ["L004"]


def test_the_glossary_of_the_site_is_used(root: Path) -> None:
    (root / "locales/nl/glossary.tsv").write_text("plan\tontwerp\nfriend\n")

    assert [(each.code, each.message) for each in sites.found(root)] == [
        ("L003", "“friend” is to stay as it is"),
        ("L002", "“plan” is “ontwerp” in the glossary"),
    ]


def test_the_settings_say_how_readers_are_addressed(root: Path) -> None:
    (root / "translate.toml").write_text('locales = ["nl"]\n\n[formality]\nnl = "more"\n')

    assert only(root).message == "“je” is less formal than the other translations"


def test_without_settings_most_translations_say_how_readers_are_addressed(root: Path) -> None:
    (root / "source_en/b.md").write_text("Your house\n\nYour garden\n\nYour dog\n\nYour cat\n")
    sites.go(root)
    homes = {"Your house": "Je huis", "Your garden": "Je tuin", "Your dog": "Je hond", "Your cat": "Uw kat"}
    sites.translate(root, "locales/nl/b.po", lambda unit: _target(unit, homes[unit.source]))
    sites.go(root)

    assert only(root).source == "Your cat"


def test_fix_mends_blanks_and_the_form_and_reviewed_stays_reviewed(root: Path) -> None:
    text = (root / CATALOG).read_text()
    dirty = (
        text.replace("om 16.00", "om  16.00")
        .replace("plan](", "plan] (", 2)
        .replace('msgid "Welcome"', 'msgid ""\n"Welcome"')
    )
    dirty = dirty.replace('msgid "See [our plan] (', 'msgid "See [our plan](')
    (root / CATALOG).write_text(dirty)
    assert dirty != text

    shown = check("--fix", "--diff")
    assert (shown.exit_code, (root / CATALOG).read_text()) == (1, dirty)
    assert '+msgstr "We zien elkaar om 16.00 uur."' in shown.stdout

    named = check("--dry-run")
    assert (named.exit_code, named.stdout, (root / CATALOG).read_text()) == (1, f"would mend {CATALOG}\n", dirty)

    fixed = check("--fix")
    assert (fixed.exit_code, (root / CATALOG).read_text()) == (0, text)
    assert "mended: 1 of 1 catalog\n" in fixed.stderr
    assert check("--fix", "--diff").stdout == ""


def test_fix_keeps_the_old_texts_of_a_page_that_was_edited(root: Path) -> None:
    (root / "source_en/a.md").write_text("# Goodbye\n")
    before = (root / CATALOG).read_bytes()

    assert check("--fix").exit_code == 1
    assert (root / CATALOG).read_bytes() == before


def test_fix_leaves_what_is_silenced_to_people(root: Path) -> None:
    edit(root, "om 16.00", "om  16.00")
    comment(root, "We meet at 4 pm.", "translate: ignore=W003")

    assert check("--fix").exit_code == 0
    assert "om  16.00" in (root / CATALOG).read_text()


def test_two_translations_wait_for_a_choice(root: Path) -> None:
    comment(root, "Tell your friends.", "conflict: Zeg het voort.")
    assert sites.found(root) == []
    edit(root, '\nmsgid "Tell your friends."', '\n#, fuzzy\nmsgid "Tell your friends."')

    assert (only(root).code, only(root).source) == ("F003", "Tell your friends.")
