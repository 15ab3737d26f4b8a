"""How a site wants to be translated into a locale: what all of its translations are held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from translate.checks.terms import Glossary


def _unknown() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The languages of a locale's translations, its glossary, and how its readers are addressed."""

    source_locale: str
    locale: str
    glossary: Glossary = field(default_factory=Glossary)
    address: Callable[[], str] = _unknown
    """Returns the form of address, `less` or `more` formal, or "" where nothing tells; asked for only when needed."""
    source_language: str = field(init=False)
    language: str = field(init=False)

    def __post_init__(self) -> None:
        """Tell the languages of the locales."""
        object.__setattr__(self, "source_language", language(self.source_locale))
        object.__setattr__(self, "language", language(self.locale))


def language(locale: str) -> str:
    """Return the language of a locale: `pt` of `pt-BR`."""
    return locale.replace("_", "-").partition("-")[0].partition("@")[0].lower()
