"""What may be wrong with a unit: it is behind its source, it is empty, or it would damage the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translate.checks.rules import finding
from translate.checks.subject import Subject
from translate.model import Finding, Segment, Unit

if TYPE_CHECKING:
    from translate.checks.texts import Remark

_HINTS = {
    "F003": 'choose, delete the comment "# conflict: …", and take the fuzzy mark away',
    "F002": 'write the codes of rules, or how these begin: "# translate: ignore=L004"',
    "P006": "see that each link still has its own words",
    "W001": '"translate check --fix" mends it',
    "W003": '"translate check --fix" mends it',
}
"""What to do about a remark, where it is not the usual thing."""


def stale(subject: Subject, lines: range, unit: Unit, line: int) -> Finding:
    """S001: tell, on the line of the source that changed, that a translation is behind it."""
    hint = _after_update(f"correct it in {_at(subject.catalog, line)} and take its fuzzy mark away", line)
    message = f"the {subject.locale} translation is older than this text"
    found = _on_page("S001", subject, unit, lines=lines, line=line, message=message, hint=hint)
    return replace(found, previous=unit.previous or "", target=unit.target)


def untranslated(subject: Subject, lines: range, unit: Unit, line: int) -> Finding:
    """S002: tell, on its line of the source, that nobody has translated a text."""
    hint = _after_update(f"translate in {_at(subject.catalog, line)}", line)
    message = f"this text is not in {subject.locale} yet"
    return _on_page("S002", subject, unit, lines=lines, line=line, message=message, hint=hint)


def unread(subject: Subject, lines: range, unit: Unit, line: int) -> Finding:
    """S010: tell, on the line of the catalog, that nobody has reviewed a translation, and who wrote it."""
    hint = "read it, and take its fuzzy mark away when it is right"
    message = f"{unit.engine or 'somebody'} wrote this, and nobody has reviewed it"
    return _in_catalog("S010", subject, unit, source_line=lines.start, line=line, message=message, hint=hint)


def damaging(subject: Subject, segment: Segment, unit: Unit, line: int, *, code: str, reason: str) -> Finding:
    """P… and M…: tell, on the line of the catalog, why the page shows the source text instead of a translation."""
    hint = f'the page shows the source text until this is mended ("translate rule {code}" tells more)'
    return _in_catalog(code, subject, unit, source_line=segment.line, line=line, message=reason, hint=hint)


def doubted(subject: Subject, segment: Segment, remark: Remark, line: int) -> Finding:
    """L…, W…, P006, F002: tell, on the line of the catalog, what a rule says of a translation."""
    hint = _HINTS.get(remark.code, f'if it is right, add the comment "# translate: ignore={remark.code}" to the entry')
    said, unit = remark.message, remark.unit
    return _in_catalog(remark.code, subject, unit, source_line=segment.line, line=line, message=said, hint=hint)


def _after_update(hint: str, line: int) -> str:
    """Return what to do in a catalog: first update it, where it has no line for the text yet."""
    return hint if line else f'run "translate update", then {hint}'


def _on_page(code: str, subject: Subject, unit: Unit, *, lines: range, line: int, message: str, hint: str) -> Finding:
    return finding(
        code,
        subject.source,
        lines.start,
        message,
        locale=subject.locale,
        page=subject.page,
        related=_at(subject.catalog, line),
        context=unit.context,
        source=unit.source,
        hint=hint,
        end_line=lines[-1],
    )


def _in_catalog(
    code: str, subject: Subject, unit: Unit, *, source_line: int, line: int, message: str, hint: str
) -> Finding:
    return finding(
        code,
        subject.catalog,
        line,
        message,
        locale=subject.locale,
        page=subject.page,
        related=_at(subject.source, source_line),
        context=unit.context,
        source=unit.source,
        target=unit.target,
        hint=hint,
    )


def _at(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path
