"""L001: texts that nobody translated."""

from __future__ import annotations

from translate.checks.pair import Pair, words

_COMMON = {
    "en": "the of and to in for on is that it with as are this be by we you not have from they which will what who if "
    "can our your there has their but was how why where when about more all now here up out or at an do does get",
    "nl": "de het een van en in is dat niet te op zijn met voor die aan er maar ook wordt naar bij door als wij om dit "
    "je jij ik we ze hij of uit meer over hoe wat waar wie nu hier onze jouw geen",
    "de": "der die das und ist nicht mit für auf ein eine den von zu im dem des sich auch es wir sie werden wird oder "
    "du ich er uns dein mehr über wie was wo wer hier jetzt unsere kein",
    "fr": "le la les des du de et est que une un dans pour pas qui sur nous vous ce sont avec aux ou être plus notre "
    "votre tu te comment quoi ici au en il elle",
    "es": "el la los las de que y en un una es por con para no se del al lo como más pero son este nuestra tu nos "
    "cómo qué aquí ahora su",
}
_WORDS = {language: frozenset(text.split()) for language, text in _COMMON.items()}
"""The most frequent words of languages, as any frequency list has them."""
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
