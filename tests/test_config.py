"""`translate.toml` is read as it stands, and what is wrong in it is told with its line and a way out."""

from __future__ import annotations

import tomllib
from typing import Any

import jsonschema
import pytest

from tests.conftest import MakeSite
from translate import schema
from translate.config import load
from translate.errors import ConfigError
from translate.markdown.dialects import DIALECTS
from translate.markdown.rules import ATTRIBUTES, EMBEDS, Rules
from translate.model import Severity
from translate.site import Publish

EVERY_KEY = """\
project = "Pages"
source_locale = "en-GB"
locales = ["nl", "pt-BR", "zh_Hans", "sr@latin"]
source = "./docs/"
pages = ["**/*.{md,svx}"]
exclude = ["drafts/"]
assets = ["**/*.png"]
catalogs = "po/{locale}/{path}.po"
output = "site/{locale}/{path}"
dialect = "mdsvex"
front_matter = ["title", "faq[].question"]
embeds = "text"
embed_elements = ["blockquote.toot"]
heading_ids = "off"
heading_id_syntax = "comment"
attributes = ["alt"]
components = { Button = ["label"] }
engine = "deepl"
engines = { deepl = { model_type = "latency_optimized" } }
formality = { nl = "more" }
glossary = "terms/{locale}.tsv"
max_characters = 50000

[publish]
machine = "source"
stale = "target"
minimum_reviewed = 0.5

[check]
select = ["S", "P001"]
ignore = ["S008"]
severity = { S001 = "error" }
fail_on = "never"
coverage = { nl = 0.9 }
per-file-ignores = { "po/nl/*.po" = ["P"] }

[links]
routes = "/{page}/"
localized_routes = "/{locale}/{page}/"
also = ["src/{page}.astro"]
relative = "rebase"
static = ["public"]
ignore = ["/api/**"]
localize = true
keep = ["/press/**"]
external = { nl = { "https://en.example/AI" = "https://nl.example/AI" } }
base_url = "https://site.example"
alternates = "site/alternates.json"

[notice]
text = { nl = "> Door een machine vertaald." }
front_matter = { translation = "{state}" }

[[overrides]]
files = ["plain/**"]
dialect = "commonmark"
front_matter = []
embeds = "protect"
embed_elements = []
heading_ids = "source"
heading_id_syntax = "attribute"
attributes = ["title"]
components = {}

[[overrides]]
files = ["plain/book/*.md"]
dialect = "gfm"
"""


def test_every_key_is_read(site: MakeSite) -> None:
    root = site({"translate.toml": EVERY_KEY, "docs/a.md": ""})

    read = load(root)

    assert (read.root, read.settings, read.project) == (root, "translate.toml", "Pages")
    assert (read.source_locale, read.locales) == ("en-GB", ("nl", "pt-BR", "zh_Hans", "sr@latin"))
    assert (read.source, read.engine) == ("docs", "deepl")
    assert (read.engines, read.formality) == ({"deepl": {"model_type": "latency_optimized"}}, {"nl": "more"})
    assert (read.glossary_path("nl"), read.max_characters) == ("terms/nl.tsv", 50000)
    assert read.assets.fullmatch("sub/a.png")
    assert read.publish == Publish(machine="source", stale="target", minimum_reviewed=0.5)
    assert (read.check.select, read.check.ignore, read.check.fail_on) == (("S", "P001"), ("S008",), "never")
    assert (read.check.severity, read.check.coverage) == ({"S001": Severity.ERROR}, {"nl": 0.9})
    [(pattern, codes)] = read.check.per_file_ignores
    assert (pattern.fullmatch("po/nl/a.po") is not None, codes) == (True, ("P",))
    links = read.links
    assert (links.routes, links.localized_routes, links.localize) == ("/{page}/", "/{locale}/{page}/", True)
    assert links.relative == "rebase"
    assert (links.also, links.static, links.base_url) == (("src/{page}.astro",), ("public",), "https://site.example")
    assert (links.ignore.fullmatch("/api/a") and links.keep.fullmatch("/press/a")) is not None
    assert links.external == {"nl": {"https://en.example/AI": "https://nl.example/AI"}}
    assert links.alternates == "site/alternates.json"
    assert read.notice.text == {"nl": "> Door een machine vertaald."}
    assert read.notice.front_matter == {"translation": "{state}"}
    assert read.catalog_path("nl", "sub/a.svx") == "po/nl/sub/a.svx.po"
    assert read.output_path("nl", "sub/a.md") == "site/nl/sub/a.md"
    assert read.rules == Rules(
        dialect="mdsvex",
        front_matter=("title", "faq[].question"),
        embeds="text",
        embed_elements=("blockquote.toot",),
        heading_ids="off",
        heading_id_syntax="comment",
        attributes=("alt",),
        components={"Button": ("label",)},
    )


