"""The first files of a site: its settings, with what they mean, and what git has to know of catalogs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from translate import outputs
from translate.config import NAME
from translate.git.driver import ATTRIBUTES
from translate.init.detection import LOCALE, Found
from translate.model import Output

_CATALOGS = "locales/**/*.po"
"""Where the settings put the catalogs, as git's patterns say it."""

_SETTINGS = """\
# The settings of translate for this site. Only "locales" is required.

# A name for the headers of the catalogs, and the language of the pages.
project = "{project}"
source_locale = "{source_locale}"

# What to translate the pages into.
locales = [{locales}]

# The folder of the pages, and which files in it are pages.
source = "{source}"
pages = [{pages}]
exclude = []
{assets}
# What translators work on, and what the site's generator reads. {{path}} is the page's path, {{page}} the same
# without its extension.
catalogs = "locales/{{locale}}/{{page}}.po"
output = "{output}"

# How the pages' Markdown is read: commonmark, gfm, hugo, jekyll, mdbook, mdsvex, mdx, mkdocs or vitepress.
# [[overrides]] can say it for some files only.
dialect = "{dialect}"

# Values of the front matter that are text; hero.title and faq[].question work too.
front_matter = {front_matter}

# Translated headings keep the ids of the source page, so that links to them go on working; or "off".
heading_ids = "{ids.switch}"{syntax}

# Embedded posts stay as they are; "text" translates them.
embeds = "protect"

# What a page shows where a translation was made by a machine or is older than its source text: "target", or "source";
# and the share of a page's words, 0 to 1, that must be reviewed before it is written.
[publish]
machine = "target"
stale = "source"
minimum_reviewed = 0.0

# Which addresses the pages have: "translate check" then follows every link of the site, and "localize" leads links to
# the page in the reader's language.{relative}
# routes = "{routes}"
# localize = true
"""
_REBASED = """ With "rebase", paths of files lead to the files where they are.
[links]
relative = "rebase\""""
_MDX = """
[[overrides]]
files = ["**/*.mdx"]
dialect = "mdx"
"""


def first_files(found: Found) -> Iterator[Output]:
    """Yield the settings, and `.gitattributes` with what catalogs need in it."""
    text = _SETTINGS.format(
        project=found.root.name.replace('"', "'").replace("\\", "/"),
        locales=", ".join(f'"{locale}"' for locale in found.locales),
        source_locale=LOCALE,
        source=found.source,
        assets="" if found.framework.reaches else _assets(found),
        relative=_REBASED if found.framework.reaches else "\n# [links]",
        output=found.output,
        pages=", ".join(f'"**/*{ending}"' for ending in found.endings),
        dialect=found.framework.dialect,
        routes=found.framework.routes,
        front_matter=json.dumps(found.front_matter, ensure_ascii=False),
        ids=found.heading_ids,
        syntax='\nheading_id_syntax = "comment"' if found.heading_ids.syntax == "comment" else "",
    )
    if ".mdx" in found.endings and found.framework.dialect != "mdx":
        text += _MDX
    yield Output(path=NAME, content=text.encode(), before=None)
    before = outputs.read(found.root, ".gitattributes")
    lines = (before or b"").decode("utf-8", "surrogateescape").splitlines()
    wanted = f"{_CATALOGS} {ATTRIBUTES}"
    if wanted not in lines:
        content = "\n".join([*lines, wanted, ""]).encode("utf-8", "surrogateescape")
        yield Output(path=".gitattributes", content=content, before=before)


def _assets(found: Found) -> str:
    """Return the lines for what lies beside the pages; a site whose folder is the source has more than that in it."""
    if not found.media or found.source == ".":
        return ""
    endings = ",".join(ending.removeprefix(".") for ending in found.media)
    globs = f"**/*.{{{endings}}}" if "," in endings else f"**/*.{endings}"
    return f'\n# Files beside the pages that built pages need beside them too.\nassets = ["{globs}"]\n'
