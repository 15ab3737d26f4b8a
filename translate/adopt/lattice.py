"""All ways to align two sequences at once: the best one, and how much likelier its steps are than all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp, expm1, log, log1p

_Cell = tuple[int, int]
_MOST = 20.0
"""Log odds beyond which nothing changes any more."""


@dataclass(frozen=True, slots=True)
class _Edge:
    start: _Cell
    end: _Cell
    weight: float
    counted: float


@dataclass(slots=True)
class Lattice:
    """Cells (how much of either sequence is aligned) and the steps between them, added in the order of their ends."""

    rows: int
    columns: int
    edges: list[_Edge] = field(default_factory=list)
    total: dict[_Cell, float] = field(default_factory=lambda: {(0, 0): 0.0})
    """Greatest sum of weights that leads to a cell."""
    came: dict[_Cell, _Edge] = field(default_factory=dict)
    """The last step of the way with that sum."""
    mass: dict[_Cell, float] = field(default_factory=lambda: {(0, 0): 0.0})
    """Logarithm of the sum of the likelihoods of all ways that lead to a cell."""

    def reached(self, row: int, column: int) -> bool:
        """Tell whether any way leads to a cell."""
        return (row, column) in self.total

    def add(self, start: _Cell, end: _Cell, weight: float, counted: float) -> None:
        """Add a step from a cell that is reached; `counted` is its weight with what its shape costs."""
        edge = _Edge(start, end, weight, counted)
        self.edges.append(edge)
        if end not in self.total or self.total[start] + counted > self.total[end]:
            self.total[end] = self.total[start] + counted
            self.came[end] = edge
        more = self.mass[start] + counted
        self.mass[end] = _sum(self.mass[end], more) if end in self.mass else more

    def best(self) -> Iterator[tuple[_Cell, _Cell, float, float]]:
        """Yield the steps of the best way in order: start, end, weight, and the log odds that any good way takes it.

        The odds are those of the forward-backward algorithm, as for hidden Markov models.
        """
        last = (self.rows, self.columns)
        rest: dict[_Cell, float] = defaultdict(lambda: float("-inf"), {last: 0.0})
        for edge in reversed(self.edges):
            rest[edge.start] = _sum(rest[edge.start], edge.counted + rest[edge.end])
        way: list[_Edge] = []
        cell = last
        while cell != (0, 0):
            way.append(self.came[cell])
            cell = self.came[cell].start
        for edge in reversed(way):
            share = self.mass[edge.start] + edge.counted + rest[edge.end] - self.mass[last]
            yield edge.start, edge.end, edge.weight, _log_odds(share)


def _sum(one: float, other: float) -> float:
    """Return the logarithm of the sum of two numbers that are given by their logarithms."""
    most, least = max(one, other), min(one, other)
    return most + log1p(exp(least - most)) if least > float("-inf") else most


def _log_odds(share: float) -> float:
    """Return the log odds of a probability that is given by its logarithm."""
    against = -min(share, 0.0)
    return _MOST if against < exp(-_MOST) else max(-against - log(-expm1(-against)), -_MOST)
