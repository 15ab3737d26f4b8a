"""Which texts a built page shows in the source language, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from translate.model import Key, Segment, State, Unit

if TYPE_CHECKING:
    from translate.markdown.reassembly import Rejected


class Fallback(NamedTuple):
    """A text that a built page shows in the source language although the page is translated."""

    source: str
    cause: State
    """The state of its unit: UNTRANSLATED; STALE or MACHINE where the site wants to show neither."""
    code: str = ""
    """The rule that its translation breaks, where that is why."""
    reason: str = ""
    """What that rule says of it."""
    line: int = 0
    """The line of the page."""
    catalog_line: int = 0
    """The line of the catalog, as it was read; 0 when it does not have the text yet."""


def fallbacks(
    texts: Mapping[Key, Segment],
    units: Mapping[Key, Unit],
    rejected: Sequence[Rejected],
    shown: Callable[[Unit], str],
) -> Iterator[Fallback]:
    """Yield, each text once and in page order, what is not shown in the locale's language.

    `shown` gives the target that the site wants to show; "" for none.
    """
    refused = {each.segment.key: each for each in rejected}
    for key, segment in texts.items():
        unit, damage = units[key], refused.get(key)
        if damage or not shown(unit):
            yield Fallback(
                source=segment.text,
                cause=unit.state,
                code=damage.code if damage else "",
                reason=damage.reason if damage else "",
                line=segment.line,
                catalog_line=unit.line,
            )
