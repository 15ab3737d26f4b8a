"""The parts of the report: how it went, the badge, languages, long edits, and the command itself."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel import Locale
from click.testing import CliRunner, Result

from tests.conftest import MakeSite
from tests.report.document import Element, parse
from tests.report.states import every_state, inspected
from tests.report.test_html_bounds import inspection
from translate.cli import main
from translate.errors import UsageError
from translate.languages import NAMES, name_of, tag
from translate.model import State
from translate.report.html import badge
from translate.report.html.earlier import Snapshot, read
from translate.report.html.page import render
from translate.report.html.page_table import COLUMNS
from translate.report.html.texts import edited
from translate.tally import Coverage


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="translate")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return every_state(tmp_path_factory.mktemp("site"))


@pytest.fixture
def root(finished: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, where the person is."""
    monkeypatch.chdir(finished)
    return finished


@pytest.mark.usefixtures("root")
def test_the_command_says_where_the_report_is() -> None:
    first, second = run("report"), run("report")

    assert (first.exit_code, first.stdout) == (0, "wrote build/report.html\n")
    assert first.stderr == f"open {Path('build/report.html').resolve().as_uri()}\n"
    assert second.stdout == "unchanged build/report.html\n"
    assert parse(Path("build/report.html").read_text("utf-8")).only("h1").text == "Test site"


@pytest.mark.usefixtures("root")
def test_the_report_and_the_badge_go_where_a_person_wants_them() -> None:
    result = run("report", "-o", "public/a.html", "--badge", "public/b.svg", "--locale", "nl", "sub/done.md")

    assert (result.exit_code, result.stdout) == (0, "wrote public/a.html\nwrote public/b.svg\n")
    assert "1 page 1 word" in parse(Path("public/a.html").read_text("utf-8")).only("header").text
    assert ElementTree.parse("public/b.svg").getroot().attrib["aria-label"].endswith("nl 100\u00a0%")  # noqa: S314 # ours


@pytest.mark.usefixtures("root")
def test_links_lead_to_the_web_or_nowhere() -> None:
    result = run("report", "--link-base", "javascript:alert(1)")

    assert (result.exit_code, result.stdout) == (2, "")
    assert '"javascript:alert(1)" is no web address' in result.stderr


@pytest.mark.usefixtures("root")
def test_what_was_printed_earlier_shows_how_it_went() -> None:
    Path("2026-01.json").write_text(run("status", "--json").stdout)
    Path("2026-02.json").write_text(run("check", "--output-format", "json").stdout)
    run("report", "-o", "a.html", "--earlier", "2026-01.json", "--earlier", "2026-02.json")

    chart = next(parse(Path("a.html").read_text("utf-8")).every("figure"))
    assert [each.text for each in chart.every("th", scope="row")] == ["2026-01", "2026-02", "now"]
    assert {tuple(cell.text for cell in row.every("td")) for row in chart.only("tbody").every("tr")} == {
        ("28", "54 %", "68 %")
    }
    assert len(list(chart.every("circle"))) == 3


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"pages": [{}]}', b'{"pages": 1}', b'{"summary": []}', b"\xff"])
def test_other_files_tell_nothing_about_earlier(data: bytes) -> None:
    with pytest.raises(UsageError, match='"x" tells nothing'):
        read("x", data)


def test_a_locale_that_was_not_there_earlier_has_no_chart(finished: Path) -> None:
    found, site = inspected(finished)
    earlier = (Snapshot("then", {"de": Counter({State.REVIEWED: 1})}),)
    nl, de = parse(render(found, site, earlier=earlier)).every("article", class_="card")

    assert not list(nl.every("figure"))
    assert de.only("figure").only("svg").get("aria-label") == "How German went: reviewed from 100 % to 0 %"


def test_the_badge_says_the_share_that_is_reviewed(finished: Path) -> None:
    svg = ElementTree.fromstring(badge.render(inspected(finished)[0]))  # noqa: S314 # what is parsed is made here
    texts = [each.text for each in svg.iter("{http://www.w3.org/2000/svg}text")]

    assert texts == ["nl", "54\u00a0%", "de", "0\u00a0%"]
    assert svg.attrib["aria-label"] == "Reviewed translations: nl 54\u00a0%, de 0\u00a0%"


def test_languages_are_called_as_everywhere() -> None:
    known = Locale("en").languages

    assert {code: known[code] for code in NAMES} == NAMES
    assert len(NAMES) > 80


@pytest.mark.parametrize(
    ("locale", "name", "in_html"),
    [
        ("nl", "Dutch", "nl"),
        ("pt_BR", "Portuguese", "pt-BR"),
        ("sr@latin", "Serbian", "sr-Latn"),
        ("qaa", "qaa", "qaa"),
    ],
)
def test_locales_are_written_as_html_wants(locale: str, name: str, in_html: str) -> None:
    assert (name_of(locale), tag(locale)) == (name, in_html)


def shown(before: str, after: str) -> Element:
    return parse(edited(before, after, "en"))


def test_what_stayed_is_shortened_around_an_edit() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    text = shown(f"{words} old {words}", f"{words} new {words}").text

    assert text.startswith(" … word")
    assert text.endswith("word12 …")
    assert "word99  removed: old added: new word0" in text


def test_a_text_that_was_written_anew_is_shown_before_and_after() -> None:
    found = shown("We meet in the hall at four.", "Bring the tea, and tell your friends.")

    assert found.only("del").text == " removed: We meet in the hall at four."
    assert found.only("ins").text == " added: Bring the tea, and tell your friends."


def test_a_site_without_words_is_finished(site: MakeSite) -> None:
    page = parse(render(*inspected(site({"source_en/a.md": "```\ncode\n```\n"}))))

    assert page.only(class_="card").only("svg").get("aria-label") == "Dutch, 0 words: no words"
    assert "There is nothing to translate." in page.text


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("reviewed", [0, 50, 100])
def test_the_badge_can_be_read(reviewed: int) -> None:
    words = Counter({State.REVIEWED: reviewed, State.STALE: 100 - reviewed})
    found = inspection("site", ("a.md",), ("nl",), ())._replace(coverages=(Coverage("a.md", "nl", words, {}, 0),))
    svg = ElementTree.fromstring(badge.render(found))  # noqa: S314 # what is parsed is made here
    colours = [each.attrib["fill"] for each in svg.iter() if each.tag.endswith("rect") and "fill" in each.attrib]

    assert len(colours) == 2
    assert all(1.05 / (luminance(colour) + 0.05) > 4.5 for colour in colours)


def test_a_table_that_becomes_a_list_has_the_names_of_its_columns() -> None:
    style = files("translate.report.html").joinpath("style.css").read_text("utf-8")

    assert tuple(re.findall(r"\.pages td:nth-child\(\d\)::before \{ content: \"(\w+)\"", style)) == COLUMNS[2:]
