"""What people do to a site between two checks: they translate, edit, and call the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from tests.sites import upper
from translate.catalog.po import read, render
from translate.cli import main
from translate.config import load
from translate.discovery import scope
from translate.inspection import Inspection, inspect
from translate.model import Unit
from translate.pipeline import check


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="translate")


def inspection(root: Path, *pages: str) -> Inspection:
    site = load(root)
    wanted = scope(site, pages)
    return inspect(site, wanted, site.check, check(site, wanted))


def translate(root: Path, locale: str, page: str, person: Callable[[Unit], Unit] = upper) -> None:
    """Let a person go through a catalog of any locale and save it."""
    site = load(root)
    path = site.catalog_path(locale, page)
    catalog = read((root / path).read_bytes(), path=path, locale=locale, page=page)
    units = tuple(unit if unit.obsolete else person(unit) for unit in catalog.units)
    data = render(replace(catalog, units=units), reference=site.source_path(page), project=site.project)
    (root / path).write_bytes(data)


def edit(root: Path, path: str, old: str, new: str) -> int:
    """Replace what stands once in a file; return the line that it stands on."""
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1, old
    (root / path).write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1
