"""Wire texts as pages have them, made up from words, tags and punctuation by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

_WORDS = (
    "we need a pause on training large models before they become too dangerous for everyone join our protest in front "
    "of the office bring friends water signs banners and read more about risks safety policy treaty summit volunteers"
).split()
_OPAQUE = ("npm", "make run", "@pauseai", "config.toml", "x86")


def segments(number: int, seed: int = 1) -> tuple[str, ...]:
    """Return different texts, the same ones for the same seed."""
    return tuple(islice(stream(seed), number))


def stream(seed: int = 1) -> Iterator[str]:
    """Yield different texts without end."""
    chance = random.Random(seed)  # noqa: S311  # texts, no secrets
    met = set()
    while True:
        text = _sentence(chance)
        if text not in met:
            met.add(text)
            yield text


def _sentence(chance: random.Random) -> str:
    pieces: list[str] = []
    numbers = iter(range(1, 9))
    for _ in range(chance.randint(2, 4)):
        pieces += [_words(chance, 2, 5), _marked(chance, numbers)]
    pieces.append(_words(chance, 1, 4))
    text = " ".join(pieces)
    text = text[0].upper() + text[1:] if text[0] != "<" else text
    return text + chance.choice((".", "", "?", '.<x id="9"/>'))


def _words(chance: random.Random, least: int, most: int) -> str:
    words = chance.sample(_WORDS, chance.randint(least, most))
    if chance.random() < 0.15:
        words.append(chance.choice(("R&amp;D", "&lt;now&gt;", "5 &lt; 6", "Q&amp;A")))
    return " ".join(words)


def _marked(chance: random.Random, numbers: Iterator[int]) -> str:
    number, words = next(numbers), _words(chance, 2, 3)
    pair = f'<g id="{number}">{words}</g>'
    match chance.choice(("pair", "pair", "pair", "nested", "quoted", "comma", "opaque", "opaque", "empty", "cubic")):
        case "nested":
            pair = f'<g id="{number}">{words} <g id="{next(numbers)}">{chance.choice(_WORDS)}</g> now</g>'
        case "quoted":
            pair = f"“{pair}”"
        case "comma":
            pair = f"{pair},"
        case "opaque":
            pair = f'<x id="{number}">{chance.choice(_OPAQUE)}</x>'
        case "empty":
            pair = f'<x id="{number}"/>'
        case "cubic":
            pair = f'{chance.randint(2, 99)} m<g id="{number}">3</g>'
    return pair
