"""Words of the front matter that no setting lists are told, and what is for programs is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_site
from translate import outputs
from translate.config import load
from translate.init.detection import detect
from translate.init.first_files import first_files
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

YAML = """\
---
title: Listed
subtitle: Read this first
layout: two columns
tags: [open days, good soup]
date: 2026-02-14
url: "https://a.example/a b"
author: Jane Doe
draft: false
hero:
  tagline: >-
    Words that go on
    and on.
  image: ./art/plan of it.png
  actions:
    - {text: Begin here, link: /a}
    - {text: See how it went, link: /b}
---

Words.
"""
TOML = """\
+++
title = "Listed"
subtitle = "Read this first"
weight = 3
[hero]
tagline = "Words that go on and on."
[[hero.actions]]
text = "Begin here"
+++

Words.
"""


def told(source: str, *keys: str) -> list[tuple[int, str, str]]:
    page = read(source, *keys)
    return [(each.line, each.paths[0], each.text) for each in page.untranslatable]


def read(source: str, *keys: str) -> Page:
    return segment("a.md", source.encode(), Rules(front_matter=("title", *keys)))


def test_words_are_told_once_for_each_path() -> None:
    assert told(YAML) == [
        (3, "subtitle", "Read this first"),
        (12, "hero.tagline", "Words that go on and on."),
        (16, "hero.actions[].text", "Begin here"),
    ]
    assert told(TOML) == [
        (3, "subtitle", "Read this first"),
        (6, "hero.tagline", "Words that go on and on."),
        (8, "hero.actions[].text", "Begin here"),
    ]


@pytest.mark.parametrize("source", [YAML, TOML])
def test_what_is_told_is_a_text_once_it_is_listed(source: str) -> None:
    paths = [path for _, path, _ in told(source)]

    page = read(source, *paths)

    assert page.untranslatable == ()
    assert set(paths) < {each.context for each in page.segments}


def test_a_key_that_no_setting_could_name_is_left_out() -> None:
    assert told('---\ntitle: A\n"a.b": Read this first\n1: Read this first\n---\n') == []


def test_init_lists_what_people_read(tmp_path: Path) -> None:
    write_site(tmp_path, {"pyproject.toml": "", "docs/a.md": YAML, "docs/b.md": "---\ncta: Sign up today\n---\n"})
    write_site(
        tmp_path, {"pyproject.toml": "", "docs/broken.md": "---\na: [\n---\n", "docs/latin.md": b"---\na: \xe9\n---\n"}
    )

    for output in first_files(detect(tmp_path, ["nl"])):
        outputs.write(tmp_path, output)

    assert load(tmp_path).rules.front_matter == (
        "title",
        "description",
        "subtitle",
        "hero.tagline",
        "hero.actions[].text",
        "cta",
    )
