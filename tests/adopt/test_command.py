"""`translate adopt`, as a person calls it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.adopt.pages import DUTCH, ENGLISH, OTHER, write
from translate.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="translate")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/nl/talks.md": DUTCH.replace("(/engine)", "(/machine)")})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_says_what_it_took_and_writes_the_catalogs(root: Path) -> None:
    result = run("adopt", "nl", "old/nl")

    assert result.stdout.splitlines() == [
        "page           texts     taken  doubtful   untaken   defects",
        "talks.md          13        13         –         –         1",
        "TOTAL             13        13         0         0         1",
        "today's pages: 13 to review",
    ]
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            "-v lists the defects of the published pages; none of them is taken over",
            "next: translate run, and compare with the old pages",
        ],
    )
    assert "# machine: adopted" in (root / "locales/nl/talks.po").read_text()
    run("update")
    assert run("update", "--check").exit_code == 0


def test_a_dry_run_writes_nothing(root: Path) -> None:
    dry, real = run("adopt", "nl", "old/nl", "--dry-run"), run("adopt", "nl", "old/nl")

    assert (dry.exit_code, dry.stdout) == (0, real.stdout)
    assert dry.stderr.endswith("nothing was written (dry run)\n")
    assert sorted(path.name for path in root.iterdir() if path.name != "old") == [
        ".translate",
        "locales",
        "source_en",
        "translate.toml",
    ]


@pytest.mark.usefixtures("root")
def test_defects_are_listed_when_they_are_asked_for() -> None:
    assert run("-v", "adopt", "nl", "old/nl", "--dry-run").stdout.splitlines()[0] == (
        "old/nl/talks.md:12: link changed: /machine instead of /engine"
    )


def test_places_are_those_of_files_as_they_are_seen_from_here(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = [line for line in ENGLISH.splitlines(keepends=True) if line.startswith("- Grace")]
    write(root, {"source_en/talks.md": ENGLISH.replace(line, f"{line}- Somebody else talks about something new.\n")})
    monkeypatch.chdir(root / "old")

    told = [line.split(": ")[0] for line in run("adopt", "nl", "nl", "--dry-run", "-v").stdout.splitlines()[:2]]

    assert told == ["../source_en/talks.md:14", "nl/talks.md:12"]
    for place in told:
        assert Path(place.rpartition(":")[0]).is_file()


def test_what_a_person_may_do_is_told(root: Path) -> None:
    write(root, {"source_en/eggs.md": OTHER, "old/nl/eggs.md": DUTCH})
    write(root, {"old/nl/talks.md": DUTCH.replace("de deur is groen", "de deur is groen " * 9)})

    assert run("adopt", "nl", "old/nl", "--dry-run").stderr.splitlines() == [
        "older, or renamed since? --source-revision auto looks into the history of the source pages",
        'doubtful texts are fuzzy in the catalogs, with the reason: look for "adopted:"',
        "nothing was written (dry run)",
    ]
    run("adopt", "nl", "old/nl")
    assert "# adopted: " in (root / "locales/nl/talks.po").read_text()


def test_a_renamed_page_is_asked_about(root: Path) -> None:
    (root / "source_en/talks.md").rename(root / "source_en/lectures.md")
    write(root, {"source_en/eggs.md": OTHER, "old/nl/eggs.md": OTHER})

    assert run("adopt", "nl", "old/nl", "--dry-run").stderr.startswith("older, or renamed since?")


def test_how_far_it_is_is_shown_on_a_terminal(root: Path) -> None:
    talks = [(root / name / "talks.md").read_text("utf-8") for name in ("source_en", "old/nl")]
    pages = {
        f"{name}/{n}.md": text for name, text in zip(("source_en", "old/nl"), talks, strict=True) for n in range(40)
    }
    write(root, pages)
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@x"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "1"]):
        subprocess.run([*git, *arguments], check=True)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "translate", "adopt", "nl", "old/nl", "--source-revision", "auto"]
    variables = {**os.environ, "COLUMNS": "80"}
    subprocess.run(command, check=True, cwd=root, env=variables, stdout=subprocess.DEVNULL, stderr=theirs, stdin=theirs)
    os.close(theirs)

    shown = b""
    while chunk := _read(ours):
        shown += chunk
    lines = shown.decode().split("\r")
    assert re.search(r"\[[#-]{24}\] \d+ of 82 · (\d+|talks)\.md *$", lines[1])
    assert {len(line) for line in lines if line.startswith("[")} == {79}, "one line, in a terminal of 80 columns"
    assert " " * 79 in lines, "nothing of it is left"


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux: nobody writes to it any more
        return b""


@pytest.mark.usefixtures("root")
def test_the_forms_are_those_of_the_report() -> None:
    as_json = run("adopt", "nl", "old/nl", "--dry-run", "--format", "json")
    as_markdown = run("adopt", "nl", "old/nl", "--dry-run", "--format", "markdown")

    assert json.loads(as_json.stdout)["pages"][0]["published"] == "old/nl/talks.md"
    assert as_markdown.stdout.startswith("| page | texts | taken | doubtful | untaken | defects | |\n")


def test_as_reviewed_and_with_older_pages(root: Path) -> None:
    write(root, {"source_en/talks.md": ENGLISH.replace("## Questions", "## Ask us"), "then/talks.md": ENGLISH})
    result = run("adopt", "nl", "old/nl", "--source", "then", "--as", "reviewed", "talks.md")

    assert result.stdout.splitlines()[-1] == "today's pages: 12 reviewed · 1 untranslated · 1 gone"


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["de", "old/nl"], '"de" is no locale of this site'),
        (["nl", "nowhere"], "Directory 'nowhere' does not exist"),
        (["nl", "locales_old"], "Directory 'locales_old' does not exist"),
        (["nl", "old"], "no page of this site is in old"),
        (["nl", "old/nl", "faq.md"], 'no page matches "faq.md"'),
        (["nl", "old/nl", "--source", "old", "--source-revision", "auto"], "exclude each other"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], said: str) -> None:
    result = run("adopt", *arguments)

    assert (result.exit_code, said in result.stderr, result.stdout) == (2, True, "")
