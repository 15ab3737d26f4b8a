"""What a page says of its translation is only added: the page without it is the page, and the rest reads as before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markdown.reading import read
from tests.strategies import pages
from translate.errors import PageError
from translate.markdown.dialects import DIALECTS
from translate.markdown.notice import UntoldError, with_block, with_values
from translate.markdown.page import Page
from translate.markdown.rules import Rules

NOTE = "> Note."
VALUES = {"translation": "machine", "translation_source": "/faq"}
BLOCKS = (
    NOTE,
    "Note",
    '<div class="note">\nNote\n</div>',
    "- Note",
    "# Note",
    "<div>",
    "```",
    "[^1]: x",
    "| a |\n|---|",
)


def told(text: str, dialect: str = "mdx", block: str = NOTE) -> str:
    return with_block(text.encode(), "a.md", Rules(dialect=dialect), block).decode()


PLACES = {
    "Text\n": "> Note.\n\nText\n",
    "": "> Note.\n",
    "\n\nText": "\n\n> Note.\n\nText",
    "---\na: b\n---\nText\n": "---\na: b\n---\n> Note.\n\nText\n",
    "---\na: b\n---\n\n# Text\n": "---\na: b\n---\n\n> Note.\n\n# Text\n",
    "---\na: b\n---\n": "---\na: b\n---\n> Note.\n",
    "---\na: b\n---": "---\na: b\n---\n\n> Note.\n",
    "\ufeffText\n": "\ufeff> Note.\n\nText\n",
    "Text\r\nmore\r\n": "> Note.\r\n\r\nText\r\nmore\r\n",
    "> Text\n": "> Note.\n\n> Text\n",
    "import A from 'a'\nimport B from 'b'\n\n\nText\n": "import A from 'a'\nimport B from 'b'\n\n\n> Note.\n\nText\n",
    "import A from 'a'\n\nexport const b = 1\n\nA\n": "import A from 'a'\n\nexport const b = 1\n\n> Note.\n\nA\n",
    "import A from 'a'": "import A from 'a'\n\n> Note.\n",
    "    Text\n": "> Note.\n\n    Text\n",
}


@pytest.mark.parametrize(("text", "expected"), PLACES.items())
def test_a_notice_is_the_first_block(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_notice_comes_after_a_script_of_svelte() -> None:
    script = '<script>\n  import A from "./A.svelte"\n</script>\n'

    assert told(f"{script}\nText\n", "mdsvex") == f"{script}\n> Note.\n\nText\n"
    assert told(f"{script}Text\n", "mdsvex") == f"{script}\n> Note.\n\nText\n"
    assert told("import A from 'a'\n\nText\n", "mdsvex") == "> Note.\n\nimport A from 'a'\n\nText\n"


RUNNING_IN = {
    ("- Text\n", "- Note"): "list and list",
    ("    code\n", "- Note"): "an item and what is indented",
    ("Text\n\n# Text\n", "<!-- Note"): "a comment that does not end",
    ("Text\n", "```\nNote"): "code that does not end",
    ("[a]\n\n[a]: /b\n", "# Text\n\n# Text\n\n```"): "code that does not end",
    ("# Note\n", "# Note"): "an id that is taken",
    ("Text\n", "---\na: [\n---"): "what is taken for a front matter",
    ("Text\n", '<div translate="no">'): "an element that does not end",
}


@pytest.mark.parametrize(("text", "block"), RUNNING_IN)
def test_a_notice_that_would_run_into_the_page_is_left_out(text: str, block: str) -> None:
    with pytest.raises(UntoldError, match=r"run into|could not be read"):
        told(text, "mdbook", block)


@given(pages(), st.sampled_from(sorted(DIALECTS)), st.sampled_from(BLOCKS))
def test_a_page_with_a_notice_is_the_page_and_the_notice(source: bytes, dialect: str, block: str) -> None:
    rules = Rules(dialect=dialect)
    before = read(source, rules)
    try:
        content = with_block(source, "page.md", rules, block)
    except UntoldError:
        return

    start, added = inserted(source, content)
    assert content[:start] + content[start + added :] == source
    after = read(content, rules)
    theirs = [each for each in after.segments if not start <= each.span.start < start + added]
    assert [(each.text, each.kind) for each in theirs] == [(each.text, each.kind) for each in before.segments]
    assert values(after) == values(before)


def values(page: Page) -> Mapping[str, object]:
    return page.front_matter.values if page.front_matter else {}


def inserted(before: bytes, after: bytes) -> tuple[int, int]:
    """Return where bytes were inserted and how many, told from the two ends of the page."""
    added = len(after) - len(before)
    start = next(at for at in range(len(before) + 1) if after[:at] + after[at + added :] == before)
    return start, added


YAML = 'translation: "machine"\ntranslation_source: "/faq"\n'
TOML = 'translation = "machine"\ntranslation_source = "/faq"\n'
KEYS = {
    "---\ntitle: A\n---\nText\n": f"---\ntitle: A\n{YAML}---\nText\n",
    "---\r\ntitle: A\r\n---\r\n": f"---\ntitle: A\n{YAML}---\n".replace("\n", "\r\n"),
    "---\ntranslation: mine\n---\n": '---\ntranslation: mine\ntranslation_source: "/faq"\n---\n',
    "---\n  a: b\n---\n": '---\n  a: b\n  translation: "machine"\n  translation_source: "/faq"\n---\n',
    "---\na: |+\n  b\n\n# c\n---\n": f"---\na: |+\n  b\n\n# c\n{YAML}---\n",
    "+++\na = 1\n+++\n": f"+++\na = 1\n{TOML}+++\n",
    "+++\na = 1\n[b]\nc = 2\n+++\n": f"+++\n{TOML}a = 1\n[b]\nc = 2\n+++\n",
    "Text\n": f"---\n{YAML}---\nText\n",
    "": f"---\n{YAML}---\n",
    "\ufeffText": f"\ufeff---\n{YAML}---\nText",
    "---\n\nA page that begins with a rule\n": f"---\n{YAML}---\n---\n\nA page that begins with a rule\n",
}


@pytest.mark.parametrize(("text", "expected"), KEYS.items())
def test_keys_stand_at_the_end_of_the_front_matter(text: str, expected: str) -> None:
    assert with_values(text.encode(), "a.md", VALUES).decode() == expected


def test_a_page_with_all_keys_stays_as_it_is() -> None:
    page = b"---\ntranslation: x\ntranslation_source: 1\n---\n"

    assert with_values(page, "a.md", VALUES) == page
    assert with_values(b"Text", "a.md", {}) == b"Text"


def test_a_front_matter_that_cannot_take_keys_is_left_alone() -> None:
    with pytest.raises(UntoldError):
        with_values(b"---\n{a: b}\n---\n", "a.md", VALUES)


@given(
    pages(),
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(st.characters(codec="utf-8"), max_size=10), max_size=3
    ),
)
def test_keys_are_only_added(source: bytes, wanted: Mapping[str, str]) -> None:
    before = values(read(source, Rules()))
    try:
        content = with_values(source, "page.md", wanted)
    except UntoldError:
        return

    start, added = inserted(source, content)
    assert content[:start] + content[start + added :] == source
    assert values(read(content, Rules())) == {**wanted, **before}


def test_what_cannot_be_read_is_told() -> None:
    with pytest.raises(PageError):
        with_values(b"---\na: [\n---\n", "a.md", VALUES)
