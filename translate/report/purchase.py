"""What machine translation would cost, and what it did, as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from translate.engines.base import Usage
from translate.engines.ladder import Counts, Step
from translate.engines.runner import Spending
from translate.report.terminal import counted

if TYPE_CHECKING:
    from translate.pipeline import Cost

_STEPS = {
    Step.FIRST: "right at once",
    Step.REPAIRED: "mended",
    Step.ALONE: "asked again",
    Step.OTHERWISE: "asked in another way",
    Step.DOUBTFUL: "doubtful",
    Step.BARE: "without markup, left as suggestions",
    Step.FAILED: "not to be had",
    Step.UNANSWERED: "left for another run",
}


def estimate(costs: Sequence[Cost], *, limit: int | None, usage: Usage | None) -> Iterator[str]:
    """Yield a line for each page that would be sent, the sum, and what the run and the account allow."""
    sent = [cost for cost in costs if cost.estimate.texts]
    width = max([len("page"), *(len(f"{cost.page} ({cost.locale})") for cost in sent)])
    if sent:
        yield f"{'page':{width}}  {'texts':>6}  {'characters':>10}  {'answered before':>15}"
    for cost in sent:
        each = cost.estimate
        yield f"{f'{cost.page} ({cost.locale})':{width}}  {each.texts:6}  {each.characters:10}  {each.cached:15}"
    total = sum(cost.estimate.characters - cost.estimate.cached for cost in sent)
    facts = [f"would send {counted(total, 'character', 'characters')}"]
    facts += [f"run limit {limit}"] if limit is not None else []
    facts += [_account(usage)] if usage else []
    yield " · ".join(facts)
    yield "nothing was sent (dry run)"


def summary(name: str, spending: Spending, counts: Counts, rejected: int) -> Iterator[str]:
    """Yield what a run has bought and how its answers became targets."""
    facts = [
        f"{name}: {counted(spending.bought, 'text', 'texts')} bought",
        f"{spending.cached} answered before",
        counted(spending.characters, "character", "characters"),
    ]
    facts += [f"{spending.lost} lost in flight"] if spending.lost else []
    facts += [f"{spending.refused} refused"] if spending.refused else []
    yield " · ".join(facts)
    texts = sum(number for _, number in counts.steps)
    ladder = [f"{number} {_STEPS[step]} ({number / texts:.1%})" for step, number in counts.steps]
    ladder += [f"{rejected} left out, they would damage the page"] if rejected else []
    if ladder:
        yield "answers: " + ", ".join(ladder)


def untouched(costs: Iterable[Cost]) -> str:
    """Return how much stays in the source language without an engine."""
    sent = [cost.estimate for cost in costs]
    texts, characters = sum(each.texts for each in sent), sum(each.characters for each in sent)
    return f"{counted(texts, 'text stays', 'texts stay')} in the source language · {characters} characters"


def _account(usage: Usage) -> str:
    return (
        f"account {usage.used} / {usage.limit} {usage.unit} used" if usage.limit else f"{usage.used} {usage.unit} used"
    )
