"""What is paid, how often, and what is kept: a runner, the real DeepL client and a server that keeps a ledger."""

from collections import Counter
from threading import Barrier

import pytest

from tests.engines.conftest import MakeRunner, Waits, request
from tests.services.deepl_api import DeepLServer
from tests.services.language import translated_wire
from tests.services.segments import segments
from tests.services.service import Fault
from translate.engines.base import Answer, BudgetError, QuotaError, UnavailableError
from translate.engines.runner import Spending
from translate.engines.wire import characters

TEXTS = segments(120)


def texts_of(answers: tuple[Answer | None, ...]) -> list[str | None]:
    return [answer.text if answer else None for answer in answers]


def test_all_texts_are_answered_in_order_and_paid_once(server: DeepLServer, runner: MakeRunner) -> None:
    first = runner()
    answers = first.ask(request(*TEXTS))

    assert texts_of(answers) == [translated_wire(text) for text in TEXTS]
    assert [len(post.json["text"]) for post in server.posts] == [50, 50, 20]
    assert first.spending == Spending(requests=3, characters=server.billed, bought=120)


def test_a_second_run_sends_nothing(server: DeepLServer, runner: MakeRunner) -> None:
    runner().ask(request(*TEXTS))
    sent = len(server.ledger)
    second = runner()

    assert texts_of(second.ask(request(*TEXTS))) == [translated_wire(text) for text in TEXTS]
    assert len(server.ledger) == sent
    assert second.spending == Spending(cached=120)


def test_after_one_edit_exactly_that_text_is_sent(server: DeepLServer, runner: MakeRunner) -> None:
    runner().ask(request(*TEXTS))
    server.ledger.clear()
    runner().ask(request(*TEXTS[:60], "A new sentence.", *TEXTS[61:]))

    assert [post.json["text"] for post in server.posts] == [["A new sentence."]]


def test_a_text_that_stands_twice_is_paid_once(server: DeepLServer, runner: MakeRunner) -> None:
    answers = runner().ask(request("One", "Two", "One"))

    assert texts_of(answers) == ["Bar", "Gjb", "Bar"]
    assert [paid.text for paid in server.paid] == ["One", "Two"]


