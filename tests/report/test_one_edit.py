"""One sentence edited in a site of a hundred pages is one finding for each locale, on its line, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import write_site
from tests.report.people import call, edit, inspection, translate
from tests.report.readers import READERS
from tests.sites import go
from translate.pipeline import update
from translate.report.formats import FORMATS
from translate.report.view import View

LOCALES = ("de", "nl")
EDITED = "club/page-42.md"


def page(number: int) -> str:
    return (
        f"---\ntitle: Page {number}\ndescription: >-\n  What page {number} is about,\n  in a few words.\n---\n\n"
        f"# Page {number}\n\nIt begins with number {number}.\nIts second line has *words* of its own.\n"
        f"- One thing of page {number}\n- Another [thing](/things/{number})\n\n<p>The end<br>\nof page {number}.</p>\n"
    )


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose hundred pages are translated and built; nothing is to be told of it."""
    pages: dict[str, str | bytes] = {f"source_en/club/page-{number}.md": page(number) for number in range(100)}
    root = write_site(tmp_path_factory.mktemp("hundred"), {**pages, "translate.toml": 'locales = ["nl", "de"]\n'})
    go(root, update)
    for locale in LOCALES:
        for number in range(100):
            translate(root, locale, f"club/page-{number}.md")
    go(root)
    return root


@pytest.fixture
def place(finished: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The site, where the person is; its edited page is put back afterwards."""
    monkeypatch.chdir(finished)
    path = finished / "source_en" / EDITED
    before = path.read_bytes()
    yield finished
    path.write_bytes(before)


def told(form: str, text: str) -> list[tuple[str, str, int, str]]:
    return sorted((each.code, each.path, each.line, each.locale) for each in READERS[form](text))


def test_every_form_has_a_reader() -> None:
    assert list(READERS) == list(FORMATS)


def test_nothing_is_told_of_a_finished_site(place: Path) -> None:
    found = inspection(place)

    assert [told(form, FORMATS[form].render(found, View())) for form in FORMATS] == [[]] * len(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_an_edited_sentence_is_one_finding_for_each_locale_on_its_line(place: Path, form: str) -> None:
    line = edit(place, f"source_en/{EDITED}", "second line has", "other line has")

    result = call("check", "--output-format", form)

    assert result.exit_code == 1
    assert told(form, result.stdout) == [("S001", f"source_en/{EDITED}", line, locale) for locale in LOCALES]


@pytest.mark.parametrize(
    "words",
    [
        ("title: Page 42", "title: Side 42"),
        ("in a few words", "in some words"),
        ("It begins", "It starts"),
        ("- One thing", "- A thing"),
        ("of page 42.</p>", "of the page.</p>"),
    ],
    ids=lambda words: words[0],
)
def test_wherever_the_sentence_stands(place: Path, words: tuple[str, str]) -> None:
    line = edit(place, f"source_en/{EDITED}", *words)
    found = inspection(place, EDITED)

    for form in FORMATS:
        assert told(form, FORMATS[form].render(found, View())) == [
            ("S001", f"source_en/{EDITED}", line, locale) for locale in LOCALES
        ]
