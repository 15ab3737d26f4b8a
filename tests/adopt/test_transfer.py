"""Words are taken, machinery is the source's: whatever happened to links, tags and code on the published page."""

from __future__ import annotations

import pytest

from tests.adopt.pages import RULES, page
from translate.adopt.defect import Fault
from translate.adopt.evidence import Measure
from translate.adopt.leading import Leading
from translate.adopt.lexicon import Lexicon
from translate.adopt.transfer import Wording, transfer
from translate.markdown.page import Leaf
from translate.markdown.reassembly import reassemble
from translate.markdown.rules import Rules


def leaves(markdown: str, rules: Rules = RULES) -> list[Leaf]:
    return [leaf for leaf in page(f"{markdown}\n", rules=rules).leaves if not leaf.inner]


def moved(english: str, dutch: str, measure: Measure | None = None, rules: Rules = RULES) -> Wording:
    """Transfer the words of a Dutch paragraph, and prove that the English page can hold what comes of it."""
    (source,) = leaves(english, rules)
    wording = transfer(source, leaves(dutch, rules), measure or Measure())
    if wording.text:
        whole = page(f"{english}\n", rules=rules)
        assert reassemble(whole, {source.segment.key: wording.text}).rejected == ()
    return wording


def test_placeholders_are_known_by_what_they_stand_for() -> None:
    english = "Read [the plan](/plan), [the law](/law) and <b>write</b> to us."
    dutch = "Of <b>schrijf</b> ons, en lees [de wet](/law) en [het plan](/plan)."

    assert moved(english, dutch) == Wording("Of [schrijf]{3} ons, en lees [de wet]({2}) en [het plan]({1}).")


def test_the_same_link_twice_keeps_its_order() -> None:
    assert moved("[A](/x) or [B](/x) now", "Nu [a](/x) of [b](/x)").text == "Nu [a]({1}) of [b]({2})"


@pytest.mark.parametrize(
    ("english", "dutch", "text", "fault", "detail"),
    [
        (
            "The [Montreal Protocol](https://en.wikipedia.org/wiki/Montreal_Protocol) works.",
            "Het [Montreal-protocol](https://nl.wikipedia.org/wiki/Montrealprotocol) werkt.",
            "Het [Montreal-protocol]({1}) werkt.",
            Fault.LINK_CHANGED,
            "https://nl.wikipedia.org/wiki/Montrealprotocol instead of https://en.wikipedia.org/wiki/Montreal_Protocol",
        ),
        ("Write to us.", "Schrijf [ons](/contact).", "Schrijf ons.", Fault.LINK_ADDED, "/contact"),
        ("Do <b>it</b>.", "Doe <i>het</i>.", "Doe [het]{1}.", Fault.TAG_CHANGED, "<i>…</i> instead of <b>…</b>"),
        ("Write now.", "Schrijf <b>nu</b>.", "Schrijf nu.", Fault.TAG_ADDED, "<b>…</b>"),
        ("One two.", "Een<br>twee.", "Een twee.", Fault.TAG_ADDED, "<br>"),
        ("One two.", "Een <!-- twee? -->twee.", "Een twee.", Fault.COMMENT, "<!-- twee? -->"),
        ("See [it](/a)<!-- soon -->.", "Zie [het](/a).", "Zie [het]({1}){2}.", Fault.COMMENT_LOST, "<!-- soon -->"),
        ("Go <!-- hm --> on.", "Ga door.", "Ga{1} door.", Fault.COMMENT_LOST, "<!-- hm -->"),
        ("Run `make`.", "Doe `maak`.", "Doe `make`.", Fault.CODE_CHANGED, "`maak` instead of `make`"),
        ("Run `make` now.", "Doe nu make.", "Doe nu `make`.", Fault.CODE_LOST, "`make`"),
        ("Run make now.", "Doe nu `make`.", "Doe nu make.", Fault.CODE_ADDED, "`make`"),
        ("It is _now_.", "Het is nu.", "Het is nu.", Fault.EMPHASIS, "0 instead of 1"),
    ],
)  # fmt: skip
def test_what_was_changed_is_told_and_not_taken(english: str, dutch: str, text: str, fault: Fault, detail: str) -> None:
    assert moved(english, dutch) == Wording(text, ((fault, detail),))


def test_a_tag_is_the_same_when_its_title_is_translated() -> None:
    english, dutch = '<abbr title="a law">AIA</abbr> is new', '<abbr title="een wet">AIA</abbr> is nieuw'

    assert moved(english, dutch) == Wording("[AIA]{1} is nieuw")


