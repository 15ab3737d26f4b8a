"""The real command against DeepL on loopback: what is asked for, what is filled, what is never touched."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import sites
from tests.conftest import MakeSite, write_site
from tests.pretranslated import COMMAND, EXAMPLE, environment, example, files, pretranslate, units
from tests.services.deepl_api import KEY, DeepLServer
from tests.services.defects import DEFECTS
from tests.services.language import translated
from tests.services.libretranslate_api import LibreTranslateServer
from tests.services.openai_api import OpenAIServer
from tests.services.service import Fault
from translate.model import State
from translate.pretranslation.session import Progress
from translate.report import progress

PAGE = "# A plan\n\nRead [the plan](/plan) of **today**.\n\nNothing else.\n"


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with DeepLServer() as server:
        yield server


@pytest.fixture
def root(site: MakeSite) -> Path:
    return site({"source_en/a.md": PAGE})


def asked(server: DeepLServer) -> list[str]:
    """Return every text that was sent, as often as it was."""
    return [text for post in server.posts for text in post.json["text"]]


def entries(root: Path) -> set[bytes]:
    """Return the catalogs' entries as they are written."""
    return {
        entry for name, data in files(root, "locales").items() for entry in data.split(b"\n\n") if name[-3:] == ".po"
    }


def test_it_fills_what_nobody_has_translated_and_leaves_people_s_work_alone(
    tmp_path: Path, server: DeepLServer
) -> None:
    root = example(tmp_path)
    before, written = units(root, "de"), entries(root)

    result = pretranslate(root, server)

    after = units(root, "de")
    reviewed = {entry for entry in written if b"\n#, fuzzy" not in entry and b'\nmsgstr ""' not in entry}
    assert result.exit_code == 0
    assert len(reviewed) > 100
    assert reviewed <= entries(root)
    assert {unit.state for unit in after.values()} == {State.REVIEWED, State.MACHINE, State.STALE}
    for key, unit in after.items():
        assert unit == before[key] or unit.engine == "deepl"
    assert files(root, "locales/nl") == files(EXAMPLE, "locales/nl")
    assert (root / ".translate/.gitignore").read_text() == "*\n"


def test_a_site_may_want_requests_to_go_slowly(site: MakeSite, server: DeepLServer) -> None:
    slow = 'locales = ["nl"]\n[engines.deepl]\nper_second = "4"\n'
    root = site({"translate.toml": slow, "source_en/a.md": "# One\n", "source_en/b.md": "# Two\n"})

    assert pretranslate(root, server).exit_code == 0

    first, second = server.posts
    assert second.at - first.at > 0.2


def test_a_stale_text_keeps_the_person_s_translation(root: Path, server: DeepLServer) -> None:
    sites.go(root)
    sites.translate(root)
    write_site(root, {"source_en/a.md": PAGE.replace("today", "tomorrow")})

    assert pretranslate(root, server, "--no-stale").exit_code == 0
    assert server.posts == []
    assert pretranslate(root, server).exit_code == 0

    unit = sites.units(root, "locales/nl/a.po")["Read [the plan]({1}) of **tomorrow**."]
    assert (unit.target, unit.fuzzy) == ("Ernq [gur cyna]({1}) bs **gbzbeebj**.", True)
    assert unit.previous == "Read [the plan]({1}) of **today**."
    assert unit.comments == ("machine: deepl", "previous: READ [THE PLAN]({1}) OF **TODAY**.")
    assert asked(server) == ['Read <g id="1">the plan</g> of <g id="2">tomorrow</g>.']


def test_force_asks_anew_for_what_nobody_has_reviewed_and_pays_for_no_answer_twice(
    root: Path, server: DeepLServer
) -> None:
    sites.go(root)
    sites.translate(root, person=lambda unit: sites.upper(unit) if unit.source == "Nothing else." else unit)
    pretranslate(root, server)
    before, sent = files(root), len(server.posts)

    assert pretranslate(root, server, "--force").exit_code == 0
    assert (files(root), len(server.posts)) == (before, sent)
    assert pretranslate(root, server, "--force", "--engine", "pseudo").exit_code == 0

    units = sites.units(root, "locales/nl/a.po")
    assert units["Nothing else."].target == "NOTHING ELSE."
    assert {unit.engine for unit in units.values()} == {"", "pseudo"}


def test_a_second_run_sends_nothing_and_an_edit_only_what_changed(tmp_path: Path, server: DeepLServer) -> None:
    root = example(tmp_path)
    pretranslate(root, server)
    sent, kept = len(asked(server)), files(root)

    again = pretranslate(root, server)
    assert again.stdout.splitlines()[1] == "deepl: 0 texts sent · 0 answered before · 0 characters"
    assert files(root) == kept
    page = root / "source_en/faq.md"
    page.write_text(page.read_text().replace("Not alone. That's why there is soup.", "Not alone, but we have soup."))
    pretranslate(root, server)

    assert asked(server)[sent:] == ["Not alone, but we have soup."] * 2  # Dutch and German


