"""Near matches: found where people have translated much the same, with bounded work."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest

from translate.catalog.memory import Memory
from translate.catalog.near import Near
from translate.model import Catalog, Unit


def near(units: Iterable[Unit]) -> Near:
    return Near.of(Memory.of([Catalog(locale="nl", page="a.md", units=tuple(units))]))


KNOWN = (
    Unit(source="Bring warm clothes and some water to the protest.", target="Neem warme kleren en water mee."),
    Unit(source="Join [our protest]({1}) in front of the office.", target="Doe mee met [ons protest]({1})."),
    Unit(source="Write a letter to the city council today.", target="Schrijf de raad.", fuzzy=True),
    Unit(source="Sign up now", target="Meld je aan"),
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Bring warm clothes and some tea to the protest.", 0),
        ("Bring WARM clothes and water to the protest!", 0),
        ("Join [our big protest]({1}) in front of the **office**.", 1),
        ("Bring warm clothes and some water to the protest.", None),  # the same text: the memory's business
        ("Write a letter to the city council tomorrow.", None),  # a machine wrote it
        ("Sign up today", None),  # too short to be alike by more than accident
        ("Something quite different is said in this one.", None),
        ("", None),
    ],
)
def test_the_most_similar_reviewed_text(text: str, known: int | None) -> None:
    assert near(KNOWN).match(text) == (None if known is None else KNOWN[known])


def test_a_large_memory_is_searched_quickly() -> None:
    units = [
        Unit(source=f"Number {n} of many texts that say the same about topic{n % 997} and thing{n}.", target=f"{n}")
        for n in range(20_000)
    ]
    memory = near(units)
    begun = time.process_time()

    for n in range(500):
        found = memory.match(f"Number {n} of many texts that say the same about topic{n % 997} or thing{n}.")
        assert found == units[n]
    assert time.process_time() - begun < 2.0
