"""Which placeholder of a published text is which of its source: by role and by what it stands for, then by order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from translate.adopt.addresses import LOCALE, SITE
from translate.model import Placeholder, Role

_READABLE = re.compile(r"""\b(alt|title|aria-label|placeholder|label)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""Attributes that people read, which are translated."""
_LOCALE = re.compile(f"^{LOCALE}")
_SITE = re.compile(SITE)


@dataclass(frozen=True, slots=True)
class Matching:
    """The placeholders of both sides, by their indices: every one of them is in one of the five."""

    same: dict[int, int]
    """Published to source: they stand for the same."""
    localized: dict[int, int]
    """Published to source: links to the same page in the other language."""
    changed: dict[int, int]
    """Published to source: the same role at the same place, but something else."""
    lost: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def partners(self) -> dict[int, int]:
        """Return what is whose, published to source."""
        return self.same | self.localized | self.changed

    @property
    def orderly(self) -> bool:
        """Tell whether the changed ones are where the source has theirs, between the same neighbours."""
        if not self.changed:
            return True
        order = [number for _, number in sorted(self.partners.items())]
        return order == sorted(order)


def match(source: Sequence[Placeholder], published: Sequence[Placeholder]) -> Matching:
    """Match the placeholders of two texts; both are in the order of their text."""
    ours, theirs = dict(enumerate(source)), dict(enumerate(published))
    same = _in_turn(_by(_meaning, ours), _by(_meaning, theirs))
    ours, theirs = _without(ours, same.values()), _without(theirs, same)
    localized = _in_turn(_by(_page, ours), _by(_page, theirs))
    ours, theirs = _without(ours, localized.values()), _without(theirs, localized)
    changed: dict[int, int] = {}
    for role in Role:
        our = {i: each for i, each in ours.items() if each.role is role}
        their = {j: each for j, each in theirs.items() if each.role is role}
        if len(our) == len(their):
            changed |= dict(zip(their, our, strict=True))
        else:
            changed |= _in_turn(_by(_site, our), _by(_site, their))
    lost, added = _without(ours, changed.values()), _without(theirs, changed)
    return Matching(same, localized, changed, tuple(lost), tuple(added))


def _by(trait: Callable[[Placeholder], object], placeholders: Mapping[int, Placeholder]) -> dict[int, object]:
    """Return what tells some placeholders from others; those that it does not tell are left out."""
    traits = {index: trait(each) for index, each in placeholders.items()}
    return {index: what for index, what in traits.items() if what}


def _without(placeholders: Mapping[int, Placeholder], known: Collection[int]) -> dict[int, Placeholder]:
    return {index: each for index, each in placeholders.items() if index not in known}


def _in_turn(source: dict[int, object], published: dict[int, object]) -> dict[int, int]:
    """Pair what is equal on both sides, the first with the first; published to source."""
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for i, what in source.items():
        waiting[what].append(i)
    return {j: waiting[what].pop(0) for j, what in published.items() if waiting[what]}


def _meaning(placeholder: Placeholder) -> object:
    return placeholder.role, _READABLE.sub(r"\1", placeholder.legend)


def _page(placeholder: Placeholder) -> object:
    return placeholder.role is Role.LINK and _LOCALE.sub(r"\1/", placeholder.legend)


def _site(placeholder: Placeholder) -> object:
    found = _SITE.match(placeholder.legend)
    return found[1] if found else ""
