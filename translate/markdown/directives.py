"""What authors say to us in comments: `<!-- translate: off -->` and its kin."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

_COMMENT = re.compile(rb"(?:<!--|\{/\*)\s*translate:\s*(?P<verb>[\w-]*)\s*(?P<said>.*?)\s*(?:-->|\*/\})\Z", re.DOTALL)
VERBS = ("off", "on", "skip", "context", "note")


class Directive(NamedTuple):
    """One directive; `problem` says why it cannot be obeyed."""

    verb: str
    said: str = ""
    problem: str = ""


def directive(comment: bytes) -> Directive | None:
    """Return the directive that a comment is, or None for any other comment.

    `off` … `on` keep everything between them; `skip` keeps the next block; `context "…"` and `note "…"`
    belong to the next block.
    """
    match = _COMMENT.match(comment)
    if match is None:
        return None
    verb = match["verb"].decode(errors="replace")
    said = " ".join(match["said"].decode(errors="replace").split())
    if verb not in VERBS:
        near = difflib.get_close_matches(verb, VERBS, 1, 0.5)
        hint = f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(VERBS)}"
        return Directive(verb, said, f'unknown directive "translate: {verb}"{hint}')
    if verb in {"context", "note"}:
        if len(said) < 3 or said[0] not in "\"'“" or said[-1] not in "\"'”":
            return Directive(verb, said, f'"translate: {verb}" needs a text in quotes')
        said = said[1:-1].strip()
    elif said:
        return Directive(verb, said, f'"translate: {verb}" takes nothing after it')
    return Directive(verb, said)
