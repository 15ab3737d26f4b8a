"""The texts of a block, in bytes of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.markdown.frontmatter import paths
from translate.markdown.frontmatter.block import Block
from translate.markdown.frontmatter.readers import reader
from translate.markdown.frontmatter.scalar import Found, Scalar, Untranslatable
from translate.model import Span


def scalars(
    source: bytes, block: Block, keys: tuple[str, ...]
) -> tuple[tuple[Scalar, ...], tuple[Untranslatable, ...]]:
    """Return the texts that the keys list, in page order, and those that cannot be replaced in place.

    Strings alone are text: dates, numbers and booleans never are, listed or not.
    A block scalar gives one text per line (`|`) or paragraph (`>`).
    """
    listed = paths.parse(keys)
    if listed.names.isdisjoint(block.values):
        return (), ()
    text = source[block.content.start : block.content.end].decode()
    replaceable: list[Scalar] = []
    untranslatable: list[Untranslatable] = []
    finds = reader(block.format).find(text, block.document, listed)
    for found, span in _in_bytes(text, block.content.start, finds):
        if found.obstacle:
            line = source.count(b"\n", 0, span.start) + 1
            untranslatable.append(Untranslatable(line, found.value, found.obstacle))
        else:
            replaceable.append(Scalar(found.key, span, found.value, found.style, found.part))
    return tuple(replaceable), tuple(untranslatable)


def _in_bytes(text: str, origin: int, found: Iterable[Found]) -> Iterator[tuple[Found, Span]]:
    """Yield each find, which ascend, with its span: the text is encoded once, piece by piece."""
    at = 0
    for each in found:
        start = origin + len(text[at : each.start].encode())
        origin = start + len(text[each.start : each.end].encode())
        at = each.end
        yield each, Span(start, origin)
