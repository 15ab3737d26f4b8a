"""A rate limit that all threads share."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock


class Pace:
    """Let requests go at most `per_second`, and none while the engine asks us to wait.

    `clock` gives seconds that only grow, `sleep` waits for some.
    """

    def __init__(self, per_second: float, *, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._gap = 1 / per_second if per_second else 0.0
        self._clock = clock
        self._sleep = sleep
        self._next = float("-inf")
        self._lock = Lock()

    def wait(self) -> None:
        """Wait for the next free moment and take it."""
        with self._lock:
            moment = max(self._next, self._clock())
            self._next = moment + self._gap
            pause = moment - self._clock()
        if pause > 0:
            self._sleep(pause)

    def hold(self, pause: float) -> None:
        """Let no request go for so many seconds."""
        with self._lock:
            self._next = max(self._next, self._clock() + pause)
