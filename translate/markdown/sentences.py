"""The sentences of raw HTML: runs of words and inline tags between the tags that make blocks."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate

from translate.markdown.attributes import decode
from translate.markdown.html import PICTURES, Token, partners
from translate.markdown.inline import FORMATTING
from translate.markdown.notation import Writer
from translate.model import Role, Span

_BREAK = re.compile(rb"[ \t]*\r?\n\s*|[ \t]*\r\s*")

Stretch = tuple[int, int]
"""Some tokens of a run: the index of the first, and that after the last."""
Place = Callable[[int, int], Span | None]
"""Tells which bytes between two offsets have to be a text (`Leaves.place`)."""


def sentences(run: list[Token], source: bytes, place: Place) -> Iterator[list[Token]]:
    """Yield the parts of a run of inline tokens that are translated on their own.

    What surrounds all of the words is peeled off. Where no words stand outside of elements
    (`<a>Home</a> <a>About</a>`), each element is a text of its own. What has to be a text is one.
    """
    partner = partners(run)
    waiting = [(0, len(run))]
    while waiting:
        first, last = waiting.pop()
        if first == last:
            continue
        wanted = place(run[first].start, run[last - 1].end)
        first, last = _trimmed(run, (first, last), partner, source, wanted or _NOWHERE)
        if first == last:
            continue
        children = _children(first, last, partner)
        elements = [child for child in children if child[1] - child[0] > 1]
        names = {tag.name.lower() for begin, _ in elements if (tag := run[begin].tag)}
        if (
            (wanted is not None and wanted == extent(run[first:last], source))
            or any(_speaks(run[begin], source) for begin, _ in children)
            or (len(elements) > 1 and names & FORMATTING)
        ):
            yield run[first:last]
        else:
            waiting.extend((begin + 1, end - 1) for begin, end in reversed(elements))


_NOWHERE = Span(sys.maxsize, 0)
"""A place that holds nothing: whatever stands at the ends of a run is outside of it."""


def _trimmed(run: list[Token], stretch: Stretch, partner: dict[int, int], source: bytes, place: Span) -> Stretch:
    """Return a stretch of the run without blanks, breaks and empty tags at its ends; what is inside `place` stays."""
    first, last = stretch
    while first < last and run[first].end <= place.start and _silent(run[first], first, partner, source):
        first += 1
    while first < last and run[last - 1].start >= place.end and _silent(run[last - 1], last - 1, partner, source):
        last -= 1
    return first, last


def _silent(token: Token, index: int, partner: dict[int, int], source: bytes) -> bool:
    if token.tag is None:
        return _blank(token, source)
    return token.tag.name.lower() in PICTURES if token.other else index not in partner


def _speaks(token: Token, source: bytes) -> bool:
    """Tell whether a token outside of elements is part of a sentence: words, an expression, `<code>` and its like."""
    if token.tag is None:
        return not _blank(token, source)
    return bool(token.other) and token.tag.name.lower() in FORMATTING


def _blank(token: Token, source: bytes) -> bool:
    return not token.other and not source[token.start : token.end].strip()


def _children(first: int, last: int, partner: dict[int, int]) -> list[Stretch]:
    """Return a stretch of a run cut at its outermost elements; each element is one part."""
    parts: list[Stretch] = []
    while first < last:
        end = max(partner.get(first, first), first) + 1
        parts.append((first, end))
        first = end
    return parts


def notate(run: list[Token], source: bytes, view: bytes, writer: Writer) -> None:
    """Write the notation of a trimmed run; `view` is the source with container prefixes blanked."""
    partner = partners(run)
    worded = _worded(run, view) if partner else []
    index = 0
    while index < len(run):
        token = run[index]
        end = partner.get(index, -1)
        if token.tag is None and not token.other:
            _words(token, index, len(run), view, writer)
        elif end > index and worded[index] == worded[end]:
            writer.lone(token.start, run[end].end, literal=True)
            writer.pieces += [writer.piece(tag.start, tag.end) for tag in run[index : end + 1] if tag.tag or tag.other]
            writer.pieces += [piece for each in run[index:end] for piece in _read(each, view).pieces]
            index = end
        elif end > index:
            writer.pieces.append(writer.piece(token.start, token.end))
            writer.open(Role.PAIR)
        elif end >= 0:
            opening = Span(run[end].start, run[end].end)
            legend = f"{source[opening.start : opening.end].decode()}…{source[token.start : token.end].decode()}"
            writer.pieces.append(writer.piece(token.start, token.end))
            writer.close(Role.PAIR, legend, opening, Span(token.start, token.end))
        else:
            writer.lone(token.start, token.end)
        index += 1


def _worded(run: list[Token], view: bytes) -> list[int]:
    """Return how many tokens up to each one, itself included, hold words."""
    return list(accumulate(_read(token, view).words[0] for token in run))


def _read(token: Token, view: bytes) -> Writer:
    """Return what the words of a token would be written as."""
    writer = Writer(view, view)
    if token.tag is None and not token.other:
        decode(writer, token.start, token.end)
    return writer


def _words(token: Token, index: int, count: int, view: bytes, writer: Writer) -> None:
    start, end = edges(token, view, first=index == 0, last=index == count - 1)
    for match in _BREAK.finditer(view, start, end):
        decode(writer, start, match.start())
        writer.soften(match.start(), match.end())
        start = match.end()
    decode(writer, start, end)


def extent(run: list[Token], view: bytes) -> Span:
    """Return the bytes of a trimmed run without the blanks at its ends."""
    alone = len(run) == 1
    start = edges(run[0], view, first=True, last=alone)[0]
    return Span(start, edges(run[-1], view, first=alone, last=True)[1])


def edges(token: Token, view: bytes, *, first: bool, last: bool) -> tuple[int, int]:
    """Return where the words of a token begin and end, without the blanks at the ends of the run."""
    start, end = token.start, token.end
    if token.tag is None and not token.other:
        if first:
            start = end - len(view[start:end].lstrip())
        if last:
            end = start + len(view[start:end].rstrip())
    return start, end
