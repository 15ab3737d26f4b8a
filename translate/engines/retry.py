"""How long to wait before a request is sent again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """Exponential back-off: `first` seconds, then `factor` times longer each time, never over `longest`."""

    first: float = 1.0
    factor: float = 2.0
    longest: float = 60.0
    jitter: float = 0.25
    """The share by which a wait varies, so that many clients do not come back at the same moment."""
    endurance: float = 300.0
    """Seconds; a server that asks for a longer wait is taken to be gone."""

    def wait(self, attempt: int, retry_after: float | None, chance: float) -> float | None:
        """Return the seconds to wait after a failed attempt (from 1), None when that would be too long.

        What the server asks for is never undercut. `chance` is a random number from 0 to 1.
        """
        backoff = min(self.first * self.factor ** (attempt - 1), self.longest)
        if retry_after is None:
            return backoff * (1 + self.jitter * (2 * chance - 1))
        return None if retry_after > self.endurance else retry_after + backoff * self.jitter * chance


def seconds(header: str | None, now: float) -> float | None:
    """Read a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3); None when it says nothing.

    `now` is in seconds since the epoch.
    """
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(aware.timestamp() - now, 0.0)
