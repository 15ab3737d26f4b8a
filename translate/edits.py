"""What an edit of a text took away and put in, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

_WORD = re.compile(r"(\S*)(\s*)")
_Word = tuple[str, str]
"""A word and the blanks after it."""


class Edit(NamedTuple):
    """A part of a text: in both versions, only in the older or only in the newer one."""

    kind: Literal["kept", "removed", "added"]
    text: str


def edits(before: str, after: str) -> Iterator[Edit]:
    """Yield the parts in order; those not added make `before`, those not removed make `after`.

    Words that were replaced next to each other are one part, with the blanks between them.
    """
    blank = ""
    for changed, group in groupby(_parts(before, after), lambda part: part.kind != "kept"):
        parts = list(group)
        if not changed:
            yield Edit("kept", blank + "".join(part.text for part in parts))
            blank = ""
            continue
        gone, come = ("".join(part.text for part in parts if part.kind == kind) for kind in ("removed", "added"))
        blank = _shared_blank(gone, come)
        yield from _nonempty(Edit("removed", gone.removesuffix(blank)), Edit("added", come.removesuffix(blank)))
    yield from _nonempty(Edit("kept", blank))


def _parts(before: str, after: str) -> Iterator[Edit]:
    """Yield the parts, as small as they come. Only words are compared: blanks are everywhere, and that is slow."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag != "equal":
            yield from _nonempty(Edit("removed", _joined(old[start:end])), Edit("added", _joined(new[begin:stop])))
            continue
        for (word, left), (_, right) in zip(old[start:end], new[begin:stop], strict=True):
            if left == right:
                yield Edit("kept", word + left)
            else:
                yield from _nonempty(Edit("kept", word), Edit("removed", left), Edit("added", right))


def _words(text: str) -> list[_Word]:
    return [(word, blank) for word, blank in _WORD.findall(text) if word or blank]


def _joined(words: Sequence[_Word]) -> str:
    return "".join(word + blank for word, blank in words)


def _nonempty(*parts: Edit) -> Iterator[Edit]:
    return (part for part in parts if part.text)


def _shared_blank(gone: str, come: str) -> str:
    """Return the blanks that both end with."""
    left, right = (text[len(text.rstrip()) :] for text in (gone, come))
    return left if left == right else ""
