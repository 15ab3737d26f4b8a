"""`--output-format gitlab`: a Code Quality report, which GitLab shows in merge requests.

Source: GitLab's documentation, "Code Quality report format". Of two entries with one fingerprint it shows one.
"""

from __future__ import annotations

import json
from typing import Any

from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.fingerprints import fingerprinted
from translate.report.view import View

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(found: Inspection, view: View) -> str:
    """Return an entry for each finding; what is about a whole file stands on its first line."""
    entries = [_entry(finding, name, view.folder) for finding, name in fingerprinted(found.findings)]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _entry(finding: Finding, fingerprint: str, folder: str) -> dict[str, Any]:
    return {
        "check_name": finding.code,
        "description": f"{finding.code} {finding.message}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": folder + finding.path, "lines": {"begin": finding.line or 1}},
    }
