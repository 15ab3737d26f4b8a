"""The real Apertium (`apt-get install apertium apertium-eng-spa`), where it is installed."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.engines.conftest import MakeRunner, request
from tests.services.segments import segments
from translate.engines import load
from translate.engines.base import Answer, Engine, Settings, UnavailableError
from translate.engines.ladder import Step, climb, count
from translate.engines.wire import Mark, parse

NOT_INSTALLED = not (shutil.which("apertium") and Path("/usr/share/apertium/modes/eng-spa.mode").exists())

needs_apertium = pytest.mark.skipif(NOT_INSTALLED, reason="apertium and apertium-eng-spa are not installed")

TEXTS = (
    'Meet at the <g id="1">red house</g>, bring <x id="2">water</x> and see <g id="3">the book</g>.<x id="4"/>',
    "Why",
    'The <g id="1">safe <g id="2">artificial</g> intelligence</g>',
    "5 &lt; 6 &amp; &lt;b&gt; stays [so] ^here$ /and @there \\too {yes} ~no",
    '<x id="1"/> The dog',
    "The cat is",
    "don’t “quote” — 😀",
)


@pytest.fixture
def engine() -> Engine:
    return load("apertium", Settings(environ=os.environ))


@needs_apertium
def test_it_translates(engine: Engine) -> None:
    answers = [answer.text for answer in engine.translate(request(*TEXTS, target="es"))]

    assert answers[1:3] == ["Por qué", 'La <g id="1">inteligencia <g id="2">artificial</g> segura</g>']
    assert '<g id="1">casa roja</g>' in answers[0]
    assert '<x id="2">water</x>' in answers[0]
    assert "5 &lt; 6 &amp; " in answers[3]


@needs_apertium
def test_a_text_among_others_is_translated_as_if_alone(engine: Engine) -> None:
    together = engine.translate(request(*TEXTS, target="es"))

    for number in (0, 2, 5):
        assert engine.translate(request(TEXTS[number], target="es")) == together[number : number + 1]


@needs_apertium
def test_few_texts_need_more_than_a_repair_and_none_is_damaged(engine: Engine, runner: MakeRunner) -> None:
    texts = segments(200, seed=9)
    counts = count(climb(request(*texts, target="es"), runner(engine=engine).ask, engine.ways))

    assert counts.of(Step.FIRST) + counts.of(Step.REPAIRED) >= 0.98 * len(texts)


@needs_apertium
def test_what_is_hidden_stays(engine: Engine) -> None:
    for text, answer in zip(TEXTS, engine.translate(request(*TEXTS, target="es")), strict=True):
        assert hidden(answer.text) == hidden(text)
        assert not re.search("  ", answer.text)


def hidden(text: str) -> set[Mark]:
    return {token for token in parse(text) if isinstance(token, Mark) and token.kind == "lone"}


@needs_apertium
def test_a_pair_that_is_not_installed_is_said_with_its_package(engine: Engine) -> None:
    with pytest.raises(UnavailableError, match="en to tlh") as caught:
        engine.translate(request("One", target="tlh"))
    assert "apertium-eng-tlh" in caught.value.hint


def test_without_the_program_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="not installed") as caught:
        load("apertium", Settings(environ={"PATH": str(tmp_path)}))
    assert "apt-get install apertium" in caught.value.hint


def program(folder: Path, script: str) -> Engine:
    """Put a program of that name into a folder and make an engine of it."""
    (folder / "apertium").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "apertium").chmod(0o755)
    return load("apertium", Settings(environ={"PATH": str(folder)}))


LISTING = 'case "$1" in -l) echo "  eng-spa"; exit;; -V) echo 3.8; exit;; esac'


def test_a_program_that_fails_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="failed"):
        program(tmp_path, f"{LISTING}; exit 3").translate(request("One", target="es"))


def test_the_text_that_breaks_a_batch_is_found(tmp_path: Path, runner: MakeRunner) -> None:
    engine = program(tmp_path, f"{LISTING}; sed '/Two/d; s/One/Uno/; s/Three/Tres/'")
    ours = runner(engine=engine)
    answers = ours.ask(request("One", "Two", "Three", target="es"))

    assert [answer and answer.text for answer in answers] == ["Uno", "", "Tres"]
    assert answers[1] == Answer("", fault="apertium gave 0 paragraphs for 1")
    assert ours.spending.refused == 1
    assert ours.stopped is None
