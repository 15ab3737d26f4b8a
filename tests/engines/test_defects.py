"""What `compare` sees and `repair` mends, one engine's habit after the other."""

import pytest

from tests.services.defects import DEFECTS
from tests.services.language import translated_wire
from tests.services.segments import segments
from translate.engines.defects import compare
from translate.engines.repair import repair

SOURCE = (
    'Meet at <g id="1">Dam square</g> at <g id="2">14:00</g>, bring <x id="3">water</x> '
    'and see <g id="4">the FAQ</g>.<x id="5"/>'
)
RIGHT = (
    'Kom om <g id="2">14:00</g> naar <g id="1">het Damplein</g>, neem <x id="3">water</x> mee '
    'en lees <g id="4">de FAQ</g>.<x id="5"/>'
)


def test_another_word_order_is_no_defect() -> None:
    assert compare(SOURCE, RIGHT, "nl") == ()


@pytest.mark.parametrize(
    ("right", "wrong", "kind", "mended"),
    [
        ('<g id="1">het Damplein</g>', "het Damplein", "lost", False),
        ("Kom", 'Kom <x id="7"/>', "added", False),
        ('<g id="1">het Damplein</g>', '<g id="1">het</g> <g id="1">Damplein</g>', "duplicated", True),
        ('<g id="1">het Damplein</g>', '<g id="1">het Damplein</g> <g id="1">het Damplein</g>', "duplicated", True),
        ('<g id="1">het Damplein</g>', '<g id="1"></g><g id="1">het Damplein</g>', "duplicated", True),
        ("Kom", '<g id="1">Kom</g>', "duplicated", False),
        ('<g id="1">het Damplein</g>', '<g id="1"></g> het Damplein', "emptied", False),
        ('<g id="1">het Damplein</g>', '<g id="1">het <g id="2">Damplein</g></g>', "duplicated", False),
        ("water", "agua", "content", True),
        (">water<", "><", "content", True),
        (">water</x> mee", ">water mee</x>", "content", False),
        ('<x id="5"/>', '<x id="5">De</x>', "content", False),
        ('naar <g id="1">', 'naar<g id="1">', "no space before", True),
        ("</x> mee", "</x>mee", "no space after", True),
        ('.<x id="5"/>', '. <x id="5"/>', "space added", True),
        ('<g id="1">het', '<g id="1"> het', "slipped in", True),
        ("FAQ</g>.", "FAQ.</g>", "slipped in", True),
        ("Damplein</g>, ", "Damplein, </g>", "slipped in", True),
        ('naar <g id="1">het', 'naa<g id="1">r het', "pulled", False),
        ('<x id="5"/>', "", "lost", True),
        ("Kom", '<x id="5"/>Kom', "duplicated", False),
        ("Kom", "Kom &amp;amp;", "entity", None),
        ("Kom", "Kom & 5 < 6", "ill-formed", None),
        ("Kom", "<b>Kom</b>", "ill-formed", False),
        ("Kom", "&lt;b&gt;Kom&lt;/b&gt;", "markup", False),
        ('<x id="5"/>', "<x", "ill-formed", False),
        ("mee en", "mee\nen", "line break", True),
        ("Kom", " Kom", "outer blank", True),
        ('id="1"', "id=1", "ill-formed", True),
        ('id="1"', 'id="een"', "ill-formed", False),
        ('<g id="1">', '<g+id="1">', "ill-formed", False),
        ("</g> naar", "</g naar", "ill-formed", False),
    ],
)
def test_a_defect_is_named_and_mended_or_left(right: str, wrong: str, kind: str, mended: bool | None) -> None:
    assert right in RIGHT
    damaged = RIGHT.replace(right, wrong, 1)
    repaired = repair(SOURCE, damaged, "nl")

    assert kind in {defect.kind for defect in compare(SOURCE, damaged, "nl")}
    if mended is not None:
        assert repaired == (RIGHT if mended else None)
    else:
        assert repaired is not None
        assert compare(SOURCE, repaired, "nl") == ()


