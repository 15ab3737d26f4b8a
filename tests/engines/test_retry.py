import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engines.budget import Budget
from translate.engines.pace import Pace
from translate.engines.retry import Patience, seconds

NOW = 1_767_225_600.0  # 2026-01-01 00:00:00 UTC


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("7", 7.0),
        (" 0.5 ", 0.5),
        ("Thu, 01 Jan 2026 00:00:30 GMT", 30.0),
        ("Wed, 31 Dec 2025 23:59:00 GMT", 0.0),
        ("Thursday, 01-Jan-26 00:01:00 GMT", 60.0),
        ("soon", None),
        ("-3", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, wait: float | None) -> None:
    assert seconds(header, NOW) == wait


@given(st.integers(1, 40), st.floats(0, 1))
def test_a_wait_grows_to_a_limit_with_jitter(attempt: int, chance: float) -> None:
    wait = Patience(first=1, factor=2, longest=60, jitter=0.25).wait(attempt, None, chance)

    assert wait is not None
    assert 0.75 * min(2 ** (attempt - 1), 60) <= wait <= 1.25 * min(2 ** (attempt - 1), 60)


@given(st.floats(0, 300), st.floats(0, 1))
def test_what_the_server_asks_for_is_never_undercut(asked: float, chance: float) -> None:
    wait = Patience().wait(1, asked, chance)

    assert wait is not None
    assert asked <= wait <= asked + 1


def test_a_server_that_asks_for_an_hour_is_gone() -> None:
    assert Patience().wait(1, 3600, 0.5) is None


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, pause: float) -> None:
        self.now += pause


def test_requests_keep_their_distance() -> None:
    clock = Clock()
    pace = Pace(4, clock=clock, sleep=clock.sleep)
    moments = []
    for _ in range(5):
        pace.wait()
        moments.append(clock.now)

    assert moments == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_everybody_waits_when_the_engine_asks_for_it() -> None:
    clock = Clock()
    pace = Pace(0, clock=clock, sleep=clock.sleep)
    pace.wait()
    pace.hold(7)
    pace.wait()

    assert clock.now == 7.0


@given(st.lists(st.integers(0, 50)), st.integers(0, 200))
def test_a_budget_is_never_exceeded_by_one_character(costs: list[int], limit: int) -> None:
    budget = Budget(limit)
    fit = budget.reserve(costs)

    assert sum(costs[:fit]) <= limit
    assert fit == len(costs) or sum(costs[: fit + 1]) > limit
    assert budget.left == limit - sum(costs[:fit])


def test_what_is_given_back_can_be_spent() -> None:
    budget = Budget(10)
    budget.reserve([10])
    budget.give_back(4)

    assert budget.reserve([3, 2]) == 1
    assert budget.left == 1
    assert Budget().reserve([10**9]) == 1
