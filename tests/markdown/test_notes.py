"""What translators are told about a text: where it stands, what its author says, what the braces stand for."""

from __future__ import annotations

from translate.markdown.page import notes
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

PAGE = """\
# A *heading* of a page whose words go on until they are much too long to be told

<!-- translate: note "a verb" -->
Go [there](/x "tip"), <b class="y">now</b><br>
or `{never}`.

| Head |
|------|
| Cell |
"""
HEADING = "A *heading* of a page whose words go on until they are much…"


def _told(page: str, **rules: str) -> list[tuple[str, ...]]:
    read = segment("page.md", page.encode(), Rules(dialect=rules.get("dialect", "gfm")))
    return [notes(each) for each in read.segments]


def test_a_text_is_told_with_its_place_its_note_and_its_legend() -> None:
    assert _told(PAGE) == [
        ("heading 1",),
        (
            f"paragraph · in “{HEADING}”",
            "a verb",
            "{1} = /x",
            '{2} = <b class="y">…</b>',
            "{3} = <br>",
            "{4} = `{never}`",
        ),
        (f"link title · in “{HEADING}”",),
        (f"table header · in “{HEADING}”",),
        (f"table cell · in “{HEADING}”",),
    ]


def test_a_legend_is_one_line_of_bearable_length() -> None:
    page = f"Text <img src='{'x' * 500}'\n  class=y> {{a(\n  1\n)}} text  \nand more\n"
    ((_, image, code, hard_break),) = _told(page, dialect="mdsvex")

    assert image == f"{{1}} = <img src='{'x' * 229}…"
    assert code == "{2} = {a( 1 )}"
    assert hard_break == "{3} = line break"


def test_front_matter_is_told_by_its_key() -> None:
    assert _told("---\ntitle: One\n---\n") == [("front matter: title",)]
