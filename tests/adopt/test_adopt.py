"""A site moves in: every page gets a clear row, nothing is lost, and nothing wrong comes in without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import sites
from tests.adopt.pages import DUTCH, ENGLISH, OTHER, SETTINGS, adopted, row, write
from translate import pipeline
from translate.adopt.adoption import Adoption
from translate.adopt.defect import Fault
from translate.adopt.judgement import Verdict
from translate.catalog.marks import filled
from translate.errors import PageError, UsageError
from translate.model import State, Unit

CATALOG = "locales/nl/talks.po"
TABLE = "| What | When |\n| --- | --- |\n"
GERMAN = """# Eier

Die Eier werden sechs Minuten lang gekocht, und das Wasser ist nicht zu heiß.

Das Brot wird mit Butter gegessen, und wir haben auch Tee für jeden, der ihn mit uns trinken will.
"""


def counts(adoption: Adoption) -> tuple[int, ...]:
    return tuple(adoption.count(verdict) for verdict in Verdict)


def unit(root: Path, source: str) -> Unit:
    return replace(sites.units(root, CATALOG)[source], notes=(), flags=(), line=0)


def test_a_page_comes_in_as_a_machines_work_and_is_published_as_it_was(tmp_path: Path) -> None:
    assert counts(row(tmp_path, DUTCH)) == (13, 0, 0)
    assert unit(tmp_path, "Speakers") == Unit(
        source="Speakers", target="Sprekers", fuzzy=True, comments=("machine: adopted",)
    )

    sites.go(tmp_path, pipeline.build)
    assert (tmp_path / "build/nl/talks.md").read_text() == DUTCH


def test_links_that_the_settings_localize_are_no_defects(tmp_path: Path) -> None:
    settings = SETTINGS + '[links]\nroutes = "/{page}"\nlocalize = true\n'
    write(tmp_path, {"translate.toml": settings, **{f"source_en/{page}.md": OTHER for page in ("engine", "compiler")}})
    dutch = DUTCH.replace("(/engine)", "(/nl/engine)").replace("(/compiler)", "(/nl/compiler)")
    (tmp_path / "old").mkdir()
    (tmp_path / "old/talks.md").write_text(dutch)
    (tmp_path / "source_en/talks.md").write_text(ENGLISH)

    adoption = adopted(tmp_path)["talks.md"]
    sites.go(tmp_path, pipeline.build)

    assert (counts(adoption), adoption.faults) == ((13, 0, 0), 0)
    assert (tmp_path / "build/nl/talks.md").read_text() == dutch


def test_a_page_comes_in_as_reviewed_where_a_person_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH})
    adopted(tmp_path, standing="reviewed")

    assert {each.state for each in sites.units(tmp_path, CATALOG).values()} == {State.REVIEWED}
    assert sites.codes(tmp_path) == []


def test_twice_changes_nothing(tmp_path: Path) -> None:
    dutch = DUTCH.replace("(/engine)", "").replace("[Analytische", "Analytische").replace("Machine]", "Machine")
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": dutch})
    for standing in ("machine", "reviewed"):
        adopted(tmp_path, standing=standing)
        before = (tmp_path / CATALOG).read_bytes()
        (again,) = adopted(tmp_path, standing=standing).values()

        assert again.output is not None
        assert (again.output.changed, (tmp_path / CATALOG).read_bytes()) == (False, before)
        sites.go(tmp_path, pipeline.update)
        assert (tmp_path / CATALOG).read_bytes() == before


@pytest.mark.parametrize(
    "done",
    [
        Unit(source="Speakers", target="De sprekers"),
        Unit(source="Speakers", target="De sprekers", comments=("machine: deepl",)),  # which somebody has reviewed
        Unit(source="Speakers", target="De sprekers", comments=("machine: adopted",)),
        Unit(source="Speakers", target="Vraag maar", fuzzy=True, comments=("machine: adopted",)),
        Unit(source="Speakers", target="Sprekers", fuzzy=True, previous="Who speaks"),
        Unit(source="Speakers", target="Spreker", fuzzy=True, previous="Speaker", comments=("machine: deepl",)),
    ],
)
def test_what_people_have_done_stays(tmp_path: Path, done: Unit) -> None:
    row(tmp_path, DUTCH)
    sites.translate(tmp_path, CATALOG, lambda each: done if each.source == done.source else each)

    adopted(tmp_path, standing="reviewed")

    assert unit(tmp_path, "Speakers") == done
    assert unit(tmp_path, "Questions").state is State.REVIEWED


def test_what_one_page_lacks_another_may_have_as_for_an_update(tmp_path: Path) -> None:
    english = "# More\n\nGrace Hopper shows what a [compiler](/compiler) is good for.\n\n## The end\n\nSee you there!\n"
    dutch = "# Meer\n\nGrace Hopper toont wat een [compiler](/compiler) kan.\n\n## Het einde\n\nTot dan!\n"
    write(tmp_path, {"source_en/zebra.md": english, "old/zebra.md": dutch, "source_en/talks.md": ENGLISH})
    write(tmp_path, {"old/talks.md": DUTCH.replace("[compiler](/compiler)", "vertaler")})

    rows = adopted(tmp_path)

    assert (counts(rows["talks.md"]), rows["talks.md"].today[State.UNTRANSLATED]) == ((12, 0, 1), 0)
    compiler = unit(tmp_path, "Grace Hopper shows what a [compiler]({1}) is good for.")
    assert (compiler.target, compiler.state) == ("Grace Hopper toont wat een [compiler]({1}) kan.", State.MACHINE)
    assert "previous: Grace Hopper laat zien waar een vertaler goed voor is." in compiler.comments
    before = (tmp_path / CATALOG).read_bytes()
    sites.go(tmp_path, pipeline.update)
    assert (tmp_path / CATALOG).read_bytes() == before


def test_of_two_translations_in_other_pages_the_reviewed_one_is_taken(tmp_path: Path) -> None:
    english = "# More\n\nGrace Hopper shows what a [compiler](/compiler) is good for.\n\n## The end\n\nSee you there!\n"
    dutch = "# Meer\n\nGrace Hopper toont wat een [compiler](/compiler) kan.\n\n## Het einde\n\nTot dan!\n"
    write(tmp_path, {"source_en/a.md": english, "source_en/talks.md": ENGLISH, "source_en/zebra.md": english})
    write(tmp_path, {"old/a.md": dutch, "old/talks.md": DUTCH.replace("[compiler](/compiler)", "vertaler")})
    sites.go(tmp_path, pipeline.update)
    sites.translate(tmp_path, "locales/nl/zebra.po")

    adopted(tmp_path)

    compiler = "Grace Hopper shows what a [compiler]({1}) is good for."
    assert (unit(tmp_path, compiler).target, unit(tmp_path, compiler).state) == (compiler.upper(), State.REVIEWED)


def test_what_was_done_on_a_page_before_it_was_renamed_stays(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH})
    sites.go(tmp_path, pipeline.update)
    sites.translate(tmp_path, CATALOG)
    (tmp_path / "source_en/talks.md").rename(tmp_path / "source_en/lectures.md")
    write(tmp_path, {"old/lectures.md": DUTCH})

    (adoption,) = adopted(tmp_path, standing="reviewed").values()

    assert adoption.today == {State.REVIEWED: 13, State.OBSOLETE: 0}
    assert sites.units(tmp_path, "locales/nl/lectures.po")["Speakers"].target == "SPEAKERS"


def test_the_draft_of_an_engine_gives_way_to_what_was_reviewed_only(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH})
    sites.go(tmp_path, pipeline.update)
    sites.translate(
        tmp_path, CATALOG, lambda each: filled(each, "Ontwerp", "deepl") if each.source == "Speakers" else each
    )

    adopted(tmp_path)
    assert unit(tmp_path, "Speakers").target == "Ontwerp"
    adopted(tmp_path, standing="reviewed")
    assert unit(tmp_path, "Speakers") == Unit(source="Speakers", target="Sprekers")


def test_a_doubt_is_fuzzy_with_its_reason_and_what_is_not_taken_is_kept_for_people(tmp_path: Path) -> None:
    dutch = DUTCH.replace("[compiler](/compiler)", "vertaler").replace("de deur is groen", "de deur is groen " * 9)
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": dutch})
    (adoption,) = adopted(tmp_path, standing="reviewed").values()

    assert counts(adoption) == (10, 2, 1)
    doubtful = unit(tmp_path, "Take the train to Utrecht and walk along the canal for ten minutes; the door is green.")
    assert doubtful.fuzzy
    assert doubtful.comments == (
        "adopted: little speaks for this pair; it is much longer than usual",
        "machine: adopted",
    )
    assert unit(tmp_path, "Grace Hopper shows what a [compiler]({1}) is good for.") == Unit(
        source="Grace Hopper shows what a [compiler]({1}) is good for.",
        comments=(
            "adopted: not taken, the link /compiler is lost, and nothing shows where it belongs",
            "previous: Grace Hopper laat zien waar een vertaler goed voor is.",
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("1.000 wielen", "2.000 wielen", "it says 2000 instead of 1000"),
        ("haar 1.000 wielen", "de wielen die ze heeft, die met honderden zijn, en zelfs nog meer", "it is much longer"),
        ("1.000 wielen", "duizend wielen", ""),
        ("bij de buren aan, die je binnen zullen laten", "if you can, with what you have", "it does not read like nl"),
    ],
)  # fmt: skip
def test_words_that_may_be_others_are_doubted(tmp_path: Path, old: str, new: str, reason: str) -> None:
    adoption = row(tmp_path, DUTCH.replace(old, new))

    reasons = [text.reason for text in adoption.texts if text.verdict is Verdict.DOUBTFUL]
    assert reason in "; ".join(reasons)
    assert bool(reasons) == bool(reason)


def test_a_sentence_more_or_less_is_doubted_where_the_length_says_so_too(tmp_path: Path) -> None:
    english = (
        "There is tea for all. If you like coffee, ask Grace Hopper for some. She likes it herself. Bring a cup.\n"
    )
    dutch = "Er is thee voor allen. Hou je van koffie, vraag Grace Hopper erom. Zij houdt ervan. Neem een kop mee.\n"
    variants = {
        "as it was": (dutch, ""),
        "joined": (dutch.replace(". Zij", "; zij").replace("; zij", ", want zij"), ""),
        "one less": (dutch.replace(" Zij houdt ervan.", ""), "it seems to have a sentence less"),
        "one more": (
            dutch.replace("ervan.", "ervan. Meer dan van thee, zegt zij vaak."),
            "it seems to have a sentence more",
        ),
    }
    for name, (text, doubt) in variants.items():
        place = "## Questions", "## Vragen {#questions}"
        pages = (
            page.replace(at, f"{more}\n{at}")
            for page, at, more in zip((ENGLISH, DUTCH), place, (english, text), strict=True)
        )
        adoption = row(tmp_path / name, *reversed([*pages]))

        (tea,) = [each for each in adoption.texts if each.source.startswith("There is tea")]
        assert (name, tea.reason, tea.verdict is Verdict.TAKEN) == (name, doubt, not doubt)


def test_pairs_with_an_older_page_are_carried_to_todays(tmp_path: Path) -> None:
    today = (
        ENGLISH.replace("first Tuesday", "second Tuesday")
        .replace("## How to get there\n\n", "## Where it is\n\n")
        .replace("If the door is closed, ring the bell of the neighbours, who will let you in.\n\n", "")
        + "\nBring a friend, and something to write with.\n"
    )
    write(tmp_path, {"source_en/talks.md": today, "then/talks.md": ENGLISH, "old/talks.md": DUTCH})

    for standing in ("reviewed", "reviewed"):
        adoption = adopted(tmp_path, standing=standing, older="then")["talks.md"]

        assert counts(adoption) == (13, 0, 0)
        assert adoption.today == {State.REVIEWED: 10, State.STALE: 1, State.UNTRANSLATED: 2, State.OBSOLETE: 2}
    meeting = "We meet on the {} Tuesday of every month, and everybody is welcome to listen and to ask."
    assert unit(tmp_path, meeting.format("second")).previous == meeting.format("first")


@pytest.mark.parametrize(
    ("dutch", "problem"),
    [
        ("", "holds no text"),
        ("---\n---\n\n\n", "holds no text"),
        (b"# caf\xe9\n", "cannot be read: byte 0xe9 is not UTF-8"),
        (ENGLISH, "is the source page still: 10 of 10 longer texts are the same"),
        (GERMAN, "reads like de, not like nl"),
    ],
)
def test_a_page_that_cannot_be_used_is_told_and_changes_nothing(
    tmp_path: Path, dutch: str | bytes, problem: str
) -> None:
    adoption = row(tmp_path, dutch)

    assert (adoption.problem, counts(adoption), adoption.output) == (problem, (0, 0, 13), None)
    assert not (tmp_path / CATALOG).exists()


def test_pages_that_are_on_one_side_only_are_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "source_en/talks.md": ENGLISH,
            "source_en/eggs.md": OTHER,
            "old/talks.nl.md": DUTCH,
            "old/gone.md": DUTCH,
            "old/readme.txt": "",
        },
    )
    rows = adopted(tmp_path)

    assert {name: each.problem for name, each in rows.items()} == {
        "eggs.md": "there is no nl page",
        "gone.md": "no source page has this name",
        "talks.md": "",
    }
    assert counts(rows["talks.md"]) == (13, 0, 0)


def test_translations_into_other_locales_are_no_strangers(tmp_path: Path) -> None:
    write(tmp_path, {"translate.toml": SETTINGS.replace('["nl"]', '["de", "nl"]'), "source_en/talks.md": ENGLISH})
    (tmp_path / "old").mkdir()
    for name in ("talks.nl", "talks.de", "eggs.de", "eggs.nl"):
        (tmp_path / f"old/{name}.md").write_text(DUTCH)

    assert [*adopted(tmp_path)] == ["talks.md", "eggs.nl.md"]


def test_a_source_page_is_no_translation_of_itself(tmp_path: Path) -> None:
    settings = SETTINGS + 'source = "old"\noutput = "old/{page}.{locale}.md"\n'
    write(
        tmp_path, {"translate.toml": settings, "old/talks.md": ENGLISH, "old/talks.nl.md": DUTCH, "old/eggs.md": OTHER}
    )

    rows = adopted(tmp_path)

    assert {name: each.problem for name, each in rows.items()} == {"eggs.md": "there is no nl page", "talks.md": ""}
    assert counts(rows["talks.md"]) == (13, 0, 0)


def test_one_page_comes_to_the_same_as_all_of_them(tmp_path: Path) -> None:
    for number in range(4):
        english, dutch = (text.replace("2026", str(2020 + number)) for text in (ENGLISH, DUTCH))
        write(tmp_path, {f"source_en/page{number}.md": english, f"old/page{number}.md": dutch})
    write(tmp_path, {"source_en/broken.md": b"# caf\xe9\n", "source_en/lonely.md": OTHER})
    everything = {page.name for page in (tmp_path / "source_en").iterdir()} - {"broken.md"}

    every = adopted(tmp_path, pages=sorted(everything), save=False)

    assert [*every] == sorted(everything)
    assert adopted(tmp_path, pages=["page2.md"], save=False) == {"page2.md": every["page2.md"]}
    with pytest.raises(PageError, match=r"broken\.md:1: byte 0xe9 is not UTF-8"):
        adopted(tmp_path, save=False)
    with pytest.raises(UsageError, match="none of these pages is in"):
        adopted(tmp_path, pages=["lonely.md"], save=False)


def test_no_page_at_all_is_an_error_with_a_hint(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/eggs.md": OTHER})

    with pytest.raises(UsageError, match=r"no page of this site is in .*old") as problem:
        adopted(tmp_path)
    assert problem.value.hint == "published pages have the names of their source pages, or faq.nl.md for faq.md"
    (tmp_path / "old/nl").mkdir()
    with pytest.raises(UsageError) as problem:
        adopted(tmp_path)
    assert problem.value.hint == f"are they in {tmp_path}/old/nl?"


def test_a_folder_of_older_pages_that_has_none_of_them_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH, "then/eggs.md": OTHER})

    with pytest.raises(UsageError, match=r"none of the pages is in .*then"):
        adopted(tmp_path, older="then")


def test_older_pages_are_named_and_those_that_are_not_there_are_as_they_are_today(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH, "then/talks.md": ENGLISH})
    write(tmp_path, {"source_en/copy.md": ENGLISH, "old/copy.md": DUTCH})

    rows = adopted(tmp_path, older="then")

    assert {name: each.made_from for name, each in rows.items()} == {
        "copy.md": "",
        "talks.md": str(tmp_path / "then/talks.md"),
    }


@pytest.mark.parametrize("published", ["talks.nl.md", "talks.en.nl.md", "talks.en.md"])
def test_the_locale_in_a_name_is_known(tmp_path: Path, published: str) -> None:
    write(tmp_path, {"source_en/talks.en.md": ENGLISH, f"old/{published}": DUTCH})

    assert counts(adopted(tmp_path)["talks.en.md"]) == (13, 0, 0)


def test_a_page_in_the_place_of_another_is_not_taken(tmp_path: Path) -> None:
    adoption = row(tmp_path, DUTCH, OTHER)

    assert adoption.problem == "translates another page, or a much older one (0% fits)"
    assert adoption.output is None


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.85, 0.95])
def test_of_a_page_that_was_cut_off_only_whole_texts_are_taken_for_sure(tmp_path: Path, share: float) -> None:
    whole = {text.source: text.target for text in row(tmp_path / "whole", DUTCH).texts}
    adoption = row(tmp_path / "cut", DUTCH[: int(len(DUTCH) * share)])

    taken = {text.source: text.target for text in adoption.texts if text.verdict is Verdict.TAKEN}
    assert taken.items() <= whole.items()
    assert adoption.problem or len(taken) >= 2


def test_the_last_text_of_a_page_is_doubted_where_a_sentence_of_it_is_missing(tmp_path: Path) -> None:
    more = "\n{} {}\n"
    english = more.format(
        "Bring a friend to Utrecht, if you have one who would like to come with you and hear Ada Lovelace.",
        "There is tea for both of you.",
    )
    dutch = more.format(
        "Neem een vriend mee naar Utrecht, als je er een hebt die mee wil komen om Ada Lovelace te horen.",
        "Er is thee voor jullie beiden.",
    )
    shorter = dutch.replace(" Er is thee voor jullie beiden.", "")

    whole, cut = (row(tmp_path / name, DUTCH + end, ENGLISH + english) for name, end in (("a", dutch), ("b", shorter)))

    assert (whole.texts[-1].verdict, cut.texts[-1].verdict) == (Verdict.TAKEN, Verdict.DOUBTFUL)
    assert cut.texts[-1].reason == "it seems to have a sentence less; the published page may be cut off here"


def test_commentary_around_a_page_is_left_out(tmp_path: Path) -> None:
    dutch = f"Here is the translation you asked for:\n\n{DUTCH}\nLet me know if I can help with anything else!\n"
    adoption = row(tmp_path, dutch)

    assert counts(adoption) == (13, 0, 0)
    assert [each.fault for each in adoption.defects if not each.fault.slight] == [Fault.REMARK, Fault.REMARK]


def test_every_target_that_is_taken_stands_in_the_built_page(tmp_path: Path) -> None:
    english = f"{ENGLISH}\n{TABLE}| one or two | the third |\n\nSee ![a door](/door.png) and _go in_.\n"
    dutch = f"{DUTCH}\n{TABLE}| een of twee | de derde |\n\nZie ![een deur](/door.png) en _ga naar binnen_.\n"

    adoption = row(tmp_path, dutch, english)
    outcome = sites.go(tmp_path, pipeline.build)

    assert (counts(adoption)[1:], outcome.findings) == ((0, 0), ())
    assert (tmp_path / "build/nl/talks.md").read_text() == dutch


def test_a_target_that_the_page_cannot_hold_is_not_taken(tmp_path: Path) -> None:
    image = "\n![{0}]\n\n[{0}]: /door.png\n"
    adoption = row(tmp_path, DUTCH + image.format("de deur"), ENGLISH + image.format("the door"))

    outcome = sites.go(tmp_path, pipeline.build)

    door = adoption.texts[-1]
    built = "de deur" in (tmp_path / "build/nl/talks.md").read_text().splitlines()[-3]
    assert (door.target, outcome.findings) == ("de deur", ())
    assert (door.verdict is Verdict.TAKEN, bool(door.reason)) == (built, not built)


def test_a_text_that_was_split_is_doubted(tmp_path: Path) -> None:
    adoption = row(tmp_path, DUTCH.replace("wilt, en binnen", "wilt.\n\nBinnen"))

    split = adoption.texts[-1]
    assert (split.verdict, split.reason.split("; ")[-1]) == (Verdict.DOUBTFUL, "it is 2 texts on the published page")
    assert split.target.endswith("welke taal je maar wilt. Binnen een week krijg je van iemand antwoord.")


def test_nothing_is_written_before_a_person_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH})
    (adoption,) = adopted(tmp_path, save=False).values()

    assert adoption.output is not None
    assert (adoption.output.path, adoption.output.before) == (CATALOG, None)
    assert not (tmp_path / "locales").exists()
