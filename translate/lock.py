"""The lock that keeps two runs on one site apart."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from translate.errors import LockError, OutputError

FOLDER = ".translate"
"""What a run may keep beside the settings; git does not see it, and deleting it loses nothing."""
_AGAIN = 0.02
"""Seconds until a lock that another run holds is tried again."""


@contextmanager
def locked(root: Path, *, patience: float = 0.0) -> Iterator[None]:
    """Hold the site's lock while the body runs; the system lets go of it however the program ends.

    Raises LockError when another run holds it for longer than `patience` seconds, OutputError when there is no place
    for it.
    """
    deadline = monotonic() + patience
    with _opened(root) as descriptor:
        try:
            while not _taken(descriptor, last=monotonic() >= deadline):
                sleep(_AGAIN)
        except BlockingIOError as error:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "unknown"
            message = f"another translate is working on this site (process {holder})"
            raise LockError(message, path=f"{FOLDER}/lock", hint="wait until it has ended, or end it") from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield


def folder(root: Path) -> Path:
    """Make the folder for what is kept beside the settings, where it is not there yet, and return it.

    Raises OutputError where it cannot be made.
    """
    path = root / FOLDER
    try:
        path.mkdir(exist_ok=True)
        if not (ignored := path / ".gitignore").exists():
            ignored.write_text("*\n")
    except OSError as error:
        raise _unwritable(error) from error
    return path


def _taken(descriptor: int, *, last: bool) -> bool:
    """Tell whether the lock is ours; raises BlockingIOError where it is not, the `last` time."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if last:
            raise
        return False
    return True


@contextmanager
def _opened(root: Path) -> Iterator[int]:
    try:
        descriptor = os.open(folder(root) / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise _unwritable(error) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _unwritable(error: OSError) -> OutputError:
    hint = "the site's folder must be writable; --check and --dry-run write nothing"
    return OutputError(f"cannot be written: {error.strerror}", path=f"{FOLDER}/lock", hint=hint)
