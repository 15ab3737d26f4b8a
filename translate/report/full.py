"""`--output-format full`: for a person who works the findings off."""

from __future__ import annotations

from dataclasses import replace

from translate.inspection import Inspection
from translate.model import Finding
from translate.report import terminal
from translate.report.plain import printable
from translate.report.rollup import rolled_up
from translate.report.view import View


def render(found: Inspection, view: View) -> str:
    """Return each finding with its texts and what to do, in colours."""
    return "\n".join(shown(finding, view.folder) for finding in rolled_up(found.findings))


def shown(finding: Finding, folder: str) -> str:
    """Return a finding as `terminal.shown` does, whatever its texts hold."""
    harmless = replace(
        finding,
        path=printable(finding.path),
        message=printable(finding.message),
        hint=printable(finding.hint),
        source=printable(finding.source),
        previous=printable(finding.previous),
        target=printable(finding.target),
    )
    return terminal.shown(harmless, folder)
