"""What people and programs read of it: a table, JSON, Markdown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, adopted, write
from translate.adopt.adoption import Adoption
from translate.report import adoption as report

GONE = "If the door is closed, ring the bell of the neighbours, who will let you in.\n\n"


@pytest.fixture
def adoptions(tmp_path: Path) -> list[Adoption]:
    dutch = DUTCH.replace("[compiler](/compiler)", "vertaler").replace("{#questions}", "{#questions-1}")
    write(
        tmp_path,
        {
            "source_en/talks.md": ENGLISH.replace(GONE, ""),
            "source_en/new.md": "# A new page\n\nNobody has translated it.\n",
            "then/talks.md": ENGLISH,
            "old/talks.md": dutch,
        },
    )
    rows = [*adopted(tmp_path, older="then").values()]
    return [_with_published(row, tmp_path) for row in rows]


def _with_published(row: Adoption, root: Path) -> Adoption:
    return replace(row, published=row.published.removeprefix(f"{root}/"))


def test_the_table_has_a_line_for_each_page_and_their_sum(adoptions: list[Adoption]) -> None:
    assert list(report.table(adoptions)) == [
        "page           texts     taken  doubtful   untaken   defects",
        "new.md             2         –         –         2         –  there is no nl page",
        "talks.md          13        12         –         1         2",
        "TOTAL             15        12         0         3         2",
        "today's pages: 11 to review · 1 untranslated · 1 gone",
    ]


def test_what_was_not_taken_is_listed_with_its_place(adoptions: list[Adoption]) -> None:
    doubts = list(report.details(adoptions, defects=False))
    every = list(report.details(adoptions, defects=True))

    text = "Grace Hopper shows what a [compiler]({1}) is good for."
    assert doubts == [f"old/talks.md:13: untaken: nothing shows where /compiler belongs: {text}"]
    assert every[len(doubts) :] == [
        "old/talks.md:13: link lost: /compiler",
        "old/talks.md:22: heading id: #questions-1 instead of #questions",
    ]


def test_json_holds_everything(adoptions: list[Adoption]) -> None:
    new, talks = json.loads(report.as_json(adoptions))["pages"]

    assert (new["problem"], new["untaken"], new["faults"]) == ("there is no nl page", 2, [])
    assert {name: talks[name] for name in ("page", "locale", "published", "texts", "taken", "defects")} == {
        "page": "talks.md",
        "locale": "nl",
        "published": "old/talks.md",
        "texts": 13,
        "taken": 12,
        "defects": 2,
    }
    assert talks["faults"][0] == {"line": 13, "kind": "link lost", "slight": False, "detail": "/compiler"}
    assert talks["units"][4] == {
        "line": 10,
        "published_line": 10,
        "verdict": "taken",
        "confidence": talks["units"][4]["confidence"],
        "reason": "",
        "source": "Speakers",
        "target": "Sprekers",
    }
    assert 0.85 <= talks["units"][4]["confidence"] <= 1


def test_markdown_shows_texts_as_they_are(adoptions: list[Adoption]) -> None:
    lines = "\n".join(report.as_markdown(adoptions)).split("\n")

    assert lines[:5] == [
        "| page | texts | taken | doubtful | untaken | defects | |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
        "| new.md | 2 | 0 | 0 | 2 | 0 | there is no nl page |",
        "| talks.md | 13 | 12 | 0 | 1 | 2 |  |",
        "| **total** | 15 | 12 | 0 | 3 | 2 | 11 to review · 1 untranslated · 1 gone |",
    ]
    assert "- talks.md:22: heading id: \\#questions-1 instead of \\#questions" in lines
