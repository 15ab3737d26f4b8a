"""What the table knows of its languages is what CLDR knows; of the other languages CLDR is asked."""

from __future__ import annotations

import pytest

from translate.checks.numbers.cldr import facts
from translate.checks.numbers.languages import TABLE
from translate.checks.numbers.vocabulary import vocabulary


@pytest.mark.parametrize("language", sorted(TABLE))
def test_the_table_agrees_with_cldr(language: str) -> None:
    ours, known = vocabulary(language), facts(language)

    assert ours.decimal == known["decimal"]
    assert ours.group.isspace() == known["group"].isspace()
    for name in ("months", "weekdays"):
        assert known[name].items() <= getattr(ours, name).items(), name
    # A lone letter may mean something else in the next sentence.
    shared = {word for word in known["scales"].keys() & ours.scales.keys() if len(word) > 1}
    assert {word: known["scales"][word] for word in shared} == {word: ours.scales[word] for word in shared}


@pytest.mark.parametrize(
    ("locale", "month", "scale", "decimal"),
    [
        ("pl", ("lutego", 2), ("tysięcy", 3), ","),
        ("pt_BR", ("março", 3), ("milhões", 6), ","),
        ("sr@latin", ("januar", 1), ("milion", 6), ","),
    ],
)
def test_other_languages_are_known_from_cldr(
    locale: str, month: tuple[str, int], scale: tuple[str, int], decimal: str
) -> None:
    found = vocabulary(locale)

    assert (found.months[month[0]], found.scales[scale[0]], found.decimal) == (month[1], scale[1], decimal)


def test_a_region_may_have_other_signs_than_its_language() -> None:
    assert (vocabulary("es").decimal, vocabulary("es-MX").decimal) == (",", ".")
    assert vocabulary("es-MX").months == vocabulary("es").months


def test_a_language_that_nobody_knows_is_read_like_english() -> None:
    assert (vocabulary("tlh").decimal, vocabulary("tlh").months["march"]) == (".", 3)
