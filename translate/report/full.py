"""`--output-format full`: for a person who works the findings off."""

from __future__ import annotations

from translate.inspection import Inspection
from translate.report.rollup import rolled_up
from translate.report.terminal import shown
from translate.report.view import View


def render(found: Inspection, view: View) -> str:
    """Return each finding with its texts and what to do, in colours."""
    return "\n".join(shown(finding, view.folder) for finding in rolled_up(found.findings))