def test_of_two_overrides_that_match_the_later_wins(site: MakeSite) -> None:
    read = load(site({"translate.toml": EVERY_KEY, "docs/a.md": ""}))

    plain = Rules(dialect="commonmark", front_matter=(), embed_elements=(), attributes=("title",))
    assert read.rules_for("a.md") == read.rules
    assert read.rules_for("plain/a.md") == plain
    assert read.rules_for("plain/book/a.md") == plain._replace(dialect="gfm")


def test_what_is_left_out_has_the_documented_default(site: MakeSite) -> None:
    read = load(site({"source_en/a.md": ""}))

    assert (read.project, read.source_locale, read.source, read.engine) == ("site", "en", "source_en", "auto")
    assert read.catalog_path("nl", "sub/a.b.md") == "locales/nl/sub/a.b.po"
    assert read.output_path("nl", "sub/a.b.md") == "build/nl/sub/a.b.md"
    assert read.rules == Rules()
    assert read.publish == Publish()


def test_settings_may_stand_in_pyproject_and_above(site: MakeSite) -> None:
    root = site({"pyproject.toml": '[tool.translate]\nlocales = ["nl"]\nsource = "."', "sub/deep/a.md": ""})

    assert load(root / "sub/deep").root == root
    assert load(root).settings == "pyproject.toml"


def test_the_search_for_settings_ends_at_the_repository(site: MakeSite) -> None:
    root = site({"source_en/a.md": "", "inner/.git/HEAD": "", "inner/sub/a.md": ""})

    with pytest.raises(ConfigError, match=r"no translate\.toml here or above"):
        load(root / "inner/sub")


WRONG = {
    'local = ["nl"]': (1, 'unknown key "local"', 'did you mean "locales"?'),
    'locales = ["nl"]\n[publish]\nmashine = "source"': (3, 'unknown key "mashine"', 'did you mean "machine"?'),
    'locales = ["nl"]\n[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\ndialct = "gfm"': (
        6,
        'unknown key "dialct"',
        'did you mean "dialect"?',
    ),
    'locales = ["nl"]\nwhatever = 1': (2, 'unknown key "whatever"', "known here: project, source_locale"),
    'source_locale = "en"': (1, '"locales" is missing', 'for example: locales = ["nl", "de"]'),
    '\nlocales = "nl"': (2, "locales must be a list, not a string", 'locales = ["nl", "de"]'),
    "locales = []": (1, "locales must not be empty", 'locales = ["nl", "de"]'),
    'locales = ["nl", "nl"]': (1, 'names "nl" twice', "leave one"),
    "locales = [1]": (1, "locales.1 must be a string, not a number", ""),
    'locales = ["nl"]\ndialect = "mdsvx"': (
        2,
        'dialect must be one of commonmark, gfm, hugo, jekyll, mdbook, mdsvex, mdx, mkdocs, vitepress, not "mdsvx"',
        "mdsvex",
    ),
    'locales = ["nl"]\n[publish]\nminimum_reviewed = 60': (3, "must be between 0 and 1, not 60", ""),
    'locales = ["nl"]\n[publish]\nminimum_reviewed = true': (3, "must be a number, not true or false", ""),
    'locales = ["nl"]\n[links]\nlocalize = "yes"': (3, "links.localize must be true or false, not a string", ""),
    'locales = ["nl"]\ncomponents = { Button = "label" }': (2, "components.Button must be a list", ""),
    'locales = ["nl"]\n[[overrides]]\ndialect = "gfm"': (2, '"files" is missing', ""),
    'locales = ["nl"]\nproject = 1979-05-27': (2, "must be a string, not a date or time", 'project = "site"'),
}
WRONG_ELSEWHERE = {
    'locales = ["dutch"]': (1, 'names "dutch", which is no locale', '"pt-BR"'),
    'locales = ["xx"]': (1, 'names "xx", which is no locale', '"pt-BR"'),
    'locales = ["NL"]': (1, 'names "NL", which is no locale', '"pt-BR"'),
    'locales = ["nl"]\nsource_locale = "english"': (2, 'names "english", which is no locale', '"pt-BR"'),
    'locales = ["nl"]\nsource = "/srv/pages"': (2, "must be inside the site", "leave out"),
    'locales = ["nl"]\nsource = "sources"': (2, 'there is no folder "sources"', "source pages"),
    'locales = ["nl"]\ncatalogs = "po/{lang}/{page}.po"': (2, "has no value for {lang}", "{locale}"),
    'locales = ["nl"]\noutput = "build/{path}"': (2, "would put several files into one place", "{locale}"),
    'locales = ["nl"]\noutput = "build/{locale}"': (2, "would put several files into one place", "{path}"),
    'locales = ["nl"]\nassets = ["*.png"]\noutput = "{locale}/{page}.md"': (2, "does not give", "{path}"),
    'locales = ["nl"]\n[links]\nroutes = "/blog"': (3, "would give all pages one address", "/{page}"),
    'locales = ["nl"]\n[links]\nroutes = "{page}"': (3, "which is no address", 'begin with "/"'),
    'locales = ["nl"]\n[links]\nroutes = "/{lang}/{page}"': (3, "has no value for {lang}", "{locale}"),
    'locales = ["nl"]\n[links]\nalso = ["src/**"]': (3, "does not say which page", "{page}"),
    'locales = ["nl"]\n[links.external.nl]\n"http://a" = "http://b c"': (2, "which is no address", "%XX"),
    'locales = ["nl"]\n[links]\nlocalize = true': (3, "links.localize needs links.routes", "/{page}"),
    'locales = ["nl"]\n[notice]\nfront_matter = { "a b" = "" }': (3, 'names "a b", which cannot be a key', "letters"),
    'locales = ["nl"]\n[notice.text]\nnl = "[en]({source_url})"': (3, "notice.text.nl needs links.routes", "/{page}"),
    'locales = ["nl"]\n[notice.text]\nde = "> Hinweis"': (3, '"de" is not among "locales"', "nl"),
    "locales = [nl]": (1, "is not TOML: Invalid value", "strings need quotes"),
    'locales = ["nl"]\nlocales = ["de"]': (2, "is not TOML: Cannot overwrite a value", ""),
    'locales = ["nl"': (1, "is not TOML", ""),
    "locales = ['nl']\n# caf\udce9": (2, "is not UTF-8", "save it as UTF-8"),
}