def test_a_name_that_lost_its_link_gets_it_back_without_a_doubt() -> None:
    english = "We applaud [OpenAI](/openai) and Google."

    assert moved(english, "We prijzen OpenAI en Google.") == Wording(
        "We prijzen [OpenAI]({1}) en Google.", ((Fault.LINK_LOST, "/openai"),)
    )


def test_the_words_of_a_lost_link_are_found_with_the_lexicon_and_doubted() -> None:
    measure = Measure(lexicon=Lexicon({"statement": {"verklaring": 0.6}, "signed": {"ondertekenden": 0.7}}))
    english = "In May many scientists signed [a statement](/statement) that says so."
    dutch = "In mei ondertekenden veel wetenschappers een verklaring die dat zegt."

    found = moved(english, dutch, measure)

    assert found.text == "In mei ondertekenden veel wetenschappers een [verklaring]({1}) die dat zegt."
    assert found.doubts == ("the link /statement was lost; its place, “verklaring”, is a guess",)


@pytest.mark.parametrize(
    ("english", "dutch", "obstacle"),
    [
        (
            "They agreed on [a motion](/motion) in June.",
            "Ze waren het eens.",
            "the link /motion is lost, and nothing shows where it belongs",
        ),
        (
            "![A cat](/cat.png) sleeps here",
            "Hier slaapt een kat",
            "the image /cat.png is lost, and nothing shows where it belongs",
        ),
        ("One line  \nand another", "Een regel en nog een", "line break is lost, and nothing shows where it belongs"),
        ("Run `make` and `make`", "Doe make, make en make", "the code `make` is missing"),
    ],
)
def test_what_cannot_be_mended_is_not_taken(english: str, dutch: str, obstacle: str) -> None:
    found = moved(english, dutch)

    assert (found.text, found.obstacle) == ("", obstacle)
    assert found.flaws


def test_links_that_all_changed_and_moved_are_doubted() -> None:
    english = "[One](https://a.example/1), [two](https://a.example/2) and [three](/3)."
    dutch = "[Drie](/3), [een](https://a.example/een) en [twee](https://a.example/twee)."

    found = moved(english, dutch)

    assert found.text == "[Drie]({3}), [een]({1}) en [twee]({2})."
    assert found.doubts == ("the links that were changed are in another order",)


def test_links_to_the_same_pages_in_the_other_language_keep_their_own_words() -> None:
    english = "Read [the plan](/plan), [the law](https://x.example/en/law) or [more](/)."
    dutch = "Lees [de wet](https://x.example/nl/law), [meer](/nl) of [het plan](/nl/plan)."
    (source,), published = leaves(english), leaves(dutch)

    found = moved(english, dutch)

    assert (found.text, found.doubts) == ("Lees [de wet]({2}), [meer]({3}) of [het plan]({1}).", ())
    assert found.flaws[0] == (Fault.LINK_CHANGED, "https://x.example/nl/law instead of https://x.example/en/law")
    assert len(found.flaws) == 3
    assert transfer(source, published, Measure(), Leading(localize=True)).flaws == ()


def test_a_link_that_the_settings_lead_elsewhere_is_no_defect() -> None:
    (source,), published = leaves("[Law](https://en.x.example/Law)"), leaves("[Wet](https://nl.x.example/Wet)")
    leading = Leading(external={"https://en.x.example/Law": "https://nl.x.example/Wet"})

    assert transfer(source, published, Measure(), leading) == Wording("[Wet]({1})")
    assert transfer(source, published, Measure(), Leading(localize=True)).flaws != ()


def test_of_links_that_changed_and_links_that_are_lost_the_site_tells_which_is_which() -> None:
    english = "Ask [Anna](https://a.example/anna) or [Berta](https://b.example/berta)."

    found = moved(english, "Vraag Anna of [Berta](https://www.b.example/nl/berta).")

    assert found.text == "Vraag [Anna]({1}) of [Berta]({2})."
    assert found.flaws == (
        (Fault.LINK_CHANGED, "https://www.b.example/nl/berta instead of https://b.example/berta"),
        (Fault.LINK_LOST, "https://a.example/anna"),
    )


def test_what_only_the_published_text_shows_is_left_out_with_a_doubt() -> None:
    found = moved("Write to us.", "Schrijf ons op https://example.org/contact nu.")

    assert found.text == "Schrijf ons op  nu."
    assert found.doubts == ("https://example.org/contact was left out, since the source has no such thing",)


def test_texts_that_were_split_are_joined_with_the_numbers_of_the_source() -> None:
    (source,) = leaves("Read [a](/a). Then read [b](/b) and [c](/c).")
    parts = [*leaves("Lees [a](/a)."), *leaves("Lees dan [c](/c) en [b](/b).")]

    assert transfer(source, parts, Measure()).text == "Lees [a]({1}). Lees dan [c]({3}) en [b]({2})."
