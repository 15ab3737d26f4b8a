"""Cheap repairs of an answer, each undoing one thing that engines are known to do."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from translate.engines.defects import ENTITY, SPACES, compare
from translate.engines.edges import CLOSING, CLOSING_QUOTES, added_stop, has_words, slipped_left, slipped_right
from translate.engines.lenient import parse_leniently
from translate.engines.shape import Shape, shape
from translate.engines.wire import Mark, Token, joined, parse, plain, render

Row = tuple[Token, ...]


def repair(source: str, answer: str, target: str = "") -> str | None:
    """Mend an answer from the pattern of its source; None when something is wrong that this cannot mend.

    What is returned has no defect but doubtful ones. No word of the answer is changed, added or dropped, except the
    second copy of a whole tag, and what a lone tag holds, which is the source's own.
    """
    tokens = parse_leniently(answer)
    if tokens is None:
        return None
    wanted = parse(source)
    for mend in _MENDS:
        tokens = joined(mend(wanted, tokens))
    mended = _spaces(source, render(tokens), target)
    return mended if all(defect.doubtful for defect in compare(source, mended, target)) else None


def _entities(wanted: Row, tokens: Row) -> Iterable[Token]:
    """`&amp;lt;` → `&lt;`, unless the source itself speaks of entities."""
    if any(isinstance(token, str) and ENTITY.search(token) for token in wanted):
        return tokens
    return (ENTITY.sub(lambda e: html.unescape(e[0]), token) if isinstance(token, str) else token for token in tokens)


def _line_breaks(wanted: Row, tokens: Row) -> Iterable[Token]:
    if any(isinstance(token, str) and re.search(r"[\r\n]", token) for token in wanted):
        return tokens
    return (re.sub(r"\s*[\r\n]+\s*", " ", token) if isinstance(token, str) else token for token in tokens)


def _contents(wanted: Row, tokens: Row) -> Iterator[Token]:
    """Give a lone tag its own content back when that loses no word: it was translated, or emptied without a trace."""
    own = {token.id: token.content for token in wanted if isinstance(token, Mark) and token.kind == "lone"}
    shown = plain(tokens)
    for token in tokens:
        if not isinstance(token, Mark) or token.kind != "lone" or token.id not in own:
            yield token
            continue
        content = own[token.id]
        as_many = len(token.content.split()) == len(content.split())
        lost = not token.content and content not in shown
        yield Mark("lone", token.id, content if as_many or lost else token.content)


def _doubled(wanted: Row, tokens: Row) -> Iterable[Token]:
    """Of a tag that stands twice side by side: drop the copy, or make the two one."""
    row = list(tokens)
    for number in {token.id for token in wanted if isinstance(token, Mark)}:
        row = _merged(row, number)
    return row


def _merged(row: list[Token], number: int) -> list[Token]:
    spans = _spans(row, number)
    if len(spans) != 2 or spans[1][0] < spans[0][1]:
        return row
    (start, end), (again, stop) = spans
    between, one, other = row[end:again], row[start:end], row[again:stop]
    if any(isinstance(token, Mark) or has_words(token) for token in between):
        return row
    if one == other or not has_words(shape(other).text):
        return [*row[:end], *row[stop:]]
    if not has_words(shape(one).text):
        return [*row[:start], *row[again:]]
    return row if len(one) == 1 else [*row[: end - 1], *between, *row[again + 1 :]]


def _spans(row: list[Token], number: int) -> list[tuple[int, int]]:
    """Return where in the row each tag of that id begins and ends."""
    spans, starts = [], []
    for index, token in enumerate(row):
        if isinstance(token, Mark) and token.id == number:
            if token.kind != "close":
                starts.append(index)
            if token.kind != "open":
                spans.append((starts.pop(), index + 1))
    return spans


def _at_the_edges(wanted: Row, tokens: Row) -> Iterable[Token]:
    """Put an empty tag that is lost, or has moved to the start, back to the end of the text where the source has it."""
    row = list(tokens)
    if len(wanted) > 1 and _empty(wanted[-1]) and wanted[-1] not in row[1:]:
        row = [*(token for token in row if token != wanted[-1]), wanted[-1]]
    if wanted and _empty(wanted[0]) and wanted[0] not in row:
        row = [wanted[0], *row]
    return row


def _empty(token: Token) -> bool:
    return isinstance(token, Mark) and token.kind == "lone" and not token.content


def _stop(wanted: Row, tokens: Row) -> Iterable[Token]:
    """Take away a full stop that the source does not end with."""
    row = list(tokens)
    last = next((index for index in reversed(range(len(row))) if isinstance(row[index], str)), None)
    if last is not None and added_stop(shape(wanted).text, shape(tokens).text):
        row[last] = re.sub(rf"[.。।](?=[{CLOSING_QUOTES})\s]*$)", "", str(row[last]))
    return row


def _slipped(wanted: Row, tokens: Row) -> Iterable[Token]:
    """Move blanks, quotes and punctuation out of a pair whose source has none at that edge."""
    row, before = list(tokens), shape(wanted)
    for place in reversed(before.places):  # the inner pair first
        while place.pair and (moved := _one_moved(before, row, place.id)) is not None:
            row = moved
    return row


def _one_moved(before: Shape, row: list[Token], number: int) -> list[Token] | None:
    place, source, spans = shape(row).by_id().get(number), before.by_id()[number], _spans(row, number)
    if place is None or not place.pair or len(spans) != 1 or not has_words(place.content):
        return None
    start, end = spans[0]
    first, last = row[start + 1], row[end - 2]
    if isinstance(first, str) and slipped_left(before, source, place):
        outside = row[start - 1] if start else " "
        there = first[0].isspace() and isinstance(outside, str) and outside[-1:].isspace()
        return [*row[:start], "" if there else first[0], row[start], first[1:], *row[start + 2 :]]
    if isinstance(last, str) and slipped_right(before, source, place):
        outside = row[end] if end < len(row) else ""
        there = isinstance(outside, str) and (
            outside.startswith(last[-1]) or (last[-1].isspace() and outside[:1] in {*CLOSING})
        )
        return [*row[: end - 2], last[:-1], row[end - 1], "" if there else last[-1], *row[end:]]
    return None


def _outer_blanks(wanted: Row, tokens: Row) -> Iterable[Token]:
    row, source = list(tokens), shape(wanted).text
    if source.strip() != source:
        return row
    if row and isinstance(row[0], str):
        row[0] = row[0].lstrip()
    if row and isinstance(row[-1], str):
        row[-1] = row[-1].rstrip()
    return row


def _spaces(source: str, answer: str, target: str) -> str:
    """Put a space beside a tag, or take it away, as the source has it; the outer of two nested tags first."""
    for _ in range(2 * answer.count("<")):
        wrong = next((defect for defect in compare(source, answer, target) if defect.kind in SPACES), None)
        if wrong is None or wrong.id is None:
            break
        row = list(parse(answer))
        start, end = _spans(row, wrong.id)[0]
        if wrong.kind == "space added":
            row[start - 1] = str(row[start - 1]).rstrip()
        else:
            row.insert(start if wrong.kind == "no space before" else end, " ")
        answer = render(row)
    return answer


_MENDS: tuple[Callable[[Row, Row], Iterable[Token]], ...] = (
    _entities,
    _line_breaks,
    _contents,
    _doubled,
    _at_the_edges,
    _stop,
    _slipped,
    _outer_blanks,
)
