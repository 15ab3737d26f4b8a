"""Made-up sentences: what is written as each language writes it is the same, and a changed digit is told."""

from __future__ import annotations

from datetime import date, time

from babel.dates import format_date, format_time
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.pairs import pair
from translate.checks.numbers.rule import numbers

LOCALES = st.sampled_from(["nl", "de", "fr", "es", "it", "pt", "sv", "pl"])
AMOUNTS = st.one_of(
    st.integers(13, 10**12), st.decimals(13, 10**6, places=1), st.integers(1, 999).map(lambda value: value * 1000)
)
DATES = st.dates(date(1800, 1, 1), date(2199, 12, 31))
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(LOCALES, AMOUNTS)
def test_an_amount_is_itself_in_every_language(locale: str, amount: float) -> None:
    source, target = (format_decimal(amount, locale=each) for each in ("en", locale))

    assert numbers(pair(f"about {source} people", f"… {target} …", locale)) == ""


@given(LOCALES, st.integers(2, 999), st.sampled_from([10**6, 10**9]))
def test_millions_are_millions(locale: str, amount: int, scale: int) -> None:
    assume(scale == 10**6 or locale not in {"es", "pt"})  # mil millones, and whole numbers for CLDR
    source = format_compact_decimal(amount * scale, format_type="long", locale="en")
    target = format_compact_decimal(amount * scale, format_type="long", locale=locale)

    assert numbers(pair(f"about {source}", f"… {target}", locale)) == ""


@given(LOCALES, DATES, st.sampled_from(["long", "full"]))
def test_a_date_is_itself_in_every_language(locale: str, day: date, form: str) -> None:
    source, target = (format_date(day, form, locale=each) for each in ("en", locale))

    assert numbers(pair(f"on {source}", target, locale)) == ""


@given(LOCALES, TIMES)
def test_a_time_of_twelve_hours_is_one_of_twenty_four(locale: str, moment: time) -> None:
    source, target = format_time(moment, "short", locale="en"), format_time(moment, "HH:mm", locale=locale)

    assert numbers(pair(f"at {source}", f"… {target}", locale)) == ""


@given(LOCALES, AMOUNTS, AMOUNTS)
def test_another_amount_is_told(locale: str, amount: float, other: float) -> None:
    assume(amount != other)
    source, target = format_decimal(amount, locale="en"), format_decimal(other, locale=locale)

    assert numbers(pair(f"about {source} people", f"… {target} …", locale)) != ""


@given(LOCALES, DATES, DATES)
def test_another_date_is_told(locale: str, day: date, other: date) -> None:
    assume(day != other)
    source, target = format_date(day, "long", locale="en"), format_date(other, "long", locale=locale)

    assert numbers(pair(f"on {source}", target, locale)) != ""


@given(LOCALES, TIMES, TIMES)
def test_another_time_is_told(locale: str, moment: time, other: time) -> None:
    assume(moment != other)
    source, target = format_time(moment, "short", locale="en"), format_time(other, "HH:mm", locale=locale)

    assert numbers(pair(f"at {source}", f"… {target}", locale)) != ""


@given(st.text("0123456789.,:/-'’ \u00a0\u202fabcekmnprstuXVIé%€()*{}[]`", max_size=40), LOCALES)
def test_any_text_is_the_same_as_itself_in_its_own_language(text: str, locale: str) -> None:
    assert numbers(pair(text, text, "en-GB")) == ""
    numbers(pair(text, text[::-1], locale))
