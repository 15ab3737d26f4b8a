"""What a site thinks of findings: which of them count, how much, and when a check has failed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from translate.model import Finding, Severity

FailOn = Literal["error", "warning", "never"]

_FATAL: Mapping[FailOn, frozenset[Severity]] = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset(),
}
_NONE: Mapping[str, Any] = MappingProxyType({})


class Policy(NamedTuple):
    """The settings of a check; rules are named by their codes or by how these begin (`S`, `L00`)."""

    select: tuple[str, ...] = ()
    """The rules that count; all where none is named."""
    ignore: tuple[str, ...] = ()
    """The rules that do not; of two names that fit a rule, the longer one wins."""
    per_file_ignores: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    """The rules that do not count in the files that match, by their paths from the site's root."""
    severity: Mapping[str, Severity] = _NONE
    """How severe findings of a rule are here."""
    fail_on: FailOn = "warning"
    coverage: Mapping[str, float] = _NONE
    """The share of a locale's words, 0 to 1, whose translation must be there and current."""

    def looks_at(self, code: str) -> bool:
        """Tell whether findings of a rule count at all; in some files they may not."""
        ignored = max(map(len, _fitting(code, self.ignore)), default=-1)
        selected = max(map(len, _fitting(code, self.select)), default=-1 if self.select else 0)
        return selected > ignored

    def applied(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that count, as severe as they are here, without those that another one includes.

        A finding that makes the check fail is left out only for one that makes it fail as well (`Finding.told_by`).
        """
        fatal = _FATAL[self.fail_on]
        counted = tuple(self._severe(finding) for finding in findings if self._counts(finding))
        known = {(each.code, each.locale, each.page, each.severity in fatal) for each in counted}
        return tuple(
            each
            for each in counted
            if known.isdisjoint(product(each.told_by, [each.locale], [each.page], {True, each.severity in fatal}))
        )

    def fails(self, findings: Iterable[Finding]) -> bool:
        """Tell whether a check with these findings has failed."""
        return any(finding.severity in _FATAL[self.fail_on] for finding in findings)

    def _counts(self, finding: Finding) -> bool:
        return self.looks_at(finding.code) and not any(
            pattern.fullmatch(finding.path) and any(_fitting(finding.code, codes))
            for pattern, codes in self.per_file_ignores
        )

    def _severe(self, finding: Finding) -> Finding:
        names = list(_fitting(finding.code, tuple(self.severity)))
        return replace(finding, severity=self.severity[max(names, key=len)]) if names else finding


def _fitting(code: str, names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if code.startswith(name))
