"""Globs as people know them from `.gitignore` and bundlers, for paths with `/`."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)", re.DOTALL)
"""What no globs come to."""
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|\{[^{}/]*\}|.", re.DOTALL)
_REGEX = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matcher(globs: Iterable[str]) -> re.Pattern[str]:
    """Compile globs into one pattern that `fullmatch`es the paths which any of them names.

    `*` stays inside a folder, `**` does not; `?`, `[abc]`, `[!abc]` and `{md,svx}` are known; a glob that ends
    with `/` names everything in that folder. No globs match nothing.
    """
    return re.compile("|".join(map(_regex, globs)) or NOTHING.pattern, re.DOTALL)


def is_glob(text: str) -> bool:
    """Tell whether a text can name more than one path."""
    return any(character in text for character in "*?[{")


def _regex(glob: str) -> str:
    whole = glob.removeprefix("./") + ("**" if glob.endswith("/") else "")
    return "".join(map(_piece, _TOKEN.findall(whole)))


def _piece(token: str) -> str:
    if token in _REGEX:
        return _REGEX[token]
    if len(token) == 1:
        return re.escape(token)
    inside = token[1:-1]
    if token.startswith("{"):
        return f"(?:{'|'.join(map(re.escape, inside.split(',')))})"
    negated = inside.startswith("!")
    members = "".join(c if c == "-" else re.escape(c) for c in inside.removeprefix("!"))
    return f"[{'^/' if negated else ''}{members}]"
