"""Which values are text: the paths that a site lists (`title`, `hero.title`, `faq[].question`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

Shape = tuple[str, ...]
"""A path with every index written `[]`: `("faq", "[]", "question")`."""

ITEM = "[]"
_INDEX = re.compile(r"\[\d+\]")


class Paths(NamedTuple):
    """Listed paths, in the forms that a walk through a document asks for."""

    texts: frozenset[Shape]
    """Where a string is text. A listed key may hold one text or a list of them."""
    steps: frozenset[Shape]
    """The texts and all that leads to them."""
    names: frozenset[str]
    """The top-level keys among the steps."""


def general(key: str) -> str:
    """Return the path that the settings list for a value: without the number of an item, which may move in its list."""
    return _INDEX.sub(ITEM, key)


@lru_cache(maxsize=64)
def parse(keys: tuple[str, ...]) -> Paths:
    """Return what the listed keys mean."""
    listed = [tuple(key.replace(ITEM, f".{ITEM}").split(".")) for key in keys]
    texts = frozenset(listed) | {(*shape, ITEM) for shape in listed}
    steps = frozenset(shape[:length] for shape in texts for length in range(1, len(shape) + 1))
    return Paths(texts, steps, frozenset(shape[0] for shape in steps))
