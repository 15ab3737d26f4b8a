"""Servers on loopback, engines that talk to them, and runners whose waits are written down instead of waited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.services.deepl_api import KEY, DeepLServer
from translate.engines import load
from translate.engines.base import Engine, Request, Settings
from translate.engines.cache import Cache
from translate.engines.runner import Runner


class Waits:
    """Time that passes only when somebody waits; `asked` has every wait in seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asked: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.asked.append(round(seconds, 3))
        self.now += seconds


def request(*texts: str, target: str = "nl", **more: Any) -> Request:
    return Request(texts=texts, source="en", target=target, **more)


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with DeepLServer() as server:
        yield server


@pytest.fixture
def engine(server: DeepLServer) -> Iterator[Engine]:
    """DeepL, at the loopback server."""
    environ = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url}
    with closing(load("deepl", Settings(environ=environ, project="example"))) as engine:
        yield engine


@pytest.fixture
def waits() -> Waits:
    return Waits()


MakeRunner = Callable[..., Runner]


@pytest.fixture
def runner(engine: Engine, waits: Waits, tmp_path: Path) -> Iterator[MakeRunner]:
    """Make runners that share a cache; no jitter."""
    cache = Cache(tmp_path / "cache.sqlite")

    def make(**options: Any) -> Runner:
        fixed: dict[str, Any] = {"clock": waits, "sleep": waits.sleep, "chance": lambda: 0.5}
        return Runner(options.pop("engine", engine), cache, **fixed, **options)

    yield make
    cache.close()
