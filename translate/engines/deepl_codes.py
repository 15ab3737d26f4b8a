"""The names that DeepL has for languages."""

from __future__ import annotations

from translate.engines.locales import Locale, parts

_BRITISH = frozenset({"GB", "AU", "IE", "IN", "MT", "NZ", "SG", "ZA"})
_NORWEGIAN = {"no": "NB", "nn": "NB"}


def source_code(locale: str) -> str:
    """Return the source language: never a variant."""
    return _base(parts(locale))


def glossary_code(locale: str) -> str:
    """Return the language of a glossary: never a variant."""
    return _base(parts(locale))


def target_code(locale: str) -> str:
    """Return the target language: English, Portuguese and Chinese need a variant, Latin American Spanish has one."""
    found = parts(locale)
    match found.language:
        case "en":
            return "EN-GB" if found.region in _BRITISH else "EN-US"
        case "pt":
            return "PT-BR" if found.region == "BR" else "PT-PT"
        case "zh":
            return "ZH-HANT" if found.traditional else "ZH-HANS"
        case "es":
            return "ES" if found.region in {"", "ES"} else "ES-419"
    return _base(found)


def _base(locale: Locale) -> str:
    return _NORWEGIAN.get(locale.language, locale.language.upper())
