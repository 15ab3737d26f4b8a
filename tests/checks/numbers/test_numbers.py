"""Numbers, dates and times are compared as what they mean, however the two languages write them."""

from __future__ import annotations

import pytest

from tests.checks.pairs import pair
from translate.checks.numbers.rule import numbers

RIGHT = [
    ("nl", "10 - 2 pm", "10.00 - 14.00 uur"),
    ("nl", "4.30 - 5.30 pm", "16.30 - 17.30 uur"),
    ("nl", "rooms 4 - 6 and 2 pm", "14.00 uur en de zalen 4 en 6"),
    ("nl", "33,000 people", "33.000 mensen"),
    ("nl", "40k people", "40 duizend mensen"),
    ("nl", "40k", "40.000"),
    ("nl", "1.5 billion dollars", "1,5 miljard dollar"),
    ("nl", "$1.5 billion", "1.500.000.000 dollar"),
    ("nl", "at 4 pm", "om 16.00 uur"),
    ("nl", "at 4 pm", "om 4 uur 's middags"),
    ("nl", "at 4 pm", "om 16 uur"),
    ("nl", "on 2/12", "op 12 februari"),
    ("nl", "on 2/12", "op 2 december"),
    ("de", "3 labs", "drei Labore"),
    ("nl", "two people", "2 mensen"),
    ("nl", "the 12th", "de 12e"),
    ("nl", "12th of March", "12 maart"),
    ("de", "March 12, 2024", "12. März 2024"),
    ("de", "13-02-2024", "13.02.2024"),
    ("de", "2/13/2024", "13. Februar 2024"),
    ("fr", "10,000 people", "10 000 personnes"),
    ("fr", "10,000 people", "10\u202f000 personnes"),
    ("fr", "4:30 pm", "16h30"),
    ("fr", "4 pm", "16 heures"),
    ("fr", "4 pm", "4 heures de l’après-midi"),
    ("fr", "12th century", "XIIe siècle"),
    ("fr", "March 1st", "le 1er mars"),
    ("es", "1.5 billion", "1500 millones"),
    ("es", "1.5 billion", "1,5 mil millones"),
    ("es", "4 pm", "las 4 de la tarde"),
    ("es", "12 March 2024", "12 de marzo de 2024"),
    ("nl", "GPT-3.5", "GPT-3.5"),
    ("nl", "version 1.2.3", "versie 1.2.3"),
    ("nl", "from 2 to 5 pm", "van 14.00 tot 17.00 uur"),
    ("nl", "2–5 pm", "14–17 uur"),
    ("nl", "noon", "12.00 uur"),
    ("nl", "at midnight", "om 24.00 uur"),
    ("nl", "5%", "5 procent"),
    ("nl", "In the 1990s", "in de jaren 90"),
    ("nl", "In the 1990s", "in de jaren negentig"),
    ("nl", "25 people", "vijfentwintig mensen"),
    ("de", "twenty-five people", "25 Leute"),
    ("nl", "€5", "5 euro"),
    ("nl", "a dozen", "12"),
    ("nl", "100 million", "honderd miljoen"),
    ("nl", "half of them", "50%"),
    ("nl", "24/7", "24/7"),
    ("nl", "1/6", "1 op 6"),
    ("nl", "May 2024", "mei 2024"),
    ("nl", "7:30PM to 9PM", "19:30-21:00 uur"),
    ("nl", "Chapter II", "Hoofdstuk 2"),
    ("nl", "2024-02-13", "13 februari 2024"),
    ("ja", "March 12", "3月12日"),
    ("ja", "40,000 people", "4万人"),
    ("pl", "4 pm", "16:00"),
    ("pl", "12 March 2024", "12 marca 2024"),
    ("pt-BR", "1.5 million", "1,5 milhão"),
    ("sv", "33,000", "33 000"),
    ("nl", "Doors open at 7", "Deuren open om 19.00 uur"),
    ("nl", "1 minute", "een minuut"),
    ("nl", "one in six", "1 op de 6"),
    ("nl", "5 a.m.", "05:00"),
    ("nl", "12 pm", "12.00 uur"),
    ("nl", "12 am", "0.00 uur"),
    ("nl", "12:30 pm", "12.30 uur"),
    ("nl", "on Nov. 3", "op 3 november"),
    ("nl", "Feb. 12", "12 feb."),
    ("nl", "10am-2pm", "10.00-14.00 uur"),
    ("de", "4:30 pm", "16.30 Uhr"),
    ("de", "at 4 pm", "um 4 Uhr nachmittags"),
    ("nl", "$2M", "2 miljoen dollar"),
    ("nl", "175B parameters", "175 miljard parameters"),
    ("nl", "70B model", "70B-model"),
    ("nl", "1,000,000", "1 miljoen"),
    ("nl", "2 hours", "2 uur"),
    ("nl", "20 minutes", "twintig minuten"),
    ("nl", "0.5%", "0,5%"),
    ("nl", ".5 mm", "0,5 mm"),
    ("nl", "10^12", "10^12"),
    ("nl", "twice a year", "2 keer per jaar"),
    ("nl", "at half past 4", "om 16.30 uur"),
    ("nl", "$10-15 million", "10 tot 15 miljoen dollar"),
    ("nl", "Sunday, 3 March", "zondag 3 maart"),
    ("de", "first floor", "1. Stock"),
    ("nl", "the 80s", "de jaren 80"),
    ("nl", "+31 20 123 4567", "+31 20 123 4567"),
    ("nl", "+1 (555) 123-4567", "+1 (555) 123-4567"),
    ("nl", "1,234.56", "1.234,56"),
    ("nl", "€ 1,234", "€ 1.234,-"),
    ("fr", "9 am", "9 h"),
    ("fr", "half", "50 %"),
    ("es", "3,000", "3000"),
    ("es", "3,000", "3.000"),
    ("es-MX", "3,000", "3,000"),
    ("de-CH", "3,000", "3’000"),
    ("nl", "16:30", "16.30 uur"),
    ("nl", "4:30 in the afternoon", "16.30 uur"),
    ("nl", "four o’clock", "16.00 uur"),
    ("nl", "four o’clock", "vier uur"),
    ("nl", "7 o'clock tonight", "19.00 uur vanavond"),
]
WRONG = [
    ("nl", "from 4.30 to 5.30 pm", "van 4.30 tot 17.30 uur"),
    ("nl", "10 am-2 pm", "22.00-14.00 uur"),
    ("nl", "33,000", "33,000"),
    ("nl", "33,000 people", "330.000 mensen"),
    ("nl", "40k", "400.000"),
    ("nl", "1.5 billion", "15 miljard"),
    ("nl", "1.5 billion", "1,5 miljoen"),
    ("nl", "4 pm", "4 uur"),
    ("nl", "4 pm", "4.00 uur"),
    ("nl", "4 pm", "17.00 uur"),
    ("nl", "12 March", "12 april"),
    ("nl", "in March", "in april"),
    ("nl", "two people", "drie mensen"),
    ("nl", "2/12", "12 maart"),
    ("nl", "2024", "2042"),
    ("nl", "3.14", "31,4"),
    ("nl", "12 people", "mensen"),
    ("de", "4 pm", "4 Uhr"),
    ("fr", "4 pm", "4 h"),
    ("es", "4 pm", "las 4"),
    ("nl", "on Sunday", "op maandag"),
    ("ja", "40,000 people", "40万人"),
    ("nl", "5%", "50%"),
    ("nl", "GPT-4", "GPT-5"),
    ("nl", "10 am", "22.00 uur"),
    ("es-MX", "3,000", "3,0"),
    ("nl", "100 people", "100 miljoen mensen"),
    ("nl", "1 in 6", "1 op 7"),
    ("nl", "4 pm", "16:30"),
    ("de", "two days", "drei Tage"),
]


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_the_same_in_another_way_of_writing_is_right(locale: str, source: str, target: str) -> None:
    assert numbers(pair(source, target, locale)) == ""


@pytest.mark.parametrize(("locale", "source", "target"), WRONG)
def test_what_differs_is_told(locale: str, source: str, target: str) -> None:
    assert numbers(pair(source, target, locale)) != ""


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("33,000 people", "330.000 mensen", "“33,000” of the source is missing; “330.000” is not in the source"),
        ("12 March", "12 april", "“March” of the source is missing; “april” is not in the source"),
        ("two people", "drie mensen", "“drie” in place of “two”"),
        ("10 people, 20 years", "mensen", "“10”, “20” of the source is missing"),
    ],
)
def test_the_message_names_what_differs(source: str, target: str, message: str) -> None:
    assert numbers(pair(source, target)) == message


def test_code_and_placeholders_hold_no_numbers() -> None:
    assert numbers(pair("Run `make 3` and see [page]({1}) {2}.", "Zie [de pagina]({1}) {2} en draai `make 4`.")) == ""
