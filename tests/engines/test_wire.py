import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.segments import segments
from translate.engines.html import from_html, to_html
from translate.engines.lenient import parse_leniently
from translate.engines.wire import Mark, Token, WireError, characters, characters_at_most, joined, parse, plain, render

TEXT = 'See <g id="1">the <g id="2">FAQ</g></g> &amp; run <x id="3">npm &lt;x&gt;</x>.<x id="4"/>'


@st.composite
def rows(draw: st.DrawFn, depth: int = 2) -> tuple[Token, ...]:
    row: list[Token] = []
    for _ in range(draw(st.integers(0, 4))):
        kind, number = draw(st.sampled_from(["text", "lone", "pair"])), draw(st.integers(0, 99))
        text = draw(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
        if kind == "text":
            row.append(text)
        elif kind == "lone":
            row.append(Mark("lone", number, text))
        else:
            row += [Mark("open", number), *(draw(rows(depth - 1)) if depth else [text]), Mark("close", number)]
    return joined(row)


@given(rows())
def test_what_is_rendered_is_parsed_again(row: tuple[Token, ...]) -> None:
    assert parse(render(row)) == row


@given(rows())
def test_html_spans_come_back_as_the_same_tags(row: tuple[Token, ...]) -> None:
    assert from_html(to_html(render(row))) == render(row)


def test_tokens_of_a_text() -> None:
    assert parse(TEXT) == (
        *("See ", Mark("open", 1), "the ", Mark("open", 2), "FAQ", Mark("close", 2), Mark("close", 1), " & run "),
        *(Mark("lone", 3, "npm <x>"), ".", Mark("lone", 4)),
    )
    assert plain(parse(TEXT)) == "See the FAQ & run npm <x>."


@pytest.mark.parametrize(
    "text",
    [
        "a & b",
        "a < b",
        "<g>a</g>",
        '<g id="one">a</g>',
        '<g id="1" class="x">a</g>',
        '<b id="1">a</b>',
        '<x id="1"><x id="2"/></x>',
        '<g id="1">a',
        "a\x00b",
        '<!DOCTYPE w [<!ENTITY e "e">]>&e;',
    ],
)
def test_what_is_not_the_wire_form_is_refused(text: str) -> None:
    with pytest.raises(WireError):
        parse(text)


def test_characters_are_what_is_read_and_at_most_what_is_written() -> None:
    assert characters(TEXT) == len("See the FAQ & run npm <x>.")
    assert characters_at_most(TEXT) == len("See the FAQ &amp; run npm &lt;x&gt;.")
    for text in segments(200):
        assert characters(text) == len(plain(parse(text))) <= characters_at_most(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a & b", "a &amp; b"),
        ("5 < 6 <b>", "5 &lt; 6 &lt;b&gt;"),
        ("<g id=1>a</g>", '<g id="1">a</g>'),
        ("< g id = “1” >a</ g >", '<g id="1">a</g>'),
        ('<G ID="1">a</G>', '<g id="1">a</g>'),
        ('a<x id="1">', 'a<x id="1"/>'),
        ('a<x id="1"></x> & b<x id="2"/>', 'a<x id="1"/> &amp; b<x id="2"/>'),
        ("a &amp;amp; & b", "a &amp;amp; &amp; b"),
    ],
)
def test_badly_written_tags_and_texts_are_understood(written: str, meant: str) -> None:
    assert parse_leniently(written) == parse(meant)


@pytest.mark.parametrize("written", ['<g id="1">a', "a</g>", '<g id="numero-1">a</g>', '<g+id="1">a</g>'])
def test_tags_that_make_no_pairs_are_not_guessed(written: str) -> None:
    assert parse_leniently(written) is None


@pytest.mark.parametrize(
    ("html", "wire"),
    [
        ('a <b> &amp; <span id="1">c & d</span>', 'a &lt;b&gt; &amp; <g id="1">c &amp; d</g>'),
        ("<span id=1>a</span>", '<g id="1">a</g>'),
        ('<span translate="no" id="2"></span>', '<x id="2"/>'),
        ('<span id="2" translate=no>a < b</span>', '<x id="2">a &lt; b</x>'),
    ],
)
def test_unescaped_html_is_understood(html: str, wire: str) -> None:
    assert from_html(html) == wire
