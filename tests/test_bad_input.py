"""Whatever is wrong with what we are given: the message names the file, the line and the next step."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import sites
from tests.conftest import MakeSite, small_disk
from translate.cli import main
from translate.model import Unit

PAGE = "# A plan\n\nRead [the plan](/plan).\n"
CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset={charset}\\n"

msgid "A plan"
msgstr "Een plan"

msgid "{source}"
msgstr "{target}"
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="translate")


def everything(root: Path) -> dict[str, bytes]:
    hidden = root / ".translate"
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and hidden not in path.parents}


def catalog(
    source: str = "Read [the plan]({1}).", target: str = "Lees [het plan]({1}).", charset: str = "UTF-8"
) -> str:
    return CATALOG.format(charset=charset, source=source, target=target)


CONFLICT = catalog().replace(
    'msgstr "Een plan"\n', '<<<<<<< HEAD\nmsgstr "Een plan"\n=======\nmsgstr "Het plan"\n>>>>>>> other\n'
)

UNREADABLE: dict[str, tuple[dict[str, str | bytes], str, str]] = {
    "no settings": (
        {"pyproject.toml": '[project]\nname = "x"\n'},
        "error: no translate.toml here or above, and no [tool.translate] in pyproject.toml",
        "translate init",
    ),
    "an unknown key": (
        {"translate.toml": 'locales = ["nl"]\n\n[publish]\nmashine = "source"\n'},
        'error: translate.toml:4: unknown key "mashine"',
        'did you mean "machine"?',
    ),
    "a locale that is no locale": (
        {"translate.toml": 'source = "source_en"\nlocales = ["nl", "dutch"]\n'},
        'error: translate.toml:2: locales.2 names "dutch", which is no locale',
        '"pt-BR"',
    ),
    "no page that matches": (
        {"translate.toml": 'locales = ["nl"]\npages = ["**/*.svx"]\n'},
        "error: translate.toml:2: no page matches in source_en/",
        "globs inside the source folder",
    ),
    "broken YAML front matter": (
        {"source_en/a.md": "---\ntitle: Plan\ndescription: [one, two\n---\n\nText.\n"},
        "error: source_en/a.md:4: ",
        "",
    ),
    "a page that is not UTF-8": (
        {"source_en/a.md": "# A plan\n\nCafé\n".encode("latin-1")},
        "error: source_en/a.md:3: byte 0xe9 is not UTF-8",
        "save the page as UTF-8",
    ),
    "a catalog with conflict markers": ({"locales/nl/a.po": CONFLICT}, "error: locales/nl/a.po:6: ", ""),
    "a catalog with an entry twice": (
        {"locales/nl/a.po": catalog(source="A plan", target="Het plan")},
        "error: locales/nl/a.po:8: ",
        "",
    ),
    "a catalog in another charset": (
        {"locales/nl/a.po": catalog(charset="ISO-8859-1")},
        "error: locales/nl/a.po:3: ",
        "",
    ),
    "a catalog that is no catalog": ({"locales/nl/a.po": "Hello\n"}, "error: locales/nl/a.po:1: ", ""),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("command", ["run", "check"])
def test_what_cannot_be_read_stops_the_run_before_it_is_touched(
    case: str, command: str, site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, message, hint = UNREADABLE[case]
    root = site({"source_en/a.md": PAGE, **files})
    monkeypatch.chdir(root)
    before = everything(root)

    result = run(command)

    assert (result.exit_code, result.stdout) == (2, "")
    told, advice = result.stderr.rstrip("\n").split("\n")
    assert told.startswith(message)
    assert len(told) > len(message) or not message.endswith(" ")
    assert advice.startswith("hint: ")
    assert hint in advice
    assert everything(root) == before


def test_all_that_cannot_be_read_is_told_and_the_rest_is_done(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"locales/nl/a.po": CONFLICT, "source_en/b.md": "---\ntitle: [one\n---\n"}
    root = site({"source_en/a.md": PAGE, "source_en/c.md": "", **broken})
    monkeypatch.chdir(root)

    result = run("run")

    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert result.exit_code == 2
    assert [line.split(":")[1].strip() for line in errors] == ["locales/nl/a.po", "source_en/b.md"]
    assert [path.name for path in root.glob("build/nl/*")] == ["c.md"]


@pytest.mark.parametrize(
    ("target", "code", "reason"),
    [
        ("Lees het plan.", "P001", "placeholder {1} is missing (/plan)"),
        ("[Het plan]({1}) lees je [hier]({1}).", "P003", "placeholder {1} stands more than once"),
    ],
)
def test_a_lost_or_doubled_placeholder_is_told_on_its_line(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, target: str, code: str, reason: str
) -> None:
    root = site({"source_en/a.md": PAGE, "locales/nl/a.po": catalog(target=target)})
    monkeypatch.chdir(root)
    run("update")

    result = run("build")

    assert result.exit_code == 1
    line = (root / "locales/nl/a.po").read_text().splitlines().index('msgid "Read [the plan]({1})."') + 1
    assert result.stdout.startswith(f"locales/nl/a.po:{line}: {code} error {reason}")
    assert "\n    hint  " in result.stdout
    assert (root / "build/nl/a.md").read_text() == "# Een plan\n\nRead [the plan](/plan).\n"


def test_a_page_that_there_is_not_is_told(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site({"source_en/plans.md": PAGE}))

    result = run("update", "plan.md")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'error: no page matches "plan.md"\nhint: did you mean "plans.md"?\n'


def test_a_file_where_a_folder_is_needed_is_told(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site({"source_en/a.md": PAGE, "build": "a file"}))

    result = run("run")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: build/nl/a.md: cannot be written: ")
    assert "hint: a file is where a folder is needed" in result.stderr


def test_a_folder_that_cannot_be_written_is_told(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site({"source_en/a.md": PAGE})
    monkeypatch.chdir(root)

    with small_disk(root / "build", "ro,size=64k"):
        result = run("run")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "error: build/nl/a.md: cannot be written: Read-only file system\nhint: the file system"
    )


def test_a_full_disk_leaves_whole_files(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {f"source_en/{number}.md": f"# {number}\n\n{'Words and words. ' * 1000}\n" for number in range(9)}
    root = site(pages)
    monkeypatch.chdir(root)

    with small_disk(root / "build", "size=64k") as disk:
        result = run("run")
        written = {path.name: path.read_text() for path in disk.rglob("*") if path.is_file()}

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: build/nl/3.md: cannot be written: No space left on device\n")
    assert "hint: the disk is full: make room and run it again" in result.stderr
    assert written == {f"{number}.md": pages[f"source_en/{number}.md"] for number in range(3)}


def test_one_bad_catalog_does_not_keep_the_other_locale_from_its_page(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = 'locales = ["nl", "de"]\n'
    root = site({"translate.toml": settings, "source_en/a.md": PAGE, "locales/de/a.po": CONFLICT})
    monkeypatch.chdir(root)

    assert run("run").exit_code == 2
    assert run("run", "--locale", "nl").exit_code == 0
    assert (root / "build/nl/a.md").read_text() == PAGE


def test_nothing_that_people_wrote_is_lost_by_a_run_that_fails(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site({"source_en/a.md": PAGE, "source_en/b.md": PAGE})
    monkeypatch.chdir(root)
    sites.go(root)

    def person(unit: Unit) -> Unit:
        return sites.upper(unit)

    sites.translate(root, "locales/nl/a.po", person)
    (root / "source_en/b.md").write_bytes(b"\xff")
    assert run("run").exit_code == 2
    assert {unit.target for unit in sites.units(root, "locales/nl/a.po").values()} == {
        "A PLAN",
        "READ [THE PLAN]({1}).",
    }


def test_a_name_that_is_not_utf_8_is_told_whatever_can_be_printed(site: MakeSite) -> None:
    root = site({"source_en/a.md": PAGE})
    (root / "source_en").joinpath(os.fsdecode(b"caf\xe9.md")).write_text(PAGE)

    command = [sys.executable, "-m", "translate", "run"]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert result.stderr.startswith("error: source_en/caf\\udce9.md: has a name that is not UTF-8\nhint: rename it")


@pytest.mark.parametrize("page", ["+++\na = {open}{close}\n+++\n\nText\n", "<A x={{{open}'a'{close}}} />\n"])
def test_a_page_that_is_nested_hundreds_deep_is_told(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    settings = 'locales = ["nl"]\ndialect = "mdx"\ncomponents = { A = ["x"] }\n'
    root = site({"source_en/a.md": page.format(open="[" * 900, close="]" * 900), "translate.toml": settings})
    monkeypatch.chdir(root)

    result = run("run")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: source_en/a.md: is nested too deeply to be read\nhint: ")
