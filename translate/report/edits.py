"""What an edit of a text took away and put in, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_PIECE = re.compile(r"\s+|\S+")


class Edit(NamedTuple):
    """A part of a text: in both versions, only in the older or only in the newer one."""

    kind: Literal["kept", "removed", "added"]
    text: str


def edits(before: str, after: str) -> Iterator[Edit]:
    """Yield the parts in order; those not added make `before`, those not removed make `after`.

    Words that were replaced next to each other are one part, with the blanks between them.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    gone = come = ""
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = "".join(old[start:end]), "".join(new[begin:stop])
        if tag == "equal" and not (gone and come and added.isspace() and stop < len(new)):
            yield from _changed(gone, come)
            yield Edit("kept", added)
            gone = come = ""
        else:
            gone, come = gone + removed, come + added
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterator[Edit]:
    if gone:
        yield Edit("removed", gone)
    if come:
        yield Edit("added", come)
