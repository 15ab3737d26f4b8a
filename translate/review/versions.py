"""Which version of a file lies on the disk, cheap enough to be asked again and again."""

from __future__ import annotations

from pathlib import Path

from translate import outputs
from translate.review.addresses import digest

_Stamp = tuple[int, int, int]


class Versions:
    """The digests of a site's files; a file is read anew only where its size, its time or its place is another."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[_Stamp, str]] = {}

    def of(self, path: str) -> str:
        """Return the version of a file; "" where there is none. Raises OutputError where it cannot be read."""
        try:
            status = (self._root / path).stat()
        except (FileNotFoundError, NotADirectoryError):
            return ""
        stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = self._known[path] = stamp, digest(outputs.read(self._root, path) or b"")
        return known[1]
