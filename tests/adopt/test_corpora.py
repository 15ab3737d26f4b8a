"""43 real pages and their published Dutch translations, with real defects (`../shared/corpora`, not ours to keep)."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

import pytest

from tests import sites
from tests.adopt.pages import adopted, write
from translate import pipeline
from translate.adopt.adoption import Adoption, Text
from translate.adopt.judgement import Verdict
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import State

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
PAUSEAI = SHARED / "corpora" / "pauseai"
SEED = SHARED / "seed"
RENDERERS = HERE.parent / "renderers"

needs_corpora = pytest.mark.skipif(not PAUSEAI.is_dir(), reason="skipped: ../shared/corpora/pauseai is not here")
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="skipped: ../shared/seed is not here")
needs_judge = pytest.mark.skipif(
    shutil.which("node") is None or not (RENDERERS / "node_modules").is_dir(),
    reason="skipped: Node or its packages are not here (make renderers installs them)",
)

Rows = Mapping[str, Adoption]


@pytest.fixture(scope="module")
def moved_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    """The site as it was when it was translated, with its catalogs and its pages built from them."""
    root = tmp_path_factory.mktemp("then")
    shutil.copytree(PAUSEAI / "nl", root / "old")
    shutil.copytree(PAUSEAI / "en_then", root / "source_en")
    write(root, {})
    rows = adopted(root)
    sites.go(root, pipeline.build)
    return root, rows


def texts(rows: Rows, *verdicts: Verdict) -> list[tuple[str, Text]]:
    return [(row.page, text) for row in rows.values() for text in row.texts if text.verdict in verdicts]


@needs_corpora
def test_every_page_comes_in_and_nearly_every_text_that_is_there(moved_in: tuple[Path, Rows]) -> None:
    rows = moved_in[1]
    aligned = [text for _, text in texts(rows, *Verdict) if text.published_line and text.reason != _UNLIKE]

    assert (len(rows), [row.problem for row in rows.values() if row.problem]) == (43, [])
    assert len(texts(rows, Verdict.TAKEN)) >= 0.98 * len(aligned)
    assert len(texts(rows, Verdict.TAKEN, Verdict.DOUBTFUL)) >= 0.99 * len(aligned)


@needs_corpora
def test_an_update_has_nothing_to_add(moved_in: tuple[Path, Rows]) -> None:
    outcome = sites.go(moved_in[0], pipeline.update)

    assert (outcome.files["update"], outcome.changed["update"]) == (43, 0)


_UNLIKE = "what stands in its place is too unlike it"


@needs_corpora
def test_what_is_taken_for_sure_is_right_by_a_persons_reading(moved_in: tuple[Path, Rows]) -> None:
    labelled = json.loads((HERE / "verdicts.json").read_text())["pages"]
    taken = {(page, text.line): text.published_line for page, text in reversed(texts(moved_in[1], Verdict.TAKEN))}
    found = [
        (taken[page, line], published_line, verdict)
        for page, labels in labelled.items()
        for line, published_line, verdict in labels
        if (page, line) in taken
    ]
    wrong = [each for each in found if each[0] != each[1] or each[2] != "right"]

    assert len(found) >= 195
    assert len(wrong) <= 0.01 * len(found), wrong


@needs_corpora
def test_a_built_page_differs_from_the_published_one_only_where_a_defect_is_told(moved_in: tuple[Path, Rows]) -> None:
    root, rows = moved_in

    untold = {page: hunks for page, row in rows.items() if (hunks := list(_untold(root, page, row)))}
    assert untold == {}
    assert sum(row.faults for row in rows.values()) < 250


def _untold(root: Path, page: str, row: Adoption) -> Iterator[tuple[list[bytes], list[bytes]]]:
    """Yield the hunks of the difference that reach over a line of the published page without a defect."""
    published, built = (root / "old" / page).read_bytes(), (root / "build/nl" / page).read_bytes()
    starts = list(accumulate((len(line) + 1 for line in published.split(b"\n")), initial=0))
    told = {
        line
        for each in row.defects
        for line in range(bisect_right(starts, each.span.start), bisect_right(starts, each.span.end) + 1)
    }
    before, after = published.rstrip(b"\n").split(b"\n"), built.rstrip(b"\n").split(b"\n")
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        blank = i == 0 and not b"".join([*before[i:j], *after[k:m]]).strip()
        lines = set(range(i + 1, j + 1)) or ({i, i + 1} & told or {0})
        if tag != "equal" and not blank and not lines <= told:
            yield before[i:j], after[k:m]


@needs_corpora
def test_texts_are_carried_to_todays_pages_through_those_of_then(tmp_path: Path) -> None:
    shutil.copytree(PAUSEAI / "nl", tmp_path / "old")
    today = {
        path.name: path.read_bytes()
        for path in (PAUSEAI / "en_now").iterdir()
        if (tmp_path / "old" / path.name).exists()
    }
    write(tmp_path, {f"source_en/{name}": source for name, source in today.items()})
    shutil.copytree(PAUSEAI / "en_then", tmp_path / "then")

    rows = adopted(tmp_path, older="then")

    states = [row.today for row in rows.values() if row.today]
    total = sum(count for each in states for state, count in each.items() if state is not State.OBSOLETE)
    kept = sum(each[State.MACHINE] for each in states)
    assert len(states) == len(today) == 42
    assert kept >= 0.76 * total
    assert all(row.problem == "no source page has this name" for row in rows.values() if not row.today)


@needs_corpora
@needs_judge
def test_every_built_page_passes_the_judge(moved_in: tuple[Path, Rows]) -> None:
    root = moved_in[0]
    command = ["node", "judge.mjs", "--dialect", "mdsvex", str(root / "source_en"), str(root / "build/nl")]
    judged = subprocess.run(command, cwd=RENDERERS, capture_output=True, text=True, check=False)

    last = judged.stdout.splitlines()[-1]
    assert last == "43 pages, 43 compile, 43 ids same, 43 links same, 43 components same, 43 shape same"


@needs_corpora
def test_moving_in_takes_seconds_and_comes_to_the_same_in_every_process(tmp_path: Path) -> None:
    shutil.copytree(PAUSEAI / "en_then", tmp_path / "source_en")
    write(tmp_path, {})
    command = [sys.executable, "-m", "translate", "-C", str(tmp_path), "adopt", "nl", str(PAUSEAI / "nl"), "--dry-run"]
    said = set()
    for seed in ("1", "2"):  # the order of sets
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run([*command, "--format", "json"], capture_output=True, check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)

        assert after.ru_utime - before.ru_utime < 10
        said.add(ran.stdout)
    assert len(said) == 1


@pytest.mark.parametrize(("folder", "dialect"), [("rustbook", "mdbook"), ("astro", "mdx")])
def test_pages_in_a_language_of_no_relations_are_paired_without_an_error(
    tmp_path: Path, folder: str, dialect: str
) -> None:
    """Every word is turned round, so that neither names nor roots help: what is left is place, length and machinery."""
    if not (SHARED / "corpora" / folder).is_dir():
        pytest.skip(f"skipped: ../shared/corpora/{folder} is not here")
    shutil.copytree(SHARED / "corpora" / folder, tmp_path / "source_en")
    write(tmp_path, {"translate.toml": f'locales = ["eo"]\ndialect = "{dialect}"\n'})
    (tmp_path / "old").mkdir()
    for path in (tmp_path / "source_en").glob("*.md"):
        page = segment(path.name, path.read_bytes(), Rules(dialect=dialect))
        built = reassemble(page, {each.key: turned(each.text) for each in page.segments}).content
        (tmp_path / "old" / path.name).write_bytes(built)

    found = texts(adopted(tmp_path, locale="eo", save=False), *Verdict)

    taken = [text for _, text in found if text.verdict is Verdict.TAKEN]
    wrong = [text for text in taken if plain(text.target) not in {plain(turned(text.source)), plain(text.source)}]
    assert len(taken) >= 0.97 * len(found)
    assert wrong == []


def turned(text: str) -> str:
    return _WORD.sub(
        lambda match: match[0] if match["kept"] else match[0].lower()[::-1] + "en"[len(match[0]) % 2 :], text
    )


def plain(text: str) -> str:
    return text.replace("\\", "")


_WORD = re.compile(r"(?P<kept>`[^`]*`|\]?\(?\{\d+\}\)?|\\.)|[^\W\d_]{2,}")


@needs_seed
def test_the_given_page_comes_out_as_it_came_in(tmp_path: Path) -> None:
    pages = {name: (SEED / f"2024-february.{name}.md").read_bytes() for name in ("en", "nl")}
    settings = 'locales = ["nl"]\ndialect = "mdsvex"\nembeds = "text"\n'
    files = {"source_en/2024-february.md": pages["en"], "old/2024-february.md": pages["nl"]}
    write(tmp_path, {**files, "translate.toml": settings})

    (row,) = adopted(tmp_path, standing="reviewed").values()
    sites.go(tmp_path, pipeline.build)

    assert {text.verdict for text in row.texts} == {Verdict.TAKEN}
    assert [(each.fault.value, each.detail) for each in row.defects] == [("emphasis lost or added", "0 instead of 1")]
    assert (tmp_path / "build/nl/2024-february.md").read_bytes() == pages["nl"]
