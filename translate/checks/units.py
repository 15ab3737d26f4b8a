"""What may be wrong with a unit: it is behind its source, it is empty, or it would damage the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.checks.rules import finding
from translate.model import Finding, Segment, Unit

if TYPE_CHECKING:
    from translate.checks.texts import Remark

_HINTS = {
    "F002": 'write the codes of rules, or how these begin: "# translate: ignore=L004"',
    "P006": "see that each link still has its own words",
    "W001": '"translate check --fix" mends it',
    "W003": '"translate check --fix" mends it',
}
"""What to do about a remark, where it is not the usual thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The page and the catalog that a unit belongs to."""

    source: str
    """The path of the source page."""
    catalog: str
    """The path of the catalog."""
    locale: str
    page: str


def stale(place: Place, lines: range, unit: Unit, line: int) -> Finding:
    """S001: tell, on the line of the source that changed, that a translation is behind it."""
    return finding(
        "S001",
        place.source,
        lines.start,
        f"the {place.locale} translation is older than this text",
        locale=place.locale,
        page=place.page,
        related=_at(place.catalog, line),
        context=unit.context,
        source=unit.source,
        previous=unit.previous or "",
        target=unit.target,
        hint=f"correct it in {_at(place.catalog, line)} and take its fuzzy mark away",
        end_line=lines[-1],
    )


def untranslated(place: Place, lines: range, unit: Unit, line: int) -> Finding:
    """S002: tell, on its line of the source, that nobody has translated a text."""
    return finding(
        "S002",
        place.source,
        lines.start,
        f"this text is not in {place.locale} yet",
        locale=place.locale,
        page=place.page,
        related=_at(place.catalog, line),
        context=unit.context,
        source=unit.source,
        hint=f"translate in {_at(place.catalog, line)}",
        end_line=lines[-1],
    )


def damaging(place: Place, segment: Segment, unit: Unit, line: int, *, code: str, reason: str) -> Finding:
    """P… and M…: tell, on the line of the catalog, why the page shows the source text instead of a translation."""
    return finding(
        code,
        place.catalog,
        line,
        reason,
        locale=place.locale,
        page=place.page,
        related=_at(place.source, segment.line),
        context=unit.context,
        source=unit.source,
        target=unit.target,
        hint=f'the page shows the source text until this is mended ("translate rule {code}" tells more)',
    )


def doubted(place: Place, segment: Segment, remark: Remark, line: int) -> Finding:
    """L…, W…, P006, F002: tell, on the line of the catalog, what a rule says of a translation."""
    unit = remark.unit
    return finding(
        remark.code,
        place.catalog,
        line,
        remark.message,
        locale=place.locale,
        page=place.page,
        related=_at(place.source, segment.line),
        context=unit.context,
        source=unit.source,
        target=unit.target,
        hint=_HINTS.get(
            remark.code, f'if it is right, add the comment "# translate: ignore={remark.code}" to the entry'
        ),
    )


def _at(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path
