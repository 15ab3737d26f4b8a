"""`--output-format json`: for programs of any kind. `check.schema.json` describes it; what it names stays."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.fingerprints import fingerprinted
from translate.report.plain import related
from translate.report.view import View
from translate.tally import by_state, total


def render(found: Inspection, view: View) -> str:
    """Return the sums and every finding."""
    document = {
        "schema": 1,
        "tool": {"name": "translate", "version": view.version},
        "site": {
            "project": found.project,
            "source_locale": found.source_locale,
            "locales": found.locales,
            "pages": len(found.pages),
        },
        "summary": _summary(found),
        "results": [_result(finding, name, view.folder) for finding, name in fingerprinted(found.findings)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _summary(found: Inspection) -> dict[str, Any]:
    return {
        "failed": found.failed,
        "severities": {each.value: len(found.severe(each)) for each in Severity},
        "rules": dict(sorted(Counter(finding.code for finding in found.findings).items())),
        "words": {
            locale: by_state(total(each for each in found.coverages if each.locale == locale))
            for locale in found.locales
        },
    }


def _result(finding: Finding, fingerprint: str, folder: str) -> dict[str, Any]:
    path, line = related(finding)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": folder + finding.path,
        "line": finding.line,
        "end_line": finding.end_line or finding.line,
        "message": finding.message,
        "hint": finding.hint,
        "locale": finding.locale,
        "page": finding.page,
        "context": finding.context,
        "source": finding.source,
        "previous": finding.previous,
        "target": finding.target,
        "related": {"path": folder + path, "line": line} if path else None,
        "fingerprint": fingerprint,
    }
