"""What a person sees: what each command prints, where, and what it ends with."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tests import sites
from tests.conftest import MakeSite
from translate import pipeline
from translate.checks.rules import RULES
from translate.cli import main
from translate.cli.program import COMMANDS
from translate.config import load
from translate.model import State
from translate.report import status
from translate.tally import Coverage

PAGE = "# A plan\n\nRead [the plan](/plan).\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="translate")


@pytest.fixture
def root(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one page, where the person is."""
    made = site({"source_en/a.md": PAGE})
    monkeypatch.chdir(made)
    return made


def test_a_run_says_what_it_did_and_what_is_next(root: Path) -> None:
    first, second = run("run"), run("run")

    assert (first.exit_code, first.stdout) == (
        0,
        "update   1 catalog · 1 written · texts: 2 new\nbuild    1 page · 1 written\ncheck    1 warning in 1 file\n",
    )
    assert first.stderr.startswith("next: translate check says what wants a look")
    assert second.stdout.startswith("update   1 catalog · unchanged\nbuild    1 page · unchanged\n")
    assert (root / "build/nl/a.md").read_text() == PAGE


@pytest.mark.usefixtures("root")
def test_check_lists_what_wants_a_look() -> None:
    run("run")
    result = run("check")

    assert result.exit_code == 1
    assert result.stdout == (
        "source_en/a.md:1: S002 warning 2 texts (5 words) are not in nl yet, this is the first\n"
        "    source  A plan\n"
        "    hint    translate in locales/nl/a.po:17\n"
        "1 page · nl · 1 warning in 1 file\n"
    )
    assert result.stderr == "rules: translate rule S002\n"


def test_all_is_well_is_one_line(root: Path) -> None:
    sites.go(root)
    sites.translate(root)
    sites.go(root)

    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 page · nl · all is well\n", "")
    assert run("-q", "check").output == ""
    assert run("-q", "run").output == ""


def test_an_edit_is_shown_word_by_word(root: Path) -> None:
    sites.go(root)
    sites.translate(root)
    (root / "source_en/a.md").write_text(PAGE.replace("Read", "Please read"))
    run("run")

    assert run("check").stdout.splitlines()[:4] == [
        "source_en/a.md:3: S001 warning the nl translation is older than this text",
        "    source  [-Read-]{+Please read+} [the plan]({1}).",
        "    target  READ [THE PLAN]({1}).",
        "    hint    correct it in locales/nl/a.po:25 and take its fuzzy mark away",
    ]


def test_what_no_catalog_knows_yet_asks_for_an_update_first(root: Path) -> None:
    sites.go(root)
    sites.translate(root)
    (root / "source_en/a.md").write_text(PAGE.replace("Read", "Please read") + "\nA new one.\n")

    def hints() -> list[str]:
        return [line.strip() for line in run("check").stdout.splitlines() if line.startswith("    hint")]

    assert hints() == [
        'hint    run "translate update", then correct it in locales/nl/a.po and take its fuzzy mark away',
        'hint    run "translate update", then translate in locales/nl/a.po',
    ]
    run("run")
    assert hints()[0] == "hint    correct it in locales/nl/a.po:25 and take its fuzzy mark away"


def test_a_page_that_somebody_wrote_in_the_locale_need_not_be_deleted(root: Path) -> None:
    sites.go(root)
    sites.translate(root)
    sites.go(root)
    (root / "build/nl/own.md").write_text("Zelf geschreven.\n")

    hint = run("check").stdout.splitlines()[1]
    (name,) = re.findall(r'^    hint    delete it; or name "(.+)" under "exclude"', hint)
    settings = root / "translate.toml"
    settings.write_text(f'{settings.read_text()}exclude = ["{name}"]\n')

    assert run("check").stdout == "1 page · nl · all is well\n"


