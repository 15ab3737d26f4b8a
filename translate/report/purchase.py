"""What machine translation would cost, and what it did, as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from translate.engines.base import Usage
from translate.engines.ladder import Counts, Step
from translate.engines.runner import Spending
from translate.figures import counted, number, percent

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
    rows = [(f"{cost.page} ({cost.locale})", *_numbers(cost)) for cost in sent]
    sums = [sum(column) for column in zip(*map(_numbers, sent), strict=True)] or [0, 0, 0]
    if len(rows) > 1:
        rows.append(("TOTAL", *sums))
    if rows:
        width = max(len(name) for name, *_ in rows)
        yield f"{'page':{width}}  {'texts':>7}  {'characters':>10}  {'answered before':>15}"
        for name, texts, characters, cached in rows:
            yield f"{name:{width}}  {number(texts):>7}  {number(characters):>10}  {number(cached):>15}"
    facts = [f"would send {counted(sums[1] - sums[2], 'character', 'characters')}"]
    facts += [f"run limit {number(limit)}"] if limit is not None else []
    facts += [_account(usage)] if usage else []
    yield " · ".join(facts)
    yield "nothing was sent (dry run)"


def _numbers(cost: Cost) -> tuple[int, int, int]:
    return cost.estimate.texts, cost.estimate.characters, cost.estimate.cached


def summary(name: str, spending: Spending, counts: Counts, rejected: int) -> Iterator[str]:
    """Yield what a run has bought and how its answers became targets."""
    facts = [
        f"{name}: {counted(spending.bought, 'text', 'texts')} sent",
        f"{number(spending.cached)} answered before",
        counted(spending.characters, "character", "characters"),
    ]
    facts += [f"{number(spending.lost)} lost in flight"] if spending.lost else []
    facts += [f"{number(spending.refused)} refused"] if spending.refused else []
    yield " · ".join(facts)
    texts = sum(count for _, count in counts.steps)
    ladder = [f"{number(count)} {_STEPS[step]} ({percent(count / texts)})" for step, count in counts.steps]
    ladder += [f"{number(rejected)} left out, they would damage the page"] if rejected else []
    if ladder:
        yield "answers: " + ", ".join(ladder)


def _account(usage: Usage) -> str:
    used = f"{number(usage.used)} / {number(usage.limit)}" if usage.limit else number(usage.used)
    return f"account {used} {usage.unit} used"
