"""The page in the browser reads the notation as the program writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import needs_chromium
from tests.review.window import reviewing
from translate.config import load
from translate.discovery import scope
from translate.edition import source_page

pytestmark = needs_chromium

EXAMPLE = Path(__file__).parents[2]
LINK = {"number": 1, "role": "link", "legend": "/plan"}
IMAGE = {"number": 1, "role": "image", "legend": "/cat.jpg"}
PAIR = {"number": 1, "role": "pair", "legend": "<kbd>…</kbd>"}
LONE = {"number": 1, "role": "lone", "legend": "{name}"}


@pytest.fixture(scope="module")
def page(chromium: Browser, root: Path) -> Any:
    with reviewing(chromium, root) as window:
        yield window.page


def told(page: Any, module: str, function: str, *arguments: object) -> Any:
    """Call a function of the page's own scripts."""
    call = f"async (arguments) => (await import('/static/{module}.js')).{function}(...arguments)"
    return page.evaluate(call, list(arguments))


@pytest.mark.parametrize(
    ("placeholder", "source", "typed", "becomes"),
    [
        (LINK, "Read [our plan]({1}).", "Lees |", "Lees [<our plan>]({1})"),
        (LINK, "Read [our plan]({1}).", "Lees <ons plan>.", "Lees [ons plan]({1})|."),
        (LINK, "Read [our plan]({1}).", "Lees [ons plan](|).", "Lees [ons plan]({1}|)."),
        (LINK, "Read [our plan]({1}).", "Lees [ons plan](|", "Lees [ons plan]({1})|"),
        (LINK, "Read [our plan]({1}).", "Lees [ons plan]|", "Lees [ons plan]({1})|"),
        (IMAGE, "![a *grey* cat]({1})", "|", "![<a *grey* cat>]({1})"),
        (PAIR, "Press [Esc]{1}.", "Druk [Esc]|.", "Druk [Esc]{1}|."),
        (PAIR, "Press [Esc]{1}.", "Druk |.", "Druk [<Esc>]{1}."),
        (LONE, "Dear {1}!", "Beste |!", "Beste {1}|!"),
        (LONE, "Dear {1}!", "Beste <jij>!", "Beste {1}|!"),
    ],
)
def test_a_placeholder_is_put_where_the_caret_is(
    page: Any, placeholder: object, source: str, typed: str, becomes: str
) -> None:
    """`<` and `>` are the ends of what is selected, `|` is the caret."""
    text, start, end = selection(typed)
    put = told(
        page,
        "insertion",
        "insertion",
        placeholder,
        source,
        {"value": text, "selectionStart": start, "selectionEnd": end},
    )
    after = text[: put["start"]] + put["text"] + text[put["end"] :]
    first, last = put["from"], put["to"]
    marked = f"<{after[first:last]}>" if last > first else "|"

    assert after[:first] + marked + after[last:] == becomes


def selection(typed: str) -> tuple[str, int, int]:
    start = typed.index("<") if "<" in typed else typed.index("|")
    end = typed.index(">") - 1 if ">" in typed else start
    return typed.translate(str.maketrans("", "", "<>|")), start, end


@pytest.mark.parametrize(
    ("source", "placeholders", "words"),
    [
        ("Read **[our *plan*]({1})** first.", [LINK], "Read our plan first."),
        ("Look: ![a grey cat]({1})", [IMAGE], "Look: a grey cat"),
        ("Dear {1}, run `make *` now", [LONE], "Dear {name}, run make * now"),
        ("One{1}two", [{"number": 1, "role": "lone", "legend": "line break"}], "One two"),
        ("Write to {1}", [{"number": 1, "role": "lone", "legend": "<info@example.org>"}], "Write to info@example.org"),
        (r"\[no\] link, 3 * 4, [open and ]loose *star", [], "[no] link, 3 * 4, [open and ]loose *star"),
        ("* a star, ** two", [], "* a star, ** two"),
    ],
)
def test_the_words_of_a_text(page: Any, source: str, placeholders: list[object], words: str) -> None:
    assert told(page, "notation", "plain", source, placeholders) == words


def test_the_words_of_every_placeholder_of_the_example_are_found(page: Any) -> None:
    site = load(EXAMPLE)
    segments = [each for name in scope(site).pages for each in source_page(site, name).segments]
    asked = [(each.text, holder.number) for each in segments for holder in each.placeholders]
    found = page.evaluate(
        "async (asked) => { const { wording } = await import('/static/notation.js');"
        " return asked.map(([text, number]) => wording(text, number)); }",
        asked,
    )

    assert len(asked) > 50
    assert [each for each, words in zip(asked, found, strict=True) if f"{{{each[1]}}}" not in words] == []
    assert all(words in text for (text, _), words in zip(asked, found, strict=True))
