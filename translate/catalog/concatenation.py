"""What msgcat makes of an entry that its files have differently: all of them, each behind the name of its file."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*#-#-#-#-#  .*?  #-#-#-#-#\s*")


def apart(target: str) -> list[str]:
    """Return the targets that msgcat has put into one, each once and in order; the target itself where it is one."""
    return list(dict.fromkeys(filter(None, _MARK.split(target)))) or [target]


def is_mark(comment: str) -> bool:
    """Tell whether a line of a comment only says from which file the next ones are."""
    return _MARK.fullmatch(comment) is not None
