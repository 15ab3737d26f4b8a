"""Every rule that a finding can come from: what it means, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from translate.checks.rulebook import coverage, form, markup, placeholders
from translate.checks.rulebook.rule import Rule
from translate.errors import UsageError
from translate.model import Finding
from translate.suggestions import nearest

RULES: Mapping[str, Rule] = {
    rule.code: rule for family in (coverage, placeholders, markup, form) for rule in family.RULES
}


def explained(code: str) -> Rule:
    """Return the rule of a code, however it is written. Raises UsageError when there is none."""
    if code.upper() not in RULES:
        hint = nearest(code.upper(), RULES) or '"translate rule" lists them all'
        raise UsageError(f'there is no rule "{code}"', hint=hint)
    return RULES[code.upper()]


def finding(code: str, path: str, line: int, message: str, **details: Any) -> Finding:
    """Make a finding of a rule, as severe as the rule says where `severity` does not say otherwise."""
    rule = RULES[code]
    return Finding(code=code, path=path, line=line, message=message, **{"severity": rule.severity, **details})
