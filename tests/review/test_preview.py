"""The preview: every text can be found in it, and nothing in it runs, loads or leads anywhere."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite
from translate.config import load
from translate.discovery import scope
from translate.markdown.dialects import DIALECTS
from translate.markdown.display import display
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.review.addresses import of_text
from translate.review.desk import Desk
from translate.review.preview import preview

CORPORA = Path(__file__).parents[2] / ".." / "shared" / "corpora"
VOID = {"br", "hr", "wbr"}


class Seen(HTMLParser):
    """What a browser finds in HTML: elements, the text of those that are marked, and whether all is closed."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.marked: dict[str, str] = {}
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.names.add(tag)
        self.attributes |= said.keys()
        if key := said.get("data-key"):
            self.marked.setdefault(key, "")
        if tag not in VOID:
            self.open.append((tag, key or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, key in self.open:
            if key:
                self.marked[key] += data


def shown(root: Path, name: str = "a.md") -> str:
    site = load(root)
    return preview(Desk(site, scope(site)), name, "nl")


def body(page: Page) -> Seen:
    """Return what is seen of a page whose texts are marked by their numbers."""
    places = [leaf for leaf in page.leaves if leaf.worded and leaf.segment.span in page.places]
    return Seen(display(page, [(leaf.segment.span, {"data_key": str(n)}) for n, leaf in enumerate(places)]))


def test_each_text_is_where_readers_see_it(site: MakeSite) -> None:
    root = site(
        {
            "source_en/a.md": (
                "---\ntitle: Title\n---\n\n# A *good* head\n\nSee [the plan](/plan 'why') & ![a cat](/cat.png).\n\n"
                "<p title='A tip'>Raw <b>words</b></p>\n"
            ),
            "translate.toml": 'locales = ["nl"]\n',
        }
    )
    sites.go(root)
    sites.translate(root)

    page = shown(root)

    assert '<dl class="front-matter"><dt>title</dt><dd data-key="' in page
    assert page.startswith('<!doctype html>\n<html lang="nl" dir="ltr">')
    main = page[page.index("<main>") : page.index("</main>")]
    assert re.sub(r' (data-key|id)="[^"]+"', "", main) == (
        "<main><h1><span>A <em>GOOD</em> HEAD</span></h1>"
        '<p><span>SEE <span class="link" title="/plan">THE PLAN</span> &amp; <span class="image">A CAT</span>.</span>'
        "</p>"
        "<div><p><span>RAW <b>WORDS</b></span></p>\n</div>"
    )
    assert page.endswith("</dl>\n")
    assert re.findall(r"<dt>([^<]+)</dt><dd[^>]+>([^<]+)", page[page.index('class="hidden-texts"') :]) == [
        ("link title", "WHY"),
        ("title of &lt;p&gt;", "A TIP"),
    ]


def test_what_is_not_translated_is_in_its_own_language(site: MakeSite) -> None:
    root = site({"source_en/a.md": "One.\n\nTwo.\n"})
    sites.go(root)
    sites.translate(root, person=lambda unit: sites.upper(unit) if unit.source == "One." else unit)

    spans = dict(re.findall(r"<span ([^>]+)>(ONE|Two)\.", shown(root)))
    assert [' lang="en"' in attributes for attributes in spans] == [False, True]


def test_a_text_that_stands_twice_has_one_id_and_two_marks(site: MakeSite) -> None:
    root = site({"source_en/a.md": "Same.\n\nSame.\n"})
    sites.go(root)
    address = of_text(("", "Same."))

    page = shown(root)
    assert page.count(f'data-key="{address}"') == 2
    assert page.count(f'id="k-{address}"') == 1


HARMFUL = """\
<script>alert(1)</script>

<div onclick="alert(1)" style="position:fixed"><img src=x onerror=alert(1)> <a href="javascript:alert(1)">click</a>
<iframe src="//evil.example"></iframe><svg><script>alert(1)</script></svg><form action="/x"><button>go</button></form>

[x](javascript:alert(1)) <b onmouseover="alert(1)">bold</b> <base href="//evil.example"> ![i](//evil.example/x.png)

<style>* { display: none }</style> <meta http-equiv=refresh content=0> <link rel=stylesheet href=//evil.example>

</div></main></body></span></span>

The end &lt;script&gt;.
"""


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
def test_nothing_of_the_page_runs_or_loads(dialect: str) -> None:
    seen = body(segment("a.md", HARMFUL.encode(), Rules(dialect=dialect)))

    assert not seen.names & {
        "script",
        "style",
        "iframe",
        "img",
        "a",
        "base",
        "meta",
        "link",
        "form",
        "svg",
        "main",
        "body",
    }
    assert seen.attributes <= {"class", "title", "data-key", "open"}
    assert "The end <script>." in seen.marked.values()


def test_elements_that_are_hidden_hide_no_more_than_themselves() -> None:
    page = segment("a.md", b"A <svg>b</svg> c\n\n<select><option>D\n\n<noscript>\n\nE.\n", Rules())

    assert {*body(page).marked.values()} == {"A  c", "D"}
    assert "E." in display(page, ())


def every_page() -> list[object]:
    found: list[object] = []
    for folder, dialect in (("pauseai/en_now", "mdsvex"), ("rustbook", "mdbook"), ("astro", "mdx")):
        found += [pytest.param(path, dialect, id=path.name) for path in sorted((CORPORA / folder).rglob("*.md"))[:12]]
    return found or [pytest.param(None, "", marks=pytest.mark.skip(reason="skipped: ../shared/corpora is not here"))]


@pytest.mark.parametrize(("path", "dialect"), every_page())
def test_real_pages_show_each_of_their_texts(path: Path, dialect: str) -> None:
    page = segment(path.name, path.read_bytes(), Rules(dialect=dialect))
    seen = body(page)

    texts = [leaf.segment for leaf in page.leaves if leaf.worded and leaf.segment.span in page.places]
    assert len(seen.marked) == len(texts)
    for text, said in zip(texts, seen.marked.values(), strict=True):
        if re.fullmatch(r"[^\W_](?:[^\W_]|[ ,.;:?!])*", text.text):
            assert " ".join(said.split()) == text.text


def test_every_example_of_commonmark_is_closed_as_it_is_opened() -> None:
    spec = CORPORA / "commonmark" / "spec.json"
    if not spec.exists():
        pytest.skip("skipped: ../shared/corpora is not here")
    for example in json.loads(spec.read_text("utf-8")):
        for dialect in ("commonmark", "mdsvex", "mdx"):
            body(segment("a.md", example["markdown"].encode(), Rules(dialect=dialect)))