@pytest.mark.parametrize(("text", "expected"), [*WRONG.items(), *WRONG_ELSEWHERE.items()])
def test_what_is_wrong_is_told_with_its_line_and_a_way_out(
    site: MakeSite, text: str, expected: tuple[int, str, str]
) -> None:
    root = site({"translate.toml": text.encode("utf-8", "surrogateescape"), "source_en/a.md": ""})

    with pytest.raises(ConfigError) as caught:
        load(root)

    line, message, hint = expected
    assert (caught.value.path, caught.value.line) == ("translate.toml", line)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_lines_are_right_in_pyproject(site: MakeSite) -> None:
    text = '[project]\nname = "x"\ndialect = 1\n\n[tool.translate]\nlocales = ["nl"]\n\n'
    text += '[tool.translate.publish]\nstale = "no"\n'

    with pytest.raises(ConfigError) as caught:
        load(site({"pyproject.toml": text}))

    assert str(caught.value) == 'pyproject.toml:9: publish.stale must be one of source, target, not "no"'


def test_the_schema_and_the_reader_agree() -> None:
    shipped = schema.load()
    jsonschema.Draft202012Validator.check_schema(dict(shipped))
    judge = jsonschema.Draft202012Validator(dict(shipped))

    for text in (EVERY_KEY, 'locales = ["nl"]'):
        assert list(judge.iter_errors(tomllib.loads(text))) == []
    for text in WRONG:
        assert not judge.is_valid(tomllib.loads(text)), text


def test_the_schema_knows_the_keys_dialects_and_defaults_of_the_code() -> None:
    shipped = schema.load()
    example = tomllib.loads(EVERY_KEY)

    assert set(shipped["properties"]) == set(example)
    assert set(Rules._fields) <= set(shipped["properties"])
    assert set(shipped["properties"]["overrides"]["items"]["properties"]) == set(example["overrides"][0])
    for table in ("publish", "check", "links", "notice"):
        assert set(shipped["properties"][table]["properties"]) == set(example[table])
    assert shipped["$defs"]["dialect"]["enum"] == sorted(DIALECTS)
    assert tuple(shipped["properties"]["attributes"]["default"]) == ATTRIBUTES
    assert Rules().embed_elements == EMBEDS
    assert all("description" in _resolved(shipped, rule) for rule in shipped["properties"].values())


def _resolved(shipped: schema.Schema, rule: dict[str, Any]) -> dict[str, Any]:
    return {**shipped["$defs"].get(rule.get("$ref", "").rpartition("/")[2], {}), **rule}