def test_threads_that_want_the_same_text_pay_it_once(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.append(Fault(delay=0.1))
    together, shared = Barrier(4), runner()

    def work(_: int) -> list[str | None]:
        together.wait()
        return texts_of(shared.ask(request(*TEXTS[:40])))

    right = [translated_wire(text) for text in TEXTS[:40]]
    assert list(shared.each(work, range(4), threads=4)) == [right] * 4
    assert max(Counter(paid.text for paid in server.paid).values()) == 1


def test_no_text_makes_no_call(server: DeepLServer, runner: MakeRunner) -> None:
    assert runner().ask(request()) == ()
    assert server.ledger == []


@pytest.mark.parametrize("status", [429, 500, 503, 529])
def test_a_busy_server_is_asked_again_a_little_later_each_time(
    server: DeepLServer, runner: MakeRunner, waits: Waits, status: int
) -> None:
    server.faults.extend([Fault(status), Fault(status), Fault(status)])

    assert texts_of(runner().ask(request("One"))) == ["Bar"]
    assert waits.asked == [1.0, 2.0, 4.0]
    assert len(server.posts) == 4


def test_retry_after_is_honoured(server: DeepLServer, runner: MakeRunner, waits: Waits) -> None:
    server.faults.append(Fault(429, {"Retry-After": "17"}))
    server.faults.append(Fault(503, {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}))

    assert texts_of(runner().ask(request("One"))) == ["Bar"]
    assert waits.asked[0] == 17.125
    assert waits.asked[1] < 1


def test_a_server_that_stays_busy_ends_the_run(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.extend([Fault(429)] * 6)
    stopped = runner()

    assert stopped.ask(request("One")) == (None,)
    assert isinstance(stopped.stopped, UnavailableError)
    assert len(server.posts) == 6
    assert stopped.ask(request("Two")) == (None,)
    assert len(server.posts) == 6


def test_a_server_that_wants_an_hour_ends_the_run_at_once(
    server: DeepLServer, runner: MakeRunner, waits: Waits
) -> None:
    server.faults.append(Fault(429, {"Retry-After": "3600"}))
    stopped = runner()

    assert stopped.ask(request("One")) == (None,)
    assert isinstance(stopped.stopped, UnavailableError)
    assert waits.asked == []


def test_a_text_that_makes_the_server_fail_costs_that_text_alone(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.extend([Fault(500)] * 6)
    first = runner()
    answers = texts_of(first.ask(request("One", "Two")))

    assert answers == ["Bar", "Gjb"]
    assert len(server.posts) == 8
    assert first.spending.refused == 0


def test_what_is_too_large_is_sent_in_halves(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.extend([Fault(413), Fault(413)])

    assert texts_of(runner().ask(request(*TEXTS[:40]))) == [translated_wire(text) for text in TEXTS[:40]]
    assert [len(post.json["text"]) for post in server.posts] == [40, 20, 10, 10, 20]


def test_requests_stay_below_128_kib_whatever_the_script(server: DeepLServer, runner: MakeRunner) -> None:
    long = [f"{number} " + "пауза — " * 400 for number in range(20)]
    answers = runner().ask(request(*long, context="Заголовок. " * 300))

    assert all(answers)
    assert len(server.posts) > 1
    assert max(len(post.body) for post in server.posts) <= 128 * 1024


def test_a_language_that_is_not_there_stops_soon_and_costs_nothing(server: DeepLServer, runner: MakeRunner) -> None:
    stopped = runner()

    answers = stopped.ask(request(*TEXTS, target="tlh"))

    assert sum(answer is None for answer in answers) == len(TEXTS) - 3
    assert {answer.text for answer in answers if answer} == {""}
    assert "'target_lang' not supported" in str(stopped.stopped)
    assert len(server.posts) < 15
    assert server.billed == 0


def test_quota_stops_at_once_and_what_is_done_is_kept(server: DeepLServer, runner: MakeRunner) -> None:
    server.limit = 6000
    stopped = runner()
    answers = stopped.ask(request(*TEXTS))
    done = [answer for answer in answers if answer]

    assert isinstance(stopped.stopped, QuotaError)
    assert stopped.stopped.exit_code == 3
    assert len(done) == len(server.paid) == 50
    assert len(server.posts) == 2
    server.limit = 10**6
    assert all(runner().ask(request(*TEXTS)))
    assert max(Counter(paid.text for paid in server.paid).values()) == 1


@pytest.mark.parametrize("limit", [0, 1, 100, 101, 3000, 5003, 10**6])
def test_the_cap_holds_to_the_character(server: DeepLServer, runner: MakeRunner, limit: int) -> None:
    capped = runner(max_characters=limit)
    work = [request(*TEXTS[start : start + 30]) for start in range(0, 120, 30)]
    answers = [answer for page in capped.each(capped.ask, work) for answer in page]

    assert server.billed <= limit
    assert capped.spending.characters == server.billed
    assert all(answers) == (limit == 10**6)
    assert isinstance(capped.stopped, BudgetError) == (limit < 10**6)
    unpaid = [characters(text) for text, answer in zip(TEXTS, answers, strict=True) if not answer]
    assert not unpaid or limit - server.billed < max(unpaid) + 200


def test_an_estimate_is_what_is_billed_within_one_percent(server: DeepLServer, runner: MakeRunner) -> None:
    runner().ask(request(*TEXTS))

    assert server.billed == pytest.approx(sum(map(characters, TEXTS)), rel=0.01)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(drop=True),
        Fault(short=True),
        Fault(change=lambda body: body[: len(body) // 2]),
        Fault(change=lambda _: b"<html>welcome to the hotel's network</html>"),
        Fault(change=lambda _: b'{"translations": [null]}'),
        Fault(change=lambda _: b'{"translations": []}'),
        Fault(change=lambda _: b'{"translations": [{"text": null, "billed_characters": 1}]}'),
        Fault(change=lambda _: b'{"translations": [{"text": "Bar"}]}'),
        Fault(change=lambda _: b'{"translations": {"text": "Bar"}}'),
        Fault(
            change=lambda _: (
                b'{"translations": [{"text": "a", "billed_characters": 1}, {"text": "b", "billed_characters": 1}]}'
            )
        ),
    ],
)
def test_a_request_whose_answer_was_lost_is_not_paid_twice_in_a_run(
    server: DeepLServer, runner: MakeRunner, fault: Fault
) -> None:
    server.faults.append(fault)
    first = runner()

    assert first.ask(request("One")) == (None,)
    assert first.ask(request("One", "Two"))[0] is None
    assert first.stopped is None
    assert (first.spending.lost, first.spending.characters) == (1, 6)
    assert [paid.text for paid in server.paid] == ["One", "Two"]
    assert texts_of(runner().ask(request("One"))) == ["Bar"]


def test_three_lost_answers_in_a_row_stop_the_spending(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.extend([Fault(drop=True)] * 9)
    stopped = runner()
    for number in range(9):
        stopped.ask(request(f"Text {number}"))

    assert isinstance(stopped.stopped, UnavailableError)
    assert len(server.posts) == 3


def test_a_rate_limit_holds(server: DeepLServer, runner: MakeRunner, waits: Waits) -> None:
    runner(per_second=2).ask(request(*TEXTS))

    assert len(server.posts) == 3
    assert waits.asked == [0.5, 0.5]


def test_a_caller_that_stops_stops_the_sending(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.extend([Fault(delay=0.02)] * 100)
    stopped = runner()
    pages = stopped.each(stopped.ask, [request(text) for text in TEXTS], threads=2)
    next(pages)
    pages.close()
    sent = len(server.posts)

    assert sent < 20
    assert stopped.stopped is not None
    assert len(server.paid) == sum(answer is not None for answer in runner(max_characters=0).ask(request(*TEXTS)))
