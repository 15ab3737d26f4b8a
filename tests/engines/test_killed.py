"""Law 6 under SIGKILL: at most what is in flight is lost, and nothing is paid twice but that."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.engines.driven import THREADS, pages
from tests.services.deepl_api import DeepLServer
from tests.services.language import translated_wire
from tests.services.service import Received, Response
from translate.engines.base import Answer, Engine
from translate.engines.cache import Cache, key

KILLS = 50


class ThinkingServer(DeepLServer):
    """Takes some milliseconds for each request."""

    def answer(self, received: Received) -> Response:
        time.sleep(0.008)
        return super().answer(received)


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with ThinkingServer(limit=10**9) as server:
        yield server


@dataclass(frozen=True)
class Run:
    """What was on disk around one life of the process."""

    name: str
    killed: bool
    before: dict[str, Answer]
    """Text → answer."""
    after: dict[str, Answer]


class Driver:
    """The process that forks one life after another."""

    def __init__(self, process: subprocess.Popen[str], arguments: str) -> None:
        self._process = process
        self._arguments = arguments

    def start(self, seed: int, name: str) -> int:
        """Start a job and return the number of its process."""
        assert self._process.stdin
        self._process.stdin.write(f"{self._arguments} {seed} {name}\n")
        self._process.stdin.flush()
        return self._line()

    def end(self) -> int:
        """Wait for the job and return how it ended."""
        return self._line()

    def _line(self) -> int:
        assert self._process.stdout
        return int(self._process.stdout.readline())


@pytest.fixture
def lives(server: DeepLServer, engine: Engine, tmp_path: Path) -> list[Run]:
    """Run jobs and kill them at random moments, fifty times; a job that gets through is followed by another."""
    path, chance, seed = tmp_path / "cache.sqlite", random.Random(7), 100  # noqa: S311  # moments to kill at
    lives: list[Run] = []
    command = [sys.executable, "-m", "tests.engines.driven"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        driver = Driver(process, f"{server.url} {path}")
        whole = undisturbed(driver)
        while sum(run.killed for run in lives) < KILLS:
            name, before = f"run-{len(lives)}", on_disk(engine, path, seed)
            child = driver.start(seed, name)
            time.sleep(chance.uniform(0, whole))
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            ended = driver.end()
            lives.append(Run(name, ended == -signal.SIGKILL, before, on_disk(engine, path, seed)))
            assert ended in {0, -signal.SIGKILL}
            seed += ended == 0
    time.sleep(0.1)  # for requests that were on their way when the last one died
    return lives


def undisturbed(driver: Driver) -> float:
    """Let jobs get through and return the seconds that one takes here, imports aside."""
    seconds = 0.0
    for seed in (1, 2):
        begun = time.monotonic()
        driver.start(seed, "undisturbed")
        assert driver.end() == 0
        seconds = time.monotonic() - begun
    return seconds


def on_disk(engine: Engine, path: Path, seed: int) -> dict[str, Answer]:
    """Return the texts of a job that have an answer, in a file that must be sound."""
    keys = {key(engine.identity(page), text): text for page in pages(seed) for text in page.texts}
    with closing(Cache(path)) as cache:
        assert cache.set_aside is None
        found = {keys[digest]: answer for digest, answer in cache.get(keys).items()}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def test_killed_at_any_moment_it_loses_what_is_in_flight_and_pays_nothing_else_twice(
    server: DeepLServer, lives: list[Run]
) -> None:
    assert sum(run.killed for run in lives) == KILLS
    assert sum(len(run.after) > len(run.before) for run in lives if run.killed) > KILLS / 4
    for run in lives:
        posts = [
            post.json["text"] for post in server.posts if post.headers["X-DeepL-Reporting-Tag"].endswith(f" {run.name}")
        ]
        paid = Counter(text for texts in posts for text in texts)
        lost = [texts for texts in posts if not run.after.keys() >= set(texts)]

        assert set(paid.values()) <= {1}
        assert not paid.keys() & run.before.keys()
        assert len(lost) <= (THREADS if run.killed else 0)
        assert [text for text, answer in run.after.items() if answer.text != translated_wire(text)] == []
