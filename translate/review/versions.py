"""Which version of a file is on the disk, cheap enough to be asked again and again."""

from __future__ import annotations

from pathlib import Path

from translate import outputs
from translate.errors import OutputError
from translate.review.addresses import digest

_Stamp = tuple[int, int, int]
_UNREADABLE = "?"


class Versions:
    """The digests of a site's files; a file is read again only when its size, its time or its inode has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[_Stamp, str]] = {}

    def of(self, path: str) -> str:
        """Return the version of a file; "" where there is none. Of one that cannot be read it is always the same."""
        try:
            status = (self._root / path).stat()
        except OSError:
            return ""
        stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = self._known[path] = stamp, self._read(path)
        return known[1]

    def _read(self, path: str) -> str:
        try:
            return digest(outputs.read(self._root, path) or b"")
        except OutputError:
            return _UNREADABLE
