"""Texts and names that mean something to the program that reads them arrive as texts, and nothing else."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from tests.report.inspections import found_of, stale
from tests.report.readers import READERS, commands
from translate.inspection import Inspection
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import events
from translate.report.formats import FORMATS
from translate.report.plain import printable
from translate.report.view import View

NASTY = (
    "100 %0A :: , = 50%25",
    "\n::error::not a command",
    "a\r\nb\x0bc\x85d\u2028e",
    "\x1b[31mred\x1b[0m \x00 \x07 \x9b2J",
    "<b> & </failure> ]]> <!-- --> &amp; \"quotes\" 'too'",
    "[link](javascript:x) **bold** `code` | cell <script>alert(1)</script>",
    "@somebody #1 $x$ ~~gone~~ _it_ *it*",
    "🦊 😀 שלום العربية 日本語 \u202eabc\u202c",
    "\ufffe \uffff \U0001f600",
    "[-gone-]{+new+} {1}",
)
"""Texts that end a string, a line, an element or a cell somewhere."""

texts = st.sampled_from(NASTY) | st.text(max_size=30)


def nasty(text: str) -> Inspection:
    return found_of(
        stale(source=f"source {text}", target=f"target {text}", hint=f"hint {text}", previous=f"was {text}")
    )


def render(form: str, found: Inspection) -> str:
    return FORMATS[form].render(found, View())


@given(texts)
def test_one_finding_is_one_finding_in_every_form(text: str) -> None:
    for form, read in READERS.items():
        assert [each[:3] for each in read(render(form, nasty(text)))] == [("S001", "source_en/a.md", 3)], form


@given(texts)
def test_names_of_files_and_messages_are_texts_too(text: str) -> None:
    name = text.replace("\\", "")
    found = found_of(stale(page=f"{name}.md"), pages=(f"{name}.md",))
    for form in ("gitlab", "sarif", "json"):
        assert [told.path for told in READERS[form](render(form, found))] == [f"source_en/{name}.md"], form
    for form in ("full", "concise"):
        assert f"source_en/{printable(name)}.md:3: S001 warning" in unstyle(render(form, found))
    (command,) = commands(render("github", found))
    assert command.properties["file"] == f"source_en/{name}.md"
    assert len(ET.fromstring(render("junit", found)).findall(".//failure")) == 1  # noqa: S314 # we wrote it


@given(texts)
def test_json_holds_the_texts_as_they_are(text: str) -> None:
    (result,) = json.loads(render("json", nasty(text)))["results"]

    assert [result[key] for key in ("source", "target", "hint", "previous")] == [
        f"{name} {text}" for name in ("source", "target", "hint", "was")
    ]


@given(texts)
def test_workflow_commands_hold_the_texts_with_their_control_characters_as_escapes(text: str) -> None:
    (command,) = commands(render("github", nasty(text)))

    assert f"target: target {printable(text)}" in command.data.split("\n")
    assert command.properties["title"] == "S001 stale translation (nl)"


@given(texts)
def test_text_is_never_on_a_line_of_its_own(text: str) -> None:
    for form in ("full", "concise", "markdown"):
        shown = unstyle(render(form, nasty(text)))

        assert re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", shown) is None
        assert not [line for line in shown.split("\n") if line.startswith("::")]


@pytest.mark.parametrize("text", NASTY)
def test_xml_holds_the_texts_without_what_xml_cannot_hold(text: str) -> None:
    (failure,) = ET.fromstring(render("junit", nasty(text))).findall(".//failure")  # noqa: S314 # we wrote it

    held = re.sub("[\ufffe\uffff]", "\ufffd", printable(text))
    assert f"    target: target {held}" in (failure.text or "").split("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_names_that_are_not_utf_8_can_be_written(form: str) -> None:
    found = found_of(stale(page=b"caf\xe9.md".decode("utf-8", "surrogateescape")))

    assert b"caf" in render(form, found).encode("utf-8", "backslashreplace")


def test_markdown_shows_texts_and_does_not_obey_them() -> None:
    text = "[link](javascript:x) **bold** `code` | <script>alert(1)</script> @somebody #1 $x$"
    shown = render("markdown", nasty(text)).partition("\n<details>")[2]

    assert not re.search(r"[\\`*_\[\]|~$]", shown)
    assert set(re.findall(r"</?(\w+)", shown)) == {"details", "summary", "code", "blockquote", "del", "ins", "p"}
    assert "@<!-- -->somebody #<!-- -->1" in shown


@given(texts)
def test_markdown_is_read_as_the_same_blocks_whatever_texts_and_names_hold(text: str) -> None:
    def blocks(found: Inspection) -> list[str]:
        names = [name for name, *_ in events(render("markdown", found).encode(), DIALECTS["gfm"])]
        return [name for name in names if name not in {"Text", "InlineHtml"}]

    name = text.replace("\\", "")
    mean = stale(source=text, target=text, previous=f"was {text}", page=f"{name}.md")
    tame = stale(source="a", target="b", previous="c")

    assert blocks(found_of(mean)) == blocks(found_of(tame))
