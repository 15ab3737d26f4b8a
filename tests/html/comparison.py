"""What readers of a built page would find other than on its source, whatever the language."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest

from tests.html.facts import Block, blocks

_NOTHING = Block("nothing", Counter(), [])


def difference(source: str, built: str) -> str | None:
    """Say in what the HTML of two pages differs first, words and their order aside; None when it does not."""
    pairs = zip_longest(blocks(source), blocks(built), fillvalue=_NOTHING)
    for number, (ours, theirs) in enumerate(pairs):
        if ours != theirs:
            return f"block {number}: {_told(ours)} is now {_told(theirs)}"
    return None


def _told(block: Block) -> str:
    return f"{block.tag} {sorted(block.machinery.elements())} {' '.join(block.worded) or 'no words'}"
