"""Published pages are read in spite of what tools and models leave in them, byte by byte where they lie."""

from __future__ import annotations

import pytest

from tests.adopt.pages import DUTCH, RULES
from translate.adopt.defect import Fault
from translate.adopt.published import read
from translate.errors import PageError
from translate.markdown.rules import Rules

PREAMBLE = "Sure! Here is the translation of the page:\n\n"


def texts(data: str, rules: Rules = RULES) -> list[str]:
    return [each.text for each in read("old.md", data.encode(), rules).page.segments]


def faults(data: str, rules: Rules = RULES) -> list[Fault]:
    return [each.fault for each in read("old.md", data.encode(), rules).defects]


def test_a_page_that_is_as_it_should_be_is_read_as_it_is() -> None:
    found = read("old.md", DUTCH.encode(), RULES)

    assert (found.page.source, found.defects) == (DUTCH.encode(), ())


@pytest.mark.parametrize("lead", ["\n\n", "\ufeff", "\n \n"])
def test_blank_lines_before_the_front_matter_are_nothing(lead: str) -> None:
    assert texts(lead + DUTCH) == texts(DUTCH)
    assert faults(lead + DUTCH) == []


@pytest.mark.parametrize(
    "data",
    [
        PREAMBLE + DUTCH,
        f"{PREAMBLE}```markdown\n{DUTCH}```\n",
        f"```\n{DUTCH}```",
        f"{PREAMBLE}---\n\n{DUTCH}",
        f"\ufeff{PREAMBLE}{DUTCH}",
    ],
)
def test_commentary_before_the_front_matter_is_told_and_left_out(data: str) -> None:
    assert texts(data) == texts(DUTCH)
    assert faults(data) == [Fault.REMARK]


def test_lines_are_those_of_the_file() -> None:
    plain = read("old.md", DUTCH.encode(), RULES).page.segments
    found = read("old.md", (PREAMBLE + DUTCH).encode(), RULES).page.segments

    assert [each.line - 2 for each in found] == [each.line for each in plain]


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    data = "# A title\n\nSome words.\n\n---\n\nnote: more words\n\n---\n\nThe end.\n"

    assert faults(data) == []
    assert texts(data) == ["A title", "Some words.", "note: more words", "The end."]


def test_front_matter_that_cannot_be_read_costs_its_values_only() -> None:
    data = DUTCH.replace("title: De", "title: Lezingen: de")

    assert texts(data) == texts(DUTCH)[2:]
    assert faults(data) == [Fault.FRONT_MATTER]


@pytest.mark.parametrize(("dialect", "title"), [("commonmark", "Vragen"), ("gfm", "Vragen"), ("mdsvex", "Vragen")])
def test_ids_of_headings_are_no_text(dialect: str, title: str) -> None:
    assert texts("# Vragen {#questions}\n", Rules(dialect=dialect)) == [title]


def test_of_two_ids_the_last_one_counts() -> None:
    page = read("old.md", b"## Anker {#anchor} {#test-anchor}\n", RULES).page

    assert [each.text for each in page.segments] == ["Anker"]
    assert [each.id for each in page.headings] == ["test-anchor"]


def test_bytes_that_are_not_utf_8_are_an_error_with_a_line() -> None:
    with pytest.raises(PageError, match=r"old\.md:2: byte 0xe9 is not UTF-8"):
        read("old.md", b"# Een\ncaf\xe9\n", RULES)
