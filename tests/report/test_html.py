"""The report: what it says of a site with a text in every state, and that it is sound HTML."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.document import Element, parse
from tests.report.states import SETTINGS, every_state, inspected
from translate.report.html.page import render


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return every_state(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def page(root: Path) -> Element:
    return parse(render(*inspected(root)))


def section(page: Element, name: str) -> Element:
    return page.only("section", aria_labelledby=name)


def test_it_is_one_page_with_landmarks_and_headings_in_order(page: Element) -> None:
    assert page.only("html").get("lang") == "en"
    assert page.only("title").text == "Test site: translations"
    assert page.only("h1").text == "Test site"
    for landmark in ("header", "nav", "main", "footer"):
        page.only(landmark)
    levels = [int(each.name[1]) for each in page.every() if each.name in {"h1", "h2", "h3", "h4"}]
    assert all(below <= level + 1 for level, below in pairwise(levels))


def test_links_inside_the_page_lead_somewhere(page: Element) -> None:
    ids = Counter(each.get("id") for each in page.every() if each.get("id"))

    assert set(ids.values()) == {1}
    assert {each.get("href").removeprefix("#") for each in page.every("a")} <= set(ids)
    assert {each.get("aria-labelledby") for each in page.every() if each.get("aria-labelledby")} <= set(ids)


def test_it_asks_for_nothing_and_runs_nothing(page: Element) -> None:
    policy = page.only("meta", http_equiv="Content-Security-Policy")
    names = {each.name for each in page.every()}

    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base"})
    assert not [key for each in page.every() for key in each.attributes if key.startswith("on") or key == "src"]
    assert "@import" not in page.only("style").text
    assert "://" not in page.only("style").text


def test_every_picture_says_what_it_shows(page: Element) -> None:
    pictures = list(page.every("svg"))

    assert len(pictures) > 10
    for picture in pictures:
        assert picture.get("aria-hidden") == "true" or (picture.get("role") == "img" and picture.get("aria-label"))


def test_the_headline_counts_words_by_state(page: Element) -> None:
    nl, de = section(page, "glance").every("article")

    rows = {each.only("th").text: [cell.text for cell in each.every("td")] for each in nl.only("tbody").every("tr")}
    assert rows == {
        "reviewed, written by people": ["10", "36 %"],
        "reviewed, a machine wrote it first": ["5", "18 %"],
        "machine, not read yet": ["4", "14 %"],
        "stale": ["6", "21 %"],
        "untranslated": ["3", "11 %"],
    }
    assert nl.only(class_="share").text == "54 %"
    assert "13 of 28 words wait for a person." in nl.text
    assert de.only(class_="share").text == "0 %"


def test_stale_texts_show_the_edit_and_the_translation(page: Element) -> None:
    item = section(page, "nl").only("ol").only("li")

    assert item.only("del").text == " removed: a week"
    assert item.only("ins").text == " added: two days"
    source, target = item.every("bdi")
    assert (source.get("lang"), target.get("lang"), target.get("dir")) == ("en", "nl", "auto")
    assert target.text == "We zien elkaar over een week."
    assert "source_en/a.md:9" in item.text
    assert "locales/nl/a.po:" in item.text
    assert "the page shows the English text" in item.text


def test_what_is_shown_in_english_is_listed_with_the_reason(page: Element) -> None:
    listed = [each.text for each in section(page, "nl").only("ul", class_="gaps").every("li")]

    assert [text.split(".")[0] for text in listed] == [
        "We meet in two days here",
        "Read [the plan]({1}) now",
        "Nobody has this",
    ]
    assert "stale line" in listed[0]
    assert "rejected line" in listed[1]
    assert listed[1].endswith("P001 placeholder {1} is missing (/plan)\n")


def test_finished_pages_are_folded_away(page: Element) -> None:
    folded = next(each for each in section(page, "nl").every("details") if "finished" in each.only("summary").text)

    assert [each.only("th", scope="row").text for each in folded.only("tbody").every("tr")] == [
        "source_en/sub/done.mdlocales/nl/sub/done.po"
    ]


def test_a_page_has_its_shares_and_its_findings(page: Element) -> None:
    row = next(section(page, "nl").every("tbody")).only("tr")

    assert row.only("svg").get("aria-label").startswith("people 33 %, accepted 19 %")
    assert list(row.every("td"))[-1].text == "✕ 1 error ▲ 2 warnings "


def test_machine_and_people_are_told_apart(page: Element) -> None:
    text = " ".join(section(page, "nl").text.split())

    assert "a machine wrote 5 first" in text
    assert "deepl54" in text.replace(" ", "")


def test_findings_are_told_by_rule_the_severest_first(page: Element) -> None:
    rules = list(section(page, "findings").every("article"))

    assert [each.only("h3").only("code").text for each in rules] == ["P001", "S001", "S002", "S010"]
    assert "placeholder missing" in rules[0].text
    assert "Put the placeholder back" in rules[0].text
    assert "Lees het plan nu." in rules[0].text


def test_pages_below_their_minimum_are_told(tmp_path: Path) -> None:
    page = parse(render(*inspected(every_state(tmp_path, SETTINGS + "[publish]\nminimum_reviewed = 0.7\n"))))

    assert "1 page is not published yet: less than 70 % reviewed" in section(page, "nl").text
    assert "2 pages are not published yet" in section(page, "de").text


def test_machine_texts_that_wait_are_told_where_the_site_does_not_show_them(tmp_path: Path) -> None:
    page = parse(render(*inspected(every_state(tmp_path, SETTINGS + '[publish]\nmachine = "source"\n'))))

    assert "machine 1 text, 4 words. An engine wrote them and nobody has read them" in section(page, "nl").text


def test_places_are_links_where_the_files_can_be_read(root: Path) -> None:
    page = parse(render(*inspected(root), base="https://example.org/blob/main/"))
    targets = {each.get("href") for each in page.every("a", class_="path")}

    assert "https://example.org/blob/main/source_en/a.md#L9" in targets
    assert "https://example.org/blob/main/locales/nl/a.po" in targets


def test_the_same_site_gives_the_same_bytes_in_every_process(root: Path) -> None:
    def run(seed: str) -> bytes:
        command = [sys.executable, "-m", "translate", "-q", "report", "-o", f"{seed}.html", "--badge", f"{seed}.svg"]
        subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        return (root / f"{seed}.html").read_bytes() + (root / f"{seed}.svg").read_bytes()

    assert run("1") == run("2")
