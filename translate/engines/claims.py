"""Who is asking for what: no two threads ask for the same text."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Lock


class Claims:
    """Keys that are being asked for, each by one thread."""

    def __init__(self) -> None:
        self._taken: dict[bytes, Event] = {}
        self._lock = Lock()

    def claim(self, keys: Iterable[bytes]) -> tuple[list[bytes], list[Event]]:
        """Take the keys that are free; return them, and what is set when others are done with the rest."""
        mine, others = [], []
        with self._lock:
            for key in keys:
                if key in self._taken:
                    others.append(self._taken[key])
                else:
                    self._taken[key] = Event()
                    mine.append(key)
        return mine, others

    def release(self, keys: Iterable[bytes]) -> None:
        """Give keys back and wake those who wait for them."""
        with self._lock:
            for key in keys:
                self._taken.pop(key).set()
