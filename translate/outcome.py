"""What came of a stage: how many files, how many of them changed, and what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from translate.model import Changes, Finding, Output
from translate.tally import Coverage


class Outcome(NamedTuple):
    """The sums of a run."""

    files: Mapping[str, int]
    """How many files each stage answers for."""
    changed: Mapping[str, int]
    """How many of these were not up to date, and were written or would be."""
    changes: Changes
    findings: tuple[Finding, ...]
    """Sorted by place."""
    coverages: tuple[Coverage, ...] = ()
    """How far the pages are, where the stage has looked at that."""


def carry_out(results: Iterable[Output | Finding | Coverage], *acts: Callable[[Output], None]) -> Outcome:
    """Call each of `acts` with every file that would change, before the next file is made, and sum up."""
    files: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    changes: list[Changes] = []
    findings: list[Finding] = []
    coverages: list[Coverage] = []
    for result in results:
        if isinstance(result, Finding):
            findings.append(result)
            continue
        if isinstance(result, Coverage):
            coverages.append(result)
            continue
        files[result.stage] += 1
        if result.changed:
            changed[result.stage] += 1
            changes.append(result.changes)
            for act in acts:
                act(result)
    return Outcome(files, changed, _sum(changes), tuple(sorted(findings)), tuple(coverages))


def _sum(changes: Iterable[Changes]) -> Changes:
    return Changes(*map(sum, zip(*changes, strict=True)))
