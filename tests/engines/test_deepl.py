"""The real `deepl` client against a server that speaks DeepL's API over HTTP."""

import json
import logging
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import deepl
import pytest

from tests.engines.conftest import MakeRunner, request
from tests.services.deepl_api import KEY, DeepLServer
from tests.services.language import translated_wire
from tests.services.service import Fault, Response, Service
from translate.engines import load
from translate.engines.base import Engine, LostError, Settings, UnavailableError, Usage
from translate.engines.deepl_codes import source_code, target_code
from translate.engines.deepl_glossary import Plan, entries, plan
from translate.model import Term

TEXT = 'Meet at <g id="1">the square</g>, run <x id="2">npm</x> &amp; wait<x id="3"/>'
TERMS = (Term("pause", "pauze"), Term("PauseAI", "PauseAI", "our name"))


def made(server: Service, **options: str) -> Engine:
    environ = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": server.url}
    return load("deepl", Settings(environ=environ, project="example", options=options))


def test_what_is_sent(server: DeepLServer, engine: Engine) -> None:
    answers = engine.translate(request(TEXT, context="A page about protests."))

    assert [answer.text for answer in answers] == [translated_wire(TEXT)]
    assert [answer.billed for answer in answers] == [server.billed]
    assert server.posts[0].json == {
        "target_lang": "NL",
        "source_lang": "EN",
        "formality": "prefer_less",
        "text": [TEXT],
        "show_billed_characters": True,
        "context": "A page about protests.",
        "split_sentences": "nonewlines",
        "preserve_formatting": True,
        "tag_handling": "xml",
        "tag_handling_version": "v2",
        "outline_detection": False,
        "model_type": "prefer_quality_optimized",
        "non_splitting_tags": ["g", "x"],
        "ignore_tags": ["x"],
    }
    assert server.posts[0].headers["X-DeepL-Reporting-Tag"] == "translate example"
    assert "translate-pages/" in server.posts[0].headers["User-Agent"]


def test_words_around_the_texts_are_context_but_make_no_other_question(server: DeepLServer, engine: Engine) -> None:
    around = {"One": ("Before one.", "Two"), "Two": ("One", "After two."), "Three": ("Not asked.",)}
    asked = request("One", "Two", context="About.", around=around)
    engine.translate(asked)

    assert server.posts[0].json["context"] == "About.\nBefore one.\nTwo\nOne\nAfter two."
    assert engine.identity(asked) == engine.identity(request("One", "Two", context="About."))
    assert engine.limits(asked).size + len(json.dumps("\U0001f600" * 4000)) < 128 * 1024
    engine.translate(request("One", around={"One": ("x" * 9000,)}))
    assert len(server.posts[1].json["context"]) == 4000


def test_the_other_ways(server: DeepLServer, engine: Engine) -> None:
    alone = engine.translate(request(TEXT, context="about", way="alone"))
    html = engine.translate(request(TEXT, context="about", way="html", register="more"))

    assert alone[0].text == html[0].text == translated_wire(TEXT)
    assert "context" not in server.posts[0].json
    assert server.posts[1].json["tag_handling"] == "html"
    assert server.posts[1].json["formality"] == "prefer_more"
    (sent,) = server.posts[1].json["text"]
    assert sent == (
        'Meet at <span id="1">the square</span>, run <span id="2" translate="no">npm</span> &amp; wait'
        '<span id="3" translate="no"></span>'
    )


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("nl", "NL", "NL"),
        ("en", "EN", "EN-US"),
        ("en-GB", "EN", "EN-GB"),
        ("en_AU", "EN", "EN-GB"),
        ("en-CA", "EN", "EN-US"),
        ("pt", "PT", "PT-PT"),
        ("pt_BR", "PT", "PT-BR"),
        ("pt-AO", "PT", "PT-PT"),
        ("zh", "ZH", "ZH-HANS"),
        ("zh-CN", "ZH", "ZH-HANS"),
        ("zh_TW", "ZH", "ZH-HANT"),
        ("zh-Hant-HK", "ZH", "ZH-HANT"),
        ("zh-Hans-HK", "ZH", "ZH-HANS"),
        ("no", "NB", "NB"),
        ("nb_NO", "NB", "NB"),
        ("es", "ES", "ES"),
        ("es-ES", "ES", "ES"),
        ("es-MX", "ES", "ES-419"),
        ("es-419", "ES", "ES-419"),
        ("de-CH", "DE", "DE"),
        ("sr@latin", "SR", "SR"),
    ],
)
def test_languages_have_deepls_names(locale: str, source: str, target: str) -> None:
    assert (source_code(locale), target_code(locale)) == (source, target)


def test_usage(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("Twelve chars"))

    assert engine.usage() == Usage(12, 500_000)
    server.limit = 10**12
    assert engine.usage() == Usage(12, None)


