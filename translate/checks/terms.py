"""L002, L003: whether the words of the glossary are used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from translate.model import Term

if TYPE_CHECKING:
    from translate.checks.pair import Pair

_WORD = r"[^\W_]+"
_DOUBLED = r"(.)\1"
_SOUNDS = str.maketrans("vzß", "fss")
"""Brief, brieven; huis, huizen."""
_ENGLISH, _OTHER = r"(?:[’']s|e?s)?", r"[^\W\d_]{0,2}"
"""What a term may end with in a source text (pauses, pause’s)."""


class Glossary:
    """The terms of a locale, as they are found in source texts; of two that overlap the longer one counts."""

    def __init__(self, terms: Iterable[Term] = (), source_language: str = "en") -> None:
        self._ending = _ENGLISH if source_language == "en" else _OTHER
        self._terms = sorted(terms, key=lambda term: len(term.source), reverse=True)
        self._pattern: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        """Tell whether there are terms."""
        return bool(self._terms)

    def found(self, text: str) -> dict[Term, str]:
        """Return the terms that a plain text has, and how each is written there."""
        if self._pattern is None:
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_regex, self._terms))}){self._ending}(?!\w)")
        found: dict[Term, str] = {}
        for match in self._pattern.finditer(text):
            found.setdefault(self._terms[(match.lastindex or 1) - 1], match[match.lastindex or 1])
        return found


def unused_term(pair: Pair) -> str:
    """L002: tell which terms of the source are not translated as the glossary says.

    Endings, compounds, case and hyphens may differ: frontier model is in grensmodellen and in Grens-model.
    """
    if not pair.style.glossary:
        return ""
    lost = [term for term in pair.terms if term.target != term.source and not _has(pair.plain_target, term.target)]
    return ", ".join(f"“{term.source}” is “{term.target}” in the glossary" for term in lost)


def changed_name(pair: Pair) -> str:
    """L003: tell which terms that are not to be translated are not in the target as they are in the source."""
    if not pair.style.glossary:
        return ""
    lost = [term.source for term, written in pair.terms.items() if term.target == term.source and _lost(pair, written)]
    return ", ".join(f"“{name}” is to stay as it is" for name in lost)


def _regex(term: Term) -> str:
    """Return a group for a term; an acronym or a name is no other word in small letters (US, us; a second look)."""
    words = r"[\s\-\u00a0]+".join(map(re.escape, re.split(r"[\s-]+", term.source)))
    words = re.sub(r"(?<=[b-df-hj-np-tv-z])y$", "(?:y|ie)", words)  # companies
    is_name = term.source.isupper() or (term.target == term.source and not term.source.islower())
    return f"({words})" if is_name else f"((?i:{words}))"


def _lost(pair: Pair, written: str) -> bool:
    return written not in pair.plain_target and _squeezed(written) not in _squeezed(pair.plain_target)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\-\u00a0\u00ad]+", "", text)


def _has(text: str, wanted: str) -> bool:
    """Tell whether a text has a term in one of its forms; an acronym has one, and its letters are no other word."""
    if wanted.isupper():
        return wanted in text
    folded, term = text.casefold(), wanted.casefold()
    if term in folded or _squeezed(term) in _squeezed(folded):
        return True
    sound = _sound(folded)
    return all(_stem(word) in sound for word in re.findall(_WORD, _sound(term)))


@lru_cache(maxsize=8)
def _sound(text: str) -> str:
    """Return a text without what inflection changes inside words: accents, double letters, v for f, z for s."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return re.sub(_DOUBLED, r"\1", text.translate(_SOUNDS))


def _stem(word: str) -> str:
    """Return the beginning of a word that its forms share, the shorter the word, the more of it."""
    length = len(word)
    return word[: length - (length > 3) - (length > 5) - (length > 8)]
