"""`--output-format github`: workflow commands, which GitHub Actions shows as annotations of a pull request.

Source: "Workflow commands for GitHub Actions"; the escapes are those of its toolkit (`@actions/core`, command.ts).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from translate.checks.rules import RULES
from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.plain import details, printable
from translate.report.view import View

LIMIT = 10
"""Annotations of a kind that GitHub keeps of one step; it drops the others without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 1000
"""Characters of a text that an annotation shows."""

_Group = Sequence[Finding]


def render(found: Inspection, view: View) -> str:
    """Return a command for each finding, errors first, then those in files that the author changed.

    Where there are more of a severity than GitHub shows, those of one place become one command, then those of one
    file; the last command says how many are left.
    """
    lines: list[str] = []
    for severity, command in _COMMANDS.items():
        findings = sorted(found.severe(severity), key=lambda each: each.path not in view.changed)
        groups = _grouped(findings)
        rest = _rest(groups[LIMIT:])
        for number, group in enumerate(groups[:LIMIT], 1):
            lines.append(_annotation(command, group, view.folder, rest if number == LIMIT else ""))
    return "\n".join(lines)


def _grouped(findings: Sequence[Finding]) -> list[_Group]:
    """Return the findings, as few of them together as the limit allows."""
    if len(findings) <= LIMIT:
        return [(finding,) for finding in findings]
    same_place = _by(findings, lambda each: (each.path, each.line, each.code))
    return same_place if len(same_place) <= LIMIT else _by(findings, lambda each: each.path)


def _by(findings: Sequence[Finding], key: Callable[[Finding], Hashable]) -> list[_Group]:
    groups: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[key(finding)].append(finding)
    return list(groups.values())


def _rest(groups: Sequence[_Group]) -> str:
    if not groups:
        return ""
    count = sum(len(group) for group in groups)
    return f'and {count} more in {len(groups)} other files: the job summary lists them, as does "translate check"'


def _annotation(command: str, group: _Group, folder: str, rest: str) -> str:
    first = group[0]
    title = f"{first.code} {RULES[first.code].title}" + (f" ({first.locale})" if first.locale else "")
    properties = {
        "file": folder + first.path,
        # No endLine: a pull request would show it there, where nothing may have changed.
        "line": str(first.line or ""),
        "title": title,
    }
    parameters = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{command} {parameters}::{_data(chr(10).join(_lines(group, rest)))}"


def _lines(group: _Group, rest: str) -> Iterator[str]:
    first, *others = group
    yield printable(first.message)
    yield from (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in details(first))
    if others:
        kinds = dict.fromkeys(f"{each.code} {each.locale}".strip() for each in others)
        yield f"+{len(others)} more here: {', '.join(kinds)}"
    if rest:
        yield rest


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
