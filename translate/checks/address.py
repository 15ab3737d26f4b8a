"""L006: readers who are addressed now one way and now another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from translate.checks.pair import Pair, plain, words
from translate.model import Unit

LESS, MORE = "less", "more"
_FORMS: Mapping[str, tuple[str, str]] = {
    "nl": ("je jij jou jouw jouwe jezelf", "u uw uwe uzelf"),
    "de": (
        "du dich dir dein deine deinen deinem deiner deines",
        "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres",
    ),
    "fr": ("tu toi tien tienne ton ta tes te", "vous votre vos vôtre vôtres"),
    "es": ("tú ti contigo tu tus te", "usted"),
}
"""The words of each form, informal and formal; the German polite ones are others without their capitals."""
_QUOTED = r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|‹[^›]*›"
_QUOTES = '"“„«»‹›`'
_STOPS = ",.?!:;)"
_BEGINNING = r"(?:^|[.!?:;…•–—(\ufffc])\W*$"
"""What stands before a word that begins a sentence, or may begin one."""
_FEW = 3
"""Texts below which nothing is said of a page or a locale."""
_SAMPLE = 100
"""Texts that are enough to tell."""


def mixed_address(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """L006: tell which texts of a page address the reader in another way than the site wants it.

    That is what `formality` says, or what most translations of the locale do. Quotations do not count. Of a
    page that mostly keeps to the other form, as a letter may, only the first text is reported.
    """
    if not pairs or pairs[0].language not in _FORMS:
        return
    used = [(pair, found) for pair in pairs if (found := forms(pair.target, pair.language, pair.chunks))]
    if not used:
        return
    wanted = pairs[0].style.address()
    wrong = [(pair, found) for pair, found in used if (wanted and found.keys() != {wanted}) or len(found) > 1]
    is_letter = len(wrong) >= _FEW and 3 * len(wrong) >= 2 * len(used)
    for pair, found in wrong[:1] if is_letter else wrong:
        others = f" ({len(wrong)} texts of this page)" if is_letter else ""
        yield pair, _message(found, wanted) + others


def usual(units: Iterable[Unit], language: str) -> str:
    """Return the form of address that at least two thirds of the first translations with one have, or ""."""
    if language not in _FORMS:
        return ""
    telling = (form for unit in units for form in forms(unit.target, language))
    counted = Counter(islice(telling, _SAMPLE))
    form, count = max(counted.items(), key=lambda each: each[1], default=("", 0))
    return form if count >= _FEW and 3 * count >= 2 * counted.total() else ""


def forms(target: str, language: str, chunks: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the forms of address that a target uses, each with the word that tells it."""
    either, less, more = _words(language)
    chunks = chunks or target.lower().split()
    if either.isdisjoint(chunks):
        return {}
    if language == "de" or any(map(target.__contains__, _QUOTES)):
        text = re.sub(_QUOTED, "", plain(target))
        used = words(text) if language != "de" or _is_polite(text, more) else words(text.lower())
    else:
        used = [chunk.rstrip(_STOPS) for chunk in chunks if chunk in either]
    found: dict[str, str] = {}
    for word in used:
        if word in more or (language != "de" and word.lower() in more):
            found.setdefault(MORE, word)
        elif word.lower() in less:
            found.setdefault(LESS, word)
    return found


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words of either form in small letters, with the marks that may follow; and those of each."""
    less, more = (frozenset(each.split()) for each in _FORMS[language])
    small = (word.lower() for word in less | more)
    return frozenset(word + stop for word in small for stop in ("", *_STOPS)), less, more


def _is_polite(text: str, more: frozenset[str]) -> bool:
    """Tell whether a German polite word stands where it has its capital for no other reason."""
    pattern = rf"\b(?:{'|'.join(sorted(more))})\b"
    return any(re.search(_BEGINNING, text[: match.start()]) is None for match in re.finditer(pattern, text))


def _message(found: Mapping[str, str], wanted: str) -> str:
    if len(found) > 1:
        return f"“{found[LESS]}” and “{found[MORE]}” in one text"
    (form, word), *_ = found.items()
    return f"“{word}” is {form} formal than the other translations" if wanted else f"“{word}”"
