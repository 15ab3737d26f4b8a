"""The first thing to see: how far each locale is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.languages import name_of, tag
from translate.report.html import bars, trend
from translate.report.html.earlier import Snapshot
from translate.report.html.markup import Markup, element
from translate.report.html.standing import Standing
from translate.report.html.texts import amount, counted, portion


def overview(standings: Iterable[Standing], earlier: Sequence[Snapshot]) -> Markup:
    """Return a card for each locale."""
    return element(
        "section",
        element("h2", "At a glance", id="glance"),
        element("div", *(_card(each, earlier) for each in standings), class_="cards"),
        aria_labelledby="glance",
    )


def heading(locale: str) -> tuple[Markup | str, ...]:
    """Return what a locale is called, with its code."""
    name = name_of(locale)
    return (name,) if name == locale else (name, " ", element("code", locale, class_="code"))


def _card(standing: Standing, earlier: Sequence[Snapshot]) -> Markup:
    name = name_of(standing.locale)
    return element(
        "article",
        element("h3", element("a", *heading(standing.locale), href=f"#{tag(standing.locale)}")),
        element(
            "p",
            element("strong", portion(standing.reviewed), class_="share"),
            element("span", "reviewed by people", class_="of"),
            class_="headline",
        ),
        bars.bar(standing.parts, f"{name}, {counted(standing.words.total(), 'word', 'words')}"),
        element("p", _waiting(standing), class_="waiting"),
        bars.legend(standing.parts, f"Words of {name} by state"),
        trend.trend(standing, earlier),
        class_="card",
    )


def _waiting(standing: Standing) -> str:
    every = counted(standing.words.total(), "word", "words")
    if not standing.words.total():
        return "There is nothing to translate."
    if not standing.waiting:
        return f"All {every} are reviewed; none waits."
    return f"{amount(standing.waiting)} of {every} {'waits' if standing.waiting == 1 else 'wait'} for a person."
