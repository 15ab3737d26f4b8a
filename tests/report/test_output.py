"""Where the findings go, and what is printed beside them."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.people import call
from tests.report.readers import READERS, commands
from translate.cli.program import COMMANDS
from translate.report import check_json, markdown
from translate.report.formats import FORMATS

SUM = "2 pages · nl, de · 1 error · 5 warnings in 5 files\n"


@pytest.fixture
def site(club: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the site, where the person is, outside of any CI."""
    shutil.copytree(club, tmp_path / "club")
    monkeypatch.chdir(tmp_path / "club")
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return Path.cwd()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("form", FORMATS)
def test_a_program_that_reads_gets_nothing_but_the_findings(form: str) -> None:
    result, quiet = call("check", "--output-format", form), call("-q", "check", "--output-format", form)

    assert result.exit_code == quiet.exit_code == 1
    assert result.stdout == quiet.stdout + ("" if FORMATS[form].machine else SUM)
    assert result.stderr.partition("rules: ")[0] == ("" if not FORMATS[form].machine else SUM)
    assert quiet.stderr == ""


@pytest.mark.usefixtures("site")
def test_full_is_what_is_printed_where_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.setenv(name, "true")

    assert call("check").output == call("check", "--output-format", "full").output


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_be_printed(site: Path, form: str) -> None:
    result = call("check", "--output-format", form, "--output-file", "found.txt")

    assert result.stdout == SUM
    assert (site / "found.txt").read_bytes() == call("-q", "check", "--output-format", form).stdout_bytes


def test_a_file_has_no_colours(site: Path) -> None:
    assert "\x1b[" in call("--color", "always", "check").stdout
    call("--color", "always", "check", "--output-file", "found.txt")
    assert "\x1b" not in (site / "found.txt").read_text()


def test_a_file_is_named_from_here_and_written_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    Path("found.json").write_text("old")
    Path("found.json").chmod(0o640)

    call("-C", "club", "check", "--output-format", "json", "--output-file", "found.json")

    assert json.loads(Path("found.json").read_text())["summary"]["failed"] is True
    assert stat.S_IMODE(Path("found.json").stat().st_mode) == 0o640
    assert sorted(path.name for path in site.parent.iterdir()) == ["club", "found.json"]


def test_a_file_beside_a_link_to_the_site_is_beside_the_link(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site.parent / "elsewhere"
    folder.mkdir()
    (folder / "link").symlink_to(site)
    monkeypatch.chdir(folder)

    call("-C", "link", "check", "--output-file", "found.txt")

    assert sorted(path.name for path in folder.iterdir()) == ["found.txt", "link"]
    call("-C", "link", "report", "-o", "report.html", "--badge", "badge.svg")
    assert sorted(path.name for path in folder.iterdir()) == ["badge.svg", "found.txt", "link", "report.html"]


@pytest.mark.usefixtures("site")
def test_a_file_that_cannot_be_written_is_an_error() -> None:
    result = call("check", "--output-format", "json", "--output-file", "translate.toml/found.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: translate.toml/found.json: cannot be written: ")
    elsewhere = call("-C", "..", "-C", ".", "check", "--output-file", "../club/translate.toml/found.txt")
    assert elsewhere.stderr.startswith("error: ../club/translate.toml/found.txt: cannot be written: ")


def test_notes_are_told_to_those_who_want_them(site: Path) -> None:
    page = site / "source_en/about us.md"
    page.write_text(page.read_text() + "\n<Tabs tabs={[{title: 'Words of a page'}]} />\n")
    settings = site / "translate.toml"
    settings.write_text('dialect = "mdsvex"\n' + settings.read_text().replace('"P001"', '"P001", "S008"'))
    for form, read in READERS.items():
        calm, verbose = (call(*words, "check", "--output-format", form).stdout for words in ([], ["-v"]))

        assert "S008" not in {told.code for told in read(calm)}
        assert "S008" in verbose
        assert "Words of a page" in verbose or form in {"gitlab", "concise"}
    calm, verbose = (call("check", *words).stdout.splitlines()[-1] for words in ([], ["-v"]))
    assert (" · 1 note in " in calm, " · 1 note in " in verbose) == (False, True)


@pytest.mark.parametrize(
    ("name", "checkout", "way"),
    [("GITHUB_WORKSPACE", "..", "club/"), ("CI_PROJECT_DIR", ".", ""), ("GITHUB_WORKSPACE", "../elsewhere", "../")],
)
def test_paths_are_those_of_the_checkout_that_ci_names(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str, checkout: str, way: str
) -> None:
    monkeypatch.chdir(site / "source_en")
    monkeypatch.setenv(name, str(site / checkout))
    for form in ("github", "gitlab", "sarif", "junit", "json"):
        paths = {told.path for told in READERS[form](call("-C", "..", "check", "--output-format", form).stdout)}

        assert {path.partition("source_en")[0] for path in paths if "source_en" in path} == {way}, form
    assert "\n../source_en/index.md:7: S001" in call("-C", "..", "check").stdout


def test_a_job_gets_a_summary(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = site / "summary.md"
    summary.write_text("Before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    call("check")
    assert summary.read_text() == "Before.\n"
    result = call("check", "--output-format", "github")

    assert len(list(commands(result.stdout))) == 7
    assert summary.read_text() == "Before.\n" + call("-q", "check", "--output-format", "markdown").stdout


def test_a_summary_that_is_nearly_full_stays_under_its_limit(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = site / "summary.md"
    summary.write_bytes(b"x" * (markdown.LIMIT - 2000))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    call("check", "--output-format", "github")

    assert summary.stat().st_size <= markdown.LIMIT
    assert summary.read_text().endswith(" more: `translate check` lists them all.\n")


def test_a_summary_that_cannot_be_written_is_no_failure(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "no/such/file"))

    result = call("check", "--output-format", "github")

    assert result.exit_code == 1
    assert "the job summary cannot be written" in result.stderr
    assert len(list(commands(result.stdout))) == 7


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "markdown"])
def test_programs_get_utf_8_wherever_they_run(site: Path, form: str) -> None:
    page = site / "source_en/about us.md"
    page.write_text(page.read_text().replace("Who?", "Wer, dän? 🦊"), "utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "translate", "check", "--output-format", form]

    done = subprocess.run(command, env=environment, capture_output=True, check=False)

    assert "dän? 🦊" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_how_much_is_told_is_said_before_or_after_the_command(command: str) -> None:
    shown = call(command, "--help").stdout

    assert "-q, --quiet" in shown
    assert "-v, --verbose" in shown


def test_before_and_after_mean_the_same(site: Path) -> None:
    page = site / "source_en/about us.md"
    page.write_text(page.read_text() + "\nMore.\n")

    assert call("check", "-q").output == call("-q", "check").output != call("check").output
    assert call("build", "--dry-run", "-v").output == call("-v", "build", "--dry-run").output
    assert call("run", "-v").stdout.startswith("wrote ")
    assert call("status", "--json", "-v").exit_code == 0


def test_the_guide_names_every_form_and_no_field_that_is_not() -> None:
    section = (Path(__file__).parents[2] / "docs/ci.md").read_text("utf-8").partition("\n## Output formats\n")[2]
    shown = json.loads(section.partition("```json\n")[2].partition("```")[0])
    schema = json.loads((Path(check_json.__file__).parent / "check.schema.json").read_text("utf-8"))

    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(FORMATS)
    assert shown.keys() <= schema["properties"].keys()
    assert shown["results"][0].keys() <= schema["$defs"]["result"]["properties"].keys()
    assert shown["summary"].keys() == schema["properties"]["summary"]["properties"].keys()
