import re

from tests.engines.conftest import request
from tests.services.segments import segments
from translate.engines import load
from translate.engines.base import Settings
from translate.engines.defects import compare
from translate.engines.wire import parse, plain

TEXTS = segments(300, seed=8)
ANSWERS = tuple(answer.text for answer in load("pseudo", Settings(environ={})).translate(request(*TEXTS)))


def test_letters_have_accents_and_text_has_brackets() -> None:
    answer = load("pseudo", Settings(environ={})).translate(request('The <g id="1">FAQ</g>, run <x id="2">npm</x>.'))[0]

    assert answer.text == '⟦Ţĥéé <g id="1">ƑÁɊ</g>, ŕúúñ <x id="2">npm</x>.⟧'


def test_tags_and_what_they_hide_stay() -> None:
    assert [compare(text, answer, "nl") for text, answer in zip(TEXTS, ANSWERS, strict=True)] == [()] * len(TEXTS)


def test_no_plain_letter_is_left_outside_what_is_hidden() -> None:
    for answer in ANSWERS:
        shown = re.sub(r"<x[^>]*>[^<]*</x>|<[^<>]*>|&\w+;", "", answer)
        assert not re.search("[a-zA-Z]", shown)


def test_it_is_about_a_third_longer() -> None:
    source, target = (sum(len(plain(parse(text))) for text in texts) for texts in (TEXTS, ANSWERS))

    assert 1.2 < target / source < 1.45


def test_the_same_text_gives_the_same_answer_for_every_locale() -> None:
    again = load("pseudo", Settings(environ={})).translate(request(*TEXTS, target="de"))

    assert tuple(answer.text for answer in again) == ANSWERS
