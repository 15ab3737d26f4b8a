"""A request cut into ones that an engine takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from translate.engines.base import Limits, Request


def batches(request: Request, limits: Limits) -> Iterator[Request]:
    """Cut a request so that no part is over the limits; the texts keep their order.

    A text that is over the limits by itself goes alone, and the engine says what it thinks of it.
    """
    batch: list[str] = []
    used = 0
    for text in request.texts:
        more = size(text)
        if batch and (len(batch) == limits.texts or used + more > limits.size):
            yield replace(request, texts=tuple(batch))
            batch, used = [], 0
        batch.append(text)
        used += more
    if batch:
        yield replace(request, texts=tuple(batch))


def halves(request: Request) -> tuple[Request, Request]:
    """Cut a request of two texts or more in two."""
    middle = len(request.texts) // 2
    return replace(request, texts=request.texts[:middle]), replace(request, texts=request.texts[middle:])


def size(text: str) -> int:
    """Return the bytes that a text takes in a JSON body with its comma.

    The HTTP clients escape everything but ASCII, so that a Cyrillic letter takes six bytes and not two.
    """
    return len(json.dumps(text)) + 2
