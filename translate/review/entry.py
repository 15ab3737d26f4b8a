"""A text as a reviewer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from translate.catalog.marks import CONFLICT, MACHINE, PREVIOUS, UNKNOWN
from translate.edits import edits
from translate.model import Finding, Segment, Unit
from translate.review import addresses

_DIFF = {"kept": "same", "removed": "gone", "added": "come"}


class Similar(NamedTuple):
    """What people have made of a text that is much like another."""

    source: str
    target: str
    share: float
    """How much the two sources are alike, by words, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text of the page with its translation, and what there is to know of both."""

    segment: Segment
    unit: Unit
    findings: tuple[Finding, ...] = ()
    """What `check` says of the translation; how far it is the unit's state says."""
    elsewhere: tuple[str, ...] = ()
    """The other pages that have the same text."""
    similar: tuple[Similar, ...] = ()

    @property
    def address(self) -> str:
        """Return what the text is called in requests."""
        return addresses.of_text(self.unit.key)


def as_json(entry: Entry) -> dict[str, Any]:
    """Return the entry as the page in the browser reads it."""
    segment, unit = entry.segment, entry.unit
    replaced, conflict = (_marked(unit, mark) for mark in (PREVIOUS, CONFLICT))
    return {
        "key": entry.address,
        "context": unit.context,
        "source": unit.source,
        "target": unit.target,
        "state": unit.state.value,
        "engine": "" if unit.engine == UNKNOWN else unit.engine,
        "previous": unit.previous or "",
        "replaced": replaced,
        "conflict": conflict,
        "comments": [line for line in unit.comments if not line.startswith((MACHINE, PREVIOUS, CONFLICT))],
        "kind": segment.kind,
        "section": segment.section,
        "note": segment.note,
        "line": segment.line,
        "syntax": segment.syntax,
        "placeholders": [
            {"number": each.number, "role": each.role.value, "legend": each.legend} for each in segment.placeholders
        ],
        "diff": [[_DIFF[part.kind], part.text] for part in edits(unit.previous, unit.source)] if unit.previous else [],
        "findings": findings_json(entry.findings),
        "base": addresses.revision(unit),
        "elsewhere": list(entry.elsewhere),
        "similar": [each._asdict() for each in entry.similar],
    }


def findings_json(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
    """Return findings as the page in the browser reads them."""
    return [
        {"code": each.code, "severity": each.severity.value, "message": each.message, "hint": each.hint}
        for each in findings
    ]


def _marked(unit: Unit, mark: str) -> str:
    """Return the last target that a comment keeps under a mark, or ""."""
    kept = [line.removeprefix(mark) for line in unit.comments if line.startswith(mark)]
    return kept[-1] if kept else ""