@pytest.mark.parametrize(("command", "would"), [("update", ["locales/nl/a.po"]), ("build", ["build/nl/a.md"])])
def test_what_would_be_written_is_said_and_not_done(root: Path, command: str, would: list[str]) -> None:
    check, dry = run(command, "--check"), run(command, "--dry-run")

    assert [line for line in check.stdout.splitlines() if line.startswith("would")] == [
        f"would write {path}" for path in would
    ]
    assert check.stdout == dry.stdout
    assert (check.exit_code, dry.exit_code) == (1, 0)
    assert sorted(path.name for path in root.rglob("*")) == ["a.md", "source_en", "translate.toml"]


def test_a_diff_shows_the_lines_and_writes_nothing(root: Path) -> None:
    result = run("build", "--diff")

    assert result.exit_code == 1
    assert result.stdout.startswith("--- /dev/null\n+++ b/build/nl/a.md\n@@ -0,0 +1,3 @@\n+# A plan\n")
    assert result.stdout.endswith("build    1 page · 1 would change\n")
    assert not (root / "build").exists()
    coloured = run("--color", "always", "build", "--diff").stdout
    assert click.unstyle(coloured) == result.stdout
    assert "\x1b[1m--- /dev/null\x1b[0m\n\x1b[1m+++ b/build/nl/a.md\x1b[0m\n\x1b[36m@@ " in coloured
    assert "\x1b[32m+# A plan\x1b[0m\n" in coloured
    run("run")
    assert run("run", "--check").exit_code == 0


def test_a_damaged_translation_fails_the_build(root: Path) -> None:
    sites.go(root)
    catalog = root / "locales/nl/a.po"
    catalog.write_text(catalog.read_text().replace(']({1})."\nmsgstr ""', ']({1})."\nmsgstr "Lees het plan."'))

    result = run("build")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[:4] == [
        "locales/nl/a.po:24: P001 error placeholder {1} is missing (/plan)",
        "    source  Read [the plan]({1}).",
        "    target  Lees het plan.",
        '    hint    the page shows the source text until this is mended ("translate rule P001" tells more)',
    ]


def test_status_is_a_table_and_json(root: Path) -> None:
    (root / "source_en/b.md").write_text("Three words here.\n")
    sites.go(root)
    sites.translate(root)

    table = run("status")
    assert table.exit_code == 0
    assert [line.split() for line in table.stdout.splitlines()] == [
        ["en", "→", "nl", "words", "reviewed", "machine", "stale", "untranslated"],
        ["a.md", "5", "100", "%", "–", "–", "–"],
        ["b.md", "3", "–", "–", "–", "100", "%"],
        ["TOTAL", "8", "62", "%", "–", "–", "38", "%"],
        [],
        ["words", "waiting", "for", "review", "or", "translation:", "3"],
    ]
    assert json.loads(run("status", "--json", "a.md").stdout) == {
        "schema": 1,
        "source_locale": "en",
        "pages": [
            {
                "locale": "nl",
                "page": "a.md",
                "words": {"total": 5, "reviewed": 5, "machine": 0, "stale": 0, "untranslated": 0},
                "accepted": 0,
                "untranslatable": 0,
            }
        ],
    }


def test_status_tells_what_machines_wrote_and_fits_into_a_terminal() -> None:
    engines = {"deepl": Counter({State.REVIEWED: 300})}
    reviewed = Coverage("events/a-page-with-a-long-name.md", "nl", Counter({State.REVIEWED: 1200}), engines, 0)
    stale = Coverage("faq.md", "nl", Counter({State.STALE: 4}), {}, 0)

    whole, narrow = list(status.table([reviewed, stale], "en")), list(status.table([reviewed, stale], "en", 80))

    assert whole == [
        "en → nl                                words  reviewed  (accepted)  machine  stale  untranslated",
        "events/a-page-with-a-long-name.md      1 200     100 %      (25 %)        –      –             –",
        "faq.md                                     4         –           –        –  100 %             –",
        "TOTAL                                  1 204      99 %      (25 %)        –    1 %             –",
        "",
    ]
    assert narrow[1] == "…h-a-long-name.md      1 200     100 %      (25 %)        –      –             –"
    assert {len(line) for line in narrow[:-1]} == {80}
    assert list(status.table([reviewed, stale, stale._replace(locale="de")], "en"))[-4:] == [
        "TOTAL                                  words  reviewed  (accepted)  machine  stale  untranslated",
        "nl                                     1 204      99 %      (25 %)        –    1 %             –",
        "de                                         4         –           –        –  100 %             –",
        "",
    ]


