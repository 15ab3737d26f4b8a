"""What a program costs: processor time and memory, as the system counts them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that `ru_maxrss` counts in: getrusage(2) has kilobytes on Linux, bytes on macOS."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process, or several after each other, took."""

    seconds: float
    """User and system time: other programs on the machine hardly change it."""
    peak: int
    """The most memory of any of them, in bytes."""

    def __add__(self, other: Cost) -> Cost:
        """Return what both took after each other."""
        return Cost(self.seconds + other.seconds, max(self.peak, other.peak))


class Programs:
    """Runs Python programs whole, start-up and all, with their byte code in a folder of its own."""

    def __init__(self, bytecode: Path) -> None:
        self._environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
        # An installed program has its byte code at hand; some machines forbid to write it.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(self, *arguments: str | Path, expected: Sequence[int] = (0,)) -> Cost:
        """Run Python with these arguments and return what it took; any other exit code ends the benchmark."""
        return _measured([sys.executable, *map(str, arguments)], self._environment, expected)

    def translate(self, site: Path, *arguments: str, expected: Sequence[int] = (0,)) -> Cost:
        """Run the command on a site."""
        return self.run("-m", "translate", "-C", site, *arguments, expected=expected)


def _measured(command: Sequence[str], environment: Mapping[str, str], expected: Sequence[int]) -> Cost:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    # wait4 has taken the end of the process away from Popen, which must not wait for it again.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * _MAXRSS_UNIT)
