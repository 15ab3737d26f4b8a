"""The pages of a locale: how far each is, and how much there is to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from translate.model import Finding, Severity, State
from translate.report.html import bars
from translate.report.html.links import Links
from translate.report.html.markup import Markup, element
from translate.report.html.standing import Standing, parts
from translate.report.html.texts import amount, counted, hidden, portion
from translate.tally import Coverage, share, unreviewed

COLUMNS = ("page", "words by state", "reviewed", "words", "waiting", "findings")
"""The style sheet repeats those of the figures, for narrow windows, where the table becomes a list."""
_SIGNS = {Severity.ERROR: ("✕", "error", "errors"), Severity.WARNING: ("▲", "warning", "warnings")}

Counts = Mapping[Severity, int]


def page_table(standing: Standing, links: Links, most: int) -> tuple[Markup, ...]:
    """Return a row for each page, the finished ones folded away; of more than `most`, those with most to do."""
    findings = _by_page(standing.findings)
    shown = _most_waiting(standing.coverages, most)
    done = [each for each in shown if not unreviewed(each.words) and each.page not in findings]
    todo = [each for each in shown if unreviewed(each.words) or each.page in findings]
    parts = [_table(todo, findings, links)] if todo else []
    if done:
        said = f"{counted(len(done), 'page is', 'pages are')} finished: all reviewed, nothing found"
        parts.append(element("details", element("summary", said), _table(done, findings, links), class_="fold"))
    if left := len(standing.coverages) - len(shown):
        rest = f"{counted(left, 'page', 'pages')} more, for which fewer words wait: translate status lists them."
        parts.append(element("p", rest, class_="rest"))
    return tuple(parts)


def _table(coverages: Sequence[Coverage], findings: Mapping[str, Counts], links: Links) -> Markup:
    head = element("tr", *(element("th", name, scope="col", role="columnheader") for name in COLUMNS), role="row")
    rows = (_row(each, findings.get(each.page, {}), links) for each in coverages)
    return element(
        "table",
        element("thead", head, role="rowgroup"),
        element("tbody", "\n", *rows, role="rowgroup"),
        role="table",
        class_="pages",
        aria_label=f"Pages in {coverages[0].locale}",
    )


def _by_page(findings: Sequence[Finding]) -> Mapping[str, Counts]:
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for each in findings:
        if each.severity in _SIGNS:
            counts[each.page][each.severity] += 1
    return counts


def _most_waiting(coverages: Sequence[Coverage], most: int) -> Sequence[Coverage]:
    if len(coverages) <= most:
        return coverages
    chosen = sorted(coverages, key=lambda each: -unreviewed(each.words))[:most]
    return sorted(chosen, key=lambda each: each.page)


def _row(coverage: Coverage, findings: Counts, links: Links) -> Markup:
    words = coverage.words
    figures = (
        portion(share(words, State.REVIEWED)),
        amount(words.total()),
        amount(unreviewed(words)) if unreviewed(words) else "–",
    )
    return element(
        "tr",
        element(
            "th",
            links.source(coverage.page),
            element("small", links.catalog(coverage.locale, coverage.page)),
            scope="row",
            role="rowheader",
        ),
        element("td", bars.bar(parts(words, coverage.accepted), small=True), role="cell", class_="shares"),
        *(element("td", figure, role="cell") for figure in figures),
        element("td", *_findings(findings), role="cell"),
        "\n",
        role="row",
    )


def _findings(counts: Counts) -> list[Markup | str]:
    signs: list[Markup | str] = []
    for severity, (sign, one, many) in _SIGNS.items():
        if count := counts.get(severity, 0):
            noun = hidden(f" {one if count == 1 else many}")
            signs += [element("span", f"{sign}\u00a0{count}", noun, class_=f"sign {one}"), " "]
    return signs or ["–"]
