"""Which catalog belonged to a page before it was renamed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.model import Catalog, Segment

_MOST = 0.5
"""Least share of texts in common (Dice): a page that shares less is another page, as in git's renames."""


def predecessor(segments: Sequence[Segment], orphans: Iterable[Catalog]) -> Catalog | None:
    """Return the orphan (a catalog whose page is gone) that shares most texts with a page without one, or None.

    A rename is the same place: merged as `old`, under the new page's name, it keeps the edits that were made with the
    rename stale, and people's comments and obsolete units. The first in page order wins a tie.
    """
    today = {segment.key for segment in segments}
    best, most = None, _MOST
    for orphan in sorted(orphans, key=lambda catalog: catalog.page):
        keys = {unit.key for unit in orphan.active()}
        share = 2 * len(keys & today) / (len(keys) + len(today) or 1)
        if share > most or (best is None and share == most):
            best, most = orphan, share
    return best
