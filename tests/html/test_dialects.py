"""Built pages judged by the programs that render them: cmark-gfm, kramdown with its GFM parser, and Hugo."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.html.comparison import difference
from tests.html.renderers import RENDERERS
from tests.markdown import test_cases
from tests.markdown.reading import read, targets
from tests.strategies import TRAPS, pages
from tests.test_renderers import LEADS, pseudo
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Segment

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
FOLDERS = {"example": ROOT / "source_en", "rustbook": CORPORA / "rustbook", "pauseai": CORPORA / "pauseai" / "en_now"}
SPEC = CORPORA / "commonmark" / "spec.json"

Target = Callable[[Segment, str], str]
Source = tuple[str, bytes]


def laced(text: Segment, trap: str) -> str:
    """Return the text between traps, so that what its placeholders stand for meets them."""
    return f"{trap} {text.text} {trap}"


TRIALS = (
    *(("commonmark", site, target) for site, target in (("cases", laced), ("spec", pseudo))),
    *(("gfm", site, laced) for site in ("cases", "example", "spec", "pauseai")),
    *(("gfm", site, pseudo) for site in ("example", "rustbook")),
    *(("jekyll", site, target) for site in ("cases", "example", "rustbook") for target in (pseudo, laced)),
    *(("hugo", site, laced) for site in ("cases", "example", "spec", "rustbook")),
    *(("mkdocs", site, target) for site in ("cases", "example") for target in (pseudo, laced)),
    *(("hugo", site, pseudo) for site in ("cases", "pauseai")),
)
"""What each dialect is tried on, and how. The specification of CommonMark is not kramdown's."""
UNLIKE = {
    "mkdocs": {"donate.md", "words.md"},  # written for mdsvex and mdBook
    # cmark-gfm takes an ideographic space for a part of an address; other parsers of GFM do not.
    "gfm": {"An address goes on to white space of any kind, in letters of any script"},
    # Hugo 0.111 takes addresses of links and variation selectors for parts of ids; later versions do not.
    "hugo": {
        *("donate.md", "stop-the-ai-race-march.md", "unprotest.md"),
        # It reads Markdown in the captions of its figures, where a translator's marks are a translator's marks.
        "Parameters of shortcodes that people read are texts, and words in others are told",
    },
}
"""Pages that the program in Debian reads in another way than our parser, by their names."""
_UNSURE = re.compile(rb"\r(?=\n)|<[!?]|-->|</?(?:script|style|textarea|pre|p|h\d)\b|(?<=\w)(?:https?://|www\.)")
"""What a parser of HTML reads to the end of the page when it is left open, as it may be here, or ends a text with.

And addresses glued to words, which no two parsers take for the same.
"""


@pytest.mark.parametrize(("dialect", "site", "target"), TRIALS)
def test_pages_render_the_same_with_every_text_changed(dialect: str, site: str, target: Target) -> None:
    _skip_without(dialect)
    sources = list(_sources(dialect, site))
    seeds = cycle(LEADS if target is pseudo else TRAPS)
    built = [_rebuilt(each, dialect, target, seeds) for each in sources]
    before = _shown(dialect, tuple(page for _, page in sources))

    after = RENDERERS[dialect].render([each.content for each in built])

    wrong = [
        f"{name}: {what}"
        for (name, _), old, new in zip(sources, before, after, strict=True)
        if name not in UNLIKE.get(dialect, ()) and (what := _changed(old, new)) is not None
    ]
    assert wrong == []
    assert sum(each is None for each in before) <= 0.25 * len(before), "the renderer refuses the source"


@pytest.mark.parametrize("dialect", ["commonmark", "gfm"])
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data(), source=pages())
def test_nothing_that_a_translator_writes_changes_what_is_rendered(
    dialect: str, data: st.DataObject, source: bytes
) -> None:
    _skip_without(dialect)
    source = _UNSURE.sub(b"", source).replace(b"\r", b"\n")
    page = read(source, Rules(dialect=dialect))
    built = reassemble(page, data.draw(targets(page))).content
    note(f"built: {built!r}")

    assert _changed(*RENDERERS[dialect].render([source, built])) is None


def _skip_without(dialect: str) -> None:
    renderer = RENDERERS[dialect]
    if renderer.absent:
        pytest.skip(f"skipped: {renderer.package} is not installed (.ci/run installs it)")


def _sources(dialect: str, site: str) -> Iterator[Source]:
    if site == "cases":
        yield from test_cases.pages(dialect)
    elif site == "spec" and SPEC.is_file():
        yield from ((f"example {each['example']}", each["markdown"].encode()) for each in json.loads(SPEC.read_text()))
    elif site in FOLDERS and FOLDERS[site].is_dir():
        yield from ((path.name, path.read_bytes()) for path in sorted(FOLDERS[site].rglob("*.md")))
    else:
        pytest.skip(f"skipped: {site} is not here (../shared/corpora)")


def _rebuilt(source: Source, dialect: str, target: Target, seeds: Iterator[str]) -> Rebuilt:
    page = segment(*source, Rules(dialect=dialect))
    return reassemble(page, {text.key: target(text, next(seeds)) for text in page.segments})


@cache
def _shown(dialect: str, sources: tuple[bytes, ...]) -> Sequence[str | None]:
    """Return the sources as the program renders them, once for all targets."""
    return RENDERERS[dialect].render(sources)


def _changed(source: str | None, built: str | None) -> str | None:
    if source is None:
        return None
    return "the renderer refuses it" if built is None else difference(source, built)
