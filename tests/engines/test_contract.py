"""What holds for every engine, each with its real counterpart: a server on loopback or a program."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.engines.conftest import MakeRunner, request
from tests.engines.test_apertium import NOT_INSTALLED
from tests.services.deepl_api import KEY as DEEPL_KEY
from tests.services.deepl_api import DeepLServer
from tests.services.libretranslate_api import KEY as LIBRETRANSLATE_KEY
from tests.services.libretranslate_api import LibreTranslateServer
from tests.services.openai_api import KEY as OPENAI_KEY
from tests.services.openai_api import OpenAIServer
from tests.services.segments import segments
from tests.services.service import Service
from translate.engines import ENGINES, load
from translate.engines.base import Engine, Settings, UnavailableError
from translate.engines.defects import compare
from translate.engines.ladder import Step, climb, count
from translate.errors import UsageError

TEXTS = segments(60, seed=11)
Environ = dict[str, str]

SERVERS: dict[str, tuple[type[Service], Callable[[str], Environ], str]] = {
    "deepl": (DeepLServer, lambda url: {"DEEPL_SERVER_URL": url, "DEEPL_AUTH_KEY": DEEPL_KEY}, "DEEPL_AUTH_KEY"),
    "openai": (
        OpenAIServer,
        lambda url: {"OPENAI_BASE_URL": f"{url}/v1", "OPENAI_API_KEY": OPENAI_KEY},
        "OPENAI_API_KEY",
    ),
    "libretranslate": (
        LibreTranslateServer,
        lambda url: {"LIBRETRANSLATE_URL": url, "LIBRETRANSLATE_API_KEY": LIBRETRANSLATE_KEY},
        "LIBRETRANSLATE_API_KEY",
    ),
}


@contextmanager
def made(name: str, **environ: str) -> Iterator[tuple[Engine, Service | None]]:
    """Make an engine that talks to its server, if it has one, with a changed environment."""
    if name not in SERVERS:
        yield load(name, Settings(environ=dict(os.environ))), None
        return
    kind, environment, _ = SERVERS[name]
    with kind() as server:
        settings = Settings(
            environ=environment(server.url) | environ, options={"model": "m"} if name == "openai" else {}
        )
        with closing(load(name, settings)) as engine:
            yield engine, server


@pytest.fixture(params=sorted(ENGINES))
def named(request: pytest.FixtureRequest) -> str:
    if request.param == "apertium" and NOT_INSTALLED:
        pytest.skip("apertium and apertium-eng-spa are not installed")
    return str(request.param)


@pytest.fixture
def engine(named: str) -> Iterator[Engine]:
    with made(named) as (engine, _):
        yield engine


def test_as_many_answers_as_texts_in_their_order_with_all_tags(engine: Engine) -> None:
    for text, answer in zip(TEXTS[:20], engine.translate(request(*TEXTS[:20], target="es")), strict=True):
        assert not answer.fault
        assert compare(text, answer.text, "es") == () or engine.name == "apertium"


def test_an_answer_is_that_of_its_text_whatever_stands_beside_it(engine: Engine) -> None:
    answers = engine.translate(request(*TEXTS[:3], target="es"))

    assert answers[2] == engine.translate(request(TEXTS[2], target="es"))[0]
    assert engine.translate(request(*TEXTS[2::-1], target="es")) == answers[::-1]


def test_no_texts_make_no_call(named: str) -> None:
    with made(named) as (engine, server):
        assert engine.translate(request(target="es")) == ()
        assert server is None or server.ledger == []


def test_every_way_gives_usable_answers(engine: Engine) -> None:
    for way in engine.ways:
        (answer,) = engine.translate(request(TEXTS[0], target="es", way=way))
        assert compare(TEXTS[0], answer.text, "es") == () or engine.name == "apertium"


def test_identity_does_not_depend_on_texts_or_help_but_on_way_and_locales(engine: Engine) -> None:
    base = engine.identity(request("One", target="es"))

    assert base == engine.identity(request("Two", target="es", way=engine.ways[0]))
    assert base == engine.identity(request("One", target="es", reasons=("it was wrong",)))
    if engine.name != "pseudo":
        assert base != engine.identity(request("One", target="nl"))
        assert len({engine.identity(request("One", target="es", way=way)) for way in engine.ways}) == len(engine.ways)


def test_limits_hold_a_text(engine: Engine) -> None:
    limits = engine.limits(request("One", target="es", context="about " * 2000))

    assert limits.texts >= 1
    assert limits.size >= 1000


def test_usage_is_told_or_nothing(engine: Engine) -> None:
    usage = engine.usage()

    assert usage is None or usage.used >= 0


def test_the_ladder_leaves_nothing_damaged(engine: Engine, runner: MakeRunner) -> None:
    counts = count(climb(request(*TEXTS, target="es"), runner(engine=engine).ask, engine.ways))

    assert counts.of(Step.FIRST) + counts.of(Step.REPAIRED) >= 58


def test_several_threads_may_ask_at_once(engine: Engine) -> None:
    answers: dict[int, str] = {}

    def work(number: int) -> None:
        answers[number] = engine.translate(request(TEXTS[number], target="es"))[0].text

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answers[number] for number in range(3)] == [
        answer.text for answer in engine.translate(request(*TEXTS[:3], target="es"))
    ]


@pytest.mark.parametrize("name", sorted(SERVERS))
def test_a_wrong_key_ends_the_run_with_a_hint(name: str) -> None:
    with made(name, **{SERVERS[name][2]: "wrong-secret"}) as (engine, server):
        with pytest.raises(UnavailableError) as caught:
            engine.translate(request("One", target="es"))

        assert SERVERS[name][2] in caught.value.hint
        assert caught.value.exit_code == 3
        assert "wrong-secret" not in f"{caught.value!r} {caught.value} {engine!r} {caught.value.hint}"
        assert server is not None
        assert len(server.posts) == 1


def test_an_engine_that_nobody_offers_is_a_mistake_with_a_suggestion() -> None:
    with pytest.raises(UsageError, match="depl") as caught:
        load("depl", Settings(environ={}))
    assert caught.value.hint == 'did you mean "deepl"?'


def test_nothing_heavy_is_imported_before_it_is_asked_for() -> None:
    script = "import sys, translate.engines; print({'deepl', 'requests', 'sqlite3', 'subprocess'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_another_package_may_offer_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "elsewhere-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: elsewhere\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[translate.engines]\nelsewhere = elsewhere:engine\ndeepl = elsewhere:engine\n"
    )
    (tmp_path / "elsewhere.py").write_text("from translate.engines.pseudo import pseudo as engine\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert load("elsewhere", Settings(environ={})).name == "pseudo"
    with pytest.raises(UnavailableError):
        load("deepl", Settings(environ={}))
