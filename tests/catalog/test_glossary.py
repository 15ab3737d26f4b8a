"""A glossary is a table that people write by hand: what it says, and where it goes wrong."""

from __future__ import annotations

import pytest

from translate.catalog.glossary import read
from translate.errors import CatalogError
from translate.model import Term


def test_a_line_is_a_term_its_translation_and_a_note() -> None:
    text = "treaty\tverdrag\n\n# names\nPauseAI\nopen letter\topen brief\tnot: brievenbus\n"

    assert read(text.encode(), path="glossary.tsv") == (
        Term("treaty", "verdrag"),
        Term("PauseAI", "PauseAI"),
        Term("open letter", "open brief", "not: brievenbus"),
    )


@pytest.mark.parametrize(
    "data",
    [
        b"a\tb\tc\nd\t\te",
        b"\xef\xbb\xbfa\tb\tc\nd\t\te\n",
        b"a\tb\tc\r\nd\t\te\r\n",
        b" a \t b\tc\t\nd\t\te\t\tmore\n   \n",
    ],
)
def test_editors_and_spreadsheets_may_have_written_it(data: bytes) -> None:
    assert read(data, path="") == (Term("a", "b", "c"), Term("d", "d", "e"))


@pytest.mark.parametrize("data", [b"", b"\n", b"# nothing\n", b"\xef\xbb\xbf"])
def test_it_may_be_empty(data: bytes) -> None:
    assert read(data, path="") == ()


def test_the_same_word_in_another_case_is_another_term() -> None:
    assert len(read(b"Pause\tPauze\npause\tpauze\n", path="")) == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a\tb\n\na\tc\n", 'nl/glossary.tsv:3: the term "a" stands already in line 1'),
        (b"a\tb\nc\td\xe9\n", "nl/glossary.tsv:2: is not UTF-8"),
        (b"# x\n\tb\n", "nl/glossary.tsv:2: a translation without its term"),
    ],
)
def test_a_mistake_is_told_with_its_line(data: bytes, told: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read(data, path="nl/glossary.tsv")

    assert str(caught.value) == told
    assert caught.value.hint
