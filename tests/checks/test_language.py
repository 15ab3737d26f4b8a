"""What translations say, apart from numbers: L001, L002, L003, L005, L006, and links in another order."""

from __future__ import annotations

import pytest

from tests.checks.pairs import pair, style
from translate.checks.address import mixed_address, usual
from translate.checks.identical import identical
from translate.checks.length import odd_length
from translate.checks.order import swapped_links
from translate.checks.pair import Pair
from translate.checks.terms import changed_name, unused_term
from translate.model import Term, Unit


@pytest.mark.parametrize(
    "text",
    ["Read more about us", "What is AI?", "**Sign up now**", "Our [values]({1})", "media outreach plan of record"],
)
def test_a_sentence_of_the_source_language_is_not_translated(text: str) -> None:
    assert identical(pair(text, text)) != ""


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Contact",
            "Donate",
            "PauseAI protest",
            "Ada Lovelace",
            "Centre for the Governance of AI",
            "`make all of it`",
        ),
        *("{1}", "[The Verge]({1})", "De zorgen over de risico's groeien snel", "A Narrow Path", "In 2025", "Le Monde"),
    ],
)
def test_names_code_and_words_of_both_languages_may_stay(text: str) -> None:
    assert identical(pair(text, text)) == ""


def test_a_translation_is_not_the_source() -> None:
    assert identical(pair("Read more about us", "Lees meer over ons")) == ""


PAUSE, MODEL, US = Term("pause", "pauze"), Term("frontier model", "grensmodel"), Term("US", "VS")
GROUP = Term("Second Look", "Second Look")


@pytest.mark.parametrize(
    ("term", "locale", "source", "target"),
    [
        (PAUSE, "nl", "Two pauses", "Twee pauzes"),
        (PAUSE, "nl", "We want to pause", "We willen pauzeren"),
        (PAUSE, "nl", "Pause!", "PAUZE!"),
        (MODEL, "nl", "frontier models", "grensmodellen"),
        (MODEL, "nl", "a frontier-model", "een grens-model"),
        (Term("letter", "brief"), "nl", "Two letters", "Twee brieven"),
        (Term("house", "huis"), "nl", "Three houses", "Drie huizen"),
        (Term("volunteer", "vrijwilliger"), "nl", "our volunteers", "onze vrijwilligersgroep"),
        (Term("house", "Haus"), "de", "Three houses", "Drei Häuser"),
        (Term("member", "Mitglied"), "de", "Membership of members", "Mitgliedschaft"),
        (Term("frontier model", "modèle de pointe"), "fr", "frontier models", "des modèles de pointe"),
        (Term("pencil", "lápiz"), "es", "Two pencils", "Dos lápices"),
        (Term("company", "bedrijf"), "nl", "companies", "bedrijven"),
        (US, "nl", "Tell us more", "Vertel ons meer"),
        (Term("AI", "KI"), "de", "AI systems", "KI-Systeme"),
        (Term("AI", "KI"), "nl", "I said so", "Ik zei het"),
    ],
)
def test_a_term_may_be_inflected(term: Term, locale: str, source: str, target: str) -> None:
    assert unused_term(pair(source, target, locale, (term,))) == ""


@pytest.mark.parametrize(
    ("term", "source", "target"),
    [
        (PAUSE, "A pause", "Een onderbreking"),
        (MODEL, "Frontier models", "Geavanceerde modellen"),
        (US, "in the US", "in Amerika"),
        (Term("AI", "KI"), "Look at AI", "Kijk naar AI"),
        (Term("company", "bedrijf"), "Two companies", "Twee firma's"),
    ],
)
def test_another_word_than_the_glossary_has_is_told(term: Term, source: str, target: str) -> None:
    assert unused_term(pair(source, target, terms=(term,))) == f"“{term.source}” is “{term.target}” in the glossary"


def test_of_two_terms_that_overlap_the_longer_one_counts() -> None:
    terms = (Term("model", "model"), MODEL)

    assert unused_term(pair("A frontier model", "Een grensmodel", terms=terms)) == ""
    assert changed_name(pair("A frontier model", "Een grenswaarde", terms=terms)) == ""


def test_terms_in_code_are_not_terms() -> None:
    assert unused_term(pair("Call `pause()` {1}", "Roep `pause()` aan {1}", terms=(PAUSE,))) == ""


@pytest.mark.parametrize(
    ("target", "is_kept"),
    [
        ("Doe mee met Second Look", True),
        ("Een Second Look-groep", True),
        ("Een Second-Look-groep", True),
        ("Doe mee met Tweede Blik", False),
        ("Doe mee met second look", False),
    ],
)
def test_a_name_stays_as_it_is(target: str, is_kept: bool) -> None:
    found = changed_name(pair("Join Second Look", target, terms=(GROUP,)))

    assert found == ("" if is_kept else "“Second Look” is to stay as it is")


def test_a_name_is_not_its_words() -> None:
    assert changed_name(pair("Take a second look", "Kijk nog eens", terms=(GROUP,))) == ""


