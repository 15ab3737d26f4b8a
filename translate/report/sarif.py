"""`--output-format sarif`: SARIF 2.1.0, for code scanning and every tool that reads the standard.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF support for code
scanning".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from translate.checks.rulebook.rule import Rule
from translate.checks.rules import RULES
from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.fingerprints import fingerprinted
from translate.report.plain import details, printable, rank, related
from translate.report.view import View

LIMIT = 5000
"""Results of a run that GitHub keeps."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# Not GitHub's own `primaryLocationLineHash`: its upload action computes that anew, and warns of every other value.
_FINGERPRINT = "translateText/v1"


def render(found: Inspection, view: View) -> str:
    """Return the log of one run, with the most severe results where there are more than GitHub keeps."""
    named = list(fingerprinted(found.findings))
    kept = named if len(named) <= LIMIT else sorted(named, key=lambda each: rank(each[0]))[:LIMIT]
    run = {
        "tool": {"driver": _driver(found, view.version)},
        "invocations": [_invocation(len(named) - len(kept))],
        "results": [
            {"ruleIndex": found.rules.index(finding.code), **_result(finding, name, view.folder)}
            for finding, name in kept
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _driver(found: Inspection, version: str) -> dict[str, Any]:
    return {"name": "translate", "version": version, "rules": [_rule(RULES[code]) for code in found.rules]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {
            "text": f"{rule.meaning}\n\nFor example:\n{rule.example}\n\nWhat to do: {rule.fix}",
            "markdown": f"{rule.meaning}\n\n````text\n{rule.example}\n````\n\n**What to do:** {rule.fix}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(left_out: int) -> dict[str, Any]:
    """Tell that the check has run to its end, and how many results are not here."""
    message = {"text": f"{left_out} results are left out, none more severe than those that are here"}
    notes = [{"level": "warning", "message": message}] if left_out else []
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _result(finding: Finding, fingerprint: str, folder: str) -> dict[str, Any]:
    message = "\n".join([printable(finding.message), *details(finding)])
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(folder + finding.path, finding.line, finding.end_line)],
        "relatedLocations": list(_related(finding, folder)),
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "properties": {"locale": finding.locale, "page": finding.page},
    }


def _related(finding: Finding, folder: str) -> Iterator[dict[str, Any]]:
    path, line = related(finding)
    if path:
        yield {"id": 1, "message": {"text": finding.related}, **_location(folder + path, line)}


def _location(path: str, line: int, end_line: int = 0) -> dict[str, Any]:
    region = {"startLine": line or 1, **({"endLine": end_line} if end_line else {})}
    # The bytes of a name that is not UTF-8 are lone surrogates in Python.
    uri = quote(path, errors="surrogateescape")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
