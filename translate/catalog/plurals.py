"""`Plural-Forms` of the world's languages: which form a number takes, from CLDR.

Pages have no plural entries; editors ask for the header all the same and warn when it is not the language's own.
`tests/catalog/test_plurals.py` compares every line with CLDR as Babel ships it.
"""

from __future__ import annotations

_SLAVIC = "n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2"
_TEENS = "n % 100 >= 11 && n % 100 <= 19 ? 3 : 4"

_EXCEPTIONS = {
    "bm bo dz id ig ii ja jbo jv km ko lkt lo ms my nqo sah ses sg su th to tpi vi wo yo yue zh": (1, "0"),
    "ak am as bho bn csw doi fa ff fr gu hi hy kab kn ln mg nso pa pcm pt si ti wa zu": (2, "(n > 1)"),
    "ceb fil": (2, "(n % 10 == 4 || n % 10 == 6 || n % 10 == 9)"),
    "is mk": (2, "(n % 10 != 1 || n % 100 == 11)"),
    "iu naq sat se sma smj smn sms": (3, "(n == 1 ? 0 : n == 2 ? 1 : 2)"),
    "he": (3, "(n == 1 ? 0 : n == 2 ? 1 : 2)"),
    "cs sk": (3, "(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2)"),
    "be bs hr ru sr uk": (3, f"(n % 10 == 1 && n % 100 != 11 ? 0 : {_SLAVIC})"),
    "pl": (3, f"(n == 1 ? 0 : {_SLAVIC})"),
    "lt": (3, "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && (n % 100 < 11 || n % 100 > 19) ? 1 : 2)"),
    "lv prg": (3, "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 2 : 1)"),
    "ro": (3, "(n == 1 ? 0 : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? 1 : 2)"),
    "blo ksh lag": (3, "(n == 0 ? 0 : n == 1 ? 1 : 2)"),
    "shi": (3, "(n <= 1 ? 0 : n <= 10 ? 1 : 2)"),
    "dsb hsb sl": (4, "(n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3)"),
    "gd": (4, "(n == 1 || n == 11 ? 0 : n == 2 || n == 12 ? 1 : n >= 3 && n <= 19 ? 2 : 3)"),
    "gv": (4, "(n % 10 == 1 ? 0 : n % 10 == 2 ? 1 : n % 20 == 0 ? 2 : 3)"),
    "mt": (5, f"(n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : {_TEENS})"),
    "ga": (5, "(n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4)"),
    "ar": (6, "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5)"),
    "cy": (6, "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5)"),
    "pt-pt": (2, "(n != 1)"),
}  # fmt: skip
_USUAL = (2, "(n != 1)")

FORMS = {language: forms for languages, forms in _EXCEPTIONS.items() for language in languages.split()}
"""Languages (lower case BCP 47) that differ from the most usual rule, with the number of forms and the C expression."""


def plural_forms(locale: str) -> str:
    """Return the value of `Plural-Forms` for a locale, by its own name or else by its language."""
    name = locale.replace("_", "-").lower()
    number, expression = FORMS.get(name) or FORMS.get(name.partition("-")[0], _USUAL)
    return f"nplurals={number}; plural={expression};"
