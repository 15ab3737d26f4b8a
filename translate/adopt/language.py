"""Whether a text is in the language that it should be in: by the words that each language cannot do without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_COMMON = {
    "en": "the of and to in for on is that it with as are this be by we you not have from they which will what "
    "who if can our your there has their but was",
    "nl": "de het een van en in is dat niet te op zijn met voor die aan er maar ook wordt naar bij door als wij om dit",
    "de": "der die das und ist nicht mit für auf ein eine den von zu im dem des sich auch es wir sie werden wird oder",
    "fr": "le la les des du de et est que une un dans pour pas qui sur nous vous ce sont avec aux ou être",
    "es": "el la los las de que y en un una es por con para no se del al lo como más pero son este nuestra",
    "it": "il lo la gli di che e un una è per non con del della sono si da nel come più anche questo alla dei",
    "pt": "o a os as de que e um uma é do da em para não com por se no na mais como dos são ao",
    "sv": "och att det som en är för av på med inte den till ett har om vi de kan från var när också",
    "da": "og at det som en er for af på med ikke den til et har om vi de kan fra var når også",
    "nb": "og at det som en er for av på med ikke den til et har om vi de kan fra var når også",
    "fi": "ja on ei että se ovat mutta joka myös ovat kun tai hän niin kuin vain ole tämä sen olla",
    "pl": "i w na z do nie się że jest to jak o za od po są oraz dla przez ale który tym aby",
    "cs": "a je na se v že to do s jsou o k pro ale jako za od by který nebo aby není jsme",
    "hu": "a az és hogy nem is egy van meg ez ha vagy de mint csak már aki kell lehet",
    "ro": "și de la în a cu pe nu este o un care din pentru sunt că mai se ce sau",
    "tr": "ve bir bu için da de ile ne olarak daha çok olan gibi var değil ama kadar olduğu",
    "id": "yang dan di untuk dengan ini itu dari tidak dalam pada akan adalah kami atau ke juga oleh",
    "ru": "и в не на что с как это по но из для к мы от за его так или же бы",
    "uk": "і в не на що з як це до та але за для від або ми його так є у",
}
"""The most frequent words of languages, as any frequency list has them."""
_LETTERS = {
    "ja": ("HIRAGANA", "KATAKANA", "CJK"), "zh": ("CJK",), "ko": ("HANGUL",), "ru": ("CYRILLIC",), "uk": ("CYRILLIC",),
    "bg": ("CYRILLIC",), "el": ("GREEK",), "ar": ("ARABIC",), "fa": ("ARABIC",), "he": ("HEBREW",),
    "hi": ("DEVANAGARI",), "th": ("THAI",),
}  # fmt: skip
"""How the names of a script's characters begin, for languages that are not written in Latin letters."""
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(`+).+?\1")
_IN_NAMES = 7
"""How many of them, articles and prepositions, names have too: Centre for the Governance of AI."""
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
    if language == source_language or language not in _LETTERS.keys() | _STOP_WORDS.keys():
        return ""
    letters = "".join(words)[:_SAMPLE]
    if len(letters) > _FEW and not _written(letters, _LETTERS.get(language, ("LATIN",))):
        return f"is not written in the letters of {locale}"
    if len(words) < _FEW or language not in _STOP_WORDS:
        return ""
    found = Counter({each: sum(word in known for word in words) for each, known in _STOP_WORDS.items()})
    other, hits = found.most_common(1)[0]
    return f"reads like {other}, not like {locale}" if hits > 1.5 * found[language] + 3 else ""


def untranslated(text: str, locale: str, source_locale: str) -> bool:
    """Tell whether a text reads like the source language, as a paragraph does that was left out."""
    words = _WORD.findall(_CODE.sub(" ", text.lower()))
    ours, theirs = (_COMMON.get(_language(each), "").split() for each in (source_locale, locale))
    found = sum(word in ours[_IN_NAMES:] and word not in theirs for word in words)
    return found >= max(3, len(words) / 8) and found > 2 * sum(word in theirs and word not in ours for word in words)


def _language(locale: str) -> str:
    name = re.split(r"[-_]", locale.lower())[0]
    return "nb" if name == "no" else name


def _written(letters: str, scripts: tuple[str, ...]) -> bool:
    return sum(unicodedata.name(letter, "").startswith(scripts) for letter in letters) > 0.3 * len(letters)
