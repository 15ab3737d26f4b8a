"""Sequences of texts: what was lost, added, split or moved does not pull the rest out of step."""

from __future__ import annotations

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adopt.pages import DUTCH, ENGLISH, paired, profile
from translate.adopt.alignment import align
from translate.adopt.evidence import Measure
from translate.adopt.learning import measured
from translate.adopt.pairing import SURE, pair
from translate.adopt.traits import Profile

WORDS = "the river carries small boats past old houses while people sleep under grey roofs and dream of summer".split()


def blocks(markdown: str) -> list[str]:
    return markdown.strip().split("\n\n")


def body(markdown: str) -> list[str]:
    return blocks(markdown)[1:]


def test_a_translation_of_the_same_page_is_paired_by_place() -> None:
    found = paired(ENGLISH, DUTCH)

    assert len(found) == 13
    assert min(confidence for _, _, confidence in found) >= SURE
    assert ("Speakers", "Sprekers") in [(source, target) for source, target, _ in found]


@pytest.mark.parametrize("lost", range(len(body(ENGLISH))))
def test_a_lost_block_leaves_the_others_where_they_belong(lost: int) -> None:
    right = {(source, target) for source, target, _ in paired(ENGLISH, DUTCH)}
    kept = [block for index, block in enumerate(body(DUTCH)) if index != lost]

    found = paired(ENGLISH, "\n\n".join([blocks(DUTCH)[0], *kept]))

    assert {(source, target) for source, target, confidence in found if confidence >= SURE} <= right
    assert len({(source, target) for source, target, _ in found} & right) >= len(right) - 4


@pytest.mark.parametrize("place", range(len(body(ENGLISH)) + 1))
def test_an_added_block_leaves_the_others_where_they_belong(place: int) -> None:
    right = {(source, target) for source, target, _ in paired(ENGLISH, DUTCH)}
    more = body(DUTCH)
    more.insert(place, "Deze pagina is vertaald door een programma en kan fouten bevatten.")

    found = paired(ENGLISH, "\n\n".join([blocks(DUTCH)[0], *more]))

    assert {(source, target) for source, target, confidence in found if confidence >= SURE} <= right
    assert len({(source, target) for source, target, _ in found} & right) >= len(right) - 1


@pytest.mark.parametrize("place", range(len(body(ENGLISH)) - 1))
def test_blocks_that_changed_places_are_not_taken_for_each_other(place: int) -> None:
    right = {(source, target) for source, target, _ in paired(ENGLISH, DUTCH)}
    moved = body(DUTCH)
    moved[place : place + 2] = reversed(moved[place : place + 2])

    found = paired(ENGLISH, "\n\n".join([blocks(DUTCH)[0], *moved]))

    assert {(source, target) for source, target, confidence in found if confidence >= SURE} <= right


SPLIT = DUTCH.replace("maar wilt, en binnen een week krijg je", "maar wilt.\n\nBinnen een week krijg je")
JOINED = DUTCH.replace("groen.\n\nAls", "groen. Als")


@pytest.mark.parametrize(("dutch", "shape"), [(SPLIT, ("Write", 1, 2)), (JOINED, ("Take", 2, 1))])
def test_a_paragraph_that_was_split_stands_for_one_and_one_that_was_joined_for_two(
    dutch: str, shape: tuple[str, int, int]
) -> None:
    ours, theirs = profile(ENGLISH), profile(dutch)

    found = pair(ours, theirs, measured([(ours, theirs)]))

    assert [
        (ours.traits[each.source[0]].text.split()[0], len(each.source), len(each.target))
        for each in found
        if not each.one_to_one
    ] == [shape]
    assert sum(each.confidence >= SURE for each in found if each.one_to_one) >= 8


@given(st.integers(0, 2**32), st.integers(0, 4), st.booleans())
def test_a_page_against_a_shuffled_part_of_itself_pairs_no_other_texts_for_sure(
    seed: int, lost: int, shuffled: bool
) -> None:
    chance = random.Random(seed)  # noqa: S311 # no secret
    source = [chance.choice(["", "## ", "- ", "> "]) + sentence(chance) for _ in range(12)]
    target = list(source)
    for _ in range(lost):
        target.pop(chance.randrange(len(target)))
    if shuffled:
        chance.shuffle(target)
    ours, theirs = profile("\n\n".join(source)), profile("\n\n".join(target))

    measure = measured([(ours, theirs)])
    for each in pair(ours, theirs, measure):
        if each.confidence >= SURE:
            one, other = ours.traits[each.source[0]], theirs.traits[each.target[0]]
            assert one.text == other.text or (one.kind == other.kind and measure.weigh(one, other) > 0)


def sentence(chance: random.Random) -> str:
    """Return words that nobody has seen before; some of them are names and numbers."""
    words = [
        "".join(chance.choices("abdeghiklmnoprstu", k=chance.randint(2, 10))) for _ in range(chance.randint(3, 30))
    ]
    more = chance.choice([[], [words[-1].capitalize()], [str(chance.randint(1, 3000))]])
    return " ".join([words[0].capitalize(), *words[1:], *more]) + "."


@given(st.lists(st.integers(0, 9), max_size=12), st.lists(st.integers(0, 9), max_size=12))
def test_every_text_of_both_pages_is_in_one_bead_in_page_order(left: list[int], right: list[int]) -> None:
    ours = profile("\n\n".join(f"{'- ' * (n % 3 == 0)}{' '.join(WORDS[:n] or ['alone'])}" for n in left))
    theirs = profile("\n\n".join(f"{'# ' * (n % 4 == 0)}{' '.join(WORDS[-n:] or ['alleen'])}" for n in right))

    found = align(ours.traits, theirs.traits, Measure())

    assert [index for bead in found for index in bead.source] == list(range(len(ours.traits)))
    assert [index for bead in found for index in bead.target] == list(range(len(theirs.traits)))


@pytest.mark.parametrize("more", [15, 40])
def test_many_texts_that_were_added_in_front_shift_the_rest(more: int) -> None:
    """No text has a mark of its own, so only a search far from the diagonal finds the pairs."""
    chance = random.Random(more)  # noqa: S311 # no secret
    english = [sentence(chance) for _ in range(60)]
    dutch = [" ".join(word[::-1] if word.islower() else word for word in text.split()) for text in english]
    added = [sentence(chance) for _ in range(more)]

    found = align(profile("\n\n".join(english)).traits, profile("\n\n".join([*added, *dutch])).traits, Measure())

    shifts = [bead.target[0] - bead.source[0] for bead in found if bead.paired]
    assert shifts.count(more) >= 50


def test_a_long_page_without_any_mark_costs_no_square_of_time() -> None:
    def page(size: int) -> tuple[Profile, Profile]:
        chance = random.Random(size)  # noqa: S311 # no secret
        english = [" ".join(chance.choices(WORDS, k=chance.randint(5, 40))) for _ in range(size)]
        dutch = [" ".join(word[::-1] for word in text.split()) for text in english]
        del dutch[size // 3 : size // 3 + 2]
        return profile("\n\n".join(english)), profile("\n\n".join(dutch))

    def cost(size: int) -> float:
        ours, theirs = page(size)
        start = process_time()
        found = align(ours.traits, theirs.traits, Measure())
        assert sum(bead.paired for bead in found) > size - 5
        return process_time() - start

    cost(50)
    assert cost(400) < 8 * cost(100)
