"""Whether a text is in the language that it should be in: by the words that each language cannot do without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from translate.checks.style import language as language_of
from translate.stop_words import STOP_WORDS

_LETTERS = {
    "ja": ("HIRAGANA", "KATAKANA", "CJK"), "zh": ("CJK",), "ko": ("HANGUL",), "ru": ("CYRILLIC",), "uk": ("CYRILLIC",),
    "bg": ("CYRILLIC",), "el": ("GREEK",), "ar": ("ARABIC",), "fa": ("ARABIC",), "he": ("HEBREW",),
    "hi": ("DEVANAGARI",), "th": ("THAI",),
}  # fmt: skip
"""How the names of a script's characters begin, for languages that are not written in Latin letters."""
_KNOWN = {language: frozenset(words) for language, words in STOP_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(`+).+?\1")
_IN_NAMES = 7
"""How many of the most frequent words say nothing about a text, since names have them too."""
_FEW = 20
"""Words, or letters, of a page below which nothing is said about its language."""
_SAMPLE = 2000
"""Letters that are looked at to tell a script."""


def foreign(texts: Sequence[str], locale: str, source_locale: str, sources: Iterable[str]) -> str:
    """Return why the texts of a page are not in the language of `locale`, or "" where nothing speaks against it.

    `sources` are the texts of the source page, whose language the page may still be in.
    """
    language, source_language = _language(locale), _language(source_locale)
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    long = {text for text in texts if len(text.split()) > 3}
    same = len(long & set(sources))
    if len(long) > 3 and same > 0.6 * len(long) and language != source_language:
        return f"is the source page still: {same} of {len(long)} longer texts are the same"
    if language == source_language or language not in _LETTERS.keys() | STOP_WORDS.keys():
        return ""
    letters = "".join(words)[:_SAMPLE]
    if len(letters) > _FEW and not _written(letters, _LETTERS.get(language, ("LATIN",))):
        return f"is not written in the letters of {locale}"
    if len(words) < _FEW or language not in STOP_WORDS:
        return ""
    found = Counter({each: sum(word in known for word in words) for each, known in _KNOWN.items()})
    other, hits = found.most_common(1)[0]
    return f"reads like {other}, not like {locale}" if hits > 1.5 * found[language] + 3 else ""


def untranslated(text: str, locale: str, source_locale: str) -> bool:
    """Tell whether a text reads like the source language, as a paragraph does that was left out."""
    words = _WORD.findall(_CODE.sub(" ", text.lower()))
    ours, theirs = (STOP_WORDS.get(_language(each), ()) for each in (source_locale, locale))
    found = sum(word in ours[_IN_NAMES:] and word not in theirs for word in words)
    return found >= max(3, len(words) / 8) and found > 2 * sum(word in theirs and word not in ours for word in words)


def _language(locale: str) -> str:
    """Return the language of a locale, by the name that the tables have for it."""
    name = language_of(locale)
    return "nb" if name == "no" else name


def _written(letters: str, scripts: tuple[str, ...]) -> bool:
    return sum(unicodedata.name(letter, "").startswith(scripts) for letter in letters) > 0.3 * len(letters)
