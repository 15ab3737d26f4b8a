"""`--output-format concise`: for editors, problem matchers and `grep`."""

from __future__ import annotations

from translate.inspection import Inspection
from translate.report.plain import WORDS, place, printable
from translate.report.rollup import rolled_up
from translate.report.view import View


def render(found: Inspection, view: View) -> str:
    """Return a line for each finding: `path:line: CODE severity message`."""
    return "\n".join(
        f"{place(each, view.folder)}: {each.code} {WORDS[each.severity]} {printable(each.message)}"
        for each in rolled_up(found.findings)
    )
