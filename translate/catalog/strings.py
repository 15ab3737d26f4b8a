"""What a string of a catalog may hold."""

from __future__ import annotations

import re


def one_line(text: str) -> str:
    """Return the text without line breaks: each becomes one space, and none stays at an end."""
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text.strip("\r\n")) if "\n" in text or "\r" in text else text
