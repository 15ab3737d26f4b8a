"""How many characters a run may spend."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock


class Budget:
    """Characters that may be billed, never exceeded by one.

    What a request may cost is reserved before it is sent and corrected when the engine says what it did cost.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._left = limit
        self._lock = Lock()

    @property
    def left(self) -> int | None:
        """The characters that may still be reserved; None without a limit."""
        return self._left

    def reserve(self, costs: Sequence[int]) -> int:
        """Reserve as many of the texts, from the first on, as there is left for; return how many."""
        with self._lock:
            if self._left is None:
                return len(costs)
            for number, cost in enumerate(costs):
                if cost > self._left:
                    return number
                self._left -= cost
            return len(costs)

    def give_back(self, characters: int) -> None:
        """Return what was reserved and not billed; a negative number takes more."""
        with self._lock:
            if self._left is not None:
                self._left += characters
