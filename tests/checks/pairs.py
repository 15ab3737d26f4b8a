"""Texts and their translations, as the rules are asked about them."""

from __future__ import annotations

from translate.checks.pair import Pair
from translate.checks.style import Style
from translate.checks.terms import Glossary
from translate.model import Term, Unit


def pair(source: str, target: str, locale: str = "nl", terms: tuple[Term, ...] = (), address: str = "") -> Pair:
    """Return an English text and its translation."""
    return Pair(Unit(source=source, target=target), style(locale, terms, address))


def style(locale: str = "nl", terms: tuple[Term, ...] = (), address: str = "") -> Style:
    return Style("en", locale, Glossary(terms), lambda: address)
