"""Workflow commands: GitHub shows ten errors and ten warnings of a step, so these are the ones that matter most."""

from __future__ import annotations

from dataclasses import replace

from tests.report.inspections import broken, found_of, stale
from tests.report.readers import Command, commands
from translate.inspection import Inspection
from translate.model import Severity
from translate.report import github
from translate.report.view import View


def told(found: Inspection, *changed: str) -> list[Command]:
    return list(commands(github.render(found, View(changed=frozenset(changed)))))


def test_each_finding_is_told_while_all_are_shown() -> None:
    found = found_of(*(broken(number) for number in range(1, 11)), *(stale(line=line) for line in range(1, 11)))
    commands = told(found)

    assert [each.name for each in commands] == ["error"] * 10 + ["warning"] * 10
    assert [each.properties["line"] for each in commands] == [str(number) for number in range(1, 11)] * 2


def test_more_findings_are_told_together_for_each_place() -> None:
    locales = [f"l{number:02}" for number in range(11)]
    first, *others = told(found_of(*(replace(stale(), locale=locale) for locale in locales), stale(line=9)))

    assert first.properties["title"] == "S001 stale translation (l00)"
    assert first.data.split("\n")[-1] == "+10 more here: " + ", ".join(f"S001 {locale}" for locale in locales[1:])
    assert [each.properties["line"] for each in others] == ["9"]


def test_still_more_are_told_together_for_each_file() -> None:
    findings = [broken(number, path=f"locales/nl/{number % 10}.po") for number in range(100, 150)]
    commands = told(found_of(*findings))

    assert [each.properties["file"] for each in commands] == [f"locales/nl/{number}.po" for number in range(10)]
    assert {each.data.split("\n")[-1] for each in commands} == {"+4 more here: P001 nl"}


def test_the_last_one_says_how_many_are_left() -> None:
    findings = [broken(number, path=f"locales/nl/{number:02}.po") for number in range(1, 13) for _ in "ab"]
    commands = told(found_of(*findings, *(stale(page=f"{number:02}.md") for number in range(12))))

    assert [each.name for each in commands] == ["error"] * 10 + ["warning"] * 10
    assert commands[9].data.endswith(
        '\nand 4 more in 2 other files: the job summary lists them, as does "translate check"'
    )
    assert commands[19].data.partition("\nand ")[2].startswith("2 more in 2 other files")
    assert not [each for each in commands[:9] if "other files" in each.data]


def test_files_that_the_author_changed_come_first() -> None:
    findings = [broken(1, path=f"locales/nl/{number:02}.po") for number in range(12)]
    commands = told(found_of(*findings), "locales/nl/11.po", "locales/nl/07.po")

    assert [each.properties["file"] for each in commands[:3]] == [
        f"locales/nl/{name}.po" for name in ("07", "11", "00")
    ]


def test_notes_are_notices_and_whole_files_have_no_line() -> None:
    (note,) = told(found_of(broken(0, Severity.INFO)))

    assert note.name == "notice"
    assert sorted(note.properties) == ["file", "title"]


def test_long_texts_are_cut() -> None:
    (warning,) = told(found_of(stale(target="word " * 1000)))

    assert len(warning.data) < 2 * 1000
    assert warning.data.count("…\n") == 1