SENTENCE = "We ask for a pause until it has been proven that such systems can be kept safe by those who make them."


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (SENTENCE, "Wij vragen om een pauze totdat bewezen is dat zulke systemen veilig gehouden kunnen worden.", "nl"),
        (SENTENCE, "我们要求暂停，直到事实证明这些系统能够由其制造者保持安全为止，否则绝不应该继续。", "zh"),
        ("git fsck --tags --root --cache --no-reflogs", "git fsck --tags --root --cache --no-reflogs", "zh"),
        ("FAQ", "Häufig gestellte Fragen", "de"),
        ("Menu", "Menú de navegación principal", "es"),
        ("[" + "x" * 90 + "]({1}) {2}", "x" * 80, "nl"),
    ],
)
def test_lengths_that_happen(source: str, target: str, locale: str) -> None:
    assert odd_length(pair(source, target, locale)) == ""


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SENTENCE, "Een pauze."),
        (f"{SENTENCE} {SENTENCE}", SENTENCE),
        ("Read more", SENTENCE + " " + SENTENCE),
        (SENTENCE, f"{SENTENCE} {SENTENCE} {SENTENCE}"),
    ],
)
def test_lengths_that_do_not(source: str, target: str) -> None:
    assert odd_length(pair(source, target)) != ""


def told(locale: str, address: str, *targets: str) -> list[str]:
    pairs = [Pair(Unit(source="…", target=target), style(locale, address=address)) for target in targets]
    return [message for _, message in mixed_address(pairs)]


@pytest.mark.parametrize(
    ("locale", "address", "target"),
    [
        ("nl", "less", "Vertel het je vrienden"),
        ("nl", "less", "Hij vroeg: “Wilt u dat?” Zeg wat je denkt."),
        ("nl", "more", "Vertel het uw vrienden"),
        ("de", "less", "Sie kommen. Dann: Sie gehen."),
        ("de", "less", "Er sagte: „Wollen Sie das?“ Sag, was du denkst."),
        ("de", "less", "Ihre Namen stehen da. (Ihr Haus auch.)"),
        ("de", "more", "Wenn Sie wollen"),
        ("fr", "less", "Dis-le à tes amis"),
        ("es", "more", "Dígaselo usted"),
        ("it", "more", "Dillo ai tuoi amici"),
        ("nl", "", "Vertel het uw vrienden"),
    ],
)
def test_the_usual_address_is_right(locale: str, address: str, target: str) -> None:
    assert told(locale, address, target) == []


@pytest.mark.parametrize(
    ("locale", "address", "target", "word"),
    [
        ("nl", "less", "Vertel het uw vrienden.", "uw"),
        ("nl", "more", "Vertel het je vrienden.", "je"),
        ("de", "less", "Wenn Sie wollen", "Sie"),
        ("de", "more", "Wenn du willst", "du"),
        ("fr", "less", "Dites-le à vos amis", "vos"),
        ("es", "less", "Si usted quiere", "usted"),
    ],
)
def test_the_other_address_is_told(locale: str, address: str, target: str, word: str) -> None:
    assert [message.split()[0] for message in told(locale, address, target)] == [f"“{word}”"]


def test_both_in_one_text_are_told_whatever_is_usual() -> None:
    assert told("nl", "", "Vertel u het je vrienden?") == ["“je” and “u” in one text"]


def test_a_page_that_keeps_to_the_other_address_is_told_once() -> None:
    assert told("nl", "less", "Geachte u", "Uw brief", "Wilt u?") == [
        "“u” is more formal than the other translations (3 texts of this page)"
    ]


@pytest.mark.parametrize(("formal", "usually"), [(0, "less"), (2, "less"), (4, ""), (40, "more")])
def test_what_is_usual_is_what_two_thirds_of_the_translations_do(formal: int, usually: str) -> None:
    units = [Unit(source="…", target="je"), Unit(source="…", target="Jouw huis")] * 2
    units += [Unit(source="…", target="Uw huis")] * formal

    assert usual([*units, Unit(source="…")], "nl") == usually


NOTES = ("{1} = /join", "{2} = /donate")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("[Doe mee]({1}) of [doneer]({2})", ""),
        ("[Doe mee]({2}) of [doneer]({1})", "other order: “Doe mee” → /donate, “doneer” → /join"),
        ("[Donate]({2}) of [Join]({1})", ""),
    ],
)
def test_links_whose_words_did_not_move_with_them(target: str, message: str) -> None:
    unit = Unit(source="[Join]({1}) or [donate]({2})", target=target, notes=NOTES)

    assert swapped_links(Pair(unit, style())) == message


def test_links_to_one_address_may_stand_in_any_order() -> None:
    unit = Unit(source="[a]({1}) [b]({2})", target="[x]({2}) [y]({1})", notes=("{1} = /join", "{2} = /join"))

    assert swapped_links(Pair(unit, style())) == ""
