"""Issue by issue of the defect catalogue, 200 texts each, through the real client, the runner and the ladder."""

from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Any

import pytest

from tests.engines.conftest import MakeRunner, request
from tests.services.deepl_api import DeepLServer
from tests.services.defects import DEFECTS
from tests.services.language import translated_wire
from tests.services.segments import segments
from translate.engines.base import Engine
from translate.engines.ladder import Outcome, Step, climb, count

WITHOUT_A_PERSON = {Step.FIRST, Step.REPAIRED, Step.ALONE, Step.OTHERWISE}

When = Callable[[dict[str, Any]], bool]
Translate = Callable[[str, When, int], list[Outcome]]


def in_batches(wanted: dict[str, Any]) -> bool:
    return len(wanted["text"]) > 1


def in_xml(wanted: dict[str, Any]) -> bool:
    return str(wanted["tag_handling"]) == "xml"


def always(_: dict[str, Any]) -> bool:
    return True


@cache
def texts_and_answers() -> tuple[tuple[str, str], ...]:
    return tuple((text, translated_wire(text)) for text in segments(1500, seed=3))


@pytest.fixture
def translate(server: DeepLServer, engine: Engine, runner: MakeRunner) -> Translate:
    """Translate so many texts that the defect has a place in, in pages of fifty, by a few threads."""

    def translate(kind: str, when: When, number: int) -> list[Outcome]:
        damage, ours = DEFECTS[kind], runner()
        texts = tuple(islice((text for text, right in texts_and_answers() if damage(right) is not None), number))
        server.damage = lambda text, wanted: (damage(text) or text) if when(wanted) else text
        pages = [request(*texts[start : start + 50]) for start in range(0, number, 50)]
        return [each for page in ours.each(lambda page: climb(page, ours.ask, engine.ways), pages) for each in page]

    return translate


@pytest.mark.parametrize("kind", sorted(DEFECTS))
def test_a_batch_that_is_damaged_is_noticed_and_comes_to_a_right_answer(translate: Translate, kind: str) -> None:
    outcomes = translate(kind, in_batches, 200)
    recovered = [outcome for outcome in outcomes if outcome.step in WITHOUT_A_PERSON]

    assert len(outcomes) == 200
    assert all(outcome.defects for outcome in outcomes)
    assert len(recovered) >= 180
    assert [outcome for outcome in recovered if outcome.text != translated_wire(outcome.source)] == []


@pytest.mark.parametrize("kind", sorted(DEFECTS))
def test_an_encoding_that_is_always_damaged_gives_way_to_another(translate: Translate, kind: str) -> None:
    outcomes = translate(kind, in_xml, 10)

    assert all(outcome.defects for outcome in outcomes)
    assert [outcome for outcome in outcomes if outcome.text != translated_wire(outcome.source)] == []
    assert count(outcomes).of(Step.OTHERWISE) + count(outcomes).of(Step.REPAIRED) == 10


@pytest.mark.parametrize("kind", sorted(DEFECTS))
def test_what_is_always_damaged_is_never_accepted(translate: Translate, kind: str) -> None:
    outcomes = translate(kind, always, 10)
    accepted = [outcome for outcome in outcomes if outcome.step in WITHOUT_A_PERSON]

    assert all(outcome.defects for outcome in outcomes)
    assert [outcome for outcome in accepted if outcome.text != translated_wire(outcome.source)] == []
