"""L001: texts that nobody translated."""

from __future__ import annotations

from translate.checks.pair import Pair, words
from translate.stop_words import STOP_WORDS

_MORE = {
    "en": "how why where when about more all now here up out or at an do does get",
    "nl": "je jij ik we ze hij of uit meer over hoe wat waar wie nu hier onze jouw geen",
    "de": "du ich er uns dein mehr über wie was wo wer hier jetzt unsere kein",
    "fr": "plus notre votre tu te comment quoi ici au en il elle",
    "es": "tu nos cómo qué aquí ahora su",
}
_WORDS = {language: frozenset((*STOP_WORDS[language], *words.split())) for language, words in _MORE.items()}
"""Words by which short texts tell their language: the most frequent ones, and those that headings and buttons have."""
_FEW = 3
"""Words in small letters, below which only one of the most frequent words tells a sentence from a name."""


def identical(pair: Pair) -> str:
    """L001: tell that a target is its source, and reads like a sentence of the source language.

    Names, titles in capitals, code and single words may be the same in both languages.
    """
    if pair.source != pair.target or pair.source_language == pair.language or len(pair.chunks) < 2:
        return ""
    found = words(pair.plain_target)
    ours, theirs = (_WORDS.get(each, frozenset[str]()) for each in (pair.language, pair.source_language))
    if len(found) < 2 or _is_title(found, theirs) or any(word in ours - theirs for word in found):
        return ""
    telling = any(word.lower() in theirs - ours for word in found)
    small = sum(word.islower() for word in found)
    return "is the same as the source" if telling or small >= _FEW else ""


def _is_title(found: list[str], common: frozenset[str]) -> bool:
    """Tell whether most of the words after the first are written like names; small words and acronyms say nothing."""
    telling = [word for word in found[1:] if word.lower() not in common and not word.isupper()]
    return sum(word[0].isupper() for word in telling) > len(telling) / 2
