"""An edit is told on the line of the page that it was made on."""

from __future__ import annotations

import pytest

from translate.markdown.extent import extent
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

PAGE = b"# A plan\r\n\r\n> We meet\r\n> at *four* or\r\n> so. See you.\r\n\r\nOne line.\r\n"
QUOTE = "We meet at *four* or so. See you."


def lines(page: bytes, text: str, previous: str | None = None) -> list[int]:
    read = segment("page.md", page, Rules(dialect="gfm"))
    (leaf,) = [leaf for leaf in read.leaves if leaf.segment.text == text]
    return list(extent(read.source, leaf, previous))


def test_a_text_stands_on_the_lines_it_stands_on() -> None:
    assert lines(PAGE, QUOTE) == [3, 4, 5]
    assert lines(PAGE, "One line.") == [7]
    assert lines(PAGE, "One line.", "Another line.") == [7]


@pytest.mark.parametrize(
    ("previous", "line"),
    [
        ("They meet at *four* or so. See you.", 3),
        ("We met at *four* or so. See you.", 3),
        ("We meet on *four* or so. See you.", 4),
        ("We meet at *five* or so. See you.", 4),
        ("We meet at *four*. See you.", 4),
        ("We meet at *four* or later. See you.", 5),
        ("We meet at *four* or so.", 5),
        ("We meet at *four* or so. See you. Bye.", 5),
        ("", 3),
        (QUOTE, 5),
    ],
)
def test_an_edit_begins_on_the_line_of_the_first_word_that_is_other(previous: str, line: int) -> None:
    assert lines(PAGE, QUOTE, previous)[0] == line


def test_lines_inside_of_machinery_count() -> None:
    page = b"<p>See <a\nhref='/x'>the plan</a><br>\nand come.</p>\n"
    (leaf,) = segment("page.md", page, Rules(dialect="gfm")).leaves

    assert extent(page, leaf, leaf.segment.text.replace("and", "or")).start == 3
    assert extent(page, leaf, leaf.segment.text.replace("See", "Read")).start == 1
