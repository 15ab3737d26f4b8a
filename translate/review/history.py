"""What each save has overwritten, so that it can be undone."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from translate.model import Unit
from translate.review.addresses import revision
from translate.review.saving import Saved, Text

_MOST = 2000
"""Saves that are remembered: more than a person makes in a day."""


class History:
    """The units before each save of this run, by the version that the save has written."""

    def __init__(self) -> None:
        self._before: OrderedDict[Text, Unit] = OrderedDict()

    def remember(self, text: Text, saved: Saved) -> None:
        """Keep the unit that a save has overwritten."""
        after = replace(text, base=revision(saved.entry.unit))
        self._before[after] = saved.before
        self._before.move_to_end(after)
        if len(self._before) > _MOST:
            self._before.popitem(last=False)

    def before(self, text: Text) -> Unit | None:
        """Return the unit before the save that wrote this version; None where no save of this run did."""
        return self._before.get(text)

    def forget(self, text: Text) -> None:
        """Forget a save that was undone, so that the next undo finds the one before it."""
        self._before.pop(text, None)
