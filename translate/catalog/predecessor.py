"""Which catalog belonged to a page before it was renamed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter, itemgetter

from translate.model import Catalog, Key, Segment, State

_MOST = 0.5
"""Least share of texts in common (Dice): a page that shares less is another page, as in git's renames."""


def predecessor(segments: Sequence[Segment], orphans: Iterable[Catalog]) -> Catalog | None:
    """Return the orphan (a catalog whose page is gone) that shares most texts with a page without one, or None.

    A rename is the same place: merged as `old`, under the new page's name, it keeps the edits that were made with the
    rename stale, and people's comments and obsolete units. Of several from one page, as renames leave them behind, the
    one wins in which people have done most; then the first in page order.
    """
    today = {segment.key for segment in segments}
    ranked = [
        (_share(orphan, today), _work(orphan, today), orphan) for orphan in sorted(orphans, key=attrgetter("page"))
    ]
    share, _, best = max(ranked, key=itemgetter(0, 1), default=(0.0, (0, 0), None))
    return best if share >= _MOST else None


def _share(catalog: Catalog, today: Collection[Key]) -> float:
    keys = {unit.key for unit in catalog.active()}
    return 2 * len(keys.intersection(today)) / (len(keys) + len(today) or 1)


def _work(catalog: Catalog, today: Collection[Key]) -> tuple[int, int]:
    """Return how many texts of a page are reviewed in a catalog, and how many it ever had."""
    reviewed = sum(unit.state is State.REVIEWED and unit.key in today for unit in catalog.active())
    return reviewed, len(catalog.units)
