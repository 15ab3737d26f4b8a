"""Shortcodes of Hugo: their parameters, and what a translation may write between the quotes."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.markdown.reading import spelled_out
from translate.markdown.page import Page
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.markdown.shortcodes import shortcode_at

PAGE = b'Cards\n\n{{< card "One" "Two" `Three` >}}\n\nSome {{% card "Four" %}} text.\n'
TARGETS = (
    *('"Eén"', "it's 'so'", "`code`", "a & b > c", "é 日本", "*no* _mark_ #1", "| a |", "x = y", "&lt;", "> q", "- x"),
    *("/* x */", "a % b", "{x}", "$1", "{{", "}}", ">}}", "a \\ b", "\\", '\\"', "<b>", "[x](/y)", '" b="', "` c"),
)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{< a >}}", []),
        ("{{<a b=c d='e'>}}", [("b", "c", ""), ("d", "'e'", "")]),
        ('{{% a/b-c d="e \\" f" g = `h` /%}}', [("d", 'e \\" f', '"'), ("g", "h", "`")]),
        ('{{< a "b c" d >}}', [("0", "b c", '"'), ("1", "d", "")]),
        ('{{< a\n  b="c"\n  d="e"f="g"\n>}}', [("b", "c", '"'), ("d", "e", '"'), ("f", "g", '"')]),
        ('{{< a b="" c=`` >}}', [("b", "", '"'), ("c", "", "`")]),
    ],
)
def test_parameters_are_found(source: str, found: list[tuple[str, str, str]]) -> None:
    tag = shortcode_at(source.encode(), 0)

    assert tag is not None
    assert tag.span == (0, len(source))
    assert [(each.name, source[slice(*each.value)], each.quote) for each in tag.attributes] == found


@pytest.mark.parametrize(
    "source",
    ["{{</* a */>}}", "{{< /a >}}", "{{ .Title }}", '{{< a b="c >}}', "{{< a.inline >}}", "{{< a"],
)
def test_what_is_not_surely_a_shortcode_is_none(source: str) -> None:
    assert shortcode_at(source.encode(), 0) is None


@pytest.mark.parametrize("target", TARGETS)
def test_a_parameter_says_its_target_or_stays_as_it_is(target: str) -> None:
    page, rebuilt = _built(target)
    built = segment("page.md", rebuilt.content, page.rules)
    rejected = {each.segment.text for each in rebuilt.rejected}

    for ours, theirs in zip(page.leaves, built.leaves, strict=True):
        if ours.segment.syntax == "script":
            stays = ours.segment.text in rejected
            assert spelled_out(theirs.segment) == (ours.segment.text if stays else target)
    assert {each.code for each in rebuilt.rejected} <= {"M004"}


def test_what_every_parameter_can_hold_is_not_rejected() -> None:
    assert [target for target in TARGETS if _built(target)[1].rejected] == [
        *("`code`", "{{", "}}", ">}}", "a \\ b", "\\", '\\"', "<b>", "[x](/y)", "` c"),
    ]
    assert _built('"a"')[1].content == (
        b'Cards\n\n{{< card "\\"a\\"" "\\"a\\"" `"a"` >}}\n\nSome {{% card "\\"a\\"" %}} text.\n'
    )


@pytest.mark.skipif(shutil.which("hugo") is None, reason="there is no hugo here")
def test_hugo_shows_the_targets(tmp_path: Path) -> None:
    shown = "{{ range .Params }}[{{ . }}]{{ end }}"
    for path, text in (
        ("hugo.toml", 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]\n'),
        ("layouts/_default/single.html", "{{ .Content }}"),
        ("layouts/shortcodes/card.html", shown),
        *((f"content/{number}.md", _built(target)[1].content.decode()) for number, target in enumerate(TARGETS)),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    done = subprocess.run(["hugo", "--quiet"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    for number, target in enumerate(TARGETS):
        rebuilt = _built(target)[1]
        rejected = {each.segment.text for each in rebuilt.rejected}
        wanted = "".join(f"[{text if text in rejected else target}]" for text in ("One", "Two", "Three"))
        built = (tmp_path / f"public/{number}/index.html").read_text()
        assert html.unescape(built.split("\n")[1]).strip() == wanted


def _built(target: str) -> tuple[Page, Rebuilt]:
    page = segment("page.md", PAGE, Rules(dialect="hugo", components={"card": ("0", "1", "2")}))
    texts = [each for each in page.segments if each.syntax == "script"]
    assert [each.text for each in texts] == ["One", "Two", "Three", "Four"]
    return page, reassemble(page, {each.key: target for each in texts})
