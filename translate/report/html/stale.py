"""The translations that are older than their text: what changed there, and what is here."""

from __future__ import annotations

from translate.languages import name_of
from translate.model import Finding, State
from translate.report.html.links import Links
from translate.report.html.markup import Markup, element
from translate.report.html.standing import Standing
from translate.report.html.texts import counted, edited, prose
from translate.report.plain import related

_CODE = "S001"
_OPEN = 6
"""Texts that are shown at once; the others can be unfolded."""


def stale(standing: Standing, links: Links, most: int) -> tuple[Markup, ...]:
    """Return each stale text with the edit of its source and its present target, `most` of them."""
    findings = stale_ones(standing)
    if not findings:
        return (element("p", _none(standing.words[State.STALE]), class_="quiet"),)
    in_source = {(each.page, gap.source) for each in standing.coverages for gap in each.fallbacks}
    items = [_item(each, links, in_source=(each.page, each.source) in in_source) for each in findings[:most]]
    parts = [element("ol", *items[:_OPEN], class_="edits")]
    if folded := items[_OPEN:]:
        said = counted(len(folded), "more stale translation", "more stale translations")
        ordered = element("ol", *folded, class_="edits", start=_OPEN + 1)
        parts.append(element("details", element("summary", said), ordered, class_="fold"))
    if (rest := len(findings) - most) > 0:
        parts.append(element("p", f"{counted(rest, 'text', 'texts')} more: translate check lists them.", class_="rest"))
    return tuple(parts)


def stale_ones(standing: Standing) -> list[Finding]:
    """Return the findings that tell of a stale text."""
    return [each for each in standing.findings if each.code == _CODE]


def _none(words: int) -> str:
    if words:
        return f"{counted(words, 'word is', 'words are')} stale, but the settings leave {_CODE} out."
    return "No translation is older than its text."


def _item(finding: Finding, links: Links, *, in_source: bool) -> Markup:
    source = links.site.source_locale
    language = name_of(source)
    shown = f"the page shows the {language} text" if in_source else "the page shows this translation"
    return element(
        "li",
        element(
            "p",
            links.place(finding.path, finding.line),
            " ",
            links.place(*related(finding)),
            " ",
            element("span", shown, class_="note"),
            class_="places",
        ),
        _said(f"{language}, edited", edited(finding.previous or finding.source, finding.source, source)),
        _said(f"{name_of(finding.locale)}, as it is", prose(finding.target, finding.locale)),
        "\n",
    )


def _said(label: str, words: Markup) -> Markup:
    return element("div", element("p", label, class_="label"), element("p", words, class_="words"), class_="said")
