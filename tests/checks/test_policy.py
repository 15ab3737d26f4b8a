"""Which findings count, how much, and what is told once."""

from __future__ import annotations

import pytest

from translate.checks.policy import FailOn, Policy
from translate.globs import matcher
from translate.model import Finding, Severity


def finding(code: str, *, path: str = "a.po", page: str = "a.md", told_by: tuple[str, ...] = ()) -> Finding:
    return Finding(path=path, line=1, code=code, message="", locale="nl", page=page, told_by=told_by)


EVERY = tuple(map(finding, ("S001", "S002", "P001")))


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy(), ["S001", "S002", "P001"]),
        (Policy(select=("S",)), ["S001", "S002"]),
        (Policy(ignore=("S",)), ["P001"]),
        (Policy(select=("S001",), ignore=("S",)), ["S001"]),
        (Policy(select=("S",), ignore=("S001",)), ["S002"]),
        (Policy(select=("S",), ignore=("S",)), []),
        (Policy(per_file_ignores=((matcher(["*.po"]), ("P", "S00")),)), []),
        (Policy(per_file_ignores=((matcher(["b.po"]), ("P",)),)), ["S001", "S002", "P001"]),
    ],
)
def test_the_longest_name_that_fits_a_rule_decides(policy: Policy, expected: list[str]) -> None:
    assert [each.code for each in policy.applied(EVERY)] == expected


def test_severity_is_that_of_the_longest_name() -> None:
    policy = Policy(severity={"S": Severity.INFO, "S002": Severity.ERROR})

    assert [each.severity for each in policy.applied(EVERY)] == [Severity.INFO, Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    ("fail_on", "severity", "fails"),
    [
        ("error", Severity.ERROR, True),
        ("error", Severity.WARNING, False),
        ("warning", Severity.WARNING, True),
        ("warning", Severity.INFO, False),
        ("never", Severity.ERROR, False),
    ],
)
def test_what_fails(fail_on: FailOn, severity: Severity, fails: bool) -> None:
    policy = Policy(fail_on=fail_on, severity={"S001": severity})

    assert policy.fails(policy.applied([finding("S001")])) is fails


def test_what_another_finding_tells_is_told_only_where_that_one_is_not() -> None:
    file = finding("S003", told_by=("S001",))

    assert Policy().applied([file, finding("S001")]) == (finding("S001"),)
    assert Policy().applied([file, finding("S001", page="b.md")]) == (file, finding("S001", page="b.md"))
    assert Policy(ignore=("S001",)).applied([file, finding("S001")]) == (file,)


@pytest.mark.parametrize(
    ("fail_on", "severity", "codes"),
    [
        ("error", Severity.WARNING, ["S003", "S001"]),
        ("error", Severity.ERROR, ["S001"]),
        ("warning", Severity.WARNING, ["S001"]),
        ("warning", Severity.INFO, ["S003", "S001"]),
        ("never", Severity.INFO, ["S001"]),
    ],
)
def test_what_fails_a_check_is_told_by_nothing_that_lets_it_pass(
    fail_on: FailOn, severity: Severity, codes: list[str]
) -> None:
    policy = Policy(fail_on=fail_on, severity={"S003": Severity.ERROR, "S004": Severity.ERROR, "S001": severity})
    files = [finding("S003", told_by=("S001",)), finding("S004", told_by=("S001", "S003"))]

    assert [each.code for each in policy.applied([*files, finding("S001")])] == codes
