"""What the check found, rule by rule: what it means, what to do, where it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from translate.checks.rules import RULES
from translate.inspection import Inspection
from translate.languages import name_of
from translate.model import Finding, Severity
from translate.report.html.bounds import fair
from translate.report.html.links import Links
from translate.report.html.markup import Markup, element
from translate.report.html.texts import clipped, counted, prose
from translate.report.plain import rank

_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}
_LONG = 240
"""Characters of a text that are shown: enough to see what is meant."""
_LISTED_ABOVE = {"S001", "S002"}
"""Rules whose texts the locales' own sections show; here are their places."""


def by_rule(found: Inspection, links: Links, most: int) -> Markup:
    """Return the rules that something was found by, the severest first, with `most` findings in all."""
    rules: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in found.findings:
        rules[each.code].append(each)
    order = sorted(rules, key=lambda code: (min(map(rank, rules[code])), code))
    bound = fair(map(len, rules.values()), most)
    nothing = element("p", "Nothing was found.", class_="quiet")
    return element(
        "section",
        element("h2", "Findings by rule", id="findings"),
        *(_rule(code, rules[code], links, bound) for code in order),
        None if rules else nothing,
        aria_labelledby="findings",
    )


def _rule(code: str, findings: Sequence[Finding], links: Links, most: int) -> Markup:
    rule, left = RULES[code], len(findings) - most
    more = f"{counted(left, 'finding', 'findings')} more: translate check --select {code} lists them."
    return element(
        "article",
        element("h3", element("code", code, class_="code"), f" {rule.title} ", *_counts(findings), id=f"rule-{code}"),
        element(
            "div",
            element("p", rule.meaning),
            element("p", element("strong", "What to do. "), rule.fix),
            class_="advice",
        ),
        element(
            "details",
            element("summary", f"Where: {counted(len(findings), 'place', 'places')}"),
            element("ul", *(_finding(each, links) for each in findings[:most]), class_="texts"),
            element("p", more, class_="rest") if left > 0 else None,
            class_="fold",
        ),
        "\n",
        class_="rule",
    )


def _counts(findings: Sequence[Finding]) -> Iterator[Markup]:
    counts = Counter(each.severity for each in findings)
    for severity, nouns in _NOUNS.items():
        if counts[severity]:
            yield element("span", counted(counts[severity], *nouns), class_=f"chip {severity.value}")


def _finding(finding: Finding, links: Links) -> Markup:
    texts = [] if finding.code in _LISTED_ABOVE else _texts(finding, links.site.source_locale)
    return element(
        "li",
        links.place(finding.path, finding.line),
        f" {clipped(finding.message, _LONG)}",
        *texts,
        "\n",
    )


def _texts(finding: Finding, source_locale: str) -> list[Markup]:
    texts = {source_locale: finding.source, finding.locale: finding.target}
    return [
        element(
            "span",
            element("span", name_of(locale), class_="label"),
            " ",
            prose(words, locale, most=_LONG),
            class_="pair",
        )
        for locale, words in texts.items()
        if words
    ]
