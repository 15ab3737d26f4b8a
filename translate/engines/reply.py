"""What a language model answered, taken apart: id → translation, or why there is none."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from translate.engines.base import Answer


def schema(ids: tuple[str, ...]) -> dict[str, Any]:
    """Return the JSON schema of a reply: `begins` are the first words of a source, which show a wrong id."""
    text = {"type": "string"}
    entry = {
        "type": "object",
        "properties": {"begins": text, "text": text},
        "required": ["begins", "text"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": dict.fromkeys(ids, entry),
        "required": list(ids),
        "additionalProperties": False,
    }


def answers(content: str, texts: Mapping[str, str]) -> tuple[Answer, ...]:
    """Return an answer for each text (id → source), with a fault where the reply has none for it that can be trusted.

    Chatter and code fences around the JSON are left out. An id that stands twice, a translation that begins with
    another text's words, anything that is no string: a fault, for one such text only. Extra ids are ignored.
    """
    reply = _object(content, texts)
    if reply is None:
        return tuple(Answer("", fault="the answer was no JSON object with the texts' ids") for _ in texts)
    return tuple(_answer(reply, number, texts) for number in texts)


def _object(content: str, ids: Iterable[str]) -> dict[str, list[Any]] | None:
    """Return the first JSON object that has one of the ids, each key with all of its values."""
    decoder = json.JSONDecoder(object_pairs_hook=_collected, strict=False)
    for start in re.finditer(r"\{", content):
        try:
            found, _ = decoder.raw_decode(content, start.start())
        except ValueError:
            continue
        if isinstance(found, dict) and any(number in found for number in ids):
            return found
    return None


def _collected(pairs: list[tuple[str, Any]]) -> dict[str, list[Any]]:
    values: dict[str, list[Any]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return values


def _answer(reply: Mapping[str, list[Any]], number: str, texts: Mapping[str, str]) -> Answer:
    values = reply.get(number, [])
    if not values:
        return Answer("", fault="the text is missing from the answer")
    if len(values) > 1:
        return Answer("", fault="the answer has the text's id twice")
    text, begins = _fields(values[0])
    if text is None:
        return Answer("", fault="the answer has no text under the text's id")
    if len(texts) > 1 and begins is not None and not _same(begins, texts[number]):
        return Answer("", fault="the answer under the text's id belongs to another text")
    return Answer(text)


def _fields(value: object) -> tuple[str | None, str | None]:
    """Return the translation and the copied words; models without a schema often leave the words out."""
    if isinstance(value, str):
        return value, None
    fields = {name: found[0] for name, found in value.items() if len(found) == 1} if isinstance(value, dict) else {}
    text, begins = fields.get("text"), fields.get("begins")
    return text if isinstance(text, str) else None, begins if isinstance(begins, str) else None


def _same(begins: str, source: str) -> bool:
    """Compare what was copied with the beginning of the source, letters and digits alone."""
    copied, own = (list(_letters(text)) for text in (begins, source))
    length = min(len(copied), len(own))
    return copied[:length] == own[:length] and (length > 0 or not own)


def _letters(text: str) -> Iterator[str]:
    """Yield what can be compared; three words may end inside a tag."""
    shown = html.unescape(re.sub("<[^<>]*(>|$)", "", text))
    return (character for character in shown.casefold() if character.isalnum())
