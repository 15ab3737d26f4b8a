"""Suggestions for an unknown word: what its writer may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str], *, alike: float = 0.6) -> str:
    """Return the known word that is most like another one, if they are `alike`, 0 to 1; "" when none is."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=alike)), "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a question that names the known word which looks like a mistyped one; "" when none does."""
    close = closest(word, known)
    return f'did you mean "{close}"?' if close else ""


def alternatives(word: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known word, or the sentence that lists them all."""
    words = list(known)
    return nearest(word, words) or f"known here: {', '.join(words)}"
