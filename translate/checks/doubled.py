"""W004: the the."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.pair import Pair

_RIGHT = {
    "en": "that had is no very really so bye",
    "nl": "dat die het als is hem haar had was zich ze u je jullie wie wat om heel nee hier al",
    "de": "die der das sie ihr ihnen denen den dem dass was wenn sich so ja nein sehr euch uns",
    "fr": "nous vous non oui en très",
    "es": "no sí muy",
    "it": "no sì piano poco via molto subito man mano così",
    "pt": "não sim muito",
    "sv": "det den att som har nej ja är",
    "da": "det den at som har nej ja er",
    "nb": "det den at som har nei ja er",
}
"""Words that can stand twice in a sentence (`Ik weet dat dat zo is`); other languages double words to say more."""
_ALLOWED = {language: frozenset(words.split()) for language, words in _RIGHT.items()}
_STARTS = "([\"'“„‘«"
_STOPS = ".,;:!?)\"'”’»"


def doubled_word(pair: Pair) -> str:
    """W004: tell that a word stands twice in a row, unless it may, or the source has some word twice in a row too."""
    found = next(_twins(pair.chunks, _ALLOWED.get(pair.language, frozenset())), "")
    if not found or pair.language not in _ALLOWED or _has_twins(pair.source_chunks):
        return ""
    return f"“{found} {found}”"


def _has_twins(chunks: list[str]) -> bool:
    return any(_twins([chunk.lstrip(_STARTS) for chunk in chunks], frozenset()))


def _twins(chunks: list[str], allowed: frozenset[str]) -> Iterator[str]:
    following = chunks[1:]
    if any(map(str.startswith, following, chunks)):
        for first, second in zip(chunks, following, strict=False):
            if second.startswith(first) and second.rstrip(_STOPS) == first and first.isalpha() and first not in allowed:
                yield first
