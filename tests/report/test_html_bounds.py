"""Whatever a site holds, the report stays sound and small."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import write_site
from tests.report.document import Element, parse
from translate.config import load
from translate.fallback import Fallback
from translate.inspection import Inspection
from translate.model import Finding, Severity, State
from translate.report.html import badge
from translate.report.html.bounds import fair
from translate.report.html.earlier import Snapshot
from translate.report.html.markup import Markup, element
from translate.report.html.page import render
from translate.site import Site
from translate.tally import Coverage

HOSTILE = st.text(max_size=12) | st.sampled_from(
    [
        "</style><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)//",
        "<!-- ",
        "]]>",
        "&lt;b&gt; &amp;#60;",
        "\x00\x1b\ud800",
        "{1}",
        "\u202eabc",
    ]
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root: Path = tmp_path_factory.mktemp("site")
    return load(write_site(root, {"source_en/a.md": "A\n"}))


def inspection(
    name: str, pages: tuple[str, ...], locales: tuple[str, ...], texts: tuple[tuple[str, str], ...]
) -> Inspection:
    """Return what a check would find where each of the texts of each page is stale, missing and damaged."""
    words = Counter({State.REVIEWED: 70, State.MACHINE: 20, State.STALE: 9, State.UNTRANSLATED: 1})
    places = [(locale, page) for locale in locales for page in pages]
    gaps = tuple(
        Fallback(source=source, cause=State.STALE, code="P001", reason=target, line=3, catalog_line=18)
        for source, target in texts
    )
    return Inspection(
        project=name,
        source_locale="en",
        locales=locales,
        pages=pages,
        rules=(),
        findings=tuple(
            finding(code, locale, page, *text)
            for locale, page in places
            for text in texts
            for code in ("P001", "S001", "S002")
        ),
        coverages=tuple(Coverage(page, locale, words, {name: words}, 0, gaps) for locale, page in places),
        failed=True,
    )


def finding(code: str, locale: str, page: str, source: str, target: str) -> Finding:
    return Finding(
        path=f"source_en/{page}",
        line=3,
        code=code,
        message=target,
        severity=Severity.ERROR,
        locale=locale,
        page=page,
        related=f"{page}:18",
        source=source,
        previous=target,
        target=target,
    )


def rendered(site: Site, source: str, target: str, name: str) -> Element:
    found = inspection(name, (f"{source}.md",), ("nl",), ((source, target),))
    earlier = (Snapshot(name, {"nl": Counter({State.REVIEWED: 1})}),)
    return parse(render(found, site, base="https://example.org", earlier=earlier))


def shown(text: str) -> str:
    """Return a text with U+FFFD for what HTML may not hold (HTML Standard, 13.2.3.5)."""
    return "".join("\ufffd" if unprintable(ord(each)) else each for each in text)


def unprintable(code: int) -> bool:
    control = (code < 0x20 and code not in {0x09, 0x0A, 0x0D}) or 0x7F <= code < 0xA0
    return control or 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF}


@pytest.fixture(scope="module")
def harmless(site: Site) -> Element:
    return rendered(site, "a", "b", "c")


@given(HOSTILE, HOSTILE, HOSTILE)
@example("</title></style></svg><script>", "<script>", "</h1><script>")
def test_no_text_can_break_the_page(site: Site, harmless: Element, source: str, target: str, name: str) -> None:
    page = rendered(site, source, target, name)

    assert {each.name for each in page.every()} <= {each.name for each in harmless.every()} | {"del", "ins"}
    assert {key for each in page.every() for key in each.attributes} <= {
        key for each in harmless.every() for key in each.attributes
    }
    assert page.only("h1").exact == shown(name)
    assert list(page.only("ol").every("bdi"))[1].exact == shown(target)
    assert all(each.get("href").startswith(("#", "https://example.org/")) for each in page.every("a"))


@given(HOSTILE)
def test_no_locale_can_break_the_badge(locale: str) -> None:
    found = inspection("site", ("a.md",), (locale,), ())

    # What is parsed is made here.
    assert ElementTree.fromstring(badge.render(found)).attrib["role"] == "img"  # noqa: S314


def test_texts_made_of_markup_are_texts_again() -> None:
    bold = element("b", "<")

    assert element("p", bold) == "<p><b>&lt;</b></p>"
    assert element("p", f"{bold}") == "<p>&lt;b&gt;&amp;lt;&lt;/b&gt;</p>"
    assert element("p", bold + "<") == "<p>&lt;b&gt;&amp;lt;&lt;/b&gt;&lt;</p>"
    assert isinstance(bold, Markup)


@pytest.mark.parametrize("locales", [("nl", "de"), tuple("nl de fr es it pt pl cs da sv fi el".split())])
def test_a_hundred_pages_stay_below_a_megabyte_and_a_half(site: Site, locales: tuple[str, ...]) -> None:
    texts = tuple(
        (f"{'A long text é ' * 60}{index}", f"{'Een lange tekst é ' * 60}{index}")
        for index in range(24 // len(locales))
    )
    pages = tuple(f"folder/page-number-{index:03}.md" for index in range(100))
    html = render(inspection("Large", pages, locales, texts), site, base="https://github.com/somebody/site/blob/main")

    assert len(html.encode()) < 1_500_000
    page = parse(html)
    assert len(list(page.every("table", class_="pages"))) == len(locales)
    told = page.text
    assert "texts more: translate check lists them" in told
    assert "texts more, also on" in told


@given(st.lists(st.integers(0, 50)), st.integers(0, 200))
def test_lists_share_what_there_is_room_for(lengths: list[int], most: int) -> None:
    bound = fair(lengths, most)

    assert sum(min(length, bound) for length in lengths) <= most
    if sum(lengths) > most:
        assert sum(min(length, bound + 1) for length in lengths) > most - len(lengths)
    else:
        assert all(length <= bound for length in lengths)
