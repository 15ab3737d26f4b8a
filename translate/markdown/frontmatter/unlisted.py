"""Words of the front matter that no setting lists, so that they stay in the source language."""

from __future__ import annotations

from collections.abc import Iterator

from translate.markdown.frontmatter import paths
from translate.markdown.frontmatter.block import Block
from translate.markdown.frontmatter.paths import ITEM, Shape
from translate.markdown.frontmatter.readers import reader
from translate.markdown.frontmatter.scalar import Untranslatable
from translate.markdown.prose import names_words

_TERMS = frozenset("alias aliases authors categories category keywords series tags topics".split())
"""Keys whose values generators make addresses and lists of: another spelling would be another list."""


def unlisted(source: bytes, block: Block, keys: tuple[str, ...]) -> tuple[Untranslatable, ...]:
    """Return what the front matter says to people outside of the listed keys: one for each path, at its first value.

    A path is told as the settings write it (`faq[].question`). What may as well be for programs is left out.
    """
    listed = paths.parse(keys).texts
    found = dict.fromkeys(_paths(block.values, (), listed))
    if not found:
        return ()
    text = source[block.content.start : block.content.end].decode()
    line = source.count(b"\n", 0, block.content.start) + 1
    told: dict[str, Untranslatable] = {}
    for each in reader(block.format).find(text, block.document, paths.parse(tuple(found))):
        path = paths.general(each.key)
        if path not in told and names_words(_name(path), each.value):
            reason = f"no setting lists this value ({path})"
            told[path] = Untranslatable(line + text.count("\n", 0, each.start), each.value, reason, paths=(path,))
    return tuple(told.values())


def _paths(value: object, shape: Shape, listed: frozenset[Shape]) -> Iterator[str]:
    """Yield the path of each string that is surely words, and that is not listed."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if isinstance(key, str) and key not in _TERMS and "." not in key:
                yield from _paths(inside, (*shape, key), listed)
    elif isinstance(value, list):
        for inside in value:
            yield from _paths(inside, (*shape, ITEM), listed)
    elif isinstance(value, str) and shape not in listed and names_words(_name(".".join(shape)), value):
        yield ".".join(shape).replace(f".{ITEM}", ITEM)


def _name(path: str) -> str:
    """Return the last key of a path."""
    return path.replace(ITEM, "").rstrip(".").rpartition(".")[2]
