"""The least that any program of this kind has to do, run as a program of its own.

`python floor.py PAGES CATALOGS COPIES` reads every file of PAGES and parses it, and loads every catalog of CATALOGS
and saves it into the folder COPIES.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib
import pyromark

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_TASKLISTS


def main(pages: Path, catalogs: Path, copies: Path) -> None:
    """Read and parse, load and save."""
    for path in sorted(pages.rglob("*.md")):
        for _ in pyromark.events_with_range(path.read_bytes().decode(), options=_OPTIONS):
            pass
    for path in sorted(catalogs.rglob("*.po")):
        copy = copies / path.relative_to(catalogs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        polib.pofile(str(path), wrapwidth=0, encoding="utf-8").save(str(copy))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
