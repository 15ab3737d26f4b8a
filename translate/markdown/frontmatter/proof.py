"""The proof that a rebuilt front matter says what it should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from translate.markdown.frontmatter.block import Block, find_fences
from translate.markdown.frontmatter.readers import reader
from translate.markdown.frontmatter.scalar import BLANKS, Scalar, one_line

_Expected = Mapping[str, Mapping[int, tuple[str, str]]]
"""By key and part: the text, and what it has become."""


class Mismatch(NamedTuple):
    """Something that a rebuilt front matter says and should not."""

    key: str
    """The key of the scalar that is to blame; "" for the block as a whole."""
    reason: str


def verify(built: bytes, block: Block, targets: Mapping[Scalar, str]) -> tuple[Mismatch, ...]:
    """Return how the front matter of a built page differs from that of its source with the targets in it.

    The block is loaded again (python-frontmatter; tomllib) and must have the same keys in the same order, the
    targets where its scalars were, and everywhere else the source's values, type by type.
    """
    fences = find_fences(built)
    if fences is None or fences.format != block.format:
        return (Mismatch("", "the built page has no front matter"),)
    opening = built[fences.span.start : fences.content.start]
    try:
        # python-frontmatter knows no dots as the closing fence.
        values = reader(block.format).load((built[fences.span.start : fences.content.end] + opening).decode())
    except ValueError as error:
        return (Mismatch("", f"the built front matter cannot be read: {error}"),)
    expected: dict[str, dict[int, tuple[str, str]]] = {}
    for scalar, target in targets.items():
        expected.setdefault(scalar.key, {})[scalar.part] = (scalar.value, one_line(target))
    return tuple(_differences("", block.values, values, expected))


def _differences(key: str, before: object, after: object, expected: _Expected) -> Iterator[Mismatch]:
    if type(before) is not type(after):
        yield Mismatch(key, f"was {type(before).__name__}, became {type(after).__name__}")
    elif isinstance(before, (dict, list)):
        yield from _differences_inside(key, before, after, expected)
    elif isinstance(before, str) and key in expected:
        if after != (wanted := _substituted(before, expected[key])):
            yield Mismatch(key, f"reads {after!r} instead of {wanted!r}")
    # NaN is the one value that differs from itself.
    elif before != after and before == before:  # noqa: PLR0124
        yield Mismatch(key, f"was {before!r}, became {after!r}")


def _differences_inside(key: str, before: object, after: object, expected: _Expected) -> Iterator[Mismatch]:
    old, new = _children(key, before), _children(key, after)
    if [name for name, _ in old] != [name for name, _ in new]:
        yield Mismatch(key, f"holds other keys: {', '.join(name for name, _ in new)}")
        return
    for (name, value), (_, built) in zip(old, new, strict=True):
        yield from _differences(name, value, built, expected)


def _children(key: str, value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        prefix = f"{key}." if key else ""
        return [(f"{prefix}{name}", member) for name, member in value.items()]
    return [(f"{key}[{index}]", item) for index, item in enumerate(value)] if isinstance(value, list) else []


def _substituted(value: str, parts: Mapping[int, tuple[str, str]]) -> str:
    lines = value.split("\n")
    worded = [number for number, line in enumerate(lines) if line.strip(BLANKS)]
    for part, (text, target) in parts.items():
        lines[worded[part]] = lines[worded[part]].replace(text, target, 1)
    return "\n".join(lines)
