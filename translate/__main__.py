"""`translate` and `python -m translate`: Ctrl-C is heard whenever it comes, also while the program is being read."""

from __future__ import annotations

import _thread
import sys
from time import sleep
from types import TracebackType
from typing import Protocol

_SOON = 0.01
"""Seconds until an interrupt that was dropped comes again: the callback that dropped it has ended by then."""


class _Unraisable(Protocol):
    """What Python tells of an exception that it drops (`sys.unraisablehook`)."""

    exc_type: type[BaseException]
    exc_value: BaseException | None
    exc_traceback: TracebackType | None
    err_msg: str | None
    object: object


def main() -> None:
    """Run the program; whatever Ctrl-C hits, it ends with 130 and without a traceback."""
    sys.unraisablehook = _dropped
    try:
        from translate.cli import main as program  # noqa: PLC0415 # it may be interrupted as well

        program(prog_name="translate")
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        sys.exit(130)


def _dropped(lost: _Unraisable) -> None:
    """Interrupt again: Python drops what is raised while it runs a destructor or the callback of a weak reference."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        _thread.start_new_thread(_interrupt, ())
    else:
        sys.__unraisablehook__(lost)


def _interrupt() -> None:
    sleep(_SOON)
    _thread.interrupt_main()


if __name__ == "__main__":
    main()
