"""What a format needs besides the findings: from where paths are read, and what the author changed."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """The surroundings in which findings are shown."""

    folder: str = ""
    """What leads from where paths are read to the site's root, to be put before its paths: `""` or `docs/`."""
    changed: frozenset[str] = frozenset()
    """The files that the author changed, by their paths from the site's root; empty without --changed-from."""
    version: str = ""
    """Of this program."""
