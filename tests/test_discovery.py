"""Pages, catalogs and built pages are found by the paths that the settings give them."""

from __future__ import annotations

import pytest

from tests.conftest import MakeSite
from translate.config import load
from translate.discovery import catalogs, orphan_catalogs, orphan_pages, pages, scope
from translate.errors import ConfigError, UsageError
from translate.globs import matcher


@pytest.mark.parametrize(
    ("glob", "matching", "other"),
    [
        ("**/*.md", ["a.md", "b/c/a.md"], ["a.svx", "amd"]),
        ("*.md", ["a.md"], ["b/a.md"]),
        ("b/**", ["b/a.md", "b/c/a.svx"], ["a.md", "bb/a.md"]),
        ("b/", ["b/a.md", "b/c/a.svx"], ["a.md", "b"]),
        ("./b/?.md", ["b/a.md"], ["b/ab.md"]),
        ("**/*.{md,svx}", ["a.md", "b/a.svx"], ["a.mdx"]),
        ("[a-c]/[!x].md", ["b/a.md"], ["d/a.md", "b/x.md"]),
        ("a+b (1).md", ["a+b (1).md"], ["aab (1).md"]),
        ("a[.md", ["a[.md"], []),
    ],
)
def test_globs_match_as_in_other_tools(glob: str, matching: list[str], other: list[str]) -> None:
    pattern = matcher([glob])

    assert [path for path in matching + other if pattern.fullmatch(path)] == matching


def test_no_globs_match_nothing() -> None:
    assert not matcher([]).fullmatch("")


def test_pages_are_found_sorted_without_the_excluded_and_the_hidden(site: MakeSite) -> None:
    names = ["b/a.md", "a.md", "draft/x.md", ".hidden/a.md", ".a.md", "node_modules/p/a.md", "a.txt", "b/é ü.md"]
    settings = 'locales = ["nl"]\nexclude = ["draft/"]\n'
    root = site({"translate.toml": settings, **{f"source_en/{name}": "" for name in names}})

    assert pages(load(root)) == ("a.md", "b/a.md", "b/é ü.md")


@pytest.mark.parametrize(
    ("output", "built"),
    [("docs/{locale}/{path}", "docs/nl/a.md"), ("docs/{page}.{locale}.md", "docs/a.nl.md")],
)
def test_built_pages_among_the_sources_are_no_sources(site: MakeSite, output: str, built: str) -> None:
    settings = f'locales = ["nl"]\nsource = "docs"\noutput = "{output}"\n'
    root = site({"translate.toml": settings, "docs/a.md": "", built: "", "docs/nld/a.md": ""})
    read = load(root)

    assert pages(read) == ("a.md", "nld/a.md")
    assert read.output_path("nl", "a.md") == built


def test_pages_that_would_share_a_file_are_refused(site: MakeSite) -> None:
    settings = 'locales = ["nl"]\npages = ["**/*.md", "**/*.svx"]\ncatalogs = "po/{locale}/{page}.po"\n'
    root = site({"translate.toml": settings, "source_en/a.md": "", "source_en/a.svx": ""})

    with pytest.raises(ConfigError) as caught:
        pages(load(root))

    assert str(caught.value) == 'translate.toml:3: a.md and a.svx would share one file by "catalogs"'
    assert "{path}" in caught.value.hint


def test_orphans_are_what_no_page_has(site: MakeSite) -> None:
    found = ["locales/nl/a.po", "locales/nl/old/b.po", "locales/nl/notes.txt", "locales/de/a.po"]
    built = ["build/nl/a.md", "build/nl/b.md", "build/nl/b.html"]
    read = load(site(dict.fromkeys(["source_en/a.md", *found, *built], "")))
    everything = scope(read)

    assert list(catalogs(read, "nl")) == ["locales/nl/a.po", "locales/nl/old/b.po"]
    assert list(orphan_catalogs(read, everything, "nl")) == ["locales/nl/old/b.po"]
    assert list(orphan_pages(read, everything, "nl")) == [("build/nl/b.md", "b.md")]


@pytest.mark.parametrize(
    ("output", "own", "other"),
    [
        ("build/{locale}/{path}", "build/nl/own/b.md", "build/nl/c.md"),
        ("build/{page}.{locale}.md", "build/own/b.nl.md", "build/c.nl.md"),
    ],
)
def test_pages_that_somebody_wrote_in_the_locale_can_be_excluded(
    site: MakeSite, output: str, own: str, other: str
) -> None:
    files = dict.fromkeys(["source_en/a.md", own, other], "")

    def orphans(exclude: str) -> list[tuple[str, str]]:
        settings = f'locales = ["nl"]\noutput = "{output}"\nexclude = {exclude}\n'
        read = load(site({"translate.toml": settings, **files}))
        return sorted(orphan_pages(read, scope(read), "nl"))

    assert orphans("[]") == sorted([(own, "own/b.md"), (other, "c.md")])
    assert orphans('["own/b.md"]') == [(other, "c.md")]


