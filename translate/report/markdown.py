"""`--output-format markdown`: for a job summary of GitHub Actions, a comment, a page of a wiki."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from translate.edits import edits
from translate.figures import counted, number, percent
from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.plain import place, printable, rank
from translate.report.rollup import rolled_up
from translate.report.terminal import totals
from translate.report.view import View
from translate.tally import STATES, share, total

LIMIT = 900 * 1024
"""Bytes of UTF-8; GitHub takes a job summary of 1 MiB and nothing of a longer one."""

_TOP = 20
_EDITS = {"kept": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_CALL = re.compile(r"[@#](?=\w)")


def render(found: Inspection, view: View, limit: int = LIMIT) -> str:
    """Return verdict, locales, the pages with most findings, and the findings, as many as `limit` bytes hold."""
    findings = rolled_up(found.findings)
    head = "\n".join([*_verdict(found, findings), *_locales(found, findings), *_pages(findings)])
    lines, room = [head], limit - len(head.encode()) - 200
    for position, finding in enumerate(sorted(findings, key=rank)):
        block = _block(finding, view.folder)
        room -= len(block.encode()) + 1
        if room < 0:
            lines += ["", f"{number(len(findings) - position)} more: `translate check` lists them all."]
            break
        lines.append(block)
    return "\n".join(lines)


def _verdict(found: Inspection, findings: Sequence[Finding]) -> Iterator[str]:
    verdict = "failed" if found.failed else "passed"
    yield f"## Translations {verdict}: {totals(findings)}"
    yield ""
    yield f"{_inert(found.project)} · {counted(len(found.pages), 'page', 'pages')} · {', '.join(found.locales)}"
    yield ""


def _locales(found: Inspection, findings: Sequence[Finding]) -> Iterator[str]:
    names = ("locale", "words", *(state.value for state in STATES), "errors", "warnings")
    yield f"| {' | '.join(names)} |"
    yield f"|:---|{'---:|' * (len(names) - 1)}"
    for locale in found.locales:
        words = total(each for each in found.coverages if each.locale == locale)
        shares = [percent(share(words, state)) for state in STATES]
        numbers = Counter(each.severity for each in findings if each.locale == locale)
        counts = [str(numbers[each] or "–") for each in (Severity.ERROR, Severity.WARNING)]
        yield f"| {' | '.join([locale, number(words.total()), *shares, *counts])} |"
    yield ""


def _pages(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a table of the pages that have most errors, then most warnings."""
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for finding in findings:
        counts[finding.page or finding.path][finding.severity] += 1
    if not counts:
        return
    worst = sorted(counts, key=lambda each: (-counts[each][Severity.ERROR], -counts[each][Severity.WARNING], each))
    yield "| page | errors | warnings |"
    yield "|:---|---:|---:|"
    for page in worst[:_TOP]:
        cells = [str(counts[page][each] or "–") for each in (Severity.ERROR, Severity.WARNING)]
        yield f"| <code>{_inert(page)}</code> | {' | '.join(cells)} |"
    if len(worst) > _TOP:
        yield f"| … {number(len(worst) - _TOP)} more | | |"
    yield ""


def _block(finding: Finding, folder: str) -> str:
    """Return a finding as a block of HTML, which ends at its line end: texts cannot leave it."""
    where = f"<code>{_inert(place(finding, folder))}</code>"
    parts = [f"<details><summary>{where} {finding.code} {_inert(finding.message)}</summary>"]
    source = "".join(_EDITS[each.kind].format(_inert(each.text)) for each in edits(finding.previous, finding.source))
    texts = (source if finding.previous else _inert(finding.source), _inert(finding.target))
    parts += [f'<blockquote dir="auto">{text}</blockquote>' for text in texts if text]
    parts += [f"<p>{_inert(finding.hint)}</p>"] if finding.hint else []
    return "".join([*parts, "</details>"])


def _inert(text: str) -> str:
    """Return a text that shows as it is: no markup, no mention of people (`@name`) or of issues (`#1`)."""
    shown = _CALL.sub(lambda found: f"{found[0]}<!-- -->", escape(printable(text), quote=False))
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", shown)
