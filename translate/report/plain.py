"""Findings as plain text, on one line for each thing that there is to say.

Texts of pages and catalogs, and the names of files, may hold anything. On a line of their own they could pass for a
command to the program that reads the log (GitHub: `::error::`), and an escape could move a terminal's cursor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.edits import edits
from translate.model import Finding, Severity

WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What people read for each severity."""

_ORDER = tuple(Severity)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_EDITS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def printable(text: str) -> str:
    r"""Return a text with what cannot be printed, line ends among it, as escapes (`\n`); tabs stay."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def rank(finding: Finding) -> int:
    """Return how severe a finding is: 0 for an error, more for less."""
    return _ORDER.index(finding.severity)


def place(finding: Finding, folder: str) -> str:
    """Return where a finding is, as `path:line`; the path alone where it is about the whole file."""
    path = printable(folder + finding.path)
    return f"{path}:{finding.line}" if finding.line else path


def details(finding: Finding) -> Iterator[str]:
    """Yield a line for the source text, the target and the hint; an edit as `git diff --word-diff` marks it."""
    parts = edits(finding.previous, finding.source) if finding.previous else ()
    source = "".join(_EDITS[each.kind].format(each.text) for each in parts) or finding.source
    for name, text in (("source", source), ("target", finding.target), ("hint", finding.hint)):
        if text:
            yield f"{name}: {printable(text)}"


def related(finding: Finding) -> tuple[str, int]:
    """Return path and line of the other file that a finding names; line 0 for all of it, no path for none."""
    path, colon, line = finding.related.rpartition(":")
    return (path, int(line)) if colon and line.isdecimal() else (finding.related, 0)