def test_verbose_names_every_file(root: Path) -> None:
    result = run("-v", "run")

    assert result.stdout.splitlines()[:2] == ["wrote locales/nl/a.po", "wrote build/nl/a.md"]
    assert (root / "build/nl/a.md").exists()


def test_paths_lead_from_where_the_person_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("run")
    (root / "other").mkdir()
    monkeypatch.chdir(root / "other")

    assert run("-C", "..", "check").stdout.startswith("../source_en/a.md:1: S002")
    assert run("check", "../source_en/a.md").stdout.startswith("../source_en/a.md:1: S002")
    assert run("-C", "..", "-v", "build", "--dry-run").exit_code == 0


def test_only_the_locales_and_pages_that_were_asked_for(root: Path) -> None:
    (root / "translate.toml").write_text('locales = ["nl", "de", "fr"]\n')
    (root / "source_en/b.md").write_text("B.\n")

    run("update", "-l", "de", "--locale", "fr", "a.md")

    assert sorted(str(path.relative_to(root)) for path in root.rglob("*.po")) == [
        "locales/de/a.po",
        "locales/fr/a.po",
    ]


def test_rules_are_listed_and_explained() -> None:
    listed, explained = run("rule"), run("rule", "p001", "S001")

    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(RULES)
    assert "P001 placeholder missing (error)" in explained.stdout
    assert "what to do\n    Put the placeholder back" in explained.stdout
    assert "S001 stale translation (warning)" in explained.stdout
    assert "\nS008  note     text that no catalog holds\n" in listed.stdout


def test_an_unknown_rule_is_told() -> None:
    result = run("rule", "S0001")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == 'error: there is no rule "S0001"\nhint: did you mean "S001"?\n'


def test_every_code_that_is_found_can_be_explained() -> None:
    package = Path(pipeline.__file__).parent
    used = {
        code for path in package.rglob("*.py") for code in re.findall(r'"([SPMLWF]\d{3})"', path.read_text("utf-8"))
    }

    assert used == set(RULES)


