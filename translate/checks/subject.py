"""What a finding is about."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """A page and, where it is a locale's, its catalog."""

    source: str
    """The path of the source page."""
    page: str
    catalog: str = ""
    """The path of the catalog."""
    locale: str = ""