WANTED = {
    "a.md": ["a.md"],
    "events/b.md": ["events/b.md"],
    "source_en/events/b.md": ["events/b.md"],
    "./source_en/a.md": ["a.md"],
    "events": ["events/b.md", "events/c d.md"],
    "source_en/events/": ["events/b.md", "events/c d.md"],
    "source_en": ["a.md", "events/b.md", "events/c d.md"],
    "**/[bc]*.md": ["events/b.md", "events/c d.md"],
    "source_en/*.md": ["a.md"],
}


@pytest.mark.parametrize(("name", "expected"), WANTED.items())
def test_pages_are_named_as_people_name_files(site: MakeSite, name: str, expected: list[str]) -> None:
    read = load(site({f"source_en/{page}": "" for page in ("a.md", "events/b.md", "events/c d.md")}))

    chosen = scope(read, [name])

    assert list(chosen.pages) == expected
    assert chosen.whole == (len(expected) == 3)


def test_pages_are_named_from_where_the_person_is(site: MakeSite) -> None:
    root = site({"source_en/events/b.md": "", "source_en/a.md": ""})

    assert scope(load(root), ["b.md", "../a.md"], cwd=root / "source_en/events").pages == ("a.md", "events/b.md")


@pytest.mark.parametrize("output", ["build/{locale}/{path}", "source_en/{page}.{locale}.md"])
@pytest.mark.parametrize("page", ["a.md", "events/b.md", "events/[slug] 1.md"])
def test_pages_are_named_by_what_is_made_of_them(site: MakeSite, output: str, page: str) -> None:
    settings = f'locales = ["nl", "de"]\noutput = "{output}"\n'
    pages = ["a.md", "events/b.md", "events/[slug] 1.md"]
    root = site({"translate.toml": settings, **{f"source_en/{each}": "" for each in pages}})
    read = load(root)

    for path in (read.catalog_path("de", page), read.output_path("nl", page)):
        assert scope(read, [path]).pages == (page,)
        assert scope(read, [f"./{path}"]).pages == (page,)
        assert scope(read, [f"../{path}"], cwd=root / "source_en").pages == (page,)
        assert scope(read, [str(root / path)], cwd=root / "source_en").pages == (page,)
        assert scope(read, [path], cwd=root.parent).pages == (page,)


def test_a_source_page_goes_before_a_built_one_of_that_name(site: MakeSite) -> None:
    settings = 'locales = ["nl"]\nsource = "docs"\noutput = "{locale}/{path}"\n'
    read = load(site({"translate.toml": settings, "docs/a.md": "", "docs/nl/a.md": ""}))

    assert scope(read, ["nl/a.md"]).pages == ("nl/a.md",)
    assert scope(read, ["nl/nl/a.md"]).pages == ("nl/a.md",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("evnts/b.md", 'did you mean "events/b.md"?'),
        ("*.svx", '"translate status" lists the pages'),
        ("locales/nl/events/c.po", 'did you mean "locales/nl/events/b.po"?'),
        ("build/*/events/b.md", 'did you mean "events/b.md"?'),
        ("locales", '"translate status" lists the pages'),
        ("locales/de/events/b.po", 'did you mean "locales/nl/events/b.po"?'),
    ],
)
def test_a_name_that_no_page_has_is_told(site: MakeSite, name: str, hint: str) -> None:
    read = load(site({"source_en/events/b.md": ""}))

    with pytest.raises(UsageError) as caught:
        scope(read, ["events/b.md", name])

    assert caught.value.message == f'no page matches "{name}"'
    assert caught.value.hint == hint


def test_locales_keep_their_order_and_must_be_the_sites(site: MakeSite) -> None:
    read = load(site({"translate.toml": 'locales = ["nl", "de", "pt-BR"]', "source_en/a.md": ""}))

    assert scope(read).locales == ("nl", "de", "pt-BR")
    assert scope(read, locales=["pt-BR", "nl", "nl"]).locales == ("nl", "pt-BR")
    with pytest.raises(UsageError, match='"pt-PT" is no locale of this site') as caught:
        scope(read, locales=["pt-PT"])
    assert caught.value.hint == 'did you mean "pt-BR"?'
