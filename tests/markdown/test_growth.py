"""A page that is twice as long takes twice the work, even where it opens again and again what it never closes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import FrameType

import pytest

from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

REPEATED = [
    # What opens, and is not closed.
    *(
        "{",
        "{{",
        '{"',
        "{'",
        "{`",
        "{/*",
        '{\\"',
        "{`${",
        "{% ",
        "{{< ",
        "{{< mermaid >}} ",
        "{::comment} ",
        "$",
        "$a ",
        "\\[ ",
        ":a[",
        "<a b={",
        "<C a={`",
        "<b>",
        "</b>",
        "<b>a ",
        "<p>",
    ),
    *(
        "<!--",
        "<script>",
        "</script",
        "<svg>",
        "`",
        "`` ",
        "[",
        "[a](",
        "![",
        "**a ",
        "<b></i>",
        "<p></q>",
        '<b title="',
    ),
    # What stands alone, or is one of many in its line.
    *(
        '<img alt="a"> ',
        'a <img alt="b"> ',
        '<p title="x">',
        "<br>",
        "<C/>",
        "{a} ",
        "`a` <b> ",
        "::: ",
        "a@b.c ",
        "\\{",
    ),
    *('<a title="x">y</a> ', '<a title="x">y</a> z ', "<C>a</C> ", "<a><b>x</b></a> ", "<a>x</a> <b> ", "<b>x</i> "),
    # Lines and blocks.
    *("import a\n", "<C>a</C>\n", "<p>a <b>b</b> c</p>\n", "{a}\n\n", "- a\n", "```\n", "[a]: /b 'c'\n"),
    *(
        "!!! a\n",
        "!!! a\n    ",
        "!!! a\n\n",
        "??? ",
        '=== "a',
        "/// a\n",
        "--8<--\n",
        "-8<- a\n",
        "[TOC]\n",
        "++a",
        "++",
    ),
    *(":a", ":a:", "[a](b){ ", "{ .a ", "{a=b ", "x { #a }\n", "# a\n", "# a_1\n", "<p markdown>\n"),
    *(":::a\n", "::: mermaid\n", "::: a b\n"),
    *("[a](b c ", "](a (b ", "{{< a >}}b.c\n", "{% a %}b.c\n", "<div>\n", "<div>\na</div>\nb\n", "# 1\n{: .a}\n"),
]
NESTED: Mapping[str, Callable[[int], str]] = {
    "pairs": lambda times: "<b>" * times + "x" + "</b>" * times,
    "pairs in HTML": lambda times: "<p>a " + "<b>" * times + "x" + "</b>" * times,
    "elements": lambda times: "<a>x</a> <a>" * times + "</a>" * times,
    "elements in HTML": lambda times: "<p>" + "<a>x</a> <a>" * times + "</a>" * times,
    "texts in tags": lambda times: "<p>" + '<b>x <i title="a">' * times + "</i></b>" * times,
    "images": lambda times: "![a " * times + "x" + "](b)" * times,
}


@pytest.mark.parametrize("dialect", ["gfm", "hugo", "jekyll", "mdsvex", "mdx", "mkdocs", "vitepress"])
@pytest.mark.parametrize("pattern", REPEATED)
def test_reading_grows_with_the_page(pattern: str, dialect: str) -> None:
    _check(lambda times: pattern * times, Rules(dialect=dialect))


@pytest.mark.parametrize("dialect", ["gfm", "mdsvex"])
@pytest.mark.parametrize("name", NESTED)
def test_reading_grows_with_the_depth(name: str, dialect: str) -> None:
    _check(NESTED[name], Rules(dialect=dialect))


def _check(page: Callable[[int], str], rules: Rules) -> None:
    few, many = (_calls(page(times).encode(), rules) for times in (60, 120))

    assert many <= 2.6 * few


def _calls(source: bytes, rules: Rules) -> int:
    """Return how many functions are called to read a page, those of Python itself included."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001 - what sys.setprofile calls
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        segment("page.md", source, rules)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("depth", [1, 30])
def test_an_element_in_an_element_is_read_however_deep(depth: int) -> None:
    page = segment("page.md", b"<p>" + b"<a>x</a> <a>" * depth * 100 + b"</a>" * depth * 100, Rules())

    assert [each.text for each in page.segments] == ["x"] * depth * 100


def test_an_image_in_the_description_of_an_image_is_part_of_that_text() -> None:
    page = segment("page.md", b'![a ![b](/c "d")](/e "f")\n', Rules())

    assert [each.text for each in page.segments] == ["a ![b]({1})", "d", "f"]
