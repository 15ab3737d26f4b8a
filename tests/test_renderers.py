"""Built pages judged by the programs that render them: mdsvex with Svelte 5, and MDX 3 (tests/renderers, Node)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Segment

HERE = Path(__file__).parent
RENDERERS = HERE / "renderers"
CORPORA = HERE.parent.parent / "shared" / "corpora"
EXAMPLE = HERE.parent / "source_en"

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (RENDERERS / "node_modules").is_dir(),
    reason="skipped: Node or its packages are not here (make renderers installs them)",
)

COMPONENTS = {"Tabs": ("tabs[].title", "tabs[].content|html")}
TEXT_ATTRIBUTES = "tabs[].title,tabs[].content|html"
SITES = {
    "pauseai": (CORPORA / "pauseai" / "en_now", "mdsvex", Rules(dialect="mdsvex", components=COMPONENTS)),
    "astro": (CORPORA / "astro", "mdx", Rules(dialect="mdx", heading_id_syntax="comment")),
}
LEADS = ("1. ", "- ", "< ", '" ', "' ", "# ", "> ", "“A” ", "* ", "+ ", "| ", "2) ", "\\ ", "[x] ", "& ", "{ ")
_TOKEN = re.compile(
    r"!?\[(?:[^\[\]]|\[[^\]]*\])*\](?:\(\{\d+\}\)|\{\d+\})|`+[^`]*`+|([*_~]{1,2})(?:(?!\1).)+\1|\{\d+\}|\S+"
)


def pages(folder: Path, rules: Rules) -> Iterator[Page]:
    if not folder.is_dir():
        pytest.skip(f"skipped: {folder.name} is not here (../shared/corpora)")
    for path in sorted(folder.glob("*.md")):
        yield segment(path.name, path.read_bytes(), rules)


def unchanged(text: Segment, lead: str) -> str:
    del lead
    return text.text


def pseudo(text: Segment, lead: str) -> str:
    """Another word order, more words, and a beginning that means something in Markdown."""
    words = [match[0] for match in _TOKEN.finditer(text.text)]
    turn = len(words) // 3
    if text.placeholders and lead == "{ ":
        lead = "< "  # a brace next to placeholders is an error of its own
    return f'{lead}{" ".join(words[turn:] + words[:turn])} — now longer <b> & "so".'


def judged(
    tmp_path: Path, dialect: str, source: list[Page], target: Callable[[Segment, str], str]
) -> tuple[str, list[str]]:
    """Return the judge's last line, and the texts that had to stay in the source language."""
    fallen: list[str] = []
    leads = cycle(LEADS)
    for page in source:
        rebuilt = reassemble(page, {text.key: target(text, next(leads)) for text in page.segments})
        fallen += [f"{page.path}:{each.segment.line} {each.code} {each.segment.text}" for each in rebuilt.rejected]
        for folder, content in (("source", page.source), ("built", rebuilt.content)):
            path = tmp_path / folder / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    judge = ["node", "judge.mjs", "--dialect", dialect, "--text-attributes", TEXT_ATTRIBUTES]
    done = subprocess.run(
        [*judge, str(tmp_path / "source"), str(tmp_path / "built")],
        check=False,
        cwd=RENDERERS,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1], fallen


@pytest.mark.parametrize("target", [unchanged, pseudo])
@pytest.mark.parametrize("site", SITES)
def test_pages_render_the_same_with_every_text_changed(
    tmp_path: Path, site: str, target: Callable[[Segment, str], str]
) -> None:
    folder, dialect, rules = SITES[site]
    source = list(pages(folder, rules))

    verdict, fallen = judged(tmp_path, dialect, source, target)

    count = len(source)
    facets = ("compile", "ids same", "links same", "components same", "shape same")
    assert verdict == f"{count} pages, " + ", ".join(f"{count} {facet}" for facet in facets)
    assert len(fallen) <= 0.005 * sum(len(page.segments) for page in source), fallen


@pytest.mark.parametrize("site", SITES)
def test_msgids_hold_no_address_and_no_tag(site: str) -> None:
    folder, _, rules = SITES[site]
    texts = [re.sub(r"`+[^`]*`+", "", each.text) for page in pages(folder, rules) for each in page.segments]

    unclean = [text for text in texts if re.search(r"https?://|</?[A-Za-z][^>]*>", text)]

    assert len(unclean) <= 0.005 * len(texts), unclean


def test_the_judge_catches_seeded_damage() -> None:
    done = subprocess.run(["node", "selftest.mjs"], check=False, cwd=RENDERERS, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-3000:]
    passed = re.search(r"(\d+) passed, 0 failed", done.stdout)
    assert passed
    assert int(passed[1]) >= 40


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text.lower())


@pytest.mark.parametrize("site", SITES)
def test_visible_words_are_in_segments(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that readers see and no catalog holds are under 1 %; code is not counted, since it is not text."""
    folder, dialect, rules = SITES[site]
    seen = missed = 0
    constructs: dict[str, int] = {}
    source = list(pages(folder, rules))
    for page, shown in zip(source, visible([folder / page.path for page in source], dialect), strict=True):
        held = set(words(" ".join(text.text for text in page.segments)))
        for said in shown:
            lost = [word for word in words(said["text"]) if word not in held]
            seen += len(words(said["text"]))
            missed += len(lost)
            if lost:
                constructs[said["path"]] = constructs.get(said["path"], 0) + len(lost)
    with capsys.disabled():
        worst = sorted(constructs.items(), key=lambda each: -each[1])[:8]
        print(f"\n{site}: {missed} of {seen} visible words in no segment; by construct: {worst}")  # noqa: T201 # a figure to be seen
    assert missed <= 0.01 * seen


def visible(paths: list[Path], dialect: str) -> Iterator[list[dict[str, str]]]:
    """Yield what readers of each page see and hear, code aside."""
    facts = ["node", "facts.mjs", "--dialect", dialect, *map(str, paths)]
    done = subprocess.run(facts, cwd=RENDERERS, capture_output=True, text=True, check=True)
    read = {"alt", "title", "aria-label", "placeholder", "label"}
    in_code = re.compile(r"(?:^|[ >])(?:code|pre|script|style)(?:$|[ >])")
    for facts_of_page in json.loads(done.stdout):
        yield [
            said
            for said in facts_of_page["words"]
            if not in_code.search(said["path"]) and said.get("attribute", "alt") in read
        ]
