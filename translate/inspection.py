"""What a check found, ready to be shown in any form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from translate.checks import files
from translate.checks.policy import Policy
from translate.checks.rules import RULES
from translate.discovery import Scope
from translate.model import Finding, Severity, State
from translate.outcome import carry_out
from translate.site import Site
from translate.tally import Coverage, share, total


class Inspection(NamedTuple):
    """The findings that count, and how far the pages are."""

    project: str
    source_locale: str
    locales: tuple[str, ...]
    pages: tuple[str, ...]
    """The pages that were looked at."""
    rules: tuple[str, ...]
    """The codes of the rules that were looked at."""
    findings: tuple[Finding, ...]
    """Sorted by place."""
    coverages: tuple[Coverage, ...]
    """A page of a locale each."""
    failed: bool
    """Whether the site calls this a failure."""

    def severe(self, *severities: Severity) -> tuple[Finding, ...]:
        """Return the findings of these severities."""
        return tuple(finding for finding in self.findings if finding.severity in severities)


def inspect(
    site: Site,
    scope: Scope,
    policy: Policy,
    results: Iterable[Finding | Coverage],
    *,
    concerns: Callable[[Finding], bool] = lambda _: True,
) -> Inspection:
    """Return what a check found, as the policy counts it; findings for which `concerns` is false are left out."""
    outcome = carry_out(results)
    gates = _uncovered(site, scope, policy, outcome.coverages)
    findings = policy.applied(sorted(filter(concerns, [*outcome.findings, *gates])))
    return Inspection(
        project=site.project,
        source_locale=site.source_locale,
        locales=scope.locales,
        pages=scope.pages,
        rules=tuple(code for code in RULES if policy.looks_at(code)),
        findings=findings,
        coverages=outcome.coverages,
        failed=policy.fails(findings),
    )


def _uncovered(site: Site, scope: Scope, policy: Policy, coverages: Sequence[Coverage]) -> Iterator[Finding]:
    """Yield a finding for each locale below its coverage; a run about some of the pages cannot tell."""
    for locale in scope.locales if scope.whole else ():
        needed = policy.coverage.get(locale, 0.0)
        current = share(total(each for each in coverages if each.locale == locale), State.REVIEWED, State.MACHINE)
        if current < needed:
            yield files.uncovered(site.settings, locale, current=current, needed=needed)
