"""What goes to a machine and comes back unchanged means the same; what comes back damaged is noticed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.markdown.reading import read
from tests.strategies import pages, rules
from translate.engines.wire import parse as parse_wire
from translate.markdown.dialects import DIALECTS
from translate.markdown.placeholders import BrokenTargetError, parse
from translate.markdown.reassembly import reassemble
from translate.markdown.restoration import restore
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.markdown.spelling import one_line
from translate.markdown.wire import Wire, protect
from translate.model import Segment

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SITES = {
    "pauseai/en_now": Rules(dialect="mdsvex", components={"Tabs": ("tabs[].title", "tabs[].content|html")}),
    "astro": Rules(dialect="mdx", heading_id_syntax="comment"),
    "rustbook": Rules(dialect="commonmark"),
}


def wire(markdown: str) -> Wire:
    (only,) = segment("page.md", markdown.encode(), Rules(dialect="gfm")).segments
    return protect(only)


def meaning(text: Segment) -> str:
    """Return what a text says, however it is spelled: its wire form, in which there are no spellings."""
    return protect(replace(text, text=one_line(text.text))).text


@settings(max_examples=300)
@given(source=pages(), rules=st.sampled_from(sorted(DIALECTS)).flatmap(rules))
def test_what_comes_back_unchanged_means_the_same(source: bytes, rules: Rules) -> None:
    for text in read(source, rules).segments:
        parse(text.text, text)  # no text is a broken target of itself
        sent = protect(text)
        parse_wire(sent.text)  # what engines get can be read by them

        assert meaning(replace(text, text=restore(sent, sent.text))) == meaning(text)


@pytest.mark.parametrize("site", SITES)
def test_every_text_of_real_pages_comes_back(site: str) -> None:
    folder = CORPORA / site
    if not folder.is_dir():
        pytest.skip(f"skipped: {site} is not here (../shared/corpora)")
    different = texts = 0
    for path in sorted(folder.rglob("*.md")):
        page = segment(path.name, path.read_bytes(), SITES[site])
        back = {text.key: restore(protect(text), protect(text).text) for text in page.segments}
        texts += len(back)
        different += sum(text != key[1] for key, text in back.items())
        rebuilt = reassemble(page, back)

        assert rebuilt.rejected == ()
        again = segment(path.name, rebuilt.content, SITES[site], rebuilt.places).segments
        assert [meaning(text) for text in again] == [meaning(text) for text in page.segments]
    assert texts > 500
    assert different <= 0.002 * texts  # an escape that was not needed


@pytest.mark.parametrize(
    ("markdown", "sent"),
    [
        ("Read [the *plan*](/a) now", 'Read <g id="1">the <g id="2">plan</g></g> now'),
        ("a <b>c</b> ![d](/e) `npm` f", 'a <g id="1">c</g> <g id="2">d</g> <x id="3">npm</x> f'),
        ("write to <me@x.example> or https://x.example/y", None),
        ("a<br>b", 'a<x id="1"/>b'),
        ("R\\&D & 5 < 6 \\*", "R&amp;D &amp; 5 &lt; 6 *"),
        ("a &amp;lt; b", "a &amp;lt; b"),
        ("**all of it**", "all of it"),
        ("[**all** of it](/a)", '<g id="2">all</g> of it'),
        ("***all***", "all"),
        ("**one** and **two**", '<g id="1">one</g> and <g id="2">two</g>'),
        ("~~gone~~ now", '<g id="1">gone</g> now'),
        ("a \x1f\ufffeb", "a b"),
        (f"`{'long ' * 9}` code", '<x id="1"/> code'),
    ],
)
def test_the_wire_form(markdown: str, sent: str | None) -> None:
    made = wire(markdown)

    if sent is None:
        sent = 'write to <x id="1">&lt;me@x.example&gt;</x> or <x id="2">https://x.example/y</x>'
    assert made.text == sent


def test_marks_that_cross_a_tag_go_first() -> None:
    made = wire("*a <b>b* c</b> d")

    assert made.text == '<g id="1">a <x id="2"/>b</g> c<x id="3"/> d'


@pytest.mark.parametrize(
    ("markdown", "answer", "target"),
    [
        ("Read _this_ now", 'Lees<g id="1">dit</g> nu', "Lees*dit* nu"),
        ("Read __this__ now", 'Lees <g id="1">dit</g>nu', "Lees **dit**nu"),
        ("Read _this_ now", '<g id="1">Dit</g> lezen', "_Dit_ lezen"),
        ("**Note:** read", '<g id="1">注意：</g>请阅读', "**注意**：请阅读"),
        ("Read **“it”** now", '阅读<g id="1">“它”</g>吧', "阅读“**它**”吧"),
        ("Read **it** now", 'Lees <g id="1">* dit *</g>', "Lees **\\* dit \\***"),
        ("Read it", "2 * 3 * 4 a_b [sic]", "2 * 3 * 4 a_b [sic]"),
        ("Read it", "*niet* _zo_ `x` \\", "\\*niet\\* \\_zo\\_ \\`x\\` \\\\"),
        ("Read *it*", '* a <g id="1">b</g> ~ ~ [c]', "\\* a *b* ~ ~ [c]"),
        ("Read [it](/a)", "[x] <g id='1' >dit</g>", "[x] [dit]({1})"),
        ("Read **it**", 'Lees  <g id="1">dit</g>\n&#233;&amp;amp;', "Lees  **dit** é&amp;"),
        ("**Read it**", " Lees dit ", "**Lees dit**"),
        ("Read `it` <br> now", '<x id="2"/> nu <x id="1">vertaald</x>', "{1} nu `it`"),
    ],
)
def test_an_answer_becomes_a_target(markdown: str, answer: str, target: str) -> None:
    assert restore(wire(markdown), answer) == target


def test_inside_html_only_brackets_are_read() -> None:
    made = wire("<div>\nRead *it*, <b>all [1]</b>\n</div>")

    assert made.text == 'Read *it*, <g id="1">all [1]</g>'
    assert restore(made, 'Lees *dit* `x` \\, <g id="1">al [1]</g>') == "Lees *dit* `x` \\\\, [al [1]]{1}"
    assert restore(made, 'Lees <g id="1">al 1]</g>') == "Lees [al 1\\]]{1}"


@pytest.mark.parametrize("markdown", ["a <b>[</b>", "a\\\\<b>[</b>", "<p>a [<i></i></p>", "a <b></b> c"])
def test_brackets_that_hold_a_bracket_are_not_empty(markdown: str) -> None:
    made = wire(markdown)

    assert meaning(replace(made.segment, text=restore(made, made.text))) == made.text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a\\www.x.example", "a\\\\{1}"),
        ("a\\\\\\www.x.example", "a\\\\\\\\{1}"),
        ("a\\\\<br>b", "a\\\\{1}b"),
        ("[a\\  \nb](/c)", "[a\\\\{1}b]({2})"),
        ("<p>a\\www.x.example</p>", "a\\\\{1}"),
    ],
)
def test_a_backslash_before_machinery_is_a_character(markdown: str, text: str) -> None:
    made = wire(markdown)
    target = restore(made, made.text.replace("a", "d", 1))

    assert made.segment.text == text
    assert target == text.replace("a", "d", 1)
    page = segment("page.md", markdown.encode(), Rules(dialect="gfm"))
    rebuilt = reassemble(page, {made.segment.key: target})
    assert rebuilt.rejected == ()
    (again,) = segment("page.md", rebuilt.content, page.rules).segments
    assert again.text == target


DAMAGES = {
    "P001": ('x <g id="1">a</g>', 'x a <x id="2">c</x>', ""),
    "P002": ('x <g id="1">a</g> <x id="2">c</x> <g id="7">b</g>', 'x <b>a</b> <g id="1">a</g> <x id="2">c</x>'),
    "P003": (
        'x <g id="1">a</g> <g id="1">a</g> <x id="2">c</x>',
        'x <g id="1">a</g> <x id="2">c</x> <x id="2">c</x>',
    ),
    "P004": (
        'x <g id="1">a <x id="2">c</x>',
        'x a</g> <x id="2">c</x>',
        'x <g id="1">a <x id="2"></g>c</x>',
        'x <g id="1"></g> <x id="2">c</x>',
        'x <g id="1">a</g> <x id="2">c</x> & <',
    ),
    "M001": ('x <g id="1">a</g> <x id="2">c</x> <g id="3"> b</g>',),
}


@pytest.mark.parametrize(("code", "answer"), [(code, answer) for code in DAMAGES for answer in DAMAGES[code]])
def test_damage_is_noticed(code: str, answer: str) -> None:
    made = wire("x [a](/b) `c`" + (" *b*" if code == "M001" else ""))

    with pytest.raises(BrokenTargetError) as caught:
        restore(made, answer)
    assert caught.value.code == code


TEXTS = "a [b *c* d](/e) <b>f</b> `g` ![h](/i) **j _k_** l<br>m {n} https://x.example o"


@given(data=st.data())
def test_whatever_is_lost_doubled_or_moved_is_noticed_or_harmless(data: st.DataObject) -> None:
    made = wire(TEXTS)
    tokens = re.findall(r"<[^>]*>|[^<]+", made.text)
    kept = data.draw(
        st.lists(st.sampled_from(range(len(tokens))), max_size=len(tokens) + 2) | st.permutations(range(len(tokens)))
    )
    answer = "".join(tokens[index] for index in kept)
    try:
        target = restore(made, answer)
    except BrokenTargetError:
        return
    # The parts of the notation are those of the source, each once, so the page can hold it.
    want, have = (
        sorted(part.text for part in parse(text, made.segment) if part.kind not in {"text", "escape"})
        for text in (made.segment.text, target)
    )
    assert have == want


@pytest.mark.parametrize(
    ("markdown", "target", "built"),
    [
        ("See https://x.example/a now.", "看{1}。好", "看https://x.example/a 。好"),
        ("See https://x.example/a.", "⟦{1}⟧.", "⟦https://x.example/a ⟧."),
        ("See https://x.example/a, b", "({1}), **{1}**", None),
        ("See https://x.example/a, b", "(**{1}**); b", "(**https://x.example/a**); b"),
        ("See https://x.example/a.", "{1}.好", "https://x.example/a .好"),
        ("See https://x.example/a b", "{1}/b", None),
        # Letters of any script belong to an address; white space of any kind ends it.
        ("See https://caf\u00e9.example b", "Zie {1} nu", "Zie https://caf\u00e9.example nu"),
        ("See https://x.example/日本語 now.", "Zie {1}.", "Zie https://x.example/日本語."),
        ("See https://x.example/日本語 now.", "{1}を見る", "https://x.example/日本語 を見る"),
        ("See https://x.example/a, b", "Zie {1}\u00a0: b", "Zie https://x.example/a\u00a0: b"),
        ("See https://x.example/a, b", "{1}\u3000b", "https://x.example/a\u3000b"),
        ("See https://x.example/a\u00a0now", "Zie {1} nu", "Zie https://x.example/a nu"),
        ("See https://x.example/a, b", 'Zie "{1}", b', 'Zie "https://x.example/a", b'),
        ("See https://x.example/a, b", 'Zie {1}"b', None),
        ("See <https://x.example/a> b", "Zie {1}en b", "Zie <https://x.example/a>en b"),
    ],
)
def test_a_bare_address_does_not_swallow_what_follows(markdown: str, target: str, built: str | None) -> None:
    page = segment("page.md", markdown.encode(), Rules(dialect="gfm"))

    rebuilt = reassemble(page, {page.segments[0].key: target})

    assert rebuilt.content.decode() == (built or markdown)
    assert bool(rebuilt.rejected) == (built is None)
