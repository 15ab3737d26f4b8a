"""A page in another language is noticed, whatever it says."""

from __future__ import annotations

import pytest

from translate.adopt.language import foreign, untranslated

TEXTS = {
    "en": ["We meet on the first Tuesday of the month.", "This is what you will hear from us."],
    "nl": ["We komen op de eerste dinsdag van de maand bijeen.", "Dit is wat je van ons zult horen."],
    "de": ["Wir treffen uns am ersten Dienstag im Monat.", "Das ist nicht alles, was wir auf der Seite haben."],
    "fr": ["Nous nous retrouvons le premier mardi du mois.", "Les questions sont pour vous une bonne idée."],
    "ja": ["毎月第一火曜日に集まります。どなたでも歓迎します。", "これは私たちの話です。"],
    "ru": ["Мы встречаемся в первый вторник месяца.", "Это не всё, что мы хотим вам сказать, но это так."],
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("locale", ["nl", "de-AT", "fr_CA", "ja", "ru"])
def test_only_the_language_of_the_locale_is_right(language: str, locale: str) -> None:
    texts = TEXTS[language] * 4
    reason = foreign(texts, locale, "en", TEXTS["en"])

    assert (reason == "") == (locale[:2] == language)


def test_the_source_page_is_told_as_such() -> None:
    texts = [f"{number} is a number that has many friends." for number in range(5)]

    assert foreign(texts, "nl", "en", texts) == "is the source page still: 5 of 5 longer texts are the same"
    assert foreign(texts, "en-GB", "en", texts) == ""


def test_few_words_say_nothing() -> None:
    assert foreign(["Contact", "Bloomberg"], "nl", "en", ["Contact", "Bloomberg"]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will not be there, but you are welcome.", True),
        ("We zullen er niet zijn, maar je bent welkom.", False),
        ("Centre for the Governance of AI, Department for the Study of Law", False),
        ("De film “This is what you will not hear from us” is nu ook in het Nederlands te zien.", False),
    ],
)
def test_a_text_that_was_left_out_reads_like_its_source(text: str, expected: bool) -> None:
    assert untranslated(text, "nl", "en") == expected