NESTED = {name: f"{name}/{{locale}}/{{path}}" for name in ("src/posts", "src/content/docs")}
BUILD = "build/{locale}/{path}"
BOOK = "build/{locale}/src/{path}"
SAURUS = "i18n/{locale}/docusaurus-plugin-content-docs/current/{path}"
FAMILIES = {
    "Svelte": ({"svelte.config.js": "", "src/posts/a.svx": ""}, "src/posts", "mdsvex", NESTED["src/posts"]),
    "mdBook": ({"book.toml": "", "src/a.md": ""}, "src", "mdbook", BOOK),
    "Astro": (
        {"astro.config.mjs": "", "src/content/docs/a.mdx": ""},
        "src/content/docs",
        "gfm",
        NESTED["src/content/docs"],
    ),
    "Starlight": (
        {"astro.config.mjs": "", "src/content/docs/en/a.md": ""},
        "src/content/docs/en",
        "gfm",
        NESTED["src/content/docs"],
    ),
    "Docusaurus": ({"docusaurus.config.ts": "", "docs/a.md": "", "README.md": ""}, "docs", "mdx", SAURUS),
    "Hugo": ({"hugo.toml": "", "content/a.md": ""}, "content", "hugo", BUILD),
    "Hugo with folders": ({"hugo.toml": "", "content/en/a.md": ""}, "content/en", "hugo", "content/{locale}/{path}"),
    "VitePress": ({"docs/.vitepress/config.mts": "", "docs/a.md": ""}, "docs", "vitepress", "docs/{locale}/{path}"),
    "VitePress at the root": ({".vitepress/config.js": "", "a.md": ""}, ".", "vitepress", "{locale}/{path}"),
    "MkDocs": ({"mkdocs.yml": "", "docs/a.md": ""}, "docs", "mkdocs", BUILD),
    "MkDocs with folders": ({"mkdocs.yml": "", "docs/en/a.md": ""}, "docs/en", "mkdocs", "docs/{locale}/{path}"),
    "Jekyll": ({"_config.yml": "", "a.md": ""}, ".", "jekyll", "{locale}/{path}"),
    "Jekyll's posts": ({"_config.yml": "", "_posts/a.md": ""}, "_posts", "jekyll", "{locale}/_posts/{path}"),
    "nothing known": ({"source_en/a.md": ""}, "source_en", "gfm", BUILD),
    "the folder itself": ({"a.md": ""}, ".", "gfm", BUILD),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_init_finds_out_what_is_there(family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, source, dialect, output = FAMILIES[family]
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    monkeypatch.chdir(tmp_path)

    result = run("init", "--locale", "nl", "--locale", "pt-BR")

    assert result.exit_code == 0
    assert result.stdout.startswith("wrote translate.toml\nwrote .gitattributes\n")
    assert f"source   {source}/ has 1 page (" in result.stdout
    assert f"output   {output}\n" in result.stdout
    assert f"dialect  {dialect} (" in result.stdout
    read = load(tmp_path)
    assert (read.source, read.rules.dialect, read.output) == (source, dialect, output)
    assert read.locales == ("nl", "pt-BR")
    assert read.rules_for("a.mdx").dialect == ("mdx" if any(name.endswith(".mdx") for name in files) else dialect)
    assert run("run").exit_code == 0
    assert f"1 page in {source}/" in run("doctor").stdout, "built pages are no sources"


def test_init_writes_nothing_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("A.\n")
    (tmp_path / ".gitattributes").write_text("*.png binary\n")

    assert "locales  nl (a guess: change it in the settings)" in run("init").stdout
    assert (tmp_path / ".gitattributes").read_text() == (
        "*.png binary\nlocales/**/*.po text eol=lf diff=po merge=translate\n"
    )
    settings = (tmp_path / "translate.toml").read_bytes()

    again = run("init", "--locale", "de")

    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.startswith("error: translate.toml: has settings already\n")
    assert (tmp_path / "translate.toml").read_bytes() == settings


def test_init_knows_settings_in_pyproject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("A.\n")
    (tmp_path / "pyproject.toml").write_text('[tool.translate]\nlocales = ["nl"]\n')

    again = run("init", "--locale", "nl")

    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.startswith("error: pyproject.toml: has settings already\n")
    assert not (tmp_path / "translate.toml").exists()


def test_init_names_the_translated_pages_that_a_run_would_write_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src/posts/nl").mkdir(parents=True)
    for name in ("svelte.config.js", "src/posts/a.md", "src/posts/nl/a.md"):
        (tmp_path / name).write_text("A.\n")

    said = run("init", "--locale", "nl", "--locale", "de")

    assert "source   src/posts/ has 1 page (" in said.stdout
    assert "src/posts/nl/ has pages, which a run writes anew; " in said.stderr
    assert "translate adopt nl src/posts/nl\n" in said.stderr
    assert "src/posts/de" not in said.stderr


def test_init_of_a_folder_without_pages_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("init", "--locale", "nl").exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_command_has_help_with_examples(command: str | None) -> None:
    result = run(*([command] if command else []), "--help")

    assert result.exit_code == 0
    assert re.search(rf"Examples:\n +translate {command or ''}", result.stdout)


def test_the_version_is_the_packages() -> None:
    assert re.fullmatch(r"translate \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
@pytest.mark.usefixtures("root")
def test_colours_follow_the_environment_and_the_option(
    environment: dict[str, str], option: str, coloured: bool
) -> None:
    cleared = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "TERM"))
    result = CliRunner().invoke(main, ["--color", option, "check"], env={**cleared, **environment})

    assert ("\x1b[" in result.stdout) == coloured


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["chekc"], 'there is no command "chekc"', 'did you mean "check"?'),
        (["nonsense"], 'there is no command "nonsense"', "known here: init, update, "),
        (["update", "--chek"], "no such option '--chek'", '"translate update --help" says what it takes'),
        (["-C", "nowhere", "run"], "invalid value for '-C'", '"translate --help" says what it takes'),
        (["--color", "pink", "run"], "invalid value for '--color'", '"translate --help" says what it takes'),
        (["adopt", "nl"], "missing argument 'TARGET_DIR'", '"translate adopt --help" says what it takes'),
    ],
)
@pytest.mark.usefixtures("root")
def test_calling_it_wrongly_ends_with_2(arguments: list[str], message: str, hint: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    told, what_to_do = result.stderr.splitlines()
    assert told.startswith(f"error: {message}")
    assert what_to_do.startswith(f"hint: {hint}")


def test_without_a_command_there_is_help() -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: translate ")


@pytest.mark.usefixtures("root")
def test_a_bug_says_so_and_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "segment", lambda *_: 1 / 0)

    quiet, loud = run("run"), run("-v", "run")

    assert (quiet.exit_code, quiet.stdout, loud.exit_code) == (2, "", 2)
    assert quiet.stderr == (
        "error: this is a bug in translate: ZeroDivisionError: division by zero\n"
        "hint: run it again with -v, please report what it prints, and the page or catalog that it happened with\n"
    )
    assert "Traceback" in loud.stderr
    assert "test_cli.py" in loud.stderr


