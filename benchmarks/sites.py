"""Sites to measure on: many distinct pages made of real ones, or the example site of this repository."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from itertools import pairwise, product
from pathlib import Path

from translate.catalog.po import read, render
from translate.config import load
from translate.discovery import pages
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

REPOSITORY = Path(__file__).parents[1]
CORPUS = REPOSITORY / "../shared/corpora/pauseai/en_now"

_SETTINGS = 'locales = ["nl"]\ndialect = "mdsvex"\n'


@dataclass(frozen=True, slots=True)
class Measured:
    """A site in a temporary folder, and what it is called."""

    root: Path
    name: str

    @property
    def pages(self) -> Path:
        """Return the folder of the source pages."""
        return self.root / "source_en"

    @property
    def catalogs(self) -> Path:
        """Return the folder of the catalogs."""
        return self.root / "locales"

    def clear(self) -> None:
        """Remove everything that translate has made."""
        for made in ("locales", "build"):
            shutil.rmtree(self.root / made, ignore_errors=True)


def many_pages(root: Path, copies: int) -> Measured:
    """Copy the corpus so many times; the texts of a copy begin with a word of its own, so that no two are the same."""
    originals = sorted(CORPUS.rglob("*.md"))
    for original in originals:
        page = segment(original.name, original.read_bytes(), Rules(dialect="mdsvex"))
        starts = sorted(each.span.start for each in page.segments if each.syntax in {"markdown", "html"})
        pieces = [page.source[start:end] for start, end in pairwise([0, *starts, len(page.source)])]
        for copy in range(copies):
            path = root / "source_en" / f"copy{copy}" / original.relative_to(CORPUS)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(f"Copy{copy} ".encode().join(pieces))
    (root / "translate.toml").write_text(_SETTINGS)
    return Measured(root, f"{copies * len(originals)} pages ({copies} × {len(originals)} of pauseai/en_now), 1 locale")


def example(root: Path) -> Measured:
    """Copy the example site, with its catalogs but without its built pages."""
    for name in ("source_en", "locales"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "translate.toml", root)
    count = sum(1 for _ in (root / "source_en").rglob("*.md"))
    return Measured(root, f"the example site, {count} pages, 2 locales")


def translate_everything(measured: Measured) -> None:
    """Give every text of every catalog a target that differs from it, as a person would leave it."""
    site = load(measured.root)
    for page, locale in product(pages(site), site.locales):
        name = site.catalog_path(locale, page)
        path = site.root / name
        catalog = read(path.read_bytes(), path=name, locale=locale, page=page)
        units = tuple(replace(unit, target=f"Anders: {unit.source}", fuzzy=False) for unit in catalog.units)
        path.write_bytes(render(replace(catalog, units=units), reference=site.source_path(page), project=site.project))
