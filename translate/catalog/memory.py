"""The translation memory: every catalog of a locale, searched for exactly the same text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from translate.catalog.marks import machine_marks, pairs
from translate.model import Catalog, Key, Unit


class Memory(NamedTuple):
    """The best translation of every text of a locale; nothing but catalogs is ever stored."""

    best: Mapping[Key, Unit]

    @classmethod
    def of(cls, catalogs: Iterable[Catalog]) -> Memory:
        """Remember every translation, obsolete ones too, with the source that it was really made from.

        Reviewed beats machine, then what a page has now beats what it had once, then the first in the order of pages.
        """
        best: dict[Key, Unit] = {}
        ranks: dict[Key, int] = {}
        for catalog in sorted(catalogs, key=lambda catalog: catalog.page):
            for unit in catalog.units:
                for pair in pairs(unit):
                    rank = 2 * pair.fuzzy + (unit.obsolete or pair.source != unit.source)
                    if rank < ranks.get(pair.key, 4):
                        ranks[pair.key], best[pair.key] = rank, pair
        return cls(best)

    def recall(self, key: Key) -> Unit | None:
        """Return the translation of exactly this text in this context, as a new unit in the state it had, or None.

        Of the comments only the engine's mark comes along; what people wrote belongs to the other place.
        """
        found = self.best.get(key)
        if found is None:
            return None
        return replace(found, obsolete=False, comments=machine_marks(found), notes=(), flags=(), line=0)


NO_MEMORY = Memory({})
"""What knows no translation."""