def test_everything_that_changes_an_answer_changes_the_identity(server: DeepLServer, engine: Engine) -> None:
    base = request("One", context="about", glossary=TERMS)
    changed = [
        request("One", context="else", glossary=TERMS),
        request("One", context="about"),
        request("One", context="about", glossary=TERMS, register="more"),
        request("One", context="about", glossary=TERMS, target="de"),
        request("One", context="about", glossary=TERMS, way="html"),
    ]
    with closing(made(server, model="latency_optimized")) as other:
        identities = {engine.identity(base), other.identity(base), *map(engine.identity, changed)}

    assert len(identities) == 7
    assert engine.identity(base) == engine.identity(request("Two", context="about", glossary=TERMS[::-1]))
    assert engine.identity(base) == engine.identity(request("One", context="about", glossary=TERMS, reasons=("lost",)))


def test_a_slow_answer_is_one_post(server: DeepLServer, runner: MakeRunner) -> None:
    """Twelve seconds: the client by itself would have sent the request again after ten."""
    server.faults.append(Fault(delay=12))
    begun = time.monotonic()

    assert [answer and answer.text for answer in runner().ask(request("One"))] == ["Bar"]
    assert time.monotonic() - begun >= 12
    assert len(server.posts) == 1
    assert deepl.http_client.min_connection_timeout == 10.0


def test_an_answer_that_never_comes_is_one_post_and_lost(server: DeepLServer, runner: MakeRunner) -> None:
    server.faults.append(Fault(delay=0.6))
    with closing(made(server, timeout="0.2")) as impatient:
        stopped = runner(engine=impatient)

        assert stopped.ask(request("One")) == (None,)
    assert stopped.spending.lost == 1
    assert len(server.posts) == 1


def test_a_server_that_is_not_there_is_tried_and_then_said(runner: MakeRunner) -> None:
    with DeepLServer() as gone:
        url = gone.url
    with closing(load("deepl", Settings(environ={"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": url}))) as engine:
        stopped = runner(engine=engine)

        assert stopped.ask(request("One")) == (None,)
    assert isinstance(stopped.stopped, UnavailableError)
    assert "cannot be reached" in str(stopped.stopped)
    assert stopped.spending.lost == 0


class Elsewhere(Service):
    """Sends everybody to another host."""

    work_path = "/v2/translate"
    to = ""

    def answer(self, _: object) -> Response:
        return Response(307, headers={"Location": f"{self.to}/v2/translate"})


def test_requests_go_to_the_configured_host_alone(server: DeepLServer) -> None:
    with Elsewhere() as elsewhere, closing(made(elsewhere)) as engine:
        elsewhere.to = server.url
        with pytest.raises(UnavailableError, match="307"):
            engine.translate(request("One"))

    assert server.ledger == []


@pytest.mark.parametrize("url", ["nonsense", "ftp://example.org", "http://", "http://[::1", "http://a b/"])
def test_an_address_that_is_none_is_said(url: str) -> None:
    with pytest.raises(UnavailableError, match="DEEPL_SERVER_URL"):
        load("deepl", Settings(environ={"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": url}))


def test_without_a_key_it_says_what_to_do() -> None:
    with pytest.raises(UnavailableError) as caught:
        load("deepl", Settings(environ={}))
    assert "DEEPL_AUTH_KEY" in caught.value.hint


def test_the_name_of_deepl_cli_for_the_key_is_taken_too(server: DeepLServer) -> None:
    environ = {"DEEPL_API_KEY": KEY, "DEEPL_SERVER_URL": server.url}
    with closing(load("deepl", Settings(environ=environ))) as engine:
        assert engine.translate(request("One"))[0].text == "Bar"


WRONG = "wrong-secret-that-nobody-may-see:fx"


