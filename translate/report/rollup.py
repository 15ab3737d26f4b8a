"""Findings of one kind told as one, for readers who would else see nothing but them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from translate.model import Finding
from translate.tally import words

_TOGETHER = {"S002"}
"""Rules that a whole page can be full of."""


def rolled_up(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the untranslated texts of a page and locale told once, where the first of them is."""
    kept: list[Finding] = []
    alike: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        group = alike[finding.code, finding.locale, finding.path]
        group.append(finding)
        if finding.code not in _TOGETHER or len(group) == 1:
            kept.append(finding)
    return tuple(
        _together(alike[each.code, each.locale, each.path]) if each.code in _TOGETHER else each for each in kept
    )


def _together(findings: list[Finding]) -> Finding:
    first = findings[0]
    if len(findings) == 1:
        return first
    count = sum(words(each.source) for each in findings)
    message = f"{len(findings)} texts ({count} words) are not in {first.locale} yet, this is the first"
    return replace(first, message=message)
