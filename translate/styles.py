"""The style that the translations of each locale are checked against."""

from __future__ import annotations

from functools import cache, partial

from translate.checks.address import usual
from translate.checks.style import Style, language
from translate.checks.terms import Glossary
from translate.glossary import terms
from translate.library import Library
from translate.site import Site


class Styles:
    """The styles of the locales, each made when somebody first asks."""

    def __init__(self, site: Site, library: Library) -> None:
        self._site = site
        self._library = library
        self._styles: dict[str, Style] = {}

    def of(self, locale: str) -> Style:
        """Return the style of a locale. Raises CatalogError for a broken glossary."""
        if locale not in self._styles:
            self._styles[locale] = self._style(locale)
        return self._styles[locale]

    def _style(self, locale: str) -> Style:
        return Style(
            source_locale=self._site.source_locale,
            locale=locale,
            glossary=Glossary(terms(self._site, locale), language(self._site.source_locale)),
            address=cache(partial(self._address, locale)),
        )

    def _address(self, locale: str) -> str:
        """Return how readers are addressed: as the settings say, else as in most translations of the locale."""
        formality = self._site.formality.get(locale, "default")
        if formality != "default":
            return formality
        units = (unit for catalog in self._library.catalogs(locale) for unit in catalog.active())
        return usual(units, language(locale))
