"""What somebody who wrote a word that nobody knows may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a question that names the known word which looks like a mistyped one; "" when none does."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def alternatives(word: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known word, or the sentence that lists them all."""
    words = list(known)
    return nearest(word, words) or f"known here: {', '.join(words)}"