@pytest.mark.parametrize(
    ("source", "answer", "repaired"),
    [
        ("A heading", "Een kop.", "Een kop"),
        ('<g id="1">A heading</g>', '<g id="1">Een kop.</g>', '<g id="1">Een kop</g>'),
        ("“A heading”", "“Een kop.”", "“Een kop”"),
        ("The USA", "EE.UU.", "EE.UU."),
        ("Rules etc", "Regels enz.", "Regels enz."),
        ("One sentence.", "Een zin.", "Een zin."),
        ("Really?", "Echt?", "Echt?"),
        ("And then…", "En dan...", "En dan..."),
        ('He said “<g id="1">no</g>”.', 'Hij zei <g id="1">“nee”</g>.', 'Hij zei “<g id="1">nee</g>”.'),
        ('Press <g id="1">Next</g>.', 'Druk op <g id="1">“Verder”</g>.', 'Druk op <g id="1">“Verder”</g>.'),
        ('<g id="1">A <g id="2">b</g></g> c', '<g id="1">A<g id="2"> b</g></g>c', '<g id="1">A <g id="2">b</g></g> c'),
        ("R&amp;D", "R&amp;amp;D", "R&amp;D"),
        ("Write &amp;amp; for &amp;", "Schrijf &amp;amp; voor &amp;", "Schrijf &amp;amp; voor &amp;"),
        ("5 &lt; 6", "5 < 6", "5 &lt; 6"),
    ],
)
def test_repairs(source: str, answer: str, repaired: str) -> None:
    assert repair(source, answer, "nl") == repaired
    assert compare(source, repaired, "nl") == ()


@pytest.mark.parametrize(
    ("source", "answer", "kinds"),
    [
        ('48 m<g id="1">3</g> of it', '48<g id="1">m3</g> ervan', {"pulled"}),
        ('CO<g id="1">2</g>', '<g id="1">CO2</g>', {"pulled"}),
        ('A<x id="1"/> b <x id="2"/> c', '<x id="1"/> <x id="2"/> A b c', {"displaced"}),
        ('Go on<x id="1"/>', '<x id="1"/>Ga door', {"displaced", "no space after"}),
        ('See <x id="1"/> for more', '<x id="1"/> Zie voor meer', {"moved"}),
        ('See <x id="1">a.md</x> for more', '<x id="1">a.md</x> Zie voor meer', {"moved"}),
        ('Install <x id="1">npm</x>', '<x id="1">npm</x> installeren', set()),
        ('<g id="1">A <g id="2">b</g></g>', '<g id="2">A <g id="1">b</g></g>', {"nesting"}),
        ('<g id="1">A</g> b', '<x id="1"/> b', {"lost", "added"}),
        ("A question", "", {"empty"}),
        ("Write &lt;b&gt; here", "Schrijf hier &lt;b&gt;", set()),
        ('Mail <x id="1">@us</x> now', 'Mail<x id="1">@us</x> nu', {"no space before"}),
        ('Is it? <g id="1">Yes</g>', 'Is het?<g id="1">Ja</g>', {"no space before"}),
        ('The <g id="1">AI</g> safety', 'Die <g id="1">KI</g>-Sicherheit', set()),
        ('The <g id="1">AI</g>', 'L’<g id="1">IA</g>', set()),
        (
            "Yes",
            "Natuurlijk vertaal ik dat graag voor je! Hier is de vertaling van de tekst die je gaf: ja",
            {"too long"},
        ),
        ("word " * 40, "woord", {"too short", "outer blank"}),
    ],
)
def test_kinds(source: str, answer: str, kinds: set[str]) -> None:
    assert {defect.kind for defect in compare(source.strip(), answer, "nl")} - {"outer blank"} == kinds - {
        "outer blank"
    }


@pytest.mark.parametrize(
    ("source", "answer", "locale"),
    [
        ('Read <g id="1">the FAQ</g> now', '<g id="1">よくある質問</g>を読む', "ja"),
        ('in <g id="1">Helsinki</g> today', '<g id="1">Helsingi</g>ssä tänään', "fi"),
        ('Write to <g id="1">the office</g>', 'اكتب إلى ال<g id="1">مكتب</g>', "ar"),
    ],
)
def test_letters_beside_tags_are_no_defect_where_words_are_written_so(source: str, answer: str, locale: str) -> None:
    assert compare(source, answer, locale) == ()
    assert compare(source, answer, "nl") != ()


TEXTS = tuple((source, translated_wire(source)) for source in segments(500))


def test_a_right_answer_has_no_defect() -> None:
    assert [source for source, right in TEXTS if compare(source, right, "nl")] == []


@pytest.mark.parametrize("kind", sorted(DEFECTS))
def test_every_defect_is_seen_and_no_repair_is_wrong(kind: str) -> None:
    damaged = [(source, right, DEFECTS[kind](right)) for source, right in TEXTS]
    met = [(source, right, answer) for source, right, answer in damaged if answer is not None]
    repaired = [(right, repair(source, answer, "nl")) for source, right, answer in met]

    assert len(met) >= 80
    assert all(compare(source, answer, "nl") for source, _, answer in met)
    assert [(right, mended) for right, mended in repaired if mended not in {None, right}] == [] or kind == "moved"
