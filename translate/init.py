"""The first settings of a site, guessed from what is there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from translate import outputs
from translate.config import NAME, settings_of
from translate.discovery import files_below
from translate.errors import ConfigError, PageError, UsageError
from translate.frameworks import Framework, recognized
from translate.git.driver import ATTRIBUTES
from translate.heading_ids import WITH_CODE, HeadingIds, heading_ids
from translate.languages import is_locale
from translate.markdown import frontmatter
from translate.model import Output

_FOLDERS = (
    "source_en",
    "source",
    "content/en",
    "content",
    "docs/en",
    "docs",
    "pages",
    "posts",
    "src/posts",
    "src",
    ".",
)
_SYNTAXES = {"attribute": "{#id}", "comment": "{/* #id */}"}
_EXTENSIONS = (".md", ".svx", ".mdx", ".markdown")
_READ = ("title", "description")
"""Values of the front matter that nearly every site shows."""
_MEDIA = tuple(".png .jpg .jpeg .gif .svg .webp .avif .mp4 .webm .mp3 .pdf".split())
_CATALOGS = "locales/**/*.po"
"""Where the settings put the catalogs, as git's patterns say it."""

_LOCALE = "en"
"""The language of the pages, until somebody says otherwise."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a folder was taken for."""

    root: Path
    framework: Framework
    source: str
    endings: tuple[str, ...]
    media: tuple[str, ...]
    """The endings of pictures and the like that lie among the pages."""
    pages: int
    """How many are in the folder, those in other languages among them."""
    front_matter: tuple[str, ...]
    """The paths of values that people read."""
    heading_ids: HeadingIds
    locales: tuple[str, ...]
    guessed: bool
    """Whether nobody said which locales."""

    @property
    def output(self) -> str:
        """Return where the built pages go: where the generator looks for them, as far as that is known."""
        folder = PurePosixPath(self.source)
        if folder.name == _LOCALE:
            return str(folder.parent / "{locale}/{path}")
        if self.source in self.framework.nested:
            return str(folder / "{locale}/{path}")
        return str(PurePosixPath(self.framework.output.replace("{source}", self.source)))


def detect(root: Path, locales: Sequence[str] = ()) -> Found:
    """Find out what site is in a folder.

    Raises ConfigError when it has settings already or no pages, UsageError for a locale that is none.
    """
    if path := settings_of(root):
        raise ConfigError("has settings already", path=path, hint="change them as you like; nothing was written")
    for locale in locales:
        if not is_locale(locale):
            raise UsageError(f'"{locale}" is no locale', hint='write a language code: "nl", "pt-BR", "zh-Hans"')
    framework = recognized(root)
    for folder in (*framework.folders, *_FOLDERS):
        if counted := _pages(root / folder):
            endings = tuple(ending for ending in _EXTENSIONS if ending in counted)
            return Found(
                root=root,
                framework=framework,
                source=folder,
                endings=endings,
                media=_media(root / folder),
                pages=counted.total(),
                front_matter=_front_matter(root / folder),
                heading_ids=_heading_ids(root, framework, root / folder, endings),
                locales=tuple(locales) or ("nl",),
                guessed=not locales,
            )
    hint = f"put pages into source_en/, or name their folder in a {NAME} of your own"
    raise ConfigError("there are no Markdown pages here", hint=hint)


def reasons(found: Found) -> Iterator[str]:
    """Yield what was chosen, and why, for people."""
    endings = ", ".join(f"*{ending}" for ending in found.endings)
    folders = [folder for _, folder in translated(found) if PurePosixPath(folder).is_relative_to(found.source)]
    pages = found.pages - sum(_pages(found.root / folder).total() for folder in folders)
    yield f"source   {found.source}/ has {pages} {'page' if pages == 1 else 'pages'} ({endings})"
    yield f"output   {found.output}"
    why = f"this looks like {found.framework.name}" if found.framework.name else "a guess"
    yield f"dialect  {found.framework.dialect} ({why})"
    if found.front_matter != _READ:
        yield f"values   {', '.join(found.front_matter)} (what people read of the front matter)"
    if found.heading_ids.why:
        switch, syntax, why = found.heading_ids
        yield f"ids      {'off' if switch == 'off' else _SYNTAXES[syntax]} ({why})"
    yield f"locales  {', '.join(found.locales)}" + (" (a guess: change it in the settings)" if found.guessed else "")


def translated(found: Found) -> Iterator[tuple[str, str]]:
    """Yield each locale that has pages already where the built ones go, and their folder."""
    for locale in found.locales:
        folder = found.output.partition("{path}")[0].replace("{locale}", locale).rstrip("/")
        if _pages(found.root / folder):
            yield locale, folder


def first_files(found: Found) -> Iterator[Output]:
    """Yield the settings, and `.gitattributes` with what catalogs need in it."""
    text = _SETTINGS.format(
        project=found.root.name.replace('"', "'").replace("\\", "/"),
        locales=", ".join(f'"{locale}"' for locale in found.locales),
        source_locale=_LOCALE,
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


def _front_matter(folder: Path) -> tuple[str, ...]:
    """Return the usual paths of the front matter, and the others whose values are surely words."""
    found: dict[str, None] = dict.fromkeys(_READ)
    for path in sorted(files_below(folder)):
        if path.endswith(_EXTENSIONS):
            with suppress(PageError, UnicodeDecodeError):
                source = (folder / path).read_bytes()
                block = frontmatter.find(source, path)
                told = frontmatter.unlisted(source, block, tuple(found)) if block else ()
                found.update(dict.fromkeys(path for each in told for path in each.paths))
    return tuple(found)


def _assets(found: Found) -> str:
    """Return the lines for what lies beside the pages; a site whose folder is the source has more than that in it."""
    if not found.media or found.source == ".":
        return ""
    endings = ",".join(ending.removeprefix(".") for ending in found.media)
    globs = f"**/*.{{{endings}}}" if "," in endings else f"**/*.{endings}"
    return f'\n# Files beside the pages that built pages need beside them too.\nassets = ["{globs}"]\n'


def _media(folder: Path) -> tuple[str, ...]:
    there = {Path(path).suffix for path in files_below(folder)}
    return tuple(ending for ending in _MEDIA if ending in there)


def _heading_ids(root: Path, framework: Framework, folder: Path, endings: Sequence[str]) -> HeadingIds:
    pages = (folder / path for path in files_below(folder) if path.endswith(_EXTENSIONS))
    return heading_ids(root, framework, pages, code=framework.dialect in WITH_CODE or ".mdx" in endings)


def _pages(folder: Path) -> Counter[str]:
    return Counter(ending for path in files_below(folder) if (ending := Path(path).suffix) in _EXTENSIONS)
