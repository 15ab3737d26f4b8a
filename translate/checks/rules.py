"""Every rule that a finding can come from: what it means, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from translate.checks.rulebook import coverage, form, language, markup, placeholders, whitespace
from translate.checks.rulebook.rule import Rule
from translate.errors import UsageError
from translate.model import Finding
from translate.suggestions import nearest

RULES: Mapping[str, Rule] = {
    rule.code: rule for family in (coverage, placeholders, markup, language, whitespace, form) for rule in family.RULES
}


def explained(code: str) -> Rule:
    """Return the rule of a code, however it is written. Raises UsageError when there is none."""
    if code.upper() not in RULES:
        raise _unknown(code)
    return RULES[code.upper()]


def named(codes: str) -> tuple[str, ...]:
    """Return the rules that a list such as `S,p001` names, by their codes or how these begin.

    Raises UsageError for a name that fits none.
    """
    names = tuple(name for name in codes.upper().replace(",", " ").split())
    for name in names:
        if not any(code.startswith(name) for code in RULES):
            raise _unknown(name)
    return names


def finding(code: str, path: str, line: int, message: str, **details: Any) -> Finding:
    """Make a finding of a rule, as severe as the rule says where `severity` does not say otherwise."""
    rule = RULES[code]
    return Finding(code=code, path=path, line=line, message=message, **{"severity": rule.severity, **details})


def _unknown(code: str) -> UsageError:
    hint = nearest(code.upper(), RULES) or '"translate rule" lists them all'
    return UsageError(f'there is no rule "{code}"', hint=hint)
