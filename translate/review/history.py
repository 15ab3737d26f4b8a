"""What a save has written over, so that it can be taken back."""

from __future__ import annotations

from collections import OrderedDict

from translate.model import Key, Unit
from translate.review.addresses import revision

_MOST = 2000
"""Saves that are remembered: more than a person makes in a day."""

_Version = tuple[str, str, Key, str]


class History:
    """The units before each save of this run, found by the version that the save has left."""

    def __init__(self) -> None:
        self._before: OrderedDict[_Version, Unit] = OrderedDict()

    def remember(self, page: str, locale: str, before: Unit, after: Unit) -> None:
        """Keep a unit that has just been written over."""
        version = (page, locale, after.key, revision(after))
        self._before[version] = before
        self._before.move_to_end(version)
        if len(self._before) > _MOST:
            self._before.popitem(last=False)

    def take_back(self, page: str, locale: str, key: Key, version: str) -> Unit | None:
        """Return the unit that a save has written over, once; None where this run has not saved that version."""
        return self._before.pop((page, locale, key, version), None)
