"""What a published page did to markup is told, each thing with its place; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, row
from translate.adopt.adoption import Adoption
from translate.adopt.defect import Fault
from translate.adopt.judgement import Verdict

TWEET = '\n<blockquote class="twitter-tweet"><p lang="en">{}</p></blockquote>\n\n<script src="x.js"></script>\n'


def told(adoption: Adoption) -> list[tuple[Fault, str, int]]:
    return [(each.fault, each.detail, each.line) for each in adoption.defects]


def test_a_page_that_differs_in_its_words_alone_has_no_defect(tmp_path: Path) -> None:
    adoption = row(tmp_path, DUTCH)

    assert (told(adoption), adoption.count(Verdict.TAKEN)) == ([], 13)


@pytest.mark.parametrize(
    ("old", "new", "defect"),
    [
        ("\n# De", "\n<!-- keep the dashes -->\n\n# De", (Fault.COMMENT, "<!-- keep the dashes -->", 5)),
        ("{#questions}", "{#questions-1}", (Fault.HEADING_ID, "#questions-1 instead of #questions", 22)),
        (" {#questions}", "", (Fault.HEADING_ID, "#vragen instead of #questions", 22)),
        ("(/engine)", "(/machine)", (Fault.LINK_CHANGED, "/machine instead of /engine", 12)),
        ("`goto`", "`ganaar`", (Fault.CODE_CHANGED, "`ganaar` instead of `goto`", 14)),
        ("## Vragen", "### Vragen", (Fault.MARKUP, "### instead of ##", 20)),
        ("- Edsger", "* Edsger", (Fault.MARKUP, "* instead of -", 13)),
        ("2026\nd", "2026\nlang: nl\nd", (Fault.FRONT_MATTER, "lang: instead of description:", 2)),
        ("- Edsger", "\n- Edsger", (Fault.LAYOUT, "blank lines or blanks", 13)),
        ("groen.", "*groen*.", (Fault.EMPHASIS, "1 instead of 0", 18)),
        ("groen.", "gr&ouml;en.", (Fault.SPELLING, "escapes, marks, quotes or links", 18)),
        ("de deur is groen", "de deur\nis groen", (Fault.LAYOUT, "line breaks", 18)),
    ],
)  # fmt: skip
def test_each_defect_is_told_with_its_line(tmp_path: Path, old: str, new: str, defect: tuple[Fault, str, int]) -> None:
    assert DUTCH.count(old) == 1

    assert told(row(tmp_path, DUTCH.replace(old, new))) == [defect]


def test_lost_and_added_texts_are_told_where_they_would_be(tmp_path: Path) -> None:
    lost = DUTCH.replace("Als de deur dicht is, bel dan bij de buren aan, die je binnen zullen laten.\n\n", "")
    added = DUTCH.replace("## Vragen", "Deze pagina is door een taalmodel vertaald.\n\n## Vragen")

    assert told(row(tmp_path / "a", lost)) == [(Fault.BLOCK_LOST, "1 of the source page", 18)]
    assert told(row(tmp_path / "b", added)) == [
        (Fault.BLOCK_ADDED, "1, from “Deze pagina is door een taalmodel vertaa”", 20)
    ]


def test_a_translated_embed_is_told_and_stays_as_it_is_in_the_source(tmp_path: Path) -> None:
    adoption = row(tmp_path, DUTCH + TWEET.format("Wij staan buiten."), ENGLISH + TWEET.format("We are outside."))

    assert [(fault, detail) for fault, detail, _ in told(adoption)] == [
        (Fault.EMBED, 'lang="en">Wij instead of lang="en">We')
    ]
    assert "buiten" not in str([text.target for text in adoption.texts])


@pytest.mark.parametrize(
    ("english", "dutch", "target"),
    [
        ("- June 3, in front of the station", "- 3. juni, voor het station", "3. juni, voor het station"),
        ("June 3, in front of the station", "3. juni, voor het station", "3. juni, voor het station"),
        ("1. June 3, in front of the station", "1. 3. juni, voor het station", "3. juni, voor het station"),
    ],
)
def test_a_date_that_became_a_list_is_a_date_again(tmp_path: Path, english: str, dutch: str, target: str) -> None:
    place = "## Questions", "## Vragen {#questions}"
    sources = (ENGLISH.replace(place[0], f"{english}\n\n{place[0]}"), DUTCH.replace(place[1], f"{dutch}\n\n{place[1]}"))

    adoption = row(tmp_path, sources[1], sources[0])

    assert target in [text.target for text in adoption.texts]
    assert (Fault.DATE_AS_LIST, "3.", 22) in told(adoption)


def test_a_table_of_contents_that_the_renderer_no_longer_makes_is_told(tmp_path: Path) -> None:
    english = ENGLISH.replace("## Speakers", "## Contents\n\n## Speakers")
    dutch = DUTCH.replace("## Sprekers", "## Inhoud {#contents}\n\n## Sprekers")

    assert told(row(tmp_path, dutch, english)) == [(Fault.CONTENTS, "Contents", 10)]


def test_front_matter_in_another_order_is_told(tmp_path: Path) -> None:
    title, description = DUTCH.splitlines(keepends=True)[1:3]
    adoption = row(tmp_path, DUTCH.replace(title + description, description + title))

    assert (Fault.FRONT_MATTER, "its keys are in another order", 1) in told(adoption)
    assert adoption.count(Verdict.TAKEN) == 13


@pytest.mark.parametrize("end", ["", "\nLet me know if there is anything else that you want me to do with this.\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_fence_around_an_answer_is_a_remark(tmp_path: Path, end: str, newline: str) -> None:
    answer = f"Sure:\n\n```markdown\n{DUTCH}\n```js\nrun()\n```\n```\n{end}".replace("\n", newline)
    adoption = row(tmp_path, answer.encode(), ENGLISH + "\n```js\nrun()\n```\n")

    faults = [fault for fault, _, _ in told(adoption) if not fault.slight]
    assert (faults, adoption.count(Verdict.TAKEN)) == ([Fault.REMARK] * (1 + bool(end)), 13)


def test_a_text_that_is_translated_in_two_ways_is_told_at_the_second(tmp_path: Path) -> None:
    english = ENGLISH + "\nSee you there!\n\n## The end\n\nSee you there!\n"
    dutch = DUTCH + "\nTot dan!\n\n## Het einde {#the-end}\n\nTot ziens!\n"

    assert told(row(tmp_path, dutch, english)) == [(Fault.VARIANT, "Tot dan!", 30)]


def test_what_was_left_in_the_source_language_is_told_and_not_taken(tmp_path: Path) -> None:
    (left,) = [line for line in ENGLISH.split("\n") if line.startswith("If the door")]
    (translated,) = [line for line in DUTCH.split("\n") if line.startswith("Als de deur")]
    adoption = row(tmp_path, DUTCH.replace(translated, left))

    assert told(adoption) == [(Fault.UNTRANSLATED, left, 20)]
    assert [text.source for text in adoption.texts if text.verdict is Verdict.UNTAKEN] == [left]
