"""The judge sees seeded damage, and lets pass what a translator may do: a page, what it became, and who renders it."""

from __future__ import annotations

import pytest

from tests.html.comparison import difference
from tests.html.renderers import RENDERERS

PAGE = """\
# One

See [a](/a), ![b](/b.png "c") and `code  d` <b class="x">e</b>, *f*.

- g
- h
  1. i

> j

| k | l |
|---|---|
| m | n |

```js
o
```

<div title="p">

q

</div>
"""
DAMAGE = {
    "a heading's level": ("# One", "## One"),
    "a link's target": ("(/a)", "(/z)"),
    "an image's target": ("/b.png", "/z.png"),
    "a lost title": (' "c"', ""),
    "a lost link": ("[a](/a)", "a"),
    "a new link": ("*f*", "[f](/a)"),
    "inline code": ("code  d", "code z"),
    "lost inline code": ("`code  d`", "code d"),
    "an attribute": ('class="x"', 'class="z"'),
    "a lost tag": ("</b>", ""),
    "a lost item": ("- h\n", ""),
    "a nested item": ("- h", "  - h"),
    "the start of a list": ("1. i", "3. i"),
    "another list": ("1. i", "- i"),
    "a lost quote": ("> j", "j"),
    "a lost cell": ("| n |", "|"),
    "a moved cell": ("| m | n |", "| m [](/x) | n |"),
    "a text as a list": ("See", "1. See"),
    "a text as code": ("See", "    See"),
    "a text as a heading": ("See", "# See"),
    "a parted text": (" and ", "\n\nand "),
    "a line break": (" and ", "  \nand "),
    "code": ("\no\n", "\nz\n"),
    "the language of code": ("```js", "```py"),
    "a lost block of HTML": ("</div>", "\\</div>"),
    "a text that became empty": ("\nq\n", "\n"),
}
UNSEEN: dict[str, set[str]] = {
    "commonmark": {"a lost cell", "a moved cell"},
    "mkdocs": {
        "a nested item",
        "the start of a list",
        "another list",
        "a lost block of HTML",
        "a text that became empty",
    },
    "jekyll": {"a lost tag", "a lost block of HTML", "the start of a list", "a text that became empty"},
}
"""What the renderer knows nothing of; kramdown closes what is open, begins lists at one, and leaves HTML alone.

Python-Markdown nests lists by four blanks.
"""
LIBERTIES = {
    "words": ("See", "Zie hier"),
    "emphasis": ("*f*", "**F** en *g*"),
    "order": ('[a](/a), ![b](/b.png "c")', '![b](/b.png "c"), [a](/a)'),
    "descriptions": ('![b](/b.png "c")', '![x](/b.png "y")'),
    "attributes that people read": ('title="p"', 'title="x"'),
    "line breaks of the source": (" and ", "\nand "),
}
IDS = ("# A\n\n# B\n", "# A\n\n# C\n")
NOTES = ("A[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n", "A[^1] b\n\n[^1]: c\n\n[^2]: d\n")


@pytest.fixture(params=sorted(RENDERERS))
def dialect(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if RENDERERS[name].absent:
        pytest.skip(f"skipped: {RENDERERS[name].package} is not installed (.ci/run installs it)")
    return name


def _changes(dialect: str, source: str, *pages: str) -> list[str | None]:
    before, *after = RENDERERS[dialect].render([source.encode(), *(page.encode() for page in pages)])
    assert before is not None
    return ["the renderer refuses it" if page is None else difference(before, page) for page in after]


def test_damage_is_seen(dialect: str) -> None:
    unseen = UNSEEN.get(dialect, set())
    seeded = {name: PAGE.replace(*change, 1) for name, change in DAMAGE.items() if name not in unseen}

    assert PAGE not in seeded.values()
    seen = zip(seeded, _changes(dialect, PAGE, *seeded.values()), strict=True)
    assert [name for name, what in seen if what is None] == []


def test_what_a_translator_may_do_is_none(dialect: str) -> None:
    free = {name: PAGE.replace(*change, 1) for name, change in LIBERTIES.items()}

    assert PAGE not in free.values()
    assert _changes(dialect, PAGE, *free.values()) == [None] * len(free)


def test_another_id_is_seen_where_the_renderer_makes_ids(dialect: str) -> None:
    assert (_changes(dialect, *IDS) == [None]) == (dialect in {"commonmark", "gfm"})


def test_a_lost_footnote_is_seen(dialect: str) -> None:
    assert _changes(dialect, *NOTES) != [None]
