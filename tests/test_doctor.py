"""The doctor tells what is there and what is broken, hides nothing behind the first fault, and says no secret."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import sites
from tests.conftest import SETTINGS, MakeSite, write_site
from translate.cli import main
from translate.doctor.doctor import examine
from translate.doctor.environment import Environment, Offer, Package, Program
from translate.doctor.examination import Examination, Merging, Resolved, Visit
from translate.engines import ENGINES
from translate.report import doctor as report

PAGE = "# A plan\n\nRead [the plan](/plan).\n"
SITE = Resolved(
    settings="translate.toml",
    project="site",
    source_locale="en",
    locales=("nl",),
    source="source_en",
    engine="memory",
    pages=2,
    dialects={"gfm": 2},
    catalogs={"nl": 1},
)


def run(*arguments: str, **environ: str) -> Result:
    names = ("DEEPL_AUTH_KEY", "DEEPL_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL", "LIBRETRANSLATE_URL")
    cleared: Mapping[str, str | None] = dict.fromkeys(names) | environ
    return CliRunner().invoke(main, arguments, prog_name="translate", env=cleared)


@pytest.fixture
def root(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = site({"source_en/a.md": PAGE, "source_en/b.md": "One.\n", "source_en/c.md": "Two.\n"})
    sites.go(made)
    sites.translate(made)
    monkeypatch.chdir(made)
    return made


@pytest.mark.usefixtures("root")
def test_a_sound_site() -> None:
    result = run("doctor")

    assert result.exit_code == 0
    assert "  pages      3 pages in source_en/ (commonmark 3)\n  locales    en → nl (3 catalogs)\n" in result.stdout
    assert result.stdout.endswith(
        "pages\n"
        "  ok  every page, catalog and glossary can be read\n"
        "  ok  3 pages come back byte for byte\n"
        "  ok  2 translations keep the shape of the page\n"
    )


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"svelte.config.js": ""},
            'there is no plugin that reads ids, such as remark-heading-id: say heading_ids = "off"',
        ),
        ({"svelte.config.js": "remark-heading-id"}, ""),
        ({"docusaurus.config.js": "v4: true"}, 'read ids in comments: say heading_id_syntax = "comment"'),
        ({}, ""),
    ],
)
def test_ids_that_the_generator_would_not_read(root: Path, files: dict[str, str], told: str) -> None:
    write_site(root, {"translate.toml": f'{SETTINGS}dialect = "mdx"\n', **files})

    lines = [line for line in run("doctor").stdout.splitlines() if line.startswith("  ids ")]

    assert [line.endswith(told) for line in lines] == ([True] if told else [])


def test_what_is_told_can_be_read_by_programs(root: Path) -> None:
    told = json.loads(run("-C", str(root), "doctor", "--json").stdout)

    assert (told["schema"], told["sound"], told["fault"]) == (1, True, None)
    assert told["site"] == {
        "settings": "translate.toml",
        "project": "site",
        "source_locale": "en",
        "locales": ["nl"],
        "source": "source_en",
        "engine": "memory",
        "pages": 3,
        "dialects": {"commonmark": 3},
        "catalogs": {"nl": 3},
        "ids": "",
    }
    assert told["pages"]["proven"] == 2
    assert [each["name"] for each in told["environment"]["engines"]] == list(ENGINES)
    assert {"click", "polib", "pyromark"} <= {each["name"] for each in told["environment"]["packages"]}
    assert all(each["version"] for each in told["environment"]["packages"])


def test_every_file_that_cannot_be_read_is_told_and_the_others_are_looked_at(root: Path) -> None:
    (root / "source_en/c.md").write_bytes(b"Caf\xe9\n")
    for name, broken in {"b": "<<<<<<< HEAD\n", "c": 'msgid "x\n'}.items():
        path = root / f"locales/nl/{name}.po"
        path.write_text(path.read_text() + broken)
    (root / "locales/nl/glossary.tsv").write_text("\twithout its term\n")
    catalog = root / "locales/nl/a.po"
    catalog.write_text(catalog.read_text().replace("READ [THE PLAN]({1}).", "LEES HET PLAN."))

    result = run("doctor")

    assert result.exit_code == 1
    for told in (
        "no  source_en/c.md:1: byte 0xe9 is not UTF-8 (",
        "no  locales/nl/b.po:19: git conflict marker <<<<<<< (",
        "no  locales/nl/c.po:19: string not closed",
        "no  locales/nl/glossary.tsv:1: a translation without its term (",
        "no  locales/nl/a.po:24: P001 error placeholder {1} is missing (/plan)\n",
        "ok  2 pages come back byte for byte\n",
        "ok  1 translation keeps the shape of the page\n",
    ):
        assert told in result.stdout
    assert json.loads(run("doctor", "--json").stdout)["sound"] is False


def test_texts_that_no_translation_reaches_are_told_with_the_reason(root: Path) -> None:
    (root / "translate.toml").write_text('locales = ["nl"]\ndialect = "mdsvex"\n')
    texts = "".join(f"<Tabs label={{greet('Hello {number}')}} />\n\n" for number in range(12))
    (root / "source_en/b.md").write_text(f"<!-- translate: nte -->\n\n{texts}")

    short, long = run("doctor"), run("-v", "doctor")

    assert short.exit_code == 0
    assert "12 texts out of the reach of translators\n  source_en/b.md:3: S008 stays as it is: " in short.stdout
    assert short.stdout.count("S008") == 10
    assert "  … and 2 more (translate doctor -v)\n" in short.stdout
    assert long.stdout.count("S008") == 12
    assert "1 instruction in pages not understood\n  source_en/b.md:1: M005 " in short.stdout


def test_what_the_settings_could_name_is_put_together(root: Path) -> None:
    settings = 'locales = ["nl"]\ndialect = "mdsvex"\n'
    (root / "translate.toml").write_text(settings + '[components]\nBox = ["more"]\n')
    (root / "source_en/b.md").write_text('<Box text="Read this" />\n\n<my.Tabs tabs={[{ title: "First steps" }]} />\n')
    (root / "source_en/c.md").write_text("<Box text='And that' />\n\n<my.Tabs tabs={[{ title: 'A <b>c</b> d' }]} />\n")
    lines = 'Box = ["more", "text"]\n  "my.Tabs" = ["tabs[].title|html"]\n'

    told = run("doctor")

    assert f"what [components] in the settings could name, where it is for people\n  {lines}" in told.stdout
    assert json.loads(run("doctor", "--json").stdout)["components"] == {
        "Box": ["more", "text"],
        "my.Tabs": ["tabs[].title|html"],
    }
    (root / "translate.toml").write_text(settings + f"[components]\n{lines}")
    assert "[components]" not in run("doctor").stdout


@pytest.mark.usefixtures("root")
def test_of_keys_only_the_names_are_told() -> None:
    secrets = {
        "DEEPL_AUTH_KEY": "81af7c22-hush:fx",
        "OPENAI_API_KEY": "sk-hush-1234567",
        "LIBRETRANSLATE_URL": "https://me:hush@libre.example",
        "LIBRETRANSLATE_API_KEY": "hush-libre",
        "OPENAI_BASE_URL": "not hush an address",
    }
    for arguments in (("doctor",), ("-v", "doctor"), ("doctor", "--json")):
        result = run(*arguments, **secrets)
        assert "hush" not in result.output
        for name in ("DEEPL_AUTH_KEY", "OPENAI_API_KEY", "LIBRETRANSLATE_URL", "LIBRETRANSLATE_API_KEY"):
            assert name in result.stdout
    shown = run("doctor", **secrets).stdout
    assert "  deepl          ready · DEEPL_AUTH_KEY set\n" in shown
    assert "  engine     deepl\n" in shown
    assert "  openai         not ready: the engine openai needs a model (" in shown


def test_an_engine_says_what_it_lacks(root: Path) -> None:
    found = {each.name: each for each in examine(root, {"PATH": "/nowhere"}).environment.engines}

    assert found["deepl"].variables == {"DEEPL_AUTH_KEY": False, "DEEPL_API_KEY": False}
    assert found["apertium"].lacks.startswith("the program apertium is not installed (apt-get install apertium")
    assert (found["pseudo"].lacks, found["pseudo"].variables) == ("", {})
    programs = examine(root, {"PATH": "/nowhere"}).environment.programs
    assert {each.name: each.version for each in programs} == {"git": "", "msgfmt": "", "msgcat": ""}


def test_without_settings_the_surroundings_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("doctor")

    assert result.exit_code == 2
    assert result.stdout.startswith("around\n  translate  0.")
    assert "site\n  no  no translate.toml here or above" in result.stdout
    assert json.loads(run("doctor", "--json").stdout)["fault"]["hint"].startswith('run "translate init"')


def test_a_site_whose_settings_are_wrong_is_told_where(root: Path) -> None:
    (root / "translate.toml").write_text('locales = ["nl"]\nheading_idz = "off"\n')

    result = run("doctor")

    assert result.exit_code == 2
    assert 'no  translate.toml:2: unknown key "heading_idz"' in result.stdout


def test_how_git_merges_catalogs(root: Path) -> None:
    def merging() -> str:
        return next(line for line in run("doctor").stdout.splitlines() if line.startswith("  merging "))

    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    assert "by lines: .gitattributes does not name the driver" in merging()

    (root / ".gitattributes").write_text("locales/**/*.po merge=translate\n")
    assert 'by lines; in this clone, run: git config merge.translate.driver "translate merge-driver' in merging()

    subprocess.run(
        ["git", "config", "merge.translate.driver", "/nowhere/translate merge-driver %O"], cwd=root, check=True
    )
    assert "cannot merge catalogs: there is no such program: /nowhere/translate merge-driver %O" in merging()

    subprocess.run(["git", "config", "merge.translate.driver", 'translate "merge-driver'], cwd=root, check=True)
    assert "there is no such program" in merging()

    program = Path(sys.executable).with_name("translate")
    subprocess.run(["git", "config", "merge.translate.driver", f"{program} merge-driver %O"], cwd=root, check=True)
    assert f"merges catalogs text by text: {program} merge-driver %O" in merging()


def test_a_page_that_changes_by_itself_is_a_bug_of_ours() -> None:
    """No page is known to do that, so the finding itself is looked at."""
    around = Environment(
        python="3.11.0",
        version="0.1.0",
        packages=(Package("polib", ""),),
        programs=(Program("git", "", "merges"),),
        engines=(Offer(name="theirs", variables={}, tried=False),),
    )
    visits = (Visit(altered=("source_en/a.md",)), Visit())
    found = Examination(environment=around, merging=Merging(None, False, False), site=SITE, visits=visits)

    assert not found.sound
    assert json.loads(report.as_json(found))["pages"]["altered"] == ["source_en/a.md"]
    told = [re.sub(r"\x1b\[\d+m", "", line) for line in report.lines(found, "../")]
    assert "  no  ../source_en/a.md does not come back byte for byte; this is a bug in translate" in "\n".join(told)
    assert {
        "  packages   polib is missing",
        "  git        not here; merges",
        "  theirs comes with another package",
    } <= {*told}
    assert "  merging    there is no git" in told
    assert "  ok  1 page comes back byte for byte" in told


def test_it_writes_nothing(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    run("doctor")

    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
