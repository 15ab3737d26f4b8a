"""What each form promises beyond its golden file."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.report.inspections import broken, finding, found_of, stale
from tests.report.test_escapes import NASTY
from translate.inspection import Inspection
from translate.model import Severity
from translate.report import check_json, concise, gitlab, junit, markdown
from translate.report.formats import FORMATS
from translate.report.view import View

SCHEMA = json.loads((files("translate") / "report" / "check.schema.json").read_text("utf-8"))


def suites(found: Inspection) -> dict[str, ET.Element]:
    root = ET.fromstring(junit.render(found, View()))  # noqa: S314 # we wrote it
    return {suite.attrib["name"]: suite for suite in root}


def test_json_is_what_its_schema_says(found: Inspection) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for each in (found, found_of(), *(found_of(stale(source=text)) for text in NASTY)):
        document = json.loads(check_json.render(each, View(version="1.2.3")))

        jsonschema.validate(document, SCHEMA)
        assert list(document) == SCHEMA["required"]
        assert all(list(result) == SCHEMA["$defs"]["result"]["required"] for result in document["results"])


def test_the_schema_describes_all_that_it_names() -> None:
    def named(schema: dict[str, object]) -> None:
        if isinstance(schema.get("required"), list):
            assert schema["required"] == list(schema["properties"])  # type: ignore[call-overload]
        for inner in schema.values():
            if isinstance(inner, dict):
                named(inner)

    named(SCHEMA)


def test_json_sums_up_what_it_lists(found: Inspection) -> None:
    document = json.loads(check_json.render(found, View()))
    results, summary = document["results"], document["summary"]

    assert summary["failed"] is found.failed is True
    assert summary["rules"] == Counter(each["code"] for each in results)
    assert {name: count for name, count in summary["severities"].items() if count} == Counter(
        each["severity"] for each in results
    )
    for words in summary["words"].values():
        assert words.pop("total") == sum(words.values()) > 0


def test_gitlab_gets_a_name_of_its_own_for_each_entry_and_a_line_in_any_case() -> None:
    findings = [stale(), stale(line=9), broken(0), finding("S003", "locales/nl/a.po", 0, "is behind", locale="nl")]
    entries = json.loads(gitlab.render(found_of(*findings), View(folder="docs/")))

    assert len({each["fingerprint"] for each in entries}) == len(findings)
    assert {each["severity"] for each in entries} == {"major", "minor"}
    assert all(each["location"]["lines"]["begin"] >= 1 for each in entries)
    assert all(each["location"]["path"].startswith("docs/") for each in entries)


def test_junit_has_a_case_for_each_page_locale_and_rule_that_was_looked_at(found: Inspection) -> None:
    cases = {
        name: [(each.attrib["classname"], each.attrib["name"][:4]) for each in suite]
        for name, suite in suites(found).items()
    }

    assert list(cases) == ["The club", "about us.md", "index.md"]
    assert cases["index.md"] == [
        (f"{locale}.index_md", code) for locale in ("nl", "de") for code in ("S001", "S002", "S003", "S004", "P001")
    ]
    assert cases["The club"] == [(f"{locale}.The club", "S005") for locale in ("nl", "de")]


def test_junit_has_nothing_that_the_xunit_plugin_of_jenkins_would_refuse(found: Inspection) -> None:
    """Attributes and children as its schema (junit-10.xsd) has them, as far as we use them; `!` must be there."""
    known = {
        "testsuites": ({"name"}, {"testsuite"}),
        "testsuite": ({"name", "tests!", "failures", "errors", "skipped"}, {"testcase"}),
        "testcase": ({"name!", "classname", "file"}, {"failure", "system-out"}),
        "failure": ({"type", "message"}, set()),
        "system-out": (set(), set()),
    }
    for element in ET.fromstring(junit.render(found, View())).iter():  # noqa: S314 # we wrote it
        attributes, children = known[element.tag]

        assert element.attrib.keys() <= {name.removesuffix("!") for name in attributes}
        assert element.attrib.keys() >= {name.removesuffix("!") for name in attributes if name.endswith("!")}
        assert {child.tag for child in element} <= children


def test_junit_counts_what_fails(found: Inspection) -> None:
    for suite in suites(found).values():
        assert suite.attrib["tests"] == str(len(suite))
        assert suite.attrib["failures"] == str(len(suite.findall("testcase/failure")))
    assert sum(len(suite.findall("testcase/failure")) for suite in suites(found).values()) == 6


def test_junit_does_not_fail_by_notes() -> None:
    note = finding("S008", "source_en/a.md", 4, "stays as it is", page="a.md", severity=Severity.INFO)
    suite = suites(found_of(note, failed=False))["a.md"]
    (case,) = [case for case in suite if case.find("system-out") is not None]

    assert (case.attrib["classname"], case.find("failure"), suite.attrib["failures"]) == ("en.a_md", None, "0")


def test_junit_names_no_case_twice(found: Inspection) -> None:
    pages = ("a.md", "a.mdx", "b/a.md")
    every = found_of(*(stale(page=page) for page in pages), *(broken(number) for number in range(5)), pages=pages)
    for each in (found, every):
        names = [(case.attrib["classname"], case.attrib["name"]) for suite in suites(each).values() for case in suite]

        assert len(set(names)) == len(names)


def test_markdown_fits_whatever_there_is_to_tell() -> None:
    many = found_of(*(stale(source=f"{number} é🦊" * 20, line=number) for number in range(1, 5000)))
    text = markdown.render(many, View())
    told = text.count("\n<details>")

    assert markdown.LIMIT - 2000 < len(text.encode()) <= markdown.LIMIT < 2**20
    assert text.endswith(f"\n\n{4999 - told:,} more: `translate check` lists them all.".replace(",", " "))
    assert len(markdown.render(many, View(), limit=5000).encode()) <= 5000


def test_markdown_names_the_pages_that_want_most() -> None:
    findings = [stale(page=f"{number:02}.md", line=line) for number in range(30) for line in range(1, number + 1)]
    text = markdown.render(found_of(*findings, broken(1)), View())
    rows = [line for line in text.split("\n") if line.startswith("| <code>")]

    assert rows[:2] == ["| <code>a.md</code> | 1 | – |", "| <code>29.md</code> | – | 29 |"]
    assert len(rows) == 20
    assert "| … 10 more | | |" in text


def test_a_page_that_is_untranslated_is_one_line_of_text_and_many_results() -> None:
    texts = [
        finding("S002", "source_en/a.md", line, "not there", locale="nl", page="a.md", source="One text.")
        for line in range(1, 6)
    ]

    assert concise.render(found_of(*texts), View()) == (
        "source_en/a.md:1: S002 warning 5 texts (10 words) are not in nl yet, this is the first"
    )
    assert len(json.loads(gitlab.render(found_of(*texts), View()))) == 5


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_something_that_can_be_read(form: str) -> None:
    text = FORMATS[form].render(found_of(failed=False), View(version="1"))
    empty = {"full": "", "concise": "", "github": "", "gitlab": "[]"}

    assert text == empty.get(form, text)
    assert form in empty or text
    if form in {"sarif", "json"}:
        assert json.loads(text)
    if form == "junit":
        assert ET.fromstring(text).findall(".//failure") == []  # noqa: S314 # we wrote it
    if form == "markdown":
        assert text.startswith("## Translations passed: all is well\n")
