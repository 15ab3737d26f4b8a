"""The head of the report: its subject, whether the check fails, and links to the sections."""

from __future__ import annotations

from collections.abc import Sequence

from translate.inspection import Inspection
from translate.languages import name_of, tag
from translate.model import Severity
from translate.report.html.markup import Markup, element, joined
from translate.report.html.standing import Standing
from translate.report.html.texts import counted
from translate.report.terminal import totals


def header(found: Inspection, locales: Sequence[Standing]) -> Markup:
    """Return the head of the page."""
    languages = ", ".join(name_of(each.locale) for each in locales)
    facts = [
        f"{name_of(found.source_locale)} → {languages}",
        counted(len(found.pages), "page", "pages"),
        counted(locales[0].words.total() if locales else 0, "word", "words"),
    ]
    targets = [("glance", "At a glance"), *((tag(each.locale), name_of(each.locale)) for each in locales)]
    targets += [("findings", "Findings by rule"), ("reading", "How to read this")]
    return element(
        "header",
        element("p", "Translation report", class_="kicker"),
        element("h1", found.project),
        element("p", *(joined((element("span", fact), " ")) for fact in facts), class_="facts"),
        _verdict(found),
        element(
            "nav",
            element("ul", *(element("li", element("a", name, href=f"#{target}")) for target, name in targets)),
            aria_label="Contents",
        ),
    )


def _verdict(found: Inspection) -> Markup:
    severe = found.severe(Severity.ERROR, Severity.WARNING)
    sign, said = ("✕", "The check fails") if found.failed else ("✓", "The check passes")
    return element(
        "p",
        element("strong", element("span", sign, aria_hidden="true"), f" {said}"),
        f": {totals(severe)}.",
        class_="verdict bad" if found.failed else "verdict good",
    )