@pytest.mark.parametrize(
    ("arguments", "exit_code", "codes"),
    [
        ((), 1, ["S002"]),
        (("--ignore", "s"), 0, []),
        (("--select", "P,M"), 0, []),
        (("--fail-on", "error"), 0, ["S002"]),
        (("--fail-on", "warning"), 1, ["S002"]),
    ],
)
def test_a_check_counts_what_it_is_told_to(
    root: Path, arguments: tuple[str, ...], exit_code: int, codes: list[str]
) -> None:
    sites.go(root)
    result = run("check", *arguments)

    assert result.exit_code == exit_code
    assert re.findall(r": ([A-Z]\d{3}) ", result.stdout) == codes


@pytest.mark.parametrize(("fail_on", "codes"), [("error", ["S003", "S002"]), ("warning", ["S002"])])
def test_a_page_that_was_edited_without_an_update_fails_a_check(root: Path, fail_on: str, codes: list[str]) -> None:
    sites.go(root)
    (root / "source_en/a.md").write_text(PAGE.replace("Read", "Please read"))
    result = run("check", "--fail-on", fail_on)

    assert result.exit_code == 1
    assert re.findall(r": ([A-Z]\d{3}) ", result.stdout) == codes


def test_a_rule_that_is_not_is_an_error(root: Path) -> None:
    result = run("check", "--select", "S9")

    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, 'error: there is no rule "S9"')
    (root / "translate.toml").write_text((root / "translate.toml").read_text() + '[check]\nseverity = { X = "info" }\n')
    assert 'check.severity.X names "X", which is no rule' in run("check").stderr


def test_a_locale_below_its_coverage_fails(root: Path) -> None:
    sites.go(root)
    settings = root / "translate.toml"
    settings.write_text(settings.read_text() + '[check]\ncoverage = { nl = 0.5 }\nfail_on = "error"\n')

    assert "translate.toml: S009 error 0.0% of the words are current in nl" in run("check").stdout
    sites.translate(root)
    run("build")
    assert run("check").exit_code == 0