def test_a_text_of_several_pages_is_bought_once(site: MakeSite, server: DeepLServer) -> None:
    root = site({f"source_en/{name}.md": f"# Page {name}\n\nRead *more* about it.\n" for name in "abcdef"})

    assert pretranslate(root, server).exit_code == 0

    more = 'Read <g id="1">more</g> about it.'
    assert asked(server).count(more) == 1
    for name in "abcdef":
        unit = sites.units(root, f"locales/nl/{name}.po")["Read *more* about it."]
        assert (unit.target, unit.engine) == ("Ernq *zber* nobhg vg.", "deepl")


def test_what_another_page_has_costs_nothing(site: MakeSite, server: DeepLServer) -> None:
    root = site({"source_en/a.md": PAGE})
    sites.go(root)
    sites.translate(root)
    write_site(root, {"source_en/b.md": PAGE + "\nAnd more.\n"})

    pretranslate(root, server)

    assert asked(server) == ["And more."]
    assert sites.units(root, "locales/nl/b.po")["Nothing else."].state is State.REVIEWED


def test_without_a_key_the_memory_works_alone_and_says_so(root: Path, server: DeepLServer) -> None:
    result = pretranslate(root, None)

    assert result.exit_code == 0
    assert result.stdout == "update   1 catalog · 1 written · texts: 3 new\n"
    assert result.stderr.startswith("no engine: only what the catalogs know was filled in (set DEEPL_AUTH_KEY")
    assert pretranslate(root, server).stdout.splitlines()[1].startswith("deepl: 3 texts sent")


def test_a_key_that_is_missing_ends_with_3_and_says_what_to_do(root: Path) -> None:
    result = pretranslate(root, None, "--engine", "deepl")

    assert result.exit_code == 3
    assert result.stderr.startswith("error: there is no key for DeepL\nhint: set DEEPL_AUTH_KEY")


def test_a_dry_run_sends_and_writes_nothing(root: Path, server: DeepLServer) -> None:
    before = sorted(root.rglob("*"))

    result = pretranslate(root, server, "--dry-run")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "page         texts  characters  answered before\n"
        "a.md (nl)        3          42                0\n"
        "would send 42 characters · account 0 / 500 000 characters used\n"
        "nothing was sent (dry run)\n"
    )
    assert [post.path for post in server.ledger] == ["/v2/usage"]
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("engine", [(), ("--engine", "deepl"), ("--engine", "openai")])
def test_what_it_would_cost_is_said_without_a_key(root: Path, engine: tuple[str, ...]) -> None:
    write_site(root, {"source_en/b.md": "# Another plan\n"})
    pretranslate(root, None, "--engine", "pseudo", "a.md")  # has answers of another engine, which cost nothing here
    pretranslate(root, None, "--engine", "pseudo", "--force", "b.md")
    before = files(root)

    result = pretranslate(root, None, "--dry-run", "--force", *engine)

    assert result.exit_code == 0
    assert result.stdout == (
        "page         texts  characters  answered before\n"
        "a.md (nl)        3          42                0\n"
        "b.md (nl)        1          12                0\n"
        "TOTAL            4          54                0\n"
        "would send 54 characters\n"
        "nothing was sent (dry run)\n"
    )
    assert result.stderr.startswith("there is no key for ")
    assert files(root) == before


def test_terms_and_register_reach_the_request(site: MakeSite, server: DeepLServer) -> None:
    settings = 'locales = ["nl", "de"]\n[formality]\nde = "more"\n'
    terms = "# terms\nplan\tplannetje\tsmall\nPauseAI\n"
    root = site({"source_en/a.md": PAGE, "translate.toml": settings, "locales/nl/glossary.tsv": terms})

    assert pretranslate(root, server).exit_code == 0

    sent = {post.json["target_lang"]: post.json for post in server.posts}
    (glossary,) = server.glossaries.values()
    assert sent["NL"]["glossary_id"] == glossary["glossary_id"]
    assert glossary["dictionaries"][0]["entries"].splitlines() == ["plan\tplannetje", "PauseAI\tPauseAI"]
    assert "glossary_id" not in sent["DE"]
    assert (sent["NL"]["formality"], sent["DE"]["formality"]) == ("prefer_less", "prefer_more")
    assert sent["NL"]["context"] == "A plan\nRead the plan of **today**.\nNothing else."


