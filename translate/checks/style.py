"""How a site wants to be translated into a locale: languages, glossary and form of address."""

from __future__ import annotations

from collections.abc import Callable

from translate.checks.terms import Glossary


class Style:
    """The languages of a locale's translations, its glossary, and how its readers are addressed."""

    def __init__(
        self, source_locale: str, locale: str, glossary: Glossary | None = None, address: Callable[[], str] = str
    ) -> None:
        self.source_locale = source_locale
        self.locale = locale
        self.source_language = language(source_locale)
        self.language = language(locale)
        self.glossary = glossary or Glossary()
        self.address = address
        """Returns the form of address: `less` or `more` formal, "" where none is known. May read every catalog."""


def language(locale: str) -> str:
    """Return the language of a locale: `pt` of `pt-BR`."""
    return locale.replace("_", "-").partition("-")[0].partition("@")[0].lower()
