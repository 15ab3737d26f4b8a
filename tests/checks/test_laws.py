"""Whatever people write, in whatever language: the rules have something to say, or nothing, and that is all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.pairs import style
from translate.checks.rules import RULES
from translate.checks.texts import remarks
from translate.model import Term, Unit

LOCALES = ["nl", "de", "fr-CH", "es_419", "ja", "zh_Hant_TW", "sr@latin", "ar", "th", "tlh", "en-GB", "pt_BR"]
TERMS = (Term("a", "b"), Term("XY", "XY"), Term("1 x", "x (1"), Term("(", "["))
PIECES = [
    *"ab XVI.,:;?!-/'’“”„«»()[]{}*`~\\&%€\t\u00a0\u202f\ufffc…،؟。",
    "{1}",
    "[a]({1})",
    "[b]{2}",
    "12",
    "4 pm",
    "March",
]
PIECES += ["half", "twee", "uur", "u", "Sie", "33,000", "2/12", "XY", "miljoen", "&amp;", "٣", "１２", "万", "pm"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join) | st.text(min_size=1, max_size=30)


@given(TEXTS, TEXTS, st.sampled_from(LOCALES), st.sampled_from(["", "less", "more"]))
def test_rules_say_something_or_nothing(source: str, target: str, locale: str, address: str) -> None:
    unit = Unit(source=source, target=target, comments=("translate: ignore=L001", source))
    found = list(remarks([unit, unit], style(locale, TERMS, address)))

    assert all(remark.code in RULES and remark.message and remark.code != "L001" for remark in found)


@given(TEXTS, st.sampled_from(["", "less", "more"]))
def test_the_same_text_in_the_same_language_lacks_nothing(text: str, address: str) -> None:
    found = remarks([Unit(source=text, target=text)], style("en-GB", address=address))

    assert [remark.code for remark in found] in ([], ["W004"])
