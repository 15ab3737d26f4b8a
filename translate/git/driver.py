"""What git is told about catalogs: that they merge text by text, and by which program."""

from __future__ import annotations

from pathlib import Path

from translate.git.command import run

ATTRIBUTES = "text eol=lf diff=po merge=translate"
"""Of catalogs, in `.gitattributes`; where the driver is not configured, git merges them by lines as ever."""
DRIVER = "translate merge-driver %O %A %B %P"
ENABLE = f'git config merge.translate.driver "{DRIVER}"'
"""Switches the driver on in a clone; git takes no programs to run from a repository itself."""


def driver(folder: Path) -> str | None:
    """Return the command that merges catalogs in this clone, "" when none does, None where there is no git."""
    return _told(folder, "config", "--get", "merge.translate.driver")


def has_attribute(folder: Path, path: str) -> bool:
    """Tell whether git would ask the driver for a file; outside of a repository it never does."""
    return (_told(folder, "check-attr", "merge", "--", path) or "").endswith(": merge: translate")


def _told(folder: Path, *arguments: str) -> str | None:
    try:
        return run(folder, *arguments).stdout.decode("utf-8", "replace").strip()
    except FileNotFoundError:
        return None
