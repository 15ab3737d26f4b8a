"""Law 2 of links that lead elsewhere: nothing but their addresses changes, and the page reads as before."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.reading import read, targets
from tests.strategies import pages
from translate.markdown.dialects import DIALECTS
from translate.markdown.links import Link, ids, links
from translate.markdown.localization import localized
from translate.markdown.page import Page
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
ADDRESSES = (
    "/nl/faq",
    "/sr@latin/x_y_z",
    "https://nl.wikipedia.org/wiki/AI_(film)?a=b&copy=c#d",
    "/a*b*`c`|d",
    "é\\<>\"'{}[]",
)


def likeness(page: Page) -> object:
    """Return what is the same on a page whose links lead elsewhere: all but the bytes of addresses."""
    gaps: list[bytes] = []
    position = 0
    for link in links(page):
        if link.kind != "visible":
            gaps.append(page.source[position : link.span.start])
            position = link.span.end
    kinds = [(link.kind, link.loose, link.kept, link.code) for link in links(page)]
    texts = [(each.text, each.kind, each.context) for each in page.segments]
    return gaps, page.source[position:], kinds, texts, page.outline, ids(page), _levels(page)


def _levels(page: Page) -> list[tuple[str, str]]:
    return [(heading.level, heading.id) for heading in page.headings]


@given(pages(), st.sampled_from(sorted(DIALECTS)), st.sampled_from(ADDRESSES), st.data())
def test_a_page_whose_links_lead_elsewhere_reads_as_before(
    source: bytes, dialect: str, address: str, data: st.DataObject
) -> None:
    page = read(source, Rules(dialect=dialect))
    rebuilt = reassemble(page, data.draw(targets(page)))

    def lead(link: Link) -> str:
        return address if link.kind == "link" else link.target

    content = localized(rebuilt, lead)

    before, after = (segment("page.md", each, page.rules) for each in (rebuilt.content, content))
    assert likeness(after) == likeness(before)
    assert {link.target for link in links(after) if link.kind == "link"} <= {quoted(address)}


def quoted(address: str) -> str:
    """Return the address as a browser sends it."""
    return quote(address, safe="~:/?#@!$&+,;=%")


def test_links_that_stay_leave_the_page_alone() -> None:
    page = read(b"[a](/x) <a href='/x'>b</a>\n", Rules())

    assert localized(reassemble(page, {}), lambda link: link.target) == page.source
    assert localized(Rebuilt(b"x"), lambda _: "/y") == b"x"


def test_links_after_a_contents_list_are_where_they_are() -> None:
    page = read(b"[a](/x)\n\n## Contents\n\n## One\n\n[b](/x)\n", Rules(dialect="mdsvex"))
    rebuilt = reassemble(page, {each.key: each.text.upper() for each in page.segments})

    assert localized(rebuilt, lambda _: "/nl/x") == rebuilt.content.replace(b"(/x)", b"(/nl/x)")


def test_every_link_of_real_pages_can_lead_elsewhere() -> None:
    if not CORPORA.is_dir():
        pytest.skip("skipped: the corpora are not here (../shared/corpora)")
    for folder, dialect in (("pauseai/en_now", "mdsvex"), ("astro", "mdx"), ("rustbook", "mdbook")):
        for path in sorted((CORPORA / folder).glob("*.md"))[::4]:
            page = segment(path.name, path.read_bytes(), Rules(dialect=dialect))
            rebuilt = reassemble(page, {each.key: f"{each.text} too" for each in page.segments})

            content = localized(rebuilt, lambda link: f"/nl{link.target}" if link.kind == "link" else link.target)

            before, after = (segment(path.name, each, page.rules) for each in (rebuilt.content, content))
            assert likeness(after) == likeness(before), path
