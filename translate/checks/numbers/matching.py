"""Which quantities of two texts have no partner."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks.numbers.quantity import Quantity


def unmatched(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Return what is left on each side when as many quantities as possible are paired with one that may mean the same.

    Figures are paired first, and first with figures.
    """
    ours, theirs = (sorted(each, key=_is_word) for each in (ours, theirs))
    matching = _Matching(ours, theirs)
    for index in range(len(ours)):
        matching.pair(index, set())
    paired = set(matching.partner.values())
    return (
        tuple(each for index, each in enumerate(ours) if index not in paired),
        tuple(each for index, each in enumerate(theirs) if index not in matching.partner),
    )


def _is_word(quantity: Quantity) -> bool:
    return quantity.kind != "figure"


class _Matching:
    """A matching of two rows that grows by augmenting paths (Kuhn 1955); once paired, a quantity stays paired."""

    def __init__(self, ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> None:
        self._ours = ours
        self._theirs = theirs
        self.partner: dict[int, int] = {}
        """For each that is paired of theirs, which of ours."""

    def pair(self, index: int, tried: set[int]) -> bool:
        """Find a partner for one of ours, if need be one whose own partner finds another."""
        for other, quantity in enumerate(self._theirs):
            if other in tried or self._ours[index].values.isdisjoint(quantity.values):
                continue
            tried.add(other)
            if other not in self.partner or self.pair(self.partner[other], tried):
                self.partner[other] = index
                return True
        return False
