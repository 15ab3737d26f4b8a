"""Mends of a translation that need no person: they change blanks, never a word."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.checks.silence import silenced
from translate.model import Catalog, Unit

_BLANKS = r"(`+).+?\1|  +"
"""Code, which is left alone, or several blanks."""
_PARTED = r"\]\s+(\(\{\d+\}\)|\{\d+\})"


def mended(catalog: Catalog) -> Catalog:
    """Return a catalog whose targets have no blanks that W001, W003 or P004 find; reviewed ones stay reviewed.

    Where a comment of a unit silences a rule, its blanks stay.
    """
    return replace(catalog, units=tuple(map(_mended, catalog.units)))


def _mended(unit: Unit) -> Unit:
    if unit.obsolete or not unit.target.strip():
        return unit
    target = unit.target
    for code, mend in _FIXES.items():
        if not silenced(unit, code):
            target = mend(target, unit.source)
    return unit if target == unit.target else replace(unit, target=target)


def _edges_mended(target: str, source: str) -> str:
    """W001: return the target with the blanks at its ends that the source has."""
    inside, words = target.strip(), source.strip()
    if not words:
        return target
    before, _, after = source.partition(words)
    return f"{before}{inside}{after}"


def _blanks_mended(target: str, source: str) -> str:
    """W003: return the target with one blank where it has several, code aside, unless the source has several too."""
    if "  " not in target or "  " in source.strip():
        return target
    inside = target.strip()
    before, _, after = target.partition(inside)
    return before + re.sub(_BLANKS, lambda found: found[0] if found[1] else " ", inside) + after


def _links_mended(target: str, source: str) -> str:
    """P004: return the target without blanks between square brackets and the placeholder that they belong to."""

    def closed(found: re.Match[str]) -> str:
        return "]" + found[1] if "]" + found[1] in source else found[0]

    return re.sub(_PARTED, closed, target) if "]" in target else target


_FIXES = {"P004": _links_mended, "W003": _blanks_mended, "W001": _edges_mended}
