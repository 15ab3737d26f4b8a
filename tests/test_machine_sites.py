"""Whole sites through engines that work here: every page is built, passes the proof and is what its renderer wants."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import write_site
from tests.pretranslated import example, pretranslate, units
from translate.cli import main
from translate.config import load
from translate.model import State

RENDERERS = Path(__file__).parent / "renderers"
CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "pauseai" / "en_now"
PAUSEAI = """\
locales = ["es"]
dialect = "mdsvex"
front_matter = ["title", "description"]
[components]
Tabs = ["tabs[].title", "tabs[].content|html"]
"""

needs_apertium = pytest.mark.skipif(
    not (shutil.which("apertium") and Path("/usr/share/apertium/modes/eng-spa.mode").exists()),
    reason="skipped: apertium and apertium-eng-spa are not installed",
)
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="skipped: pauseai/en_now is not here (../shared/corpora)")


@pytest.fixture
def second_look(tmp_path: Path) -> Path:
    """The example site with a locale that it does not have yet."""
    return example(tmp_path, {'locales = ["nl", "de"]': 'locales = ["nl", "de", "es"]'})


@pytest.fixture
def pauseai(tmp_path: Path) -> Path:
    pages: dict[str, str | bytes] = {f"source_en/{path.name}": path.read_bytes() for path in CORPUS.glob("*.md")}
    return write_site(tmp_path, {"translate.toml": PAUSEAI, **pages})


def through(root: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Translate a site into Spanish, build it, let the renderer judge it; return what the engine's run said."""
    translated = pretranslate(root, None, "--engine", engine, "--locale", "es")
    assert translated.exit_code == 0, translated.output
    built = CliRunner().invoke(main, ["-C", str(root), "build", "--locale", "es"])
    assert (built.exit_code, built.stdout.count("\n")) == (0, 1), built.stdout[-2000:]
    with capsys.disabled():
        print(f"\n{root.name}, {engine}: {translated.stdout}{built.stdout}{judged(root)}", end="")  # noqa: T201 # figures to be seen
    return translated.stdout


def judged(root: Path) -> str:
    """Let mdsvex and Svelte compare the built pages with their sources; return the judge's last line."""
    if shutil.which("node") is None or not (RENDERERS / "node_modules").is_dir():
        return "not judged: Node or its packages are not here (make renderers installs them)\n"
    rules = load(root).rules
    attributes = ",".join(sorted({name for names in rules.components.values() for name in names}))
    judge = ["node", "judge.mjs", "--dialect", rules.dialect, "--text-attributes", attributes]
    folders = [str(mdsvex_pages(root, folder)) for folder in ("source_en", "build/es")]
    done = subprocess.run(
        [*judge, "--front-matter", ",".join(rules.front_matter), *folders],
        check=False,
        cwd=RENDERERS,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    last = done.stdout.splitlines()[-1]
    assert len(set(re.findall(r"\d+", last))) == 1, last  # all pages compile, and all facets of all are the same
    return last + "\n"


def mdsvex_pages(root: Path, folder: str) -> Path:
    """Copy the pages that mdsvex renders: the example's notes are for other programs."""
    copied = root / "judged" / folder
    shutil.copytree(root / folder, copied, ignore=shutil.ignore_patterns("notes"))
    return copied


def test_pseudo_text_fills_every_text_of_the_example(second_look: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = through(second_look, "pseudo", capsys)

    assert re.search(r"answers: \d+ right at once \(100 %\)\n", said)
    found = units(second_look, "es").values()
    assert len(found) > 400
    assert all(unit.state is State.MACHINE and "⟦" in unit.target for unit in found)


@needs_apertium
def test_apertium_translates_the_example(second_look: Path, capsys: pytest.CaptureFixture[str]) -> None:
    through(second_look, "apertium", capsys)

    found = units(second_look, "es").values()
    assert {unit.state for unit in found} == {State.MACHINE}
    assert sum(unit.target != unit.source for unit in found) > 0.9 * len(found)


@needs_apertium
@needs_corpus
def test_apertium_translates_a_real_site(pauseai: Path, capsys: pytest.CaptureFixture[str]) -> None:
    through(pauseai, "apertium", capsys)

    found = units(pauseai, "es").values()
    assert len(found) > 2500
    assert sum(unit.state is State.MACHINE for unit in found) >= 0.99 * len(found)
