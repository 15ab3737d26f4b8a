"""Small sites on the disk: written by the real stages, translated as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from translate import outputs, pipeline
from translate.catalog.po import read, render
from translate.config import load
from translate.discovery import Scope, scope
from translate.inspection import inspect
from translate.model import Catalog, Finding, Severity, Unit
from translate.outcome import Outcome, carry_out
from translate.pipeline import Result
from translate.site import Site

Stage = Callable[[Site, Scope], Iterator[Result]]


def go(root: Path, stage: Stage = pipeline.run, *pages: str) -> Outcome:
    """Carry out a stage and write what it yields."""
    site = load(root)
    return carry_out(stage(site, scope(site, pages)), lambda output: outputs.write(root, output))


def found(root: Path, *pages: str) -> list[Finding]:
    """Return what `check` finds, notes left out."""
    site = load(root)
    wanted = scope(site, pages)
    return list(
        inspect(site, wanted, site.check, pipeline.check(site, wanted)).severe(Severity.ERROR, Severity.WARNING)
    )


def codes(root: Path) -> list[str]:
    return sorted(finding.code for finding in found(root))


def catalog(root: Path, path: str) -> Catalog:
    return read((root / path).read_bytes(), path=path, locale="nl", page="")


def units(root: Path, path: str) -> dict[str, Unit]:
    """Return the active units of a catalog by their source text."""
    return {unit.source: unit for unit in catalog(root, path).active()}


def upper(unit: Unit) -> Unit:
    """Return the unit reviewed, with the capitals of its source text as its target."""
    return replace(unit, target=unit.source.upper(), fuzzy=False, previous=None)


def translate(root: Path, path: str = "locales/nl/a.po", person: Callable[[Unit], Unit] = upper) -> None:
    """Let a person go through the active units of a catalog and save it."""
    data = catalog(root, path)
    changed = tuple(unit if unit.obsolete else person(unit) for unit in data.units)
    reference = path.replace("locales/nl/", "source_en/").replace(".po", ".md")
    (root / path).write_bytes(render(replace(data, units=changed), reference=reference, project="site"))
