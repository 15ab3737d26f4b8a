"""How many entries of each list are shown, so that the file stays small however large the site is."""

from __future__ import annotations

from collections.abc import Iterable


def fair(lengths: Iterable[int], most: int) -> int:
    """Return how many entries each of several lists may show when all together show at most `most`.

    Short lists leave to the long ones what they do not need.
    """
    left, waiting = most, sorted(lengths, reverse=True)
    while waiting and waiting[-1] <= left // len(waiting):
        left -= waiting.pop()
    return left // len(waiting) if waiting else most
