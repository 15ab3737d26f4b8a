"""What people and programs read of it: a table, JSON, Markdown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, adopted, row, write
from translate.adopt.adoption import Adoption
from translate.adopt.defect import Defect, Fault
from translate.report import adoption as report

SUMS = ("page", "locale", "source", "published", "made_from", "texts", "taken", "defects")
GONE = "If the door is closed, ring the bell of the neighbours, who will let you in.\n\n"


@pytest.fixture
def adoptions(tmp_path: Path) -> list[Adoption]:
    dutch = DUTCH.replace("[compiler](/compiler)", "vertaler").replace("{#questions}", "{#questions-1}")
    write(
        tmp_path,
        {
            "source_en/talks.md": ENGLISH.replace(GONE, ""),
            "source_en/lessons.md": ENGLISH.replace("talks", "lessons"),
            "then/talks.md": ENGLISH,
            "old/talks.md": dutch,
        },
    )
    return [_shortened(row, tmp_path) for row in adopted(tmp_path, older="then").values()]


def _shortened(row: Adoption, root: Path) -> Adoption:
    published, made_from = (path.removeprefix(f"{root}/") for path in (row.published, row.made_from))
    return replace(row, published=published, made_from=made_from)


def test_the_table_has_a_line_for_each_page_and_their_sum(adoptions: list[Adoption]) -> None:
    assert list(report.table(adoptions)) == [
        "page             texts     taken  doubtful   untaken   defects",
        "lessons.md          13         –         –        13         –  there is no nl page",
        "talks.md            13        12         –         1         2  made from then/talks.md",
        "TOTAL               26        12         0        14         2",
        "today's pages: 11 to review · 1 untranslated · 1 gone",
    ]


def test_the_table_tells_where_a_renamed_page_was_found(adoptions: list[Adoption]) -> None:
    talks = replace(adoptions[1], page="events/lectures.md", made_from="1a2b3c4d5e:talks.md")

    note = "published as talks.md · made from 1a2b3c4d5e:talks.md"
    assert list(report.table([talks]))[1].endswith(note)
    assert note in list(report.as_markdown([talks]))[2]
    talks = replace(talks, source="talks.md")
    assert list(report.table([talks]))[1].endswith("made from 1a2b3c4d5e")


@pytest.mark.parametrize("published", ["old/lessons.md", "old/lessons.nl.md"])
def test_a_page_under_its_own_name_needs_no_note(adoptions: list[Adoption], published: str) -> None:
    lessons = replace(adoptions[0], problem="", published=published)

    assert list(report.table([lessons]))[1].endswith("13         –")


def test_what_was_not_taken_is_listed_with_its_place(adoptions: list[Adoption]) -> None:
    text = "Grace Hopper shows what a [compiler]({1}) is good for."
    reason = "the link /compiler is lost, and nothing shows where it belongs"

    assert list(report.details(adoptions)) == [f"old/talks.md:13: untaken: {reason}: {text}"]


def test_what_is_missing_in_one_place_is_one_line(tmp_path: Path) -> None:
    dutch = DUTCH.split("## Hoe je")[0].replace(
        "- Grace Hopper laat zien waar een [compiler](/compiler) goed voor is.\n", ""
    )
    missing = "untaken: it is missing on the published page"

    one, _doubt, more = report.details([row(tmp_path, dutch)], "site/")

    assert [one, more] == [
        f"site/source_en/talks.md:13: {missing}: Grace Hopper shows what a [compiler]({{1}}) is good for.",
        f"site/source_en/talks.md:16: {missing}: How to get there (and 4 more)",
    ]


def test_what_is_missing_is_told_with_its_line_in_the_older_page(tmp_path: Path) -> None:
    lost = "Als de deur dicht is, bel dan bij de buren aan, die je binnen zullen laten.\n\n"
    write(
        tmp_path,
        {
            "source_en/talks.md": f"{ENGLISH}\nBring a friend.\n",
            "then/talks.md": ENGLISH,
            "old/talks.md": DUTCH.replace(lost, ""),
        },
    )

    lines = list(report.details(adopted(tmp_path, older="then").values(), "site/"))

    missing = f"{tmp_path}/then/talks.md:20: untaken: it is missing on the published page: {GONE[:59]}…"
    assert [line for line in lines if "untaken" in line] == [missing]


def test_defects_are_listed_with_those_that_nobody_sees_only_if_asked_for(adoptions: list[Adoption]) -> None:
    talks = adoptions[1]
    layout = tuple(Defect(Fault.LAYOUT, "blank lines or blanks", line) for line in (3, 8, 9))
    seen = [
        "old/talks.md:13: link lost: /compiler",
        "old/talks.md:22: heading id: #questions-1 instead of #questions",
    ]

    assert list(report.faults([replace(talks, defects=layout + talks.defects)], slight=False)) == seen
    assert list(report.faults([replace(talks, defects=layout + talks.defects)], slight=True)) == [
        *seen,
        "old/talks.md:3: layout: blank lines or blanks (and 2 more)",
    ]


def test_the_sum_comes_last(adoptions: list[Adoption]) -> None:
    lines = list(report.said(adoptions, "text", defects=True))

    assert [line.split(":")[0] for line in lines[:3]] == ["old/talks.md"] * 3
    assert lines[3:] == list(report.table(adoptions))
    assert list(report.said(adoptions, "text", defects=False)) == lines[:1] + lines[3:]


def test_json_holds_everything(adoptions: list[Adoption]) -> None:
    lessons, talks = json.loads(report.as_json(adoptions))["pages"]

    assert (lessons["problem"], lessons["untaken"], lessons["faults"]) == ("there is no nl page", 13, [])
    assert {name: talks[name] for name in SUMS} == {
        "page": "talks.md",
        "locale": "nl",
        "source": "source_en/talks.md",
        "published": "old/talks.md",
        "made_from": "then/talks.md",
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
        "| lessons.md | 13 | 0 | 0 | 13 | 0 | there is no nl page |",
        "| talks.md | 13 | 12 | 0 | 1 | 2 | made from then/talks.md |",
        "| **total** | 26 | 12 | 0 | 14 | 2 | 11 to review · 1 untranslated · 1 gone |",
    ]
    assert "- old/talks.md:22: heading id: \\#questions-1 instead of \\#questions" in lines
