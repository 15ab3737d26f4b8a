"""How far the translation on a built page is, and the notice in which the page says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from translate.catalog.marks import is_behind
from translate.markdown.rules import Rules
from translate.model import Key, Segment, State, Unit
from translate.site import Notice
from translate.tally import words

_PLACEHOLDER = re.compile(r"\{(state|machine|stale|locale|source_url)\}")


class Standing(NamedTuple):
    """What a built page shows, in shares of its words, 0 to 1."""

    machine: float = 0.0
    """What nobody has reviewed."""
    stale: float = 0.0
    """What is older than its source text."""
    missing: float = 0.0
    """What is in the source language."""

    @property
    def state(self) -> str:
        """Return the worst that is true of the page: stale, machine, partial, or else reviewed."""
        facts = {"stale": self.stale, "machine": self.machine, "partial": self.missing}
        return next((name for name, part in facts.items() if part), "reviewed")


def standing(
    segments: Sequence[Segment], units: Mapping[Key, Unit], rejected: Collection[Key], shown: Callable[[Unit], str]
) -> Standing:
    """Return how a page stands; `shown` gives the target that settings allow, the texts in `rejected` show none."""
    counted: Counter[str] = Counter()
    for segment in segments:
        unit = units.get(segment.key)
        visible = unit is not None and segment.key not in rejected and bool(shown(unit))
        counted[_kind(unit) if unit and visible else "missing"] += words(segment.text)
    total = counted.total() or 1
    return Standing(*(counted[kind] / total for kind in ("machine", "stale", "missing")))


def _kind(unit: Unit) -> str:
    if is_behind(unit):
        return "stale"
    return "reviewed" if unit.state is State.REVIEWED else "machine"


def announced(
    content: bytes, path: str, rules: Rules, notice: Notice, *, locale: str, source_url: str, page: Standing
) -> tuple[bytes, tuple[str, ...]]:
    """Return a built page with the notice that the settings want on it, and why parts of it had to be left out."""
    from translate.markdown.notice import UntoldError, with_block, with_values  # noqa: PLC0415 # most sites say nothing

    values = {
        "state": page.state,
        "machine": _percent(page.machine),
        "stale": _percent(page.stale),
        "locale": locale,
        "source_url": source_url,
    }
    reasons: list[str] = []
    try:
        if (text := notice.text.get(locale)) and page.state in {"machine", "stale"}:
            content = with_block(content, path, rules, _filled(text, values))
    except UntoldError as error:
        reasons.append(str(error))
    try:
        wanted = {key: _filled(value, values) for key, value in notice.front_matter.items()}
        content = with_values(content, path, wanted)
    except UntoldError as error:
        reasons.append(str(error))
    return content, tuple(reasons)


def _percent(share: float) -> str:
    """Return a share in percent: at least 1 for anything above none."""
    return str(max(1, round(100 * share)) if share else 0)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)
