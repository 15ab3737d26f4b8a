"""Requests sent once, answers on disk before they are handed on."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event, Lock
from typing import TypeVar

from translate.engines.base import (
    Answer,
    BudgetError,
    BusyError,
    Engine,
    LostError,
    RefusedError,
    Request,
    UnavailableError,
)
from translate.engines.batches import batches, halves
from translate.engines.budget import Budget
from translate.engines.cache import Cache, key
from translate.engines.claims import Claims
from translate.engines.pace import Pace
from translate.engines.retry import Patience
from translate.engines.wire import characters_at_most
from translate.errors import EngineError

_ENOUGH = 3
"""Requests in a row without a usable answer, each perhaps billed, after which the engine is taken to be broken."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Spending:
    """What a run has sent and saved."""

    requests: int = 0
    """Requests that were answered."""
    characters: int = 0
    """Characters billed, as the engine says, or as we count where it does not."""
    bought: int = 0
    """Texts that were answered by the engine."""
    cached: int = 0
    """Texts that had their answer already, from an earlier run or another page."""
    lost: int = 0
    """Texts that were sent, and may have been billed, without a usable answer."""
    refused: int = 0
    """Texts that the engine does not take."""


class Runner:
    """Asks an engine for what the cache does not have; several threads may ask at once.

    Killed at any moment it loses at most the requests that are in flight, one a thread. What ends a run never raises
    here but is kept in `stopped`; from then on only the cache answers.
    """

    def __init__(
        self,
        engine: Engine,
        cache: Cache,
        *,
        max_characters: int | None = None,
        per_second: float = 0.0,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._engine = engine
        self._cache = cache
        self._budget = Budget(max_characters)
        self._patience = patience or Patience()
        self._halted = Event()
        self._pace = Pace(per_second, clock=clock, sleep=sleep or self._halted.wait)
        self._chance = chance
        self._claims = Claims()
        self._lock = Lock()
        self._lost: set[bytes] = set()
        self._faults: dict[bytes, Answer] = {}
        self._troubles = 0
        self.spending = Spending()
        self.stopped: EngineError | None = None
        """What ended the run; to be raised when all that was done is saved."""

    def ask(self, request: Request) -> tuple[Answer | None, ...]:
        """Return an answer for each text: with a fault if the engine refuses the text, None if the run has stopped.

        An answer is on disk before it is returned, and the same request is never sent again. A text whose request was
        lost in flight is not asked for again in this run, since it may have been billed; the next run asks once more.
        """
        identity = self._engine.identity(request)
        keys = [key(identity, text) for text in request.texts]
        texts = dict(zip(keys, request.texts, strict=True))
        mine, others = self._claims.claim(texts)
        try:
            known = self._cache.get(mine)
            missing = tuple(texts[each] for each in mine if each not in known and not self._given_up(each))
            self._buy(replace(request, texts=missing))
        finally:
            self._claims.release(mine)
        for event in others:
            event.wait()
        self._count(cached=len(keys) - len(missing))
        answers = self._faults | self._cache.get(texts)
        return tuple(answers.get(each) for each in keys)

    def each(
        self, work: Callable[[Item], Result], items: Iterable[Item], *, threads: int = 4
    ) -> Generator[Result, None, None]:
        """Yield `work` of each item, in order, done by a few threads that ask here.

        When the caller stops, or Ctrl-C does, no request is sent any more and those in flight are waited for.
        """
        pool = ThreadPoolExecutor(threads)
        try:
            futures = [pool.submit(work, item) for item in items]
            for future in futures:
                yield future.result()
        except BaseException:
            self.stop(EngineError("the run was interrupted"))
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def stop(self, reason: EngineError) -> None:
        """Send no more requests; the first reason stays."""
        with self._lock:
            self.stopped = self.stopped or reason
        self._halted.set()

    def _given_up(self, digest: bytes) -> bool:
        return digest in self._lost or digest in self._faults

    def _buy(self, request: Request) -> None:
        if not request.texts or self.stopped:
            return
        try:
            limits = self._engine.limits(request)
        except EngineError as error:
            self.stop(error)
            return
        for batch in batches(request, limits):
            self._send(batch)

    def _send(self, request: Request) -> None:
        """Send as many of the texts as the budget allows."""
        if self.stopped:
            return
        costs = [characters_at_most(text) for text in request.texts]
        fit = self._budget.reserve(costs)
        if fit:
            self._exchange(replace(request, texts=request.texts[:fit]), sum(costs[:fit]))
        if fit < len(costs):
            left = self._budget.left
            self.stop(BudgetError(f"the next text has {costs[fit]} characters, of this run's {left} are left"))

    def _exchange(self, request: Request, reserved: int) -> None:
        try:
            answers = self._patiently(request)
        except LostError as error:
            self._lost.update({key(self._engine.identity(request), text) for text in request.texts})
            self._count(lost=len(request.texts), characters=reserved)
            self._troubled(error)
        except RefusedError as error:
            self._budget.give_back(reserved)
            self._refused(request, error)
        except EngineError as error:
            self._budget.give_back(reserved)
            self.stop(error)
        else:
            self._keep(request, answers, reserved)

    def _patiently(self, request: Request) -> tuple[Answer, ...]:
        """Send a request until the engine has time for it; only what was not billed is sent again."""
        attempt = 0
        while True:
            attempt += 1
            self._pace.wait()
            if self.stopped:
                raise self.stopped
            try:
                answers = self._engine.translate(request)
            except BusyError as busy:
                pause = self._patience.wait(attempt, busy.retry_after, self._chance())
                if attempt >= busy.attempts or pause is None:
                    raise busy.ends_as(busy.message, hint=busy.hint) from busy
                self._pace.hold(pause)
                continue
            if len(answers) != len(request.texts):
                raise LostError(f"{self._engine.name} gave {len(answers)} answers to {len(request.texts)} texts")
            return answers

    def _keep(self, request: Request, answers: tuple[Answer, ...], reserved: int) -> None:
        identity = self._engine.identity(request)
        self._cache.put({key(identity, text): answer for text, answer in zip(request.texts, answers, strict=True)})
        billed = sum(answer.billed for answer in answers) or reserved
        self._budget.give_back(reserved - billed)
        self._troubles = 0
        self._count(requests=1, characters=billed, bought=len(answers))

    def _refused(self, request: Request, error: RefusedError) -> None:
        """Find the text that the engine does not take by asking for each half."""
        if len(request.texts) > 1:
            for half in halves(request):
                self._send(half)
        else:
            self._faults[key(self._engine.identity(request), request.texts[0])] = Answer("", fault=error.message)
            self._count(refused=1)
            self._troubled(error)

    def _troubled(self, error: EngineError) -> None:
        self._troubles += 1
        if self._troubles >= _ENOUGH:
            self.stop(UnavailableError(f"{_ENOUGH} requests in a row failed: {error.message}", hint=error.hint))

    def _count(self, **more: int) -> None:
        with self._lock:
            sums = {name: getattr(self.spending, name) + number for name, number in more.items()}
            self.spending = replace(self.spending, **sums)
