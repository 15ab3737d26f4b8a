"""Line structure: one sentence per line stays one sentence per line."""

from __future__ import annotations

import re

from translate.markdown.page import Leaf

_CLOSERS = r"[\"'”’»)\]*_~]*(?:\(\{\d+\}\)|\{\d+\})*[\"'”’»)\]*_~]*"
_ENDS = ".!?…"
_MARKS = ".!?…:;,"
_BOUNDARY = re.compile(f"([{_MARKS}]){_CLOSERS} ")


def lay_out(target: str, leaf: Leaf) -> str:
    """Return `target` with newlines for the spaces where its lines end.

    Where each line of the source ends a sentence, and the target has as many sentences, the lines end at the
    same sentences. Otherwise the target is one line.
    """
    if not leaf.breaks:
        return target
    text = leaf.segment.text
    marks = {*_ENDS, *(_last_mark(text[:offset]) for offset, _ in leaf.breaks)}
    source_ends, target_ends = (
        [match.end() - 1 for match in _BOUNDARY.finditer(each) if match[1] in marks] for each in (text, target)
    )
    wanted = {offset for offset, _ in leaf.breaks}
    if len(source_ends) != len(target_ends) or not wanted <= set(source_ends):
        return target
    lines = list(target)
    for source_end, target_end in zip(source_ends, target_ends, strict=True):
        if source_end in wanted:
            lines[target_end] = "\n"
    return "".join(lines)


def _last_mark(line: str) -> str:
    """Return the punctuation that ends a line, closing brackets and markup aside; "" when it is no punctuation."""
    stripped = re.sub(f"{_CLOSERS}$", "", line)
    return stripped[-1:] if stripped[-1:] in tuple(_MARKS) else ""
