"""What the documents say is so: commands are run, pages and settings compared, links followed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from click.testing import CliRunner

from tests.sites import go
from translate import schema
from translate.checks.rules import RULES
from translate.cli import main
from translate.cli.program import COMMANDS
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import events
from translate.markdown.page import notes
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

ROOT = Path(__file__).parents[1]
README, TRANSLATORS, OWNERS, RULEBOOK = (
    ROOT / name for name in ("README.md", "docs/translators.md", "docs/site-owners.md", "docs/rules.md")
)
DOCUMENTS = (README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
CUT = "…\n"
"""Stands in a block for lines that are not shown."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `subject` is the file that it shows, where its fence names one."""

    document: str
    language: str
    subject: str
    text: str

    def __str__(self) -> str:
        return f"{self.document} {self.subject or self.text.split(chr(10))[0]}"


def blocks(language: str, document: Path) -> Iterator[Block]:
    fence = re.compile(rf"^( *)```{language}(?: (\S+))?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
    for indent, subject, text in fence.findall(document.read_text("utf-8")):
        yield Block(document.name, language, subject, re.sub(f"^{indent}", "", text, flags=re.MULTILINE))


def every_block(*languages: str) -> list[Block]:
    return [block for document in DOCUMENTS for language in languages for block in blocks(language, document)]


def shows(shown: str, whole: str) -> bool:
    """Tell whether a block shows a text: all of it, or pieces in their order where it has cuts."""
    first, *others = shown.split(CUT)
    if not others:
        return shown == whole
    pattern = ".*".join(re.escape(piece) for piece in (first, *others))
    return re.fullmatch(pattern, whole, re.DOTALL) is not None


def copy_of_the_example(folder: Path) -> Path:
    for name in ("source_en", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "translate.toml", folder)
    return folder


def commands() -> Iterator[tuple[str, str]]:
    for block in blocks("console", README):
        for call in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = call.partition("\n")
            yield command, output


def test_the_commands_of_the_readme_do_what_it_shows(tmp_path: Path) -> None:
    site = copy_of_the_example(tmp_path)
    search = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": search, "LANG": "C.UTF-8"}  # no key for an engine, no colours
    code = 0
    for command, shown in commands():
        if command == "echo $?":
            assert shown == f"{code}\n"
            code = 0
            continue
        assert code == 0, "what does not end with 0 says so"
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=site,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert shows(shown, ran.stdout), f"{command}\n{ran.stdout}"
        code = ran.returncode
    assert code == 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site with its pages built."""
    site = copy_of_the_example(tmp_path_factory.mktemp("example"))
    go(site)
    return site


@pytest.mark.parametrize("block", [block for block in every_block("markdown", "po") if block.subject], ids=str)
def test_pages_and_catalogs_are_shown_as_they_are(block: Block, built: Path) -> None:
    assert shows(CUT + block.text + CUT, (built / block.subject).read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_readme_and_has_help_with_an_example(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"], prog_name="translate").output

    assert f"translate {name}" in README.read_text("utf-8")
    assert f"translate {name}" in shown.partition("Examples:")[2]


def test_what_make_is_said_to_make_it_can_make() -> None:
    text = README.read_text("utf-8")
    targets = set(re.findall(r"^make (\w+)|`make (\w+)`", text, re.MULTILINE))

    assert {first or second for first, second in targets} == {"test", "check", "lint", "bench"}
    for target in ("test", "check", "lint", "bench"):
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=True)


def settings(block: Block) -> dict[str, Any]:
    return tomllib.loads(block.text)


@pytest.mark.parametrize("block", [block for block in every_block("toml") if not block.subject], ids=str)
def test_settings_that_are_shown_can_be_used(block: Block) -> None:
    table = {"locales": ["nl"]} | settings(block)

    assert list(schema.violations(table, schema.load())) == []


def test_the_settings_are_listed_with_their_defaults() -> None:
    listed = settings(next(blocks("toml", OWNERS)))
    known = schema.load()["properties"]
    inner = {
        table: {key: rule["default"] for key, rule in known[table]["properties"].items() if "default" in rule}
        for table in ("publish", "check", "links")
    }
    defaults = schema.defaults() | inner | {"embed_elements": list(Rules().embed_elements)}

    assert listed | {"overrides": []} == defaults | {"locales": listed["locales"]}


def names(properties: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for key, rule in properties.items():
        yield prefix + key
        yield from names(rule.get("properties", {}), f"{prefix}{key}.")
        yield from names(rule.get("items", {}).get("properties", {}))


def test_every_setting_is_explained() -> None:
    explained = set(re.findall(r"`([\w.-]+)`", OWNERS.read_text("utf-8")))

    assert set(names(schema.load()["properties"])) - {"publish", "check", "links", "notice"} <= explained


def test_every_dialect_is_described() -> None:
    assert re.findall(r"^ *\| `(\w+)` \|", OWNERS.read_text("utf-8"), re.MULTILINE) == list(DIALECTS)


def test_every_rule_is_listed_told_and_reported_by_something() -> None:
    listed = re.findall(r"^\| ([A-Z]\d{3}) \| (\w+) \| (.*) \|$", RULEBOOK.read_text("utf-8"), re.MULTILINE)
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("translate/**/*.py") if path.parent.name != "rulebook")

    assert [(rule.code, rule.title) for rule in RULES.values()] == [(code, title) for code, _, title in listed]
    for rule, severity in zip(RULES.values(), (severity for _, severity, _ in listed), strict=True):
        assert severity == rule.severity.value.replace("info", "note")
        assert CliRunner().invoke(main, ["rule", rule.code]).output.startswith(f"{rule.code} {rule.title}")
        assert f'"{rule.code}"' in code


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = [data for name, data, *_ in events(document.read_bytes(), DIALECTS["gfm"]) if name in {"+Link", "+Image"}]
    for link in links:
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = document.parent / unquote(path) if path else document
        assert target.exists(), link
        if fragment:
            page = segment(target.name, target.read_bytes(), Rules(dialect="mdbook"))
            assert fragment in {heading.id for heading in page.headings}, link


def rows(heading: str, cells: int) -> list[list[str]]:
    """Return what stands in backticks in the table below a heading of the translators' guide."""
    table = TRANSLATORS.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = [re.findall(r"\| `([^`]+)` (?=\|)|\| (?=\|$)", line) for line in table.split("\n")]
    return [row for row in found if len(row) == cells and row[0]]


@pytest.mark.parametrize("row", rows("Square brackets hold words, braces hold machinery", 3), ids=lambda row: row[0])
def test_catalogs_write_markdown_as_translators_are_told(row: list[str]) -> None:
    page = segment("page.md", f"{row[0]}\n".encode(), Rules(dialect="mdsvex"))
    _, *legend = notes(page.segments[0])

    assert [page.segments[0].text, " ".join(legend)] == row[1:]


@pytest.mark.parametrize("row", rows("What happens to your text", 2), ids=lambda row: row[0])
def test_pages_write_targets_as_translators_are_told(row: list[str]) -> None:
    page = segment("page.md", b"A text\n", Rules(dialect="mdsvex"))

    assert reassemble(page, {page.segments[0].key: row[0]}).content.decode() == f"{row[1]}\n"


def test_the_tables_of_examples_are_found() -> None:
    assert len(rows("Square brackets hold words, braces hold machinery", 3)) == 6
    assert len(rows("What happens to your text", 2)) == 5


@pytest.mark.parametrize("block", every_block("yaml"), ids=str)
def test_jobs_for_ci_are_yaml(block: Block) -> None:
    assert yaml.safe_load(block.text)


@pytest.mark.parametrize("block", every_block("yaml", "sh"), ids=str)
def test_commands_that_are_not_run_exist(block: Block) -> None:
    assert set(re.findall(r"(?:^|[:-] )translate (\w+)", block.text, re.MULTILINE)) <= set(COMMANDS)
