"""Links between the pages of a site: `check` follows them, `build` can lead them to the pages in the language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.sites import found, go, translate
from translate import pipeline
from translate.config import load
from translate.discovery import scope
from translate.languages import tag
from translate.model import Finding, Severity, Unit
from translate.outcome import carry_out

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
ROUTED = '[links]\nroutes = "/{page}"\n'
LOCALIZED = f"{ROUTED}localize = true\n"


def settings(*lines: str, locales: str = '["nl"]') -> str:
    return "\n".join([f"locales = {locales}", 'dialect = "mdbook"', *lines])


def broken(root: Path, *severities: Severity) -> Iterator[tuple[str, str]]:
    """Yield place and message of what `check` says of links."""
    site = load(root)
    wanted = scope(site)
    outcome = carry_out(each for each in pipeline.check(site, wanted) if isinstance(each, Finding))
    for finding in outcome.findings:
        if finding.code in {"M006", "M007"} and finding.severity in (severities or (Severity.WARNING,)):
            yield f"{finding.path}:{finding.line} {finding.code}", finding.message


def judged(root: Path, name: str, *links: str) -> list[str]:
    """Return which of the links `check` finds broken on a page that has them all."""
    path = root / "source_en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"[{number}](<{link}>)\n\n" for number, link in enumerate(links)))
    lines = [int(place.split(":")[1].split()[0]) for place, _ in broken(root)]
    return [links[(line - 1) // 2] for line in lines]


def built(root: Path, name: str = "a.md", locale: str = "nl") -> str:
    return (root / "build" / locale / name).read_bytes().decode()


def test_without_settings_only_what_is_sure_is_judged(site: MakeSite) -> None:
    files = {"source_en/b/c.md": "# One\n", "source_en/note.txt": "", "README.md": "", "source_en/d.mdx": "x"}
    root = site({"translate.toml": settings(), **files})
    right = ["b/c.md", "./b/c.md#one", "b%2Fc.md", "d.mdx", "#", "#top", "#:~:text=a", "../README.md"]
    unsure = [
        "@site/x.md",
        "~/x.md",
        "#fn-1",
        "/x",
        "/x.md",
        "x",
        "x.html",
        "x.png",
        "note.txt",
        "b/",
        "mailto:a@b.c",
        "//x.y/z.md",
        "https://x.y/z.md",
    ]
    outside = ["../../z.md"]
    wrong = ["b/x.md", "c.md", "../z.md", "b/c.md#two", "#two"]

    assert judged(root, "a.md", *right, *unsure, *outside, *wrong) == wrong


def test_an_address_may_be_written_in_all_its_ways(site: MakeSite) -> None:
    files = {"source_en/b/index.md": "# One\n", "source_en/b/c d.md": "x", "source_en/index.md": "x", "pub/x.png": ""}
    root = site({"translate.toml": settings(ROUTED, 'static = ["pub"]', 'ignore = ["/api/**", "/join"]'), **files})
    ways = [
        "/b",
        "/b/",
        "/b/index",
        "/b/index.html",
        "/b.html",
        "/b?x=y#one",
        "/b/c%20d",
        "/b/c d/",
        "/",
        "/index.html",
    ]
    others = [
        "/x.png",
        "/api/x/y?z",
        "/join#x",
        "/nl",
        "/nl/",
        "/nl/b",
        "/en/b",
        "/en",
        "b/index.md",
        "b",
        "./b/",
        "b/c d.html",
    ]
    wrong = ["/c", "/b/c", "/y.png", "/apis", "/nl/c", "/en/c", "c", "b/c", "/b#two", "b/index.md#two"]

    assert judged(root, "a.md", *ways, *others, *wrong) == wrong


def test_relative_links_are_followed_from_both_forms_of_an_address(site: MakeSite) -> None:
    files = {"source_en/b/c.md": "x", "source_en/b/d/e.md": "x"}
    root = site({"translate.toml": settings(ROUTED), **files})

    right = ["c", "../b/c", "../c", "d/e", "../d/e", "../../b/c", "e"]
    out = ["../../std/index.html", "../../../x"]
    wrong = ["x", "../x", "d/c"]
    assert judged(root, "b/d.md", *right, *out, *wrong) == wrong


RECIPES: dict[str, tuple[str, Mapping[str, str], list[str], list[str]]] = {
    "sveltekit": (
        'routes = "/{page}"\nalso = ["src/routes/{page}/+page.svelte"]\nstatic = ["static"]',
        {
            "source_en/faq.md": "x",
            "src/routes/+page.svelte": "",
            "src/routes/(app)/map/+page.svelte": "",
            "src/routes/groups/[id]/+page.svelte": "",
            "static/a.pdf": "",
        },
        ["/", "/faq", "/map", "/a.pdf", "/nl/faq"],
        ["/maps", "/b.pdf"],
    ),
    "side by side": (
        'routes = "/{locale}/{page}/"',
        {"source_en/guides/start.mdx": "x"},
        ["/en/guides/start/", "/nl/guides/start/", "/en/", "/elsewhere/"],
        ["/en/guides/", "/nl/guides/begin/"],
    ),
    "docusaurus": (
        'routes = "/docs/{page}"\nlocalized_routes = "/{locale}/docs/{page}"',
        {"source_en/intro.mdx": "x", "source_en/README.md": "x"},
        ["/docs/intro", "/docs", "/docs/README", "/blog/x", "/nl/docs/intro", "intro.mdx", "./intro"],
        ["/docs/outro", "/nl/docs/outro"],
    ),
    "hugo": (
        'routes = "/{page}/"',
        {"source_en/posts/_index.md": "x", "source_en/posts/one.md": "x"},
        ["/posts/", "/posts/one/", "/nl/posts/one/"],
        ["/post/"],
    ),
    "mdbook": (
        'routes = "/{page}.html"',
        {"source_en/ch01.md": "# One", "source_en/README.md": "x"},
        ["ch01.html#one", "ch01.md", "index.html", "../std/index.html"],
        ["ch02.html", "ch01.html#two"],
    ),
    "a host for each language": (
        'routes = "/{page}"\nlocalized_routes = "https://{locale}.site.example/{page}"',
        {"source_en/faq.md": "x"},
        ["/faq", "https://nl.site.example/faq", "https://nl.site.example/what"],
        ["/what"],
    ),
}


@pytest.mark.parametrize("name", RECIPES)
def test_the_addresses_of_usual_generators(site: MakeSite, name: str) -> None:
    links, files, right, wrong = RECIPES[name]
    root = site({"translate.toml": settings('pages = ["**/*.{md,mdx}"]', "[links]", links), **files})

    assert judged(root, "zz.md", *right, *wrong) == wrong


def test_excluded_pages_and_pages_of_a_locale_alone_have_addresses(site: MakeSite) -> None:
    files = {"source_en/drafts/b.md": "x", "build/nl/only.md": "x", "build/nl/drafts/b.md": "x"}
    root = site({"translate.toml": settings('exclude = ["drafts/", "only.md"]', ROUTED), **files})

    right = ["/drafts/b", "drafts/b.md", "/nl/only", "/nl/drafts/b"]
    assert judged(root, "a.md", *right, "/only", "/nl/drafts/c") == ["/only", "/nl/drafts/c"]


def test_pages_may_name_their_addresses_themselves(site: MakeSite) -> None:
    files = {
        "source_en/b/c.md": "---\nslug: d\naliases: [/old, older/]\n---\nx",
        "source_en/e.md": "---\npermalink: /f/g/\n---\nx",
    }
    root = site({"translate.toml": settings(ROUTED), **files})

    right = ["/b/d", "/d", "/old", "/b/older", "/f/g", "/nl/b/d", "/nl/f/g/"]
    assert judged(root, "a.md", *right, "/b/e", "/g") == ["/b/e", "/g"]


def test_what_is_wrong_in_the_source_is_told_once(site: MakeSite) -> None:
    page = "# One\n\n[a](/hlep), [b](#tow)\n\n[c](/hlep)\n"
    root = site(
        {"translate.toml": settings(ROUTED, locales='["nl", "de"]'), "source_en/a.md": page, "source_en/help.md": "x"}
    )
    go(root)
    translate(root, "locales/nl/a.po")

    assert list(broken(root)) == [
        ("source_en/a.md:3 M006", "there is no page at /hlep"),
        ("source_en/a.md:3 M007", "nothing on this page has the id of #tow"),
    ]
    hints = {finding.code: finding.hint for finding in found(root) if finding.code.startswith("M")}
    assert hints == {"M006": "did you mean /help?", "M007": ""}


def test_what_a_component_may_make_is_a_note(site: MakeSite) -> None:
    pages = {"source_en/a.md": "[a](b.md#map) [b](b.md#x)\n", "source_en/b.md": "<Map />\n\n# X\n"}
    root = site({"translate.toml": settings().replace("mdbook", "mdsvex"), **pages})

    [(place, message)] = broken(root, Severity.WARNING, Severity.INFO)
    assert (place, list(broken(root))) == ("source_en/a.md:1 M007", [])
    assert message.endswith("unless a component of the page makes it")


@pytest.mark.parametrize(("dialect", "ids"), [("mdbook", "off"), ("gfm", "source"), ("gfm", "off")])
def test_ids_that_a_translation_loses_are_told_of_the_locale(site: MakeSite, dialect: str, ids: str) -> None:
    text = f'locales = ["nl", "de"]\ndialect = "{dialect}"\nheading_ids = "{ids}"\n'
    pages = {"source_en/a.md": "[a](#one) [b](b.md#two)\n\n# One\n", "source_en/b.md": "# Two\n\n[a](a.md#one)\n"}
    root = site({"translate.toml": text, **pages})
    go(root)
    assert list(broken(root)) == []
    translate(root, "locales/nl/a.po", _reversed)

    message = "named by links of the nl page, whose headings have other ids"
    assert list(broken(root)) == [
        ("locales/nl/a.po:0 M007", f"#one is {message}"),
        ("locales/nl/b.po:0 M007", f"a.md#one is {message}"),
    ]


def _reversed(unit: Unit) -> Unit:
    return replace(unit, target=unit.source[::-1] if unit.source.isalpha() else unit.source, fuzzy=False)


def test_kept_ids_are_found_on_translated_pages(site: MakeSite) -> None:
    root = site({"translate.toml": settings(), "source_en/a.md": "[a](#one)\n\n# One\n"})
    go(root)
    translate(root)
    go(root)

    assert found(root) == []


def test_a_page_that_is_not_published_cannot_be_linked_to(site: MakeSite) -> None:
    pages = {"source_en/a.md": "[a](b.md) [c](/b)\n", "source_en/b.md": "B\n"}
    root = site({"translate.toml": settings(LOCALIZED, "[publish]\nminimum_reviewed = 0.5"), **pages})
    go(root)
    translate(root)
    go(root)

    assert built(root) == "[A](b.md) [C](/b)\n"
    assert list(broken(root)) == [("locales/nl/a.po:0 M006", "b.md is not built in nl, but linked to from the nl page")]
    translate(root, "locales/nl/b.po")
    go(root)
    assert built(root) == "[A](b.md) [C](/nl/b)\n"
    assert list(broken(root)) == []


LINKS = """\
[a](/b#x "t") [b](/b/ "t") [c](</b?q>) [d] <https://en.example/AI> [e](https://en.example/AI)

![f](/b) [g](/c) [h](b.md) [i](#x) [j](/nl/b) [k](/de/b) [l](/press/b) [m](//b) [n](/) [o](/b.html)

<a href="/b">p</a> <a href="/b" hreflang="en">q</a>

<Go to={"/b"} href='/b' src="/b" /> <a data-no-localize href="/b">r</a>

<div><a href=/b data-no-localize>s</a> <a href=/b>t</a></div>

[d]: /b

## X

```
[a](/b)
```
"""
LEADING = (
    LINKS.replace("[a](/b#x", "[a](/nl/b#x", 1)
    .replace("(/b/ ", "(/nl/b/ ")
    .replace("</b?q>", "</nl/b?q>")
    .replace("[e](https://en.example/AI)", "[e](https://nl.example/KI?a&amp;b)")
    .replace("[n](/)", "[n](/nl/)")
    .replace("(/b.html)", "(/nl/b.html)")
    .replace('"/b">p', '"/nl/b">p')
    .replace("""{"/b"} href='/b'""", """{"/nl/b"} href='/nl/b'""")
    .replace("/b>t", "/nl/b>t")
    .replace("]: /b", "]: /nl/b")
)


def leading(site: MakeSite, *, localize: bool = True) -> Path:
    keep = 'keep = ["/press/**"]\nignore = ["/c"]\n[links.external.nl]\n"https://en.example/AI" = "https://nl.example/KI?a&b"'
    text = settings(LOCALIZED if localize else ROUTED, keep if localize else "", locales='["nl", "de"]')
    pages = {"source_en/a.md": LINKS, "source_en/b.md": "# X\n", "source_en/press/b.md": "b", "source_en/index.md": "i"}
    return site({"translate.toml": text.replace("mdbook", "mdsvex"), **pages})


def test_links_lead_to_the_page_in_the_language(site: MakeSite) -> None:
    root = leading(site)
    go(root)

    assert built(root) == LEADING
    assert "(/de/b/ " in built(root, locale="de")
    assert "https://en.example/AI)" in built(root, locale="de")
    translate(root)
    go(root)
    assert "[A](/nl/b#x " in built(root)
    assert list(broken(root)) == []
    assert not any(finding.code.startswith("S004") for finding in found(root))


def test_build_run_and_check_lead_links_alike(site: MakeSite) -> None:
    root = leading(site)
    go(root)
    translate(root)
    go(root, pipeline.build)

    assert "build" not in go(root).changed


def test_links_stay_where_nobody_asked(site: MakeSite) -> None:
    root = leading(site, localize=False)
    go(root)

    assert built(root) == LINKS


def test_links_below_a_base_path(site: MakeSite) -> None:
    links = '[links]\nroutes = "/docs/{page}"\nlocalized_routes = "/{locale}/docs/{page}"\nlocalize = true'
    root = site({"translate.toml": settings(links), "source_en/a.md": "[a](/docs/a) [b](/a) [c](/nl/docs/a)\n"})
    go(root)

    assert built(root) == "[a](/nl/docs/a) [b](/a) [c](/nl/docs/a)\n"


def test_links_follow_a_contents_list_that_is_written_out(site: MakeSite) -> None:
    page = "[a](/a)\n\n## Contents\n\n## One\n\n[b](/a)\n"
    root = site({"translate.toml": settings(LOCALIZED).replace("mdbook", "mdsvex"), "source_en/a.md": page})
    go(root)
    translate(root)
    go(root)

    expected = "[A](/nl/a)\n\n## CONTENTS {#contents}\n\n- [ONE](#one)\n\n## ONE {#one}\n\n[B](/nl/a)\n"
    assert built(root) == expected


def test_alternates_tell_where_each_page_is(site: MakeSite) -> None:
    links = ROUTED + 'base_url = "https://site.example/"\nalternates = "build/alternates.json"'
    pages = {"source_en/b/index.md": "B\n", "source_en/é.md": "C\n"}
    text = settings(links, "[publish]\nminimum_reviewed = 0.5", locales='["nl", "pt_BR"]')
    root = site({"translate.toml": text, **pages})
    go(root)
    translate(root, "locales/nl/b/index.po")
    assert "build/alternates.json" not in {finding.path for finding in found(root)}, "nothing has been built yet"
    go(root)

    assert json.loads((root / "build/alternates.json").read_text()) == {
        "source_locale": "en",
        "pages": {
            "b/index.md": {
                "en": "https://site.example/b",
                "nl": "https://site.example/nl/b",
                "x-default": "https://site.example/b",
            },
            "é.md": {"en": "https://site.example/%C3%A9", "x-default": "https://site.example/%C3%A9"},
        },
    }
    (root / "build/alternates.json").write_text("{}")
    assert [finding.code for finding in found(root) if finding.path == "build/alternates.json"] == ["S004"]
    assert go(root, pipeline.build).changed == {"links": 1}


def test_locales_are_told_as_html_writes_them() -> None:
    assert [tag(locale) for locale in ("nl", "pt_BR", "zh-Hans", "sr@latin")] == ["nl", "pt-BR", "zh-Hans", "sr-Latn"]


def test_real_pages_have_no_false_alarm(site: MakeSite) -> None:
    if not CORPORA.is_dir():
        pytest.skip("skipped: the corpora are not here (../shared/corpora)")
    pages = {f"source_en/{path.name}": path.read_bytes() for path in (CORPORA / "pauseai/en_now").glob("*.md")}
    root = site({"translate.toml": settings().replace("mdbook", "mdsvex"), **pages})

    # The one page is about links, and this one is its example of a link to a heading.
    assert [place for place, _ in broken(root)] == ["source_en/debug.l10n-links.md:44 M007"]
