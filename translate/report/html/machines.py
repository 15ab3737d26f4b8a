"""Who wrote what is there: people, or which machine."""

from __future__ import annotations

from collections.abc import Mapping

from translate.model import State
from translate.report.html import bars
from translate.report.html.markup import Markup, element
from translate.report.html.standing import ACCEPTED, PEOPLE, Standing
from translate.report.html.texts import amount, counted, portion
from translate.tally import Tally

_COLUMNS = ("engine", "accepted", "not read yet", "stale since")
_STATES = (State.REVIEWED, State.MACHINE, State.STALE)


def machines(standing: Standing) -> tuple[Markup, ...]:
    """Return what share of the reviewed words an engine wrote first, and the words of each engine."""
    engines = standing.engines()
    if not engines:
        return (element("p", "No translation says that a machine wrote it.", class_="quiet"),)
    reviewed = standing.words[State.REVIEWED]
    if not reviewed:
        return (element("p", "Nothing is reviewed yet."), _table(engines))
    shares = {PEOPLE: reviewed - standing.accepted, ACCEPTED: standing.accepted}
    sentence = (
        f"Of {counted(reviewed, 'reviewed word', 'reviewed words')}, a machine wrote {amount(standing.accepted)} first "
        f"({portion(standing.accepted / reviewed)}); people wrote the others."
    )
    return (element("p", sentence), bars.bar(shares, "Reviewed words"), _table(engines))


def _table(engines: Mapping[str, Tally]) -> Markup:
    head = element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
    rows = (
        element(
            "tr",
            element("th", element("code", engine), scope="row"),
            *(element("td", amount(words[state])) for state in _STATES),
        )
        for engine, words in engines.items()
    )
    return element(
        "table",
        element("caption", "Words by the engine that wrote them first"),
        element("thead", head),
        element("tbody", *rows),
        class_="numbers",
    )
