"""The links of a page: where they lead, and the bytes that say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.reading import read, targets
from tests.strategies import pages
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import events
from translate.markdown.links import Link, hides_ids, ids, links, usual_ids
from translate.markdown.masking import mask
from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


def page(text: str, dialect: str = "mdx") -> Page:
    return segment("a.md", text.encode(), Rules(dialect=dialect))


def found(text: str, dialect: str = "mdx") -> list[tuple[str, str]]:
    """Return target and spelling of each link."""
    return [(link.target, text.encode()[slice(*link.span)].decode()) for link in links(page(text, dialect))]


WRITTEN = {
    "[a](/x)": [("/x", "/x")],
    "[a](/x 'title')": [("/x", "/x")],
    "[a]( </x y> )": [("/x y", "/x y")],
    "[a](/x\n'title')": [("/x", "/x")],
    "[](/x)": [("/x", "/x")],
    "[a]()": [],
    "> [a\n> b](/x)": [("/x", "/x")],
    "[*a* `](/no)`](/x)": [("/x", "/x")],
    "[a](/x(y)z)": [("/x(y)z", "/x(y)z")],
    r"[a](/x\_y&amp;z)": [("/x_y&z", r"/x\_y&amp;z")],
    "![a](x.png)": [("x.png", "x.png")],
    "![a [b](/no) <b id='no'>c</b>](x.png)": [("x.png", "x.png")],
    "[![a](x.png)](/x)": [("x.png", "x.png"), ("/x", "/x")],
    "<https://x.example>": [("https://x.example", "https://x.example")],
    "[a][b] [b] [b][]\n\n[b]: </x y> 'title'": [("/x y", "/x y")],
    "> [b]: /x\n\n[b]": [("/x", "/x")],
    "[a]\n\n[a]:\n/x": [("/x", "/x")],
    "[^1] a\n\n[^1]: /no": [],
    "`[a](/no)`\n\n```\n[a](/no)\n```": [],
    "| a |\n|---|\n| [b](/x) |": [("/x", "/x")],
    "# [a](/x)": [("/x", "/x")],
}
TAGS = {
    '<a href="/x?a&amp;b">a</a>': [("/x?a&b", "/x?a&amp;b")],
    'a <a href="/x">a</a>': [("/x", "/x")],
    "<a href=/x>a</a>": [("/x", "/x")],
    '<div>\n<a\nhref="/x">a</a></div>': [("/x", "/x")],
    '<img src="a.png" srcset="b.png 1x, c.png 2x,d.png">': [
        ("a.png", "a.png"),
        ("b.png", "b.png"),
        ("c.png", "c.png"),
        ("d.png", "d.png"),
    ],
    '<video poster="a.png"><source src="b.mp4"></video>': [("a.png", "a.png"), ("b.mp4", "b.mp4")],
    '<Button href="/x" to={"/y"} label="/no" />': [("/x", "/x"), ("/y", "/y")],
    '<p to="/no">a</p>': [],
    '<svg><use href="#no"/></svg>': [],
    '<a href={x}>a</a> <a href="/{x}">b</a> [a](/{x})': [],
    "<!-- <a href='/no'> -->": [],
    "<script>\nconst a = \"<a href='/no'>\";\n</script>\n\n[a](/x)": [("/x", "/x")],
    '<div translate="no"><a href="/x">a</a></div>': [("/x", "/x")],
    "<Tabs tabs={[{ content: '<a href=\"/x\">a</a>' }]} />": [],
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.items())
def test_links_of_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "gfm") == expected


@pytest.mark.parametrize(("text", "expected"), TAGS.items())
def test_links_of_tags(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "mdsvex") == expected


def test_links_in_strings_of_javascript_that_hold_html() -> None:
    rules = Rules(dialect="mdsvex", components={"Tabs": ("tabs[].content|html",)})
    source = b"<Tabs tabs={[{ content: 'See <a href=\"/x\">this</a>.' }]} />\n"

    assert [link.target for link in links(segment("a.md", source, rules))] == ["/x"]


def test_what_is_told_of_a_link() -> None:
    text = '[a](/x) ![a](/p.png) <https://y.example> <a href="/x" hreflang="de">a</a> <Go to={"/x"} />'

    plain = {"loose": False, "kept": False, "code": False}
    assert [(link.kind, _marks(link)) for link in links(page(text, "mdsvex"))] == [
        ("link", plain),
        ("resource", plain),
        ("visible", plain),
        ("link", {**plain, "kept": True}),
        ("link", {**plain, "loose": True, "code": True}),
    ]


def _marks(link: Link) -> dict[str, bool]:
    return {"loose": link.loose, "kept": link.kept, "code": link.code}


def test_ids_of_headings_and_tags() -> None:
    text = "# One\n\n# One\n\n## *Two* {#own}\n\n<div id='three'>\n\n<a name=four></a> a <b id='five'>b</b>\n\n</div>\n"

    assert ids(page(text, "mdbook")) == {"one", "one-1", "own", "three", "four", "five"}
    assert ids(page(text, "gfm")) == {"three", "four", "five"}
    assert usual_ids(page(text, "gfm")) == {"one", "one-1", "two-own"}
    assert usual_ids(page(text, "mdbook")) == frozenset()


def test_ids_that_only_the_renderer_knows() -> None:
    assert not hides_ids(page("# One\n\n<div id='a'>b</div>\n"))
    assert hides_ids(page("<Toc />\n"))
    assert hides_ids(page("a <Toc /> b\n"))
    assert hides_ids(page("<div id={a}>b</div>\n"))
    assert hides_ids(page("{@html a}\n", "mdsvex"))
    assert hides_ids(page("{{< include a >}}\n", "hugo"))
    assert hides_ids(page("{{#include a.md}}\n", "mdbook"))
    assert hides_ids(page('--8<-- "a.md"\n', "mkdocs"))
    assert hides_ids(page("<!--@include: ./a.md-->\n", "vitepress"))


def test_ids_in_lists_of_attributes() -> None:
    assert ids(page("# A { #b .c }\n\n[](){ #d }\n\nText\n{: #e }\n\n{f #g}\n", "mkdocs")) == {"b", "d", "e", "g"}
    assert ids(page("# A\n\nText {.b #c}\n", "vitepress")) == {"a", "c"}


@given(pages(), st.sampled_from(sorted(DIALECTS)))
def test_what_the_parser_calls_a_link_is_found_where_it_is_written(source: bytes, dialect: str) -> None:
    """The other way around: an address that is put where a link is leads to that address, and nothing else does."""
    rules = Rules(dialect=dialect)
    before = read(source, rules)
    inline = [link for link in links(before) if not link.code and link.kind != "visible"]
    for link in inline[:3]:
        start, end = link.span
        changed = read(source[:start] + b"/else/where" + source[end:], rules)

        ours, theirs = [each.target for each in links(before)], [each.target for each in links(changed)]

        ours[links(before).index(link)] = "/else/where"
        assert theirs == ours


def test_every_link_of_real_pages_is_found() -> None:
    if not CORPORA.is_dir():
        pytest.skip("skipped: the corpora are not here (../shared/corpora)")
    count = 0
    for folder, dialect in (("pauseai/en_now", "mdsvex"), ("astro", "mdx"), ("rustbook", "mdbook")):
        for path in sorted((CORPORA / folder).glob("*.md")):
            read_page = segment(path.name, path.read_bytes(), Rules(dialect=dialect))
            start = read_page.front_matter.span.end if read_page.front_matter else 0
            body = mask(read_page.source[start:], DIALECTS[dialect])
            told = {link.target for link in links(read_page)}
            for name, target, *_ in events(body, DIALECTS[dialect]):
                if name in {"+Link", "+Image"} and target and "{" not in target:
                    count += 1
                    assert target in told, path
    assert count > 1500


@given(pages(), st.sampled_from(sorted(DIALECTS)), st.data())
def test_a_built_page_has_the_links_of_its_source(source: bytes, dialect: str, data: st.DataObject) -> None:
    page = read(source, Rules(dialect=dialect))

    built = reassemble(page, data.draw(targets(page))).page

    assert built is not None
    assert sorted(map(_lead, links(built))) == sorted(map(_lead, links(page)))


def _lead(link: Link) -> tuple[str, str, bool, bool, bool]:
    return link.target, link.kind, link.loose, link.kept, link.code
