"""Blanks, ends and words that stand twice: what is told, and what --fix mends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.pairs import pair
from translate.checks.doubled import doubled_word
from translate.checks.fixes import mended
from translate.checks.punctuation import end_punctuation
from translate.checks.spaces import double_space, edge_spaces
from translate.model import Catalog, Unit


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Read", "Lees", ""),
        (" Read", " Lees", ""),
        ("Read", "Lees ", "ends with a blank, the source does not"),
        ("Read", "\tLees", "begins with a blank, the source does not"),
        ("Read ", "Lees", "ends without the blank of the source"),
    ],
)
def test_blanks_at_the_ends(source: str, target: str, message: str) -> None:
    assert edge_spaces(pair(source, target)) == message


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("a b", "a  b", "two blanks after “a”"),
        ("a  b", "c  d", ""),
        ("`a  b`", "`a  b`", ""),
        ("`x`", "nu `a  b` hier", ""),
        ("a b", "a b  ", ""),
    ],
)
def test_two_blanks(source: str, target: str, message: str) -> None:
    assert double_space(pair(source, target)) == message


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Do you?", "Doe je dat?", "nl"),
        ("Do you?", "Le fais-tu\u202f?", "fr"),
        ("Do you?", "Το κάνεις;", "el"),
        ("Do you?", "你做吗？", "zh"),
        ("Do it.", "Doe het!", "nl"),
        ("“Do it.”", "‘Doe het.’", "nl"),
        ("(Do it.)", "(**Doe het**.)", "nl"),
        ("At 4 p.m.", "Om 16.00 uur", "nl"),
        ("Apples etc.", "Appels enzovoort", "nl"),
        ("On the 12th", "Am 12.", "de"),
        ("Getting there", "Hoe kom je er?", "nl"),
        ("Wait …", "Wacht...", "nl"),
        ("This is a sentence whose author forgot the stop", "Dit is een zin.", "nl"),
        ("Write to {1}", "Schrijf naar {1}", "nl"),
        ("Do it.", "ทำมัน", "th"),
    ],
)
def test_ends_that_are_alike(source: str, target: str, locale: str) -> None:
    assert end_punctuation(pair(source, target, locale)) == ""


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Do you?", "Doe je dat.", "ends with a full stop instead of a question mark"),
        ("We ask:", "Wij vragen", "does not end with the colon of the source"),
        ("Do it.", "Doe het", "does not end with the full stop of the source"),
        ("Committees", "Commissies:", "ends with a colon, the source does not"),
        ("Home", "Thuis.", "ends with a full stop, the source does not"),
    ],
)
def test_ends_that_differ(source: str, target: str, message: str) -> None:
    assert end_punctuation(pair(source, target)) == message


@pytest.mark.parametrize(
    ("target", "locale", "message"),
    [
        ("bij de de deur", "nl", "“de de”"),
        ("bij een een.", "nl", "“een een”"),
        ("Ik weet dat dat zo is", "nl", ""),
        ("die, die er zijn", "nl", ""),
        ("ze hem hem gaf", "nl", ""),
        ("der die die Tür öffnet", "de", ""),
        ("an der der Tür und und", "de", "“und und”"),
        ("nous nous voyons", "fr", ""),
        ("de de", "tr", ""),
        ("zowel als tweede als als vierde", "nl", ""),
        ("typ man man", "nl", "“man man”"),
        ("10 10", "nl", ""),
        ("[de]({1}) de", "nl", ""),
    ],
)
def test_a_word_twice_in_a_row(target: str, locale: str, message: str) -> None:
    assert doubled_word(pair("…", target, locale)) == message


def test_what_the_source_says_twice_may_be_said_twice() -> None:
    assert doubled_word(pair("a very very old one", "een heel erg erg oude")) == ""
    assert doubled_word(pair("Type “man man”.", "Typ ‘man man’.")) == ""


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Read", " Lees ", "Lees"),
        ("Read ", "Lees", "Lees "),
        ("a b", "a   b  c", "a b c"),
        ("a  b", "a  b", "a  b"),
        ("a `x`", "a  `x  y`  b", "a `x  y` b"),
        ("[plan]({1})", "[plan] ({1})", "[plan]({1})"),
        ("[plan]{1}", "[plan] {1}", "[plan]{1}"),
        ("[x] {1}", "[y] {1}", "[y] {1}"),
        ("a b", "  ", "  "),
        ("[plan]({1})", "[plan] ({2})", "[plan] ({2})"),
    ],
)
def test_what_is_mended(source: str, target: str, expected: str) -> None:
    unit = Unit(source=source, target=target)

    assert mended(Catalog(locale="nl", page="a.md", units=(unit,))).units == (Unit(source=source, target=expected),)


@given(st.text("ab `[]({1})\t\u00a0", max_size=30), st.text("ab `[]({1})\t\u00a0", max_size=30))
def test_mending_changes_blanks_alone_and_leaves_nothing_to_mend(source: str, target: str) -> None:
    catalog = Catalog(locale="nl", page="a.md", units=(Unit(source=source, target=target, fuzzy=True),))
    once = mended(catalog)
    (unit,) = once.units

    assert "".join(unit.target.split()) == "".join(target.split())
    assert (unit.source, unit.fuzzy) == (source, True)
    assert mended(once) == once
    if source.strip() and unit.target.strip():
        assert edge_spaces(pair(source, unit.target)) == ""
        assert double_space(pair(source, unit.target)) == ""
