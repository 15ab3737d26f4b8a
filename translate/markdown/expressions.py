"""Where a `{` of JavaScript ends: strings, templates, comments and nested braces are minded."""

from __future__ import annotations

import re

_NEXT = re.compile(
    rb"""(?P<open>\{) | (?P<close>\})
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    | (?P<template>`) | /\*.*?\*/ """,
    re.VERBOSE | re.DOTALL,
)
_IN_TEMPLATE = re.compile(rb"\\. | (?P<open>\$\{) | (?P<close>`)", re.VERBOSE | re.DOTALL)


def closing_brace(source: bytes, start: int) -> int:
    """Return the offset after the `}` that closes the `{` at `start`, or -1 when there is none."""
    inside = [False]  # for each open level: is it a template string?
    depth, position = 0, start
    while True:
        match = (_IN_TEMPLATE if inside[-1] else _NEXT).search(source, position)
        if match is None:
            return -1
        position = match.end()
        if match["open"]:
            depth += 1
            inside.append(False)
        elif match["close"]:
            inside.pop()
            depth -= match["close"] == b"}"
            if depth == 0 and len(inside) == 1:
                return position
        elif not inside[-1] and match["template"]:
            inside.append(True)
