"""Checks that found what a test wants them to have found."""

from __future__ import annotations

from collections import Counter

from translate.checks.rules import RULES, finding
from translate.inspection import Inspection
from translate.model import Finding, Severity, State
from translate.tally import Coverage

__all__ = ["broken", "finding", "found_of", "stale"]


def found_of(*findings: Finding, pages: tuple[str, ...] = ("a.md",), failed: bool = True) -> Inspection:
    return Inspection(
        project="site",
        source_locale="en",
        locales=("nl",),
        pages=pages,
        rules=tuple(RULES),
        findings=tuple(sorted(findings)),
        coverages=(Coverage("a.md", "nl", Counter({State.STALE: 3}), {}, 0),),
        failed=failed,
    )


def stale(source: str = "We meet at five.", page: str = "a.md", line: int = 3, **details: object) -> Finding:
    """Return what a check says of an edited text."""
    texts = {"previous": "We meet at four.", "target": "Om vier uur.", "hint": "correct it"} | details
    path = f"source_en/{page}"
    return finding("S001", path, line, "is older", locale="nl", page=page, source=source, **texts)


def broken(number: int, severity: Severity = Severity.ERROR, path: str = "locales/nl/a.po") -> Finding:
    """Return what a check says of an entry that damages its page."""
    return finding(
        "P001", path, number, f"placeholder {number}", locale="nl", page="a.md", source=f"{number}", severity=severity
    )
