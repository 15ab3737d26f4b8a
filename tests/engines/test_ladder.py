from collections.abc import Callable

from tests.services.language import translated_wire
from translate.engines.base import Answer, Request
from translate.engines.ladder import Counts, Step, climb, count
from translate.engines.wire import parse, plain

SOURCE = 'Meet at <g id="1">the square</g> now'
RIGHT = translated_wire(SOURCE)
LOST = plain(parse(RIGHT))

Answers = Callable[[Request], Answer | None]


class Asked:
    """An engine's answers, and what it was asked."""

    def __init__(self, answer: Answers) -> None:
        self.answer = answer
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> tuple[Answer | None, ...]:
        self.requests.append(request)
        return tuple(
            self.answer(Request(texts=(text,), source="", target="", way=request.way)) for text in request.texts
        )


def request(*texts: str) -> Request:
    return Request(texts=texts, source="en", target="nl", context="about")


def perfect(asked: Request) -> Answer:
    return Answer(translated_wire(asked.texts[0]))


def test_a_right_answer_is_taken_and_nothing_more_is_asked() -> None:
    ask = Asked(perfect)
    outcomes = climb(request(SOURCE, "Yes"), ask, ("xml", "alone"))

    assert [(outcome.text, outcome.step) for outcome in outcomes] == [(RIGHT, Step.FIRST), ("Lrf", Step.FIRST)]
    assert [one.texts for one in ask.requests] == [(SOURCE, "Yes")]


def test_a_repair_costs_nothing() -> None:
    ask = Asked(lambda asked: Answer(translated_wire(asked.texts[0]).replace(' <g id="1">', '<g id="1"> ')))
    (outcome,) = climb(request(SOURCE), ask, ("xml", "alone"))

    assert (outcome.text, outcome.step) == (RIGHT, Step.REPAIRED)
    assert [defect.kind for defect in outcome.defects] == ["slipped in"]
    assert len(ask.requests) == 1


def test_a_text_that_fails_is_asked_alone_and_told_why() -> None:
    ask = Asked(lambda asked: Answer(LOST) if asked.way == "xml" and "square" in asked.texts[0] else perfect(asked))
    outcomes = climb(request("Yes", SOURCE), ask, ("xml", "alone", "html"))

    assert [outcome.step for outcome in outcomes] == [Step.FIRST, Step.ALONE]
    assert [(one.way, one.texts) for one in ask.requests] == [("xml", ("Yes", SOURCE)), ("alone", (SOURCE,))]
    assert ask.requests[1].reasons == ('<g id="1"> is missing',)
    assert ask.requests[1].context == "about"


def test_then_in_another_way() -> None:
    ask = Asked(lambda asked: perfect(asked) if asked.way == "html" else Answer(LOST))
    (outcome,) = climb(request(SOURCE), ask, ("xml", "alone", "html"))

    assert (outcome.text, outcome.step) == (RIGHT, Step.OTHERWISE)


def test_then_the_words_alone_and_a_person_puts_the_markup_in() -> None:
    ask = Asked(lambda asked: Answer(plain(parse(translated_wire(asked.texts[0])))))
    (outcome,) = climb(request(SOURCE), ask, ("xml", "alone"))

    assert (outcome.text, outcome.step) == (LOST, Step.BARE)
    assert ask.requests[-1].texts == ("Meet at the square now",)


def test_words_without_markup_that_fail_are_not_asked_as_they_are_again() -> None:
    ask = Asked(lambda _: Answer(""))
    (outcome,) = climb(request("Yes"), ask, ("xml", "alone"))

    assert (outcome.text, outcome.step) == (None, Step.FAILED)
    assert len(ask.requests) == 2


def test_a_run_that_stopped_is_no_failure() -> None:
    (outcome,) = climb(request(SOURCE), Asked(lambda _: None), ("xml", "alone"))

    assert (outcome.text, outcome.step, outcome.defects) == (None, Step.UNANSWERED, ())


def test_a_run_that_stops_half_way_up_leaves_the_text_for_the_next() -> None:
    ask = Asked(lambda asked: Answer(LOST) if asked.way == "xml" else None)
    (outcome,) = climb(request(SOURCE), ask, ("xml", "alone", "html"))

    assert (outcome.text, outcome.step) == (None, Step.UNANSWERED)
    assert len(ask.requests) == 2


def test_what_the_engine_says_of_itself_is_told_to_it_again() -> None:
    ask = Asked(lambda asked: Answer("", fault="cut off") if asked.way == "json" else perfect(asked))
    (outcome,) = climb(request(SOURCE), ask, ("json", "alone"))

    assert outcome.step is Step.ALONE
    assert ask.requests[1].reasons == ("cut off",)


def test_a_doubt_is_asked_about_and_flagged_when_all_answers_agree() -> None:
    source = 'See <x id="1"/> for more'
    doubtful = '<x id="1"/> Zie voor meer'
    agreed = climb(request(source), Asked(lambda _: Answer(doubtful)), ("xml", "html"))
    settled = climb(
        request(source), Asked(lambda a: Answer(doubtful) if a.way == "xml" else perfect(a)), ("xml", "html")
    )

    assert [(outcome.text, outcome.step) for outcome in agreed] == [(doubtful, Step.DOUBTFUL)]
    assert [(outcome.text, outcome.step) for outcome in settled] == [(translated_wire(source), Step.ALONE)]


def test_others_may_object() -> None:
    def objection(source: str, text: str) -> str:
        assert source == SOURCE
        return "a number is missing" if text == RIGHT else ""

    ask = Asked(lambda asked: Answer(RIGHT if asked.way == "xml" else RIGHT.replace("abj", "abj 3")))
    (outcome,) = climb(request(SOURCE), ask, ("xml", "alone"), objection=objection)

    assert (outcome.text, outcome.step) == (RIGHT.replace("abj", "abj 3"), Step.ALONE)
    assert ask.requests[1].reasons == ("a number is missing",)


def test_every_step_is_counted() -> None:
    ask = Asked(lambda asked: Answer(LOST) if asked.way == "xml" and "square" in asked.texts[0] else perfect(asked))
    counts = count(climb(request("Yes", SOURCE, "No"), ask, ("xml", "alone")))

    assert counts == Counts(((Step.FIRST, 2), (Step.ALONE, 1)), (("lost", 1),))
    assert (counts + counts).of(Step.FIRST) == 4
    assert counts.of(Step.BARE) == 0
