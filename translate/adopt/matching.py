"""Which placeholder of a published text is which of its source: by role and by what it stands for, then by order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from translate.model import Placeholder, Role

_READABLE = re.compile(r"""\b(alt|title|aria-label|placeholder|label)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""Attributes that people read, which are translated."""
_SITE = re.compile(r"https?://(?:[^/:?#]*\.)?([^/:?#.]+\.[^/:?#.]+)")


@dataclass(frozen=True, slots=True)
class Matching:
    """The placeholders of both sides, by their indices: every one of them is in one of the four."""

    same: dict[int, int]
    """Published to source: they stand for the same."""
    changed: dict[int, int]
    """Published to source: the same role at the same place, but something else."""
    lost: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def orderly(self) -> bool:
        """Tell whether the changed ones are where the source has theirs, between the same neighbours."""
        if not self.changed:
            return True
        order = [number for _, number in sorted({**self.same, **self.changed}.items())]
        return order == sorted(order)


def match(source: Sequence[Placeholder], published: Sequence[Placeholder]) -> Matching:
    """Match the placeholders of two texts; both are in the order of their text."""
    same = _in_turn(
        {i: _meaning(each) for i, each in enumerate(source)}, {j: _meaning(each) for j, each in enumerate(published)}
    )
    changed: dict[int, int] = {}
    for role in Role:
        ours = [i for i, each in enumerate(source) if each.role is role and i not in same.values()]
        theirs = [j for j, each in enumerate(published) if each.role is role and j not in same]
        if len(ours) == len(theirs):
            changed |= dict(zip(theirs, ours, strict=True))
        elif ours and theirs:
            sites = _in_turn({i: _site(source[i]) for i in ours}, {j: _site(published[j]) for j in theirs})
            changed |= {j: i for j, i in sites.items() if _site(source[i])}
    found = same | changed
    return Matching(
        same,
        changed,
        tuple(i for i in range(len(source)) if i not in found.values()),
        tuple(j for j in range(len(published)) if j not in found),
    )


def _in_turn(source: dict[int, object], published: dict[int, object]) -> dict[int, int]:
    """Pair what is equal on both sides, the first with the first; published to source."""
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for i, what in source.items():
        waiting[what].append(i)
    return {j: waiting[what].pop(0) for j, what in published.items() if waiting[what]}


def _meaning(placeholder: Placeholder) -> object:
    return placeholder.role, _READABLE.sub(r"\1", placeholder.legend)


def _site(placeholder: Placeholder) -> object:
    found = _SITE.match(placeholder.legend)
    return found[1] if found else ""
