"""A LibreTranslate server on loopback, which unescapes what it gives back."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.engines.conftest import MakeRunner, request
from tests.services.language import translated_wire
from tests.services.libretranslate_api import KEY, LibreTranslateServer
from tests.services.segments import segments
from tests.services.service import Fault
from translate.engines import load
from translate.engines.base import Engine, LostError, RefusedError, Settings, UnavailableError
from translate.engines.ladder import Step, climb, count

TEXTS = segments(60, seed=6)


@pytest.fixture
def server() -> Iterator[LibreTranslateServer]:
    with LibreTranslateServer() as server:
        yield server


def made(server: LibreTranslateServer, key: str = KEY) -> Engine:
    environ = {"LIBRETRANSLATE_URL": server.url, "LIBRETRANSLATE_API_KEY": key}
    return load("libretranslate", Settings(environ=environ))


@pytest.fixture
def engine(server: LibreTranslateServer) -> Iterator[Engine]:
    with closing(made(server)) as engine:
        yield engine


def test_what_is_sent(server: LibreTranslateServer, engine: Engine) -> None:
    answers = engine.translate(request('Run <x id="1">npm</x> &lt;now&gt;', target="zh-CN"))

    assert [answer.text for answer in answers] == ['Eha <x id="1">npm</x> &lt;abj&gt;']
    assert server.posts[0].json == {
        "q": ['Run <span id="1" translate="no">npm</span> &lt;now&gt;'],
        "source": "en",
        "target": "zh-Hans",
        "format": "html",
        "api_key": KEY,
    }
    assert engine.usage() is None


def test_the_script_of_a_locale_says_more_than_its_region(server: LibreTranslateServer, engine: Engine) -> None:
    engine.translate(request("One", target="zh-Hans-HK"))

    assert server.posts[0].json["target"] == "zh-Hans"


def test_a_server_without_keys_is_sent_none() -> None:
    with LibreTranslateServer(key="") as server, closing(made(server, key="")) as engine:
        assert engine.translate(request("One"))[0].text == "Bar"
        assert "api_key" not in server.posts[0].json


@pytest.mark.parametrize("limit", [800, 2000, 5000])
def test_the_servers_own_limit_is_kept(runner: MakeRunner, limit: int) -> None:
    with LibreTranslateServer(characters=limit) as server, closing(made(server)) as engine:
        ours = runner(engine=engine)
        answers = ours.ask(request(*TEXTS))

        assert [answer and answer.text for answer in answers] == [translated_wire(text) for text in TEXTS]
        assert len(server.posts) > 2


def test_a_limit_that_the_server_does_not_tell_is_found(runner: MakeRunner) -> None:
    with LibreTranslateServer(texts=7) as server, closing(made(server)) as engine:
        assert all(runner(engine=engine).ask(request(*TEXTS)))


def split(html: str) -> str:
    """Cut a tag in two, as sentences are cut at tags."""
    return re.sub(r'<span id="(\d)">([^<]*) ', r'<span id="\1">\2</span> <span id="\1">', html)


def glued(html: str) -> str:
    """Lose the space before a tag."""
    return html.replace(' <span id="1"', '<span id="1"')


@pytest.mark.parametrize("damage", [split, glued])
def test_split_tags_and_lost_spaces_are_mended(
    server: LibreTranslateServer, engine: Engine, runner: MakeRunner, damage: Callable[[str], str]
) -> None:
    server.damage = damage
    outcomes = climb(request(*TEXTS), runner(engine=engine).ask, engine.ways)
    usable = [outcome for outcome in outcomes if outcome.step in {Step.FIRST, Step.REPAIRED}]

    assert all(outcome.text == translated_wire(outcome.source) for outcome in usable)
    assert len(usable) >= 55
    assert count(outcomes).of(Step.REPAIRED) > 10


def test_unescaped_html_is_understood(engine: Engine, runner: MakeRunner) -> None:
    outcomes = climb(request(*TEXTS), runner(engine=engine).ask, engine.ways)

    assert any("&lt;" in text for text in TEXTS)
    assert [outcome.text for outcome in outcomes] == [translated_wire(text) for text in TEXTS]
    assert count(outcomes).of(Step.FIRST) == len(TEXTS)


def test_a_wrong_key_is_not_shown(server: LibreTranslateServer) -> None:
    with closing(made(server, key="wrong-secret")) as engine, pytest.raises(UnavailableError) as caught:
        engine.translate(request("One"))

    assert "Invalid API key …" in str(caught.value)
    assert "wrong-secret" not in str(caught.value) + repr(engine)


def test_a_language_that_it_does_not_have(engine: Engine) -> None:
    with pytest.raises(RefusedError, match="tlh is not supported"):
        engine.translate(request("One", target="tlh"))


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"translatedText": "Bar"}', b'{"translatedText": [null]}', b"busy"])
def test_what_is_no_list_of_texts_is_lost(server: LibreTranslateServer, engine: Engine, body: bytes) -> None:
    server.faults.append(Fault(change=lambda _: body))
    with pytest.raises(LostError):
        engine.translate(request("One"))


def test_without_an_address_it_says_what_to_do() -> None:
    with pytest.raises(UnavailableError) as caught:
        load("libretranslate", Settings(environ={}))
    assert "LIBRETRANSLATE_URL" in caught.value.hint


def test_a_server_that_is_gone_stops_the_run(runner: MakeRunner) -> None:
    with LibreTranslateServer() as server:
        engine = made(server)
    with closing(engine):
        stopped = runner(engine=engine)

        assert stopped.ask(request("One")) == (None,)
    assert stopped.stopped is not None
    assert "cannot be reached" in str(stopped.stopped)