def test_a_key_never_shows(
    server: DeepLServer, runner: MakeRunner, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """The server repeats the key in its complaint."""
    caplog.set_level(logging.DEBUG)
    settings = Settings(environ={"DEEPL_AUTH_KEY": WRONG, "DEEPL_SERVER_URL": server.url})
    with closing(load("deepl", settings)) as engine:
        stopped = runner(engine=engine)
        stopped.ask(request("One", glossary=TERMS))
        identity = engine.identity(request("One"))
    error = stopped.stopped
    shown = [
        str(error),
        repr(error),
        repr(error and error.__cause__),
        repr(settings),
        repr(engine),
        identity,
        caplog.text,
    ]

    assert isinstance(error, UnavailableError)
    assert "403" in str(error)
    assert "DEEPL_AUTH_KEY" in error.hint
    assert WRONG not in "".join(shown)
    assert not any(WRONG.encode() in path.read_bytes() for path in tmp_path.iterdir())


@pytest.fixture
def roomy() -> Iterator[DeepLServer]:
    with DeepLServer(room_for_glossaries=9) as server:
        yield server


def glossary_calls(server: DeepLServer) -> list[str]:
    return [f"{one.method} {one.path}" for one in server.ledger if "glossaries" in one.path]


def test_terms_are_put_on_the_account_once_and_used(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("One", glossary=TERMS))
    engine.translate(request("Two", glossary=TERMS))

    assert glossary_calls(server) == ["GET /v3/glossaries", "POST /v3/glossaries"]
    assert server.posts[0].json["glossary_id"] == server.posts[1].json["glossary_id"] == "gl-1"
    (made,) = server.glossaries.values()
    assert made["name"].startswith("translate example: en-nl=")
    assert made["dictionaries"][0]["entries"] == "pause\tpauze\nPauseAI\tPauseAI"


def test_the_next_run_finds_them_by_what_they_say(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("One", glossary=TERMS))
    server.ledger.clear()
    with closing(made(server)) as next_run:
        next_run.translate(request("Two", glossary=TERMS[::-1]))

    assert glossary_calls(server) == ["GET /v3/glossaries"]
    assert server.posts[0].json["glossary_id"] == "gl-1"


def test_changed_terms_replace_the_old_ones_in_the_same_glossary(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("One", glossary=TERMS))
    engine.translate(request("One", glossary=TERMS[:1]))

    assert len(server.glossaries) == 1
    assert glossary_calls(server)[-2:] == ["PUT /v3/glossaries/gl-1/dictionaries", "PATCH /v3/glossaries/gl-1"]
    assert server.glossaries["gl-1"]["dictionaries"][0]["entries"] == "pause\tpauze"


def test_one_glossary_serves_all_languages_of_a_site(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("One", glossary=TERMS))
    engine.translate(request("One", glossary=(Term("pause", "Pause"),), target="de-AT"))
    server.ledger.clear()
    with closing(made(server)) as next_run:
        next_run.translate(request("Two", glossary=TERMS))
        next_run.translate(request("Two", glossary=(Term("pause", "Pause"),), target="de"))

    assert glossary_calls(server) == ["GET /v3/glossaries"] * 2
    assert len(server.glossaries["gl-1"]["dictionaries"]) == 2


def test_a_run_that_was_cut_short_between_two_steps_is_mended(server: DeepLServer, engine: Engine) -> None:
    engine.translate(request("One", glossary=TERMS))
    old = server.glossaries["gl-1"]["name"]
    engine.translate(request("One", glossary=TERMS[:1]))
    server.glossaries["gl-1"]["name"] = old
    with closing(made(server)) as next_run:
        next_run.translate(request("One", glossary=TERMS[:1]))

    assert server.glossaries["gl-1"]["name"] != old


def test_somebody_elses_glossary_is_never_touched(server: DeepLServer, engine: Engine) -> None:
    theirs = {"glossary_id": "gl-9", "name": "translate another-site: en-nl=1", "dictionaries": []}
    server.glossaries["gl-9"] = dict(theirs)
    with pytest.raises(UnavailableError, match="no room") as caught:
        engine.translate(request("One", glossary=TERMS))

    assert 'glossary = "off"' in caught.value.hint
    assert server.glossaries == {"gl-9": theirs}
    assert glossary_calls(server) == ["GET /v3/glossaries", "POST /v3/glossaries"]
    with closing(made(server, glossary="off")) as without:
        assert without.translate(request("One", glossary=TERMS))[0].text == "Bar"


def test_an_account_with_room_keeps_both(roomy: DeepLServer) -> None:
    roomy.glossaries["gl-9"] = {"glossary_id": "gl-9", "name": "theirs", "dictionaries": []}
    with closing(made(roomy)) as engine:
        engine.translate(request("One", glossary=TERMS))

    assert sorted(roomy.glossaries) == ["gl-1", "gl-9"]


def test_a_pair_without_glossaries_is_translated_without(server: DeepLServer, engine: Engine) -> None:
    assert engine.translate(request("One", glossary=TERMS, target="uk"))[0].text == "Bar"
    assert "glossary_id" not in server.posts[0].json


def test_terms_that_deepl_would_refuse_are_left_out() -> None:
    terms = [Term(" a ", "b"), Term("a", "c"), Term("", "x"), Term("y", " "), Term("l" * 1025, "m"), Term("t\tu", "v")]

    assert entries(terms) == {"a": "b", "t u": "v"}


def test_plans() -> None:
    ours = {"1": "theirs", "2": "translate example: de-nl=a en-nl=b"}

    assert plan(ours, "example", "en-nl", "b") == Plan("2", "")
    assert plan(ours, "example", "en-nl", "c") == Plan("2", "translate example: de-nl=a en-nl=c")
    assert plan(ours, "example", "en-fr", "d") == Plan("2", "translate example: de-nl=a en-fr=d en-nl=b")
    assert plan(ours, "exam", "en-nl", "b") == Plan("", "translate exam: en-nl=b")


def test_a_request_is_sent_once_by_the_engine_itself(server: DeepLServer, engine: Engine) -> None:
    for fault in (Fault(429), Fault(500), Fault(503), Fault(drop=True)):
        server.faults.append(fault)
        before = len(server.posts)
        with pytest.raises(Exception, match=r"answered|broke"):
            engine.translate(request("One"))
        assert len(server.posts) == before + 1


def test_an_answer_that_is_not_text_is_lost(server: DeepLServer, engine: Engine) -> None:
    server.faults.append(Fault(change=lambda _: b'{"translations": [{"text": 7, "billed_characters": 1}]}'))
    with pytest.raises(LostError):
        engine.translate(request("One"))
