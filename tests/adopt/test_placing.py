"""The words of a lost link are found, or nothing is: never in the middle of something else."""

from __future__ import annotations

import pytest

from translate.adopt.evidence import Measure
from translate.adopt.lexicon import Lexicon
from translate.adopt.placing import find, place
from translate.model import Span

WORDS = {"old": {"oude": 0.7}, "house": {"huis": 0.8}, "burns": {"brandt": 0.8}, "down": {"af": 0.3}}
MEASURE = Measure(lexicon=Lexicon(WORDS))


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("Wij vragen OpenAI om te stoppen", "OpenAI", "OpenAI"),
        ("Een AI die denkt", "AI", "AI"),
        ("Dit is de weg", "is", None),  # a word of both languages
        ("OpenAI zegt dat OpenAI stopt", "OpenAI", None),
        ("Wij vragen OpenAIs baas", "OpenAI", None),
        ("Zie [OpenAI]({1}) en `OpenAI`", "OpenAI", None),
    ],
)
def test_a_label_that_stayed_is_found_where_it_stands_once(text: str, label: str, found: str | None) -> None:
    span = find(text, label)

    assert (text[slice(*span)] if span else None) == found


def placed(text: str, source: str, label: str) -> str | None:
    start = source.index(label)
    span = place(text, source, Span(start, start + len(label)), MEASURE)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het oude huis brandt vandaag af", "oude huis"),
        ("Het oude, lege huis brandt vandaag af", "oude, lege huis"),
        ("Het [oude]({1}) huis brandt vandaag af", "huis"),
        ("Wij gaan vandaag naar zee", None),
    ],
)
def test_the_words_of_a_label_are_found_by_the_lexicon(text: str, found: str | None) -> None:
    assert placed(text, "The [old house]({1}) burns down today", "old house") == found


def test_no_link_begins_inside_of_emphasis_and_ends_outside() -> None:
    found = placed("Het *lege oude* huis brandt af", "The [old house]({1}) burns down", "old house")

    assert found is None or found.count("*") % 2 == 0
