"""Which words of a page are told to stay, where, how often, and what in the settings would change it."""

from __future__ import annotations

import pytest

from translate.markdown.page import Page, Untranslatable
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment


def _kept(source: str, **rules: object) -> tuple[Untranslatable, ...]:
    return _page(source, **rules).untranslatable


def _page(source: str, **rules: object) -> Page:
    return segment("page.md", source.encode(), Rules(**{"dialect": "mdsvex", **rules}))  # type: ignore[arg-type]


def test_an_attribute_of_a_component_is_told_once_with_all_that_it_says() -> None:
    page = '<Box text="Read this" />\n\nNow <Box text="Then that" /> and <Box text="Read this" />.\n'

    assert _kept(page) == (
        Untranslatable(1, "Read this … Then that", "no setting names this attribute (text of <Box>)", "Box", ("text",)),
    )


def test_each_attribute_and_each_component_is_told() -> None:
    told = _kept('<Box text="Read this" more="And that" />\n\n<my-box text="Read this" />\n')

    assert [(each.component, each.paths) for each in told] == [
        ("Box", ("text",)),
        ("Box", ("more",)),
        ("my-box", ("text",)),
    ]


def test_what_the_settings_say_already_is_said_again() -> None:
    (told,) = _kept('<Box text="Read this" more="And that" />\n', components={"Box": ("text", "a[].b|html")})

    assert told.paths == ("text", "a[].b|html", "more")


@pytest.mark.parametrize(
    "source",
    [
        '<Box text="Read this" translate="no" />\n',
        '<Box class="Big box" data-x="Read this" />\n',
        '<p text="Read this" class="Big box">\n\n</p>\n',
        "<Box class={on ? 'big box' : 'small box'} />\n",
        '<!-- translate: off -->\n\n<Box text="Read this" />\n',
        '<!-- translate: skip -->\n\nNow <Box text="Read this" />\n',
        '```\n<Box text="Read this" />\n```\n',
    ],
)
def test_words_for_programs_and_words_that_shall_stay_are_not_told(source: str) -> None:
    assert _kept(source) == ()


def test_what_is_read_aloud_is_told_of_every_element() -> None:
    (told,) = _kept('<div aria-description="Read this" aria-keyshortcuts="Control and A">\n\n</div>\n')

    assert (told.text, told.component, told.paths) == ("Read this", "div", ("aria-description",))


def test_words_in_code_are_told_with_the_paths_that_make_them_texts() -> None:
    source = (
        "<Tabs tabs={[{ title: 'First steps', text: 'Read <b>this</b>', icon: 'a b' },\n"
        "  { title: `And then`, text: 'Just words', ...more('not a literal') }]} />\n"
    )
    (told,) = _kept(source)

    assert told.paths == ("tabs[].title", "tabs[].text|html")
    assert _kept(source, components={"Tabs": told.paths})[0].text == "a b … not a literal"
    assert {"First steps", "Read [this]{1}", "And then", "Just words"} == {
        each.text for each in _page(source, components={"Tabs": told.paths}).segments
    }


def test_what_no_setting_makes_a_text_is_told_each_time() -> None:
    told = _kept("<Tabs label={greet('Hello there')} />\n\n" * 2)

    assert [(each.line, each.paths) for each in told] == [(1, ()), (3, ())]
    assert [each.paths for each in _kept("<Tabs label={'It \\u0069s so'} />\n")] == [()]


def test_the_line_for_the_settings_is_true() -> None:
    """Whatever is told with a setting is a text under it."""
    source = (
        '<Box a="Read this" b={["One of them", "So it is"]} c={{ so: "The <i>end</i>" }} />\n\n<a.b.C e="So be it" />\n'
    )
    told = _kept(source)
    named = {each.component: each.paths for each in told}
    settings = {name: tuple(path for each in told if each.component == name for path in each.paths) for name in named}

    assert settings == {"Box": ("a", "b[]", "c.so|html"), "a.b.C": ("e",)}
    assert _kept(source, components=settings) == ()