def test_a_broken_glossary_costs_nothing(site: MakeSite, server: DeepLServer) -> None:
    root = site({"source_en/a.md": PAGE, "locales/nl/glossary.tsv": "plan\tplan\nplan\tplannetje\n"})

    result = pretranslate(root, server)

    assert (result.exit_code, server.posts) == (2, [])
    assert "locales/nl/glossary.tsv:2: " in result.stderr


def test_words_without_their_markup_are_only_a_suggestion(root: Path, server: DeepLServer) -> None:
    server.damage = lambda text, _: re.sub(r"</?g[^>]*>", "", text)

    first = pretranslate(root, server)
    kept, paid = files(root), server.billed
    again = pretranslate(root, server)

    unit = sites.units(root, "locales/nl/a.po")["Read [the plan]({1}) of **today**."]
    assert unit.state is State.UNTRANSLATED
    assert unit.comments == ("suggestion without markup: Ernq gur cyna bs gbqnl.",)
    assert "answers: 2 right at once (67 %), 1 without markup, left as suggestions (33 %)" in first.stdout
    assert again.exit_code == 0
    assert (files(root), server.billed) == (kept, paid)
    server.damage = lambda text, _: text
    (root / ".translate/answers.sqlite").unlink()
    pretranslate(root, server)
    unit = sites.units(root, "locales/nl/a.po")["Read [the plan]({1}) of **today**."]
    assert (unit.state, unit.comments) == (State.MACHINE, ("machine: deepl",))


def test_a_doubtful_answer_says_what_to_look_at(site: MakeSite, server: DeepLServer) -> None:
    root = site({"source_en/a.md": "Bring water, bread and the `code` of the door.\n"})
    server.damage = lambda text, _: DEFECTS["moved"](text) or text

    result = pretranslate(root, server)

    (unit,) = sites.units(root, "locales/nl/a.po").values()
    assert unit.target == "`code` Oevat jngre, oernq naq gur  bs gur qbbe."
    assert unit.comments[0].startswith("doubtful: ")
    assert unit.comments[1:] == ("machine: deepl",)
    assert "answers: 1 doubtful (100 %)" in result.stdout


def test_a_near_match_is_told_to_the_reviewer_and_never_used(site: MakeSite, server: DeepLServer) -> None:
    root = site({"source_en/a.md": "Bring warm clothes and some water to the protest.\n"})
    sites.go(root)
    sites.translate(root)
    write_site(root, {"source_en/b.md": "Bring warm clothes and some tea to the protest.\n"})

    pretranslate(root, server)

    (unit,) = sites.units(root, "locales/nl/b.po").values()
    assert unit.target == translated("Bring warm clothes and some tea to the protest.")
    similar = "Bring warm clothes and some water to the protest."
    assert unit.comments == (f"similar: {similar} → {similar.upper()}", "machine: deepl")


MODEL = {"translate.toml": 'locales = ["nl"]\n[engines.openai]\nmodel = "any"\n'}
SERVICES = {"openai": OpenAIServer, "libretranslate": LibreTranslateServer}


@pytest.mark.parametrize("engine", SERVICES)
def test_other_services_fill_catalogs_too(root: Path, engine: str) -> None:
    write_site(root, MODEL)
    with SERVICES[engine]() as service:
        first = pretranslate(root, service, "--engine", engine)
        posts = len(service.posts)
        again = pretranslate(root, service, "--engine", engine)

        assert (first.exit_code, again.exit_code) == (0, 0)
        assert len(service.posts) == posts
    found = sites.units(root, "locales/nl/a.po")
    unit = found["Read [the plan]({1}) of **today**."]
    assert (unit.target, unit.engine) == ("Ernq [gur cyna]({1}) bs **gbqnl**.", engine)
    assert {unit.state for unit in found.values()} == {State.MACHINE}


def test_a_language_model_is_shown_what_people_have_made_of_similar_texts(root: Path) -> None:
    sites.go(root)
    sites.translate(root)
    write_site(root, {**MODEL, "source_en/a.md": PAGE.replace("today", "tomorrow")})
    with OpenAIServer() as service:
        pretranslate(root, service, "--engine", "openai")

        (sent,) = (json.loads(post.json["messages"][-1]["content"]) for post in service.posts)
    assert list(sent["translate"].values()) == ['Read <g id="1">the plan</g> of <g id="2">tomorrow</g>.']
    assert sent["examples"] == [
        {"source": "Read [the plan]({1}) of **today**.", "translation": "READ [THE PLAN]({1}) OF **TODAY**."}
    ]
    assert {"source": "A plan", "translation": "A PLAN"} in sent["page"]


