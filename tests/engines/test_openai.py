"""A language model on loopback, with the habits that models have."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.engines.conftest import MakeRunner, request
from tests.services.language import translated_wire
from tests.services.openai_api import KEY, OpenAIServer, Said
from tests.services.segments import segments
from tests.services.service import Fault
from translate.engines import load
from translate.engines.base import Engine, LostError, Pair, QuotaError, Settings, UnavailableError, Usage
from translate.engines.ladder import Step, climb, count
from translate.errors import ConfigError
from translate.model import Term

TEXTS = segments(20, seed=5)
RIGHT = [translated_wire(text) for text in TEXTS]

Answer = dict[str, dict[str, str]]
Texts = dict[str, str]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as server:
        yield server


def made(server: OpenAIServer, **more: Any) -> Engine:
    environ = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    return load("openai", Settings(environ=environ, options={"model": "a-model"}, **more))


@pytest.fixture
def engine(server: OpenAIServer) -> Iterator[Engine]:
    with closing(made(server)) as engine:
        yield engine


def test_what_is_asked(server: OpenAIServer, engine: Engine) -> None:
    asked = request(
        'We want a <g id="1">pause</g>',
        context="A page about protests.",
        register="more",
        glossary=(Term("pause", "pauze", "never: stop"), Term("treaty", "verdrag")),
        page=(Pair("Before", "Ervoor"), Pair("After")),
        examples=(Pair("We want peace", "Wij willen vrede"),),
        reasons=("a tag was lost",),
    )
    (answer,) = engine.translate(asked)
    body = server.posts[0].json
    material = json.loads(body["messages"][1]["content"])

    assert answer.text == translated_wire(asked.texts[0])
    assert (body["model"], body["temperature"]) == ("a-model", 0)
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["response_format"]["json_schema"]["schema"]["required"] == ["1"]
    assert "from en to nl" in body["messages"][0]["content"]
    assert "formally (Sie, u, vous)" in body["messages"][0]["content"]
    assert material == {
        "about": "A page about protests.",
        "page": [{"source": "Before", "translation": "Ervoor"}, "After"],
        "glossary": [{"word": "pause", "translation": "pauze", "note": "never: stop"}],
        "examples": [{"source": "We want peace", "translation": "Wij willen vrede"}],
        "wrong": ["a tag was lost"],
        "translate": {"1": 'We want a <g id="1">pause</g>'},
    }
    assert engine.usage() == Usage(120, None, "tokens")


@pytest.mark.parametrize(
    ("formats", "kinds"),
    [
        ({"json_schema", "json_object"}, ["json_schema", "json_schema"]),
        ({"json_object"}, ["json_schema", "json_object", "json_object"]),
        (set(), ["json_schema", "json_object", None, None]),
    ],
)
def test_what_the_server_supports_is_found_out_once(formats: set[str], kinds: list[str | None]) -> None:
    with OpenAIServer(formats=formats) as server, closing(made(server)) as engine:
        for _ in range(2):
            assert engine.translate(request("One"))[0].text == "Bar"
        assert [post.json.get("response_format", {}).get("type") for post in server.posts] == kinds


@pytest.mark.parametrize(
    "say",
    [
        lambda answer, _: f"```json\n{json.dumps(answer, indent=2)}\n```",
        lambda answer, _: f"Sure! Here {{as you asked}} are the translations:\n{json.dumps(answer)}\nAnything else?",
        lambda answer, _: f'<think>the ids are {{}} and {{"a": 1}}</think>{json.dumps(answer)}',
        lambda answer, _: json.dumps({number: entry["text"] for number, entry in answer.items()}),
        lambda answer, _: json.dumps({number: {"text": entry["text"]} for number, entry in answer.items()}),
        lambda answer, _: json.dumps(answer | {"99": {"begins": "", "text": "extra"}, "note": "done"}),
        lambda answer, _: json.dumps(dict(reversed(answer.items()))),
    ],
)
def test_chatter_around_an_answer_does_no_harm(
    server: OpenAIServer, engine: Engine, say: Callable[[Answer, Texts], Said]
) -> None:
    server.say = say

    assert [answer.text for answer in engine.translate(request(*TEXTS))] == RIGHT


def swapped(answer: Answer, texts: Texts) -> Said:
    """Put each translation under the id of the next."""
    if len(texts) == 1:
        return json.dumps(answer)
    return json.dumps(dict(zip(answer, [*list(answer.values())[1:], answer["1"]], strict=True)))


def in_batches(damaged: Callable[[Answer], Said]) -> Callable[[Answer, Texts], Said]:
    return lambda answer, texts: damaged(answer) if len(texts) > 1 else json.dumps(answer)


def choice(content: object, finished: str = "stop", **more: object) -> Callable[[Answer, Texts], Said]:
    return in_batches(lambda _: {"message": {"content": content, **more}, "finish_reason": finished})


def without(answer: Answer, number: str) -> Answer:
    return {name: entry for name, entry in answer.items() if name != number}


HABITS: dict[str, tuple[Callable[[Answer, Texts], Said], int, str]] = {
    "missing id": (in_batches(lambda answer: json.dumps(without(answer, "7"))), 1, "missing"),
    "translated id": (
        in_batches(lambda answer: json.dumps(without(answer, "7") | {"sieben": answer["7"]})),
        1,
        "missing",
    ),
    "id twice": (in_batches(lambda a: json.dumps(a)[:-1] + ', "7": {"begins": "x", "text": "y"}}'), 1, "twice"),
    "swapped ids": (swapped, 20, "another text"),
    "no text": (in_batches(lambda answer: json.dumps(answer | {"7": {"begins": "a"}})), 1, "no text"),
    "null": (in_batches(lambda answer: json.dumps(answer | {"7": None})), 1, "no text"),
    "a list": (in_batches(lambda answer: json.dumps(list(answer.values()))), 20, "no JSON"),
    "prose": (in_batches(lambda _: "I am sorry, but I cannot help with that."), 20, "no JSON"),
    "cut JSON": (in_batches(lambda answer: json.dumps(answer)[:-40]), 20, "no JSON"),
    "cut off": (choice("{", "length"), 20, "cut off"),
    "filtered": (choice("", "content_filter"), 20, "content_filter"),
    "refused": (choice(None, refusal="I cannot do that"), 20, "refused"),
    "nothing": (choice(None), 20, "empty"),
    "prompt left in": (
        in_batches(lambda a: json.dumps(a | {"7": a["7"] | {"text": "Here is the translation: " * 40}})),
        1,
        "missing",
    ),
    "unescaped": (
        in_batches(lambda a: json.dumps(a | {"7": a["7"] | {"text": a["7"]["text"].replace("<", "&lt;")}})),
        1,
        "missing",
    ),
}


@pytest.mark.parametrize("habit", sorted(HABITS))
def test_what_failed_is_asked_again_alone_with_the_reason(
    server: OpenAIServer, engine: Engine, runner: MakeRunner, habit: str
) -> None:
    server.say, failed, reason = HABITS[habit]
    ours = runner(engine=engine)
    outcomes = climb(request(*TEXTS), ours.ask, engine.ways)
    again = [json.loads(post.json["messages"][1]["content"]) for post in server.posts[1:]]

    assert [outcome.text for outcome in outcomes] == RIGHT
    assert count(outcomes).of(Step.ALONE) == failed
    assert len(again) == failed
    assert all(len(asked["translate"]) == 1 and re.search(reason, str(asked["wrong"])) for asked in again)


def test_a_paid_refusal_is_kept_too(server: OpenAIServer, engine: Engine, runner: MakeRunner) -> None:
    server.say = lambda *_: "I am sorry."
    climb(request("One"), runner(engine=engine).ask, engine.ways)
    sent = len(server.posts)
    outcomes = climb(request("One"), runner(engine=engine).ask, engine.ways)

    assert [outcome.step for outcome in outcomes] == [Step.FAILED]
    assert len(server.posts) == sent == 2


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"choices": []}', b'{"choices": [{}]}', b'{"choices": [null]}', b'{"error": "x"}', b"<html>"]
)
def test_what_is_no_completion_is_lost(server: OpenAIServer, engine: Engine, body: bytes) -> None:
    server.faults.append(Fault(change=lambda _: body))
    with pytest.raises(LostError):
        engine.translate(request("One"))


def test_an_empty_purse_is_not_too_many_requests(server: OpenAIServer, engine: Engine) -> None:
    server.purse = "insufficient_quota"
    with pytest.raises(QuotaError):
        engine.translate(request("One"))


def test_a_site_can_bring_its_own_prompt(server: OpenAIServer, engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "prompt.md").write_text("From $source to $target, $register. It costs $$5.")
    options = {"model": "a-model", "prompt": "prompt.md"}
    environ = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
    with closing(load("openai", Settings(environ=environ, options=options, root=tmp_path))) as own:
        own.translate(request("One", register="default"))
        assert own.identity(request("One")) != engine.identity(request("One"))

    said = server.posts[0].json["messages"][0]["content"]
    assert said == "From en to nl, as is usual on such sites in this language. It costs $5."


@pytest.mark.parametrize("text", ["Translate $sorce", "It costs $5", None])
def test_a_prompt_that_cannot_be_used_is_said_before_anything_is_sent(
    server: OpenAIServer, tmp_path: Path, text: str | None
) -> None:
    if text is not None:
        (tmp_path / "prompt.md").write_text(text)
    options = {"model": "a-model", "prompt": "prompt.md"}
    with pytest.raises(ConfigError) as caught:
        load("openai", Settings(environ={"OPENAI_API_KEY": KEY}, options=options, root=tmp_path))
    assert caught.value.path.endswith("prompt.md")
    assert server.ledger == []


def test_what_is_missing_is_said() -> None:
    with pytest.raises(UnavailableError, match="no key"):
        load("openai", Settings(environ={}, options={"model": "m"}))
    with pytest.raises(ConfigError, match="model"):
        load("openai", Settings(environ={"OPENAI_API_KEY": KEY}))
    with pytest.raises(ConfigError, match="timeout"):
        load("openai", Settings(environ={"OPENAI_API_KEY": KEY}, options={"model": "m", "timeout": "soon"}))


def test_a_key_never_shows(server: OpenAIServer, runner: MakeRunner, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "sk-wrong-secret-that-nobody-may-see"  # noqa: S105  # a made-up one
    environ = {"OPENAI_API_KEY": secret, "OPENAI_BASE_URL": f"{server.url}/v1"}
    settings = Settings(environ=environ, options={"model": "m"})
    with closing(load("openai", settings)) as engine:
        stopped = runner(engine=engine)
        stopped.ask(request("One"))
        shown = [str(stopped.stopped), repr(stopped.stopped), repr(settings), repr(engine), caplog.text]
        shown.append(engine.identity(request("One")))

    assert isinstance(stopped.stopped, UnavailableError)
    assert "401" in str(stopped.stopped)
    assert secret not in "".join(shown)
