"""Where the keys of a TOML file stand, which `tomllib` does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

Where = tuple[str | int, ...]
"""The keys, and positions in lists of tables from 0, that lead to a value."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]\s]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w.-]+)["']?\s*=""")


def line_of(text: str, where: Where) -> int:
    """Return the line, from 1, of the innermost key on the way that has a line of its own; 1 when none has."""
    lines = dict(_keys(text))
    steps = (where[:length] for length in range(len(where), 0, -1))
    return next((lines[step] for step in steps if step in lines), 1)


def _keys(text: str) -> Iterator[tuple[Where, int]]:
    table: Where = ()
    positions: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            name = header[2].replace('"', "")
            table = tuple(name.split("."))
            if header[1] == "[[":
                positions[name] = positions.get(name, -1) + 1
                table = (*table, positions[name])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *key[1].split(".")), number
