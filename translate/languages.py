"""Locales, written as in BCP 47 (`nl`, `pt-BR`) or gettext (`pt_BR`, `sr@latin`): in HTML, and in words."""

from __future__ import annotations

import re
from typing import Literal

_LOCALE = re.compile(
    r"""(?P<language>[a-z]{2,3})
    (?:[-_][A-Za-z]{4})?                                # script
    (?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?                   # region
    (?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*   # variants
    (?:@[a-z]+)?                                        # gettext's modifier""",
    re.VERBOSE,
)

# ISO 639-1. The three-letter codes of ISO 639-3 are some 7,900; those we take by their form.
_TWO_LETTERS = frozenset(
    re.findall(
        r"\w\w",
        """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """,
    )
)


_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}

_NAMES = """
af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bangla, bs Bosnian, ca Catalan,
cs Czech, cy Welsh, da Danish, de German, el Greek, en English, eo Esperanto, es Spanish, et Estonian, eu Basque,
fa Persian, fi Finnish, fil Filipino, fr French, ga Irish, gl Galician, gu Gujarati, he Hebrew, hi Hindi, hr Croatian,
hu Hungarian, hy Armenian, id Indonesian, is Icelandic, it Italian, ja Japanese, ka Georgian, kk Kazakh, km Khmer,
kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian,
mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, nb Norwegian Bokmål, ne Nepali,
nl Dutch, nn Norwegian Nynorsk, no Norwegian, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, ro Romanian, ru Russian,
si Sinhala, sk Slovak, sl Slovenian, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu,
tg Tajik, th Thai, tk Turkmen, tr Turkish, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, xh Xhosa, yi Yiddish,
zh Chinese, zu Zulu
"""
NAMES: dict[str, str] = dict(re.findall(r"(\w+) ([\w ]+)", _NAMES))

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he nqo ps sd ug ur yi Adlm Arab Hebr Mand Nkoo Syrc Thaa".split())
"""Languages, and scripts by their ISO 15924 codes, that run from right to left."""


def is_locale(text: str) -> bool:
    """Tell whether a text names a locale: a language that there is, and what may follow it."""
    found = _LOCALE.fullmatch(text)
    return found is not None and (len(found["language"]) == 3 or found["language"] in _TWO_LETTERS)


def tag(locale: str) -> str:
    """Return a locale as HTML writes it (BCP 47): gettext's underscores are hyphens, its scripts have four letters."""
    name, _, modifier = locale.partition("@")
    language, *rest = name.replace("_", "-").split("-")
    script = [_SCRIPTS[modifier]] if modifier in _SCRIPTS else []
    return "-".join([language, *script, *rest])


def name_of(locale: str) -> str:
    """Return what the language of a locale is called; the locale itself where we do not know."""
    return NAMES.get(re.split(r"[-_@]", locale)[0], locale)


def direction(locale: str) -> Literal["ltr", "rtl"]:
    """Return which way the words of a locale run, as HTML's `dir` says it."""
    language, *rest = tag(locale).split("-")
    script = next((part for part in rest if len(part) == 4), "")
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
