"""What outlives translation speaks for a pair, and what does not fit speaks against it."""

from __future__ import annotations

import pytest

from tests.adopt.pages import profile
from translate.adopt.evidence import IMPOSSIBLE, Measure
from translate.adopt.lexicon import Lexicon
from translate.adopt.traits import Traits

MEASURE = Measure(lexicon=Lexicon({"train": {"trein": 0.8}}))


def traits(markdown: str) -> Traits:
    (found,) = profile(f"{markdown}\n").traits
    return found


def weight(english: str, dutch: str) -> float:
    return MEASURE.weigh(traits(english), traits(dutch))


@pytest.mark.parametrize(
    ("english", "better", "worse"),
    [
        ("Read [this](/plan) now", "Lees [dit](/plan) nu", "Lees [dit](/wet) nu"),
        ("Read [this](/plan) now", "Lees [dit](/wet) nu", "Lees [dit](/wet) [nu](/nu)"),
        ("Read [this](/plan) now", "Lees [dit](/plan) nu", "Lees dit nu"),
        ("Read this now", "Lees dit nu", "Lees [dit](/wet) nu"),
        (
            "[Law](https://en.wikipedia.org/Law)",
            "[Wet](https://nl.wikipedia.org/Wet)",
            "[Wet](https://wet.example/Wet)",
        ),
        ("Read [this](/plan) now", "Lees [dit](/nl/plan) nu", "Lees [dit](/nl/wet) nu"),
        ("Run `make` now", "Voer `make` uit", "Voer maak uit"),
        ("It costs 1,200 euros", "Het kost 1.200 euro", "Het kost 1.300 euro"),
        ("The train is late", "De trein komt later", "De tulp komt later"),
        ("Ada Lovelace is here", "Hier is Ada Lovelace", "Hier is Max Havelaar"),
        ("There is nothing to see", "Er is niets te zien", "Er is niets te zien, zegt de buurman, en dat al jaren"),
        ("- A point of a list", "- Een punt in een rij", "Een punt in een rij"),
    ],
)
def test_a_text_goes_better_with(english: str, better: str, worse: str) -> None:
    assert weight(english, better) > weight(english, worse)


def test_a_heading_is_no_description_of_an_image() -> None:
    assert weight("# The door", "![de deur](/door.png)") == IMPOSSIBLE


def test_the_same_text_in_both_languages_is_the_same_text() -> None:
    assert weight("The Analytical Engine", "The Analytical Engine") > 5