@pytest.fixture
def connections() -> Iterator[list[Any]]:
    """Every address that this process connects to, and every name that it looks up."""
    found: list[Any] = []
    listening = [True]

    def hear(event: str, details: tuple[Any, ...]) -> None:
        if listening and event in {"socket.connect", "socket.getaddrinfo"}:
            found.append(details[1] if event == "socket.connect" else details[:2])

    sys.addaudithook(hear)
    yield found
    listening.clear()


FAULTS = {
    "nothing": Fault(),
    "wrong key": Fault(status=403),
    "quota": Fault(status=456),
    "refused": Fault(status=400),
    "dropped": Fault(drop=True),
    "cut short": Fault(short=True),
    "no JSON": Fault(change=lambda _: b"<html>"),
    "other JSON": Fault(change=lambda _: b'{"translations": [{"text": 7}]}'),
    "too few": Fault(change=lambda _: b'{"translations": []}'),
    "moved": Fault(status=307, headers={"Location": "http://127.0.0.2:9/v2/translate"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_key_is_never_seen_and_no_other_host_is_asked(
    root: Path, server: DeepLServer, connections: list[Any], fault: str
) -> None:
    server.faults.extend([FAULTS[fault]] * 9)

    result = pretranslate(root, server, first=("-v",))

    assert result.exit_code in {0, 3}, result.output
    said = result.output.encode() + b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
    assert KEY.encode() not in said
    assert KEY.split("-")[0].encode() not in said
    assert set(connections) == {("127.0.0.1", int(server.url.rsplit(":", 1)[1]))}


def test_a_wrong_key_that_the_server_repeats_is_not_shown(root: Path, server: DeepLServer) -> None:
    wrong = "0000-not-the-key-of-anybody"
    done = subprocess.run(
        [*COMMAND, "-v", "pretranslate"],
        cwd=root,
        env={**os.environ, **environment(server), "DEEPL_AUTH_KEY": wrong},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "the key is missing or not accepted" in done.stderr
    assert wrong not in done.stdout + done.stderr


def test_elsewhere_than_on_a_terminal_each_page_is_a_line(site: MakeSite, server: DeepLServer) -> None:
    root = site({"source_en/a.md": "One word.\n", "source_en/b.md": "Two words.\n", "source_en/c.md": "---\n---\n"})

    result = pretranslate(root, server)

    lines = result.stderr.splitlines()
    assert sorted(line.split(" · ")[0] for line in lines[:2]) == ["a.md (nl): 1 text", "b.md (nl): 1 text"]
    assert lines[1].endswith(" · 19 of 19 characters")
    assert lines[2].startswith("next: ")
    assert pretranslate(root, server, first=("-q",)).output == ""


def test_a_terminal_shows_a_bar_with_characters_pace_and_time(root: Path, server: DeepLServer) -> None:
    ours, theirs = pty.openpty()
    variables = {**os.environ, **environment(server), "TERM": "xterm"}
    with subprocess.Popen([*COMMAND, "pretranslate"], cwd=root, env=variables, stderr=theirs, stdout=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 1000)
            except OSError:  # the other side is closed
                break
        process.communicate()
    os.close(ours)

    assert b"\r[------------------------] 0 of 42 characters" in shown
    assert re.search(rb"\r\[#{24}\] 42 of 42 characters \xc2\xb7 \d+/s \xc2\xb7 0:00 left", shown)
    assert b"\r" + b" " * 79 + b"\rpretranslate 1 catalog" in shown, "the bar is gone before anything else is said"


@pytest.mark.parametrize(
    ("done", "total", "seconds", "bar"),
    [
        (0, 1000, 0.0, "[------------------------] 0 of 1 000 characters"),
        (250, 1000, 5.0, "[######------------------] 250 of 1 000 characters · 50/s · 0:15 left"),
        (40_000, 1_000_000, 60.0, "[------------------------] 40 000 of 1 000 000 characters · 667/s · 24:00 left"),
        (0, 0, 1.0, "[########################] 0 of 0 characters"),
    ],
)
def test_the_bar(done: int, total: int, seconds: float, bar: str) -> None:
    assert progress.bar(Progress(done, total), seconds) == bar
    assert len(bar) < 80


def test_what_stands_around_a_text_goes_with_it_as_words(site: MakeSite, server: DeepLServer) -> None:
    page = "---\ntitle: A plan\n---\n\n## First\n\nRead [the plan](/plan).\n\nChanged.\n\nPress <kbd>Esc</kbd>.\n"
    root = site({"source_en/a.md": page})
    sites.go(root)
    sites.translate(root, person=lambda unit: unit if unit.source == "Changed." else sites.upper(unit))

    pretranslate(root, server)

    assert server.posts[0].json["text"] == ["Changed."]
    assert server.posts[0].json["context"] == "A plan\nFirst\nRead the plan.\nPress Esc."
