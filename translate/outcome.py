"""What came of a stage: how many files, how many of them changed, and what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from translate.model import Changes, Finding, Output, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sums of a run."""

    files: Mapping[str, int]
    """How many files each stage answers for."""
    changed: Mapping[str, int]
    """How many of them it had to write, or would have to."""
    changes: Changes
    findings: tuple[Finding, ...]
    """Sorted by place."""

    def severe(self, *severities: Severity) -> tuple[Finding, ...]:
        """Return the findings of these severities."""
        return tuple(finding for finding in self.findings if finding.severity in severities)


def carry_out(results: Iterable[Output | Finding], *acts: Callable[[Output], None]) -> Outcome:
    """Do what is asked for with every file that would change, before the next one is made, and sum up."""
    files: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    changes: list[Changes] = []
    findings: list[Finding] = []
    for result in results:
        if isinstance(result, Finding):
            findings.append(result)
            continue
        files[result.stage] += 1
        if result.changed:
            changed[result.stage] += 1
            changes.append(result.changes)
            for act in acts:
                act(result)
    return Outcome(files, changed, _sum(changes), tuple(sorted(findings)))


def _sum(changes: Iterable[Changes]) -> Changes:
    total = Changes()
    for each in changes:
        total = Changes(
            new=total.new + each.new,
            stale=total.stale + each.stale,
            gone=total.gone + each.gone,
            renoted=total.renoted + each.renoted,
        )
    return total
