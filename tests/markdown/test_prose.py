"""Which attributes of components hold words for people."""

from __future__ import annotations

import pytest

from translate.markdown.prose import is_machine, names_words

WORDS = (
    *(("text", "Read this now"), ("text", "external"), ("label", "Stars"), ("linkText", "more"), ("cta", "Go")),
    *(("x", "sign up today"), ("x", "Read more"), ("x", "Don't panic"), ("x", "Welcome!"), ("x", "Step 1")),
    *(("x", "A <b>long</b> walk"), ("x", "Look &mdash; there"), ("x", "Creating a vector of type `i32`")),
    *(("x", "Tables: a table; another"), ("x", "日本語です"), ("x", "Всё хорошо"), ("x", "über alles hinweg")),
    *(
        ("x", "four small words here"),
        ("name", "First steps"),
        ("category", "Getting started"),
        ("value", "Over 3 million"),
    ),
)
NO_WORDS = (
    *(("class", "Big box"), ("iconClass", "Big box"), ("wrapper-class", "a box"), ("className", "Big box")),
    *(("eventId", "One of them"), ("data-text", "Read this"), ("aria-hidden", "of no use"), ("onClick", "Do it now")),
    *(("on:click", "Do it now"), ("bind:text", "Do it now"), ("viewBox", "0 to 10"), ("command", "Run it now")),
    *(("x", "flex items-center mt-4"), ("x", "btn primary large"), ("x", "fa-solid fa-house"), ("x", "one two")),
    *(
        ("x", "/a/b c"),
        ("x", "https://x.example/A B"),
        ("x", "#Some id"),
        ("x", "src/main.rs src/lib.rs"),
        ("x", "10 px"),
    ),
    *(
        ("x", "(min-width: 640px) 50vw, 100vw"),
        ("x", "display: flex; gap: 1rem;"),
        ("x", "M0 0 L10 10 Z"),
        ("x", "1 / 2"),
    ),
    *(("x", "clipboard-write; encrypted-media"), ("x", "e => e.stop()"), ("x", "if (a && b) Go"), ("x", "{title}")),
    *(("label", "npm"), ("caption", "src/main.rs"), ("caption", ""), ("x", "Word"), ("x", "2024-01-01"), ("x", "")),
    *(("name", "Ada Lovelace"), ("author", "Grace Hopper"), ("x", "C#"), ("x", "GET POST"), ("", "")),
)


@pytest.mark.parametrize(("attribute", "value"), WORDS)
def test_words_for_people_are_known_as_such(attribute: str, value: str) -> None:
    assert names_words(attribute, value)


@pytest.mark.parametrize(("attribute", "value"), NO_WORDS)
def test_words_for_programs_are_none(attribute: str, value: str) -> None:
    assert not names_words(attribute, value)


def test_an_ending_that_is_part_of_another_word_says_nothing() -> None:
    assert not any(map(is_machine, ("wide", "valid", "outline", "online", "unlike", "update", "once", "button")))
