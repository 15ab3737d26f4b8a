"""Defects that engines have been seen to put into an answer, each as a function from a right answer to a damaged one.

A function returns None where the text has no place for its defect.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translate.engines.wire import Mark, Token, joined, parse, render

Damage = Callable[[str], str | None]


def _row(text: str) -> list[Token]:
    return list(parse(text))


def _pairs(row: list[Token]) -> list[tuple[int, int]]:
    """Return where pairs without tags in them open and close."""
    opens = [index for index, token in enumerate(row) if isinstance(token, Mark) and token.kind == "open"]
    return [(index, index + 2) for index in opens if isinstance(row[index + 1], str) and _is(row[index + 2], "close")]


def _is(token: Token, kind: str) -> bool:
    return isinstance(token, Mark) and token.kind == kind


def moved(text: str) -> str | None:
    """Put a lone tag to the beginning (DeepL/deepl-python#93)."""
    row = _row(text)
    lone = next((i for i, t in enumerate(row) if i and _is(t, "lone")), None)
    return None if lone is None else render(joined([row[lone], " ", *row[:lone], *row[lone + 1 :]]))


def emptied(text: str) -> str | None:
    """Put the words behind their pair (DeepL/deepl-node#30)."""
    row = _row(text)
    for start, end in _pairs(row):
        return render([*row[:start], row[start], row[end], " ", row[start + 1], *row[end + 1 :]])
    return None


def duplicated(text: str) -> str | None:
    """Let a pair stand twice, with its words cut between the two (DeepL's documentation of tags)."""
    row = _row(text)
    for start, end in _pairs(row):
        words = str(row[start + 1]).split(" ", 1)
        if len(words) == 2:
            first, second = [row[start], words[0], row[end]], [row[start], words[1], row[end]]
            return render([*row[:start], *first, " ", *second, *row[end + 1 :]])
    return None


def copied(text: str) -> str | None:
    """Let a pair and its words stand twice, far from each other (DeepL/deepl-php#47)."""
    row = _row(text)
    for start, end in _pairs(row):
        return render([*row, " ", *row[start : end + 1]])
    return None


def lost(text: str) -> str | None:
    """Lose the last tag, keep its words."""
    row = _row(text)
    for start, end in reversed(_pairs(row)):
        return render([*row[:start], row[start + 1], *row[end + 1 :]])
    lone = next((i for i, t in enumerate(row) if _is(t, "lone")), None)
    return None if lone is None else render([*row[:lone], *row[lone + 1 :]])


def pulled(text: str) -> str | None:
    """Pull the letter before a tag into it (DeepL/deepl-python#142)."""
    row = _row(text)
    for start, _ in _pairs(row):
        before, words = row[start - 1] if start else "", str(row[start + 1])
        if not isinstance(before, str) or not before[-2:].strip():
            continue
        if before[-1].isalpha():
            return render([*row[:start][:-1], before[:-1], row[start], before[-1] + words, *row[start + 2 :]])
        if before[-1] == " " and before[-2].isalpha() and before[-3:-2].isalpha():
            return render([*row[: start - 1], before[:-2], row[start], f"{before[-2]} {words}", *row[start + 2 :]])
    return None


def space_before_lost(text: str) -> str | None:
    """Lose the space before a tag (DeepL/deepl-node#48)."""
    found = re.sub(r"(?<=\w) (<[gx][^/>]*>\w)", r"\1", text, count=1)
    return found if found != text else None


def space_after_lost(text: str) -> str | None:
    """Lose the space after a tag (DeepL's own example of v1)."""
    found = re.sub(r"(\w</[gx]>) (?=\w)", r"\1", text, count=1)
    return found if found != text else None


def space_inside(text: str) -> str | None:
    """Let the space before a pair slip into it."""
    found = re.sub(r" (<g[^>]*>)", r"\1 ", text, count=1)
    return found if found != text else None


def punctuation_inside(text: str) -> str | None:
    """Let the punctuation after a pair slip into it (DeepL's own example of v2)."""
    found = re.sub(r"</g>([,.;:!?])", r"\1</g>", text, count=1)
    return found if found != text else None


def quote_inside(text: str) -> str | None:
    """Let the quotes around a pair slip into it (DeepL/deepl-node#48)."""
    found = re.sub(r"“(<g[^>]*>)([^<]*)(</g>)”", r"\1“\2”\3", text, count=1)
    return found if found != text else None


def entity_doubled(text: str) -> str | None:
    """Escape entities twice (DeepL/deepl-python#143)."""
    found = re.sub("&(amp|lt|gt);", r"&amp;\1;", text)
    return found if found != text else None


def unescaped(text: str) -> str | None:
    """Give text back unescaped, as LibreTranslate does."""
    found = re.sub("&(amp|lt);", lambda entity: {"amp": "&", "lt": "<"}[entity[1]], text)
    return found if found != text else None


def stop_added(text: str) -> str | None:
    """End with a full stop (translatebot 0.8.1)."""
    return f"{text}." if re.search(r"\w(</[gx]>)?$", text) else None


def attribute_translated(text: str) -> str | None:
    """Translate the value of an attribute (tolgee/tolgee-platform#3330)."""
    found = re.sub(r'id="(\d)', r'id="numero-\1', text, count=1)
    return found if found != text else None


def attribute_broken(text: str) -> str | None:
    """Break the syntax of an attribute (DeepL/deepl-php#49)."""
    found = re.sub(r'<([gx]) id="', r'<\1+id="', text, count=1)
    return found if found != text else None


def content_translated(text: str) -> str | None:
    """Translate what may not be (DeepL/deepl-node#38)."""
    found = re.sub(r"(<x[^/>]*>)([^<]+)(</x>)", r"\1agua\3", text, count=1)
    return found if found != text else None


def broken_line(text: str) -> str | None:
    """Break the line at a tag (DeepL/deepl-python#68)."""
    found = text.replace(" <", "\n<", 1)
    return found if found != text else None


def cut(text: str) -> str | None:
    """Stop in the middle of a tag."""
    return text[: text.rindex("<") + 2] if "<" in text else None


_ALL: tuple[Callable[[str], str | None], ...] = (
    *(moved, emptied, duplicated, copied, lost, pulled, space_before_lost, space_after_lost, space_inside),
    *(punctuation_inside, quote_inside, entity_doubled, unescaped, stop_added, attribute_translated),
    *(attribute_broken, content_translated, broken_line, cut),
)
DEFECTS: dict[str, Damage] = {one.__name__: one for one in _ALL}
