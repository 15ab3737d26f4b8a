"""What to write in the place of a text, so that the parser reads the target there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from translate.markdown.frontmatter.scalar import BLANKS, Scalar, Style, one_line

# Not printable in YAML 1.1 (5.1), or a line break there (NEL, LS, PS); a superset of what TOML excludes.
_UNPRINTABLE = r"\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_ESCAPES = {"\t": r"\t", '"': r"\"", "\\": r"\\"}
_ESCAPED = re.compile(rf'[\t"\\{_UNPRINTABLE}]')
_RAW = re.compile(rf"[^{_UNPRINTABLE}]+")

_NOT_PLAIN = re.compile(
    rf"""
      ^[-?:,\[\]{{}}\#&*!|>'"%@`]   # begins something else
    | :(?:\s|$) | \s\#              # a key, a comment
    | ^\s | \s$ | [\t{_UNPRINTABLE}]
    """,
    re.VERBOSE,
)
# libyaml takes `:` and `?` inside a word, PyYAML's own scanner does not.
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")

# What some reader takes for something other than a string: YAML 1.1 (PyYAML, Hugo) and 1.2 (js-yaml, yaml).
_RESOLVED = re.compile(
    r"""
      ~ | null | true | false | yes | no | on | off | y | n | << | =
    | [-+]?\.(?:inf|nan)
    | [-+]?[.\d][\d_.,:]*(?:e[-+]?\d*)?
    | [-+]?0[xob][\da-f_]*
    | \d{4}-\d\d?-\d\d?(?:[t\ ][\dtz:.+\-\ ]*)?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

_FENCE = "+++"
"""Ends TOML front matter wherever it stands alone on a line, in a string too."""


def spell(scalar: Scalar, target: str) -> bytes | None:
    """Return the bytes that make the parser read `one_line(target)` when they replace the scalar's span.

    The source's way of writing stays where it can hold the target. None where nothing can: no line of a block can be
    blank, and in one without escapes (`|`, `>`, `'''`) none can begin with a blank or hold control characters.
    """
    spelled = _SPELLINGS[scalar.style](one_line(target))
    return None if spelled is None else spelled.encode()


def _plain(target: str) -> str:
    unsafe = not target or _NOT_PLAIN.search(target) or _RESOLVED.fullmatch(target)
    return _quoted(target) if unsafe else target


def _plain_in_flow(target: str) -> str:
    return _quoted(target) if _NOT_PLAIN_IN_FLOW.search(target) else _plain(target)


def _quoted(target: str) -> str:
    return _single(target) if '"' in target or "\\" in target else _double(target)


def _single(target: str) -> str:
    return "'" + target.replace("'", "''") + "'" if _RAW.fullmatch(target) else _double(target)


def _double(target: str) -> str:
    return f'"{_escaped(target)}"'


def _literal(target: str) -> str:
    return f"'{target}'" if _RAW.fullmatch(target) and "'" not in target else _double(target)


def _escaped(target: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or _escape(match[0]), target)


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}"


def _block_line(target: str) -> str | None:
    return target if _RAW.fullmatch(target) and target[0] not in BLANKS else None


def _basic_line(target: str) -> str | None:
    if not target.strip(BLANKS):
        return None
    line = _escaped(target)
    return _escape(line[0]) + line[1:] if line.startswith(_FENCE) else line


def _literal_line(target: str) -> str | None:
    line = _block_line(target)
    unsafe = line is None or "''" in line or line[0] == "'" or line[-1] == "'" or line.startswith(_FENCE)
    return None if unsafe else line


_SPELLINGS: Mapping[Style, Callable[[str], str | None]] = {
    "plain": _plain,
    "flow": _plain_in_flow,
    "single": _single,
    "double": _double,
    "block": _block_line,
    "literal": _literal,
    "basic lines": _basic_line,
    "literal lines": _literal_line,
}
