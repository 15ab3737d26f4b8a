"""What site a folder holds: its generator, its pages, and what they do already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from translate.config import NAME, settings_of
from translate.discovery import files_below
from translate.errors import ConfigError, PageError, UsageError
from translate.init.frameworks import Framework, recognized
from translate.init.heading_ids import WITH_CODE, HeadingIds, heading_ids
from translate.languages import is_locale
from translate.markdown import frontmatter

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
LOCALE = "en"
"""The language of the pages, until somebody says otherwise."""


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
        if folder.name == LOCALE:
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
        files = sorted(files_below(root / folder))
        if counted := _endings(files):
            endings = tuple(ending for ending in _EXTENSIONS if ending in counted)
            pages = [root / folder / path for path in files if path.endswith(_EXTENSIONS)]
            return Found(
                root=root,
                framework=framework,
                source=folder,
                endings=endings,
                media=tuple(ending for ending in _MEDIA if any(path.endswith(ending) for path in files)),
                pages=counted.total(),
                front_matter=_front_matter(pages),
                heading_ids=heading_ids(
                    root, framework, pages, code=framework.dialect in WITH_CODE or ".mdx" in endings
                ),
                locales=tuple(locales) or ("nl",),
                guessed=not locales,
            )
    hint = f"put pages into source_en/, or name their folder in a {NAME} of your own"
    raise ConfigError("there are no Markdown pages here", hint=hint)


def reasons(found: Found) -> Iterator[str]:
    """Yield what was chosen, and why, for people."""
    endings = ", ".join(f"*{ending}" for ending in found.endings)
    folders = [folder for _, folder in translated(found) if PurePosixPath(folder).is_relative_to(found.source)]
    pages = found.pages - sum(_endings(files_below(found.root / folder)).total() for folder in folders)
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
        if _endings(files_below(found.root / folder)):
            yield locale, folder


def _front_matter(pages: Sequence[Path]) -> tuple[str, ...]:
    """Return the usual paths of the front matter, and the others whose values are surely words."""
    found: dict[str, None] = dict.fromkeys(_READ)
    for page in pages:
        with suppress(PageError, UnicodeDecodeError):
            source = page.read_bytes()
            block = frontmatter.find(source)
            unlisted = frontmatter.unlisted(source, block, tuple(found)) if block else ()
            found.update(dict.fromkeys(path for each in unlisted for path in each.paths))
    return tuple(found)


def _endings(files: Iterable[str]) -> Counter[str]:
    """Count the pages among files by how their names end."""
    return Counter(ending for path in files if (ending := Path(path).suffix) in _EXTENSIONS)
