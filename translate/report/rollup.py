"""Findings of one kind rolled up into one, where they would crowd out all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from translate.model import Finding
from translate.tally import words

_TOGETHER = {
    "S002": "{texts} ({words}) are not in {locale} yet, this is the first",
    "S010": "{texts} ({words}) wait for their review, this is the first",
}
"""Rules that a whole page can be full of, and what they say of several texts."""


def rolled_up(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, with one for all texts of a page and locale that wait for the same thing."""
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
    message = _TOGETHER[first.code].format(texts=f"{len(findings)} texts", words=f"{count} words", locale=first.locale)
    return replace(first, message=message)
