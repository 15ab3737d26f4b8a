"""Is everything as it should be? The surroundings, the settings, and whether every page keeps what is promised."""

from __future__ import annotations

import shlex
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from translate import outputs, remarks
from translate.catalog.marks import is_behind
from translate.catalog.po import read
from translate.checks import files, units
from translate.checks.rules import finding
from translate.checks.subject import Subject
from translate.config import load
from translate.discovery import Scope, catalogs, scope
from translate.doctor.environment import environment
from translate.doctor.examination import Examination, Fault, Merging, Resolved, Visit
from translate.engines import ENGINES
from translate.engines.base import Settings
from translate.errors import TranslateError
from translate.git import driver as git
from translate.glossary import terms
from translate.init.frameworks import UNKNOWN, recognized
from translate.init.heading_ids import WITH_CODE, heading_ids
from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble
from translate.markdown.segmentation import segment
from translate.model import Catalog, Finding, Key, Unit
from translate.pretranslation.session import chosen
from translate.site import Site

_TRIAL = " x"
"""What is added to a text to try whether any other text can stand in its place."""


def examine(directory: Path, environ: Mapping[str, str]) -> Examination:
    """Return how a site and its surroundings are; one file that cannot be read hides nothing of the others."""
    try:
        site = load(directory)
        wanted = scope(site)
    except TranslateError as error:
        return Examination(
            environment=environment(environ, {}), merging=_merging(directory, environ), fault=Fault.of(error)
        )
    shelf = dict(_catalogs(site, wanted))
    return Examination(
        environment=environment(environ, {name: _settings(site, name, environ) for name in ENGINES}),
        merging=_merging(site.root, environ, site.catalog_path(site.locales[0], wanted.pages[0])),
        site=_resolved(site, wanted, shelf, environ),
        unreadable=(*(found for found in shelf.values() if isinstance(found, Fault)), *_glossaries(site)),
        visits=tuple(_visit(site, name, shelf) for name in wanted.pages),
    )


def _settings(site: Site, name: str, environ: Mapping[str, str]) -> Settings:
    return Settings(environ=environ, options=site.engines.get(name, {}), project=site.project, root=site.root)


def _merging(folder: Path, environ: Mapping[str, str], catalog: str = "") -> Merging:
    driver = git.driver(folder)
    program = _program(driver or "")
    search = environ.get("PATH")
    found = bool(program) and any(shutil.which(each, path=search) for each in (program, str(folder / program)))
    return Merging(driver, found, bool(catalog) and git.has_attribute(folder, catalog))


def _program(command: str) -> str:
    """Return the program of a command for a shell; "" where a shell could not read it."""
    try:
        return next(iter(shlex.split(command)), "")
    except ValueError:
        return ""


def _catalogs(site: Site, wanted: Scope) -> Iterator[tuple[str, Catalog | Fault]]:
    """Yield every catalog by its path, those without a page too."""
    for locale in site.locales:
        pages = {site.catalog_path(locale, page): page for page in wanted.every}
        for path in catalogs(site, locale):
            try:
                data = outputs.read(site.root, path) or b""
                yield path, read(data, path=path, locale=locale, page=pages.get(path, path))
            except TranslateError as error:
                yield path, Fault.of(error)


def _glossaries(site: Site) -> Iterator[Fault]:
    for locale in site.locales:
        try:
            terms(site, locale)
        except TranslateError as error:
            yield Fault.of(error)


def _resolved(site: Site, wanted: Scope, shelf: Mapping[str, Catalog | Fault], environ: Mapping[str, str]) -> Resolved:
    held = Counter(each.locale for each in shelf.values() if isinstance(each, Catalog))
    return Resolved(
        settings=site.settings,
        project=site.project,
        source_locale=site.source_locale,
        locales=site.locales,
        source=site.source,
        engine=chosen(site, "", environ),
        pages=len(wanted.pages),
        dialects=dict(Counter(site.rules_for(page).dialect for page in wanted.pages)),
        catalogs={locale: held[locale] for locale in site.locales},
        ids=_ids(site, wanted),
    )


def _ids(site: Site, wanted: Scope) -> str:
    """Return why the generator would not read the ids at headings, and what to say instead; "" where it would."""
    framework, rules = recognized(site.root), {name: site.rules_for(name) for name in wanted.pages}
    pages = [name for name, each in rules.items() if each.heading_ids == "source" and each.dialect in WITH_CODE]
    if framework is UNKNOWN or not pages:
        return ""
    found = heading_ids(site.root, framework, (site.root / site.source_path(name) for name in pages), code=True)
    if found.switch == "off":
        return f'{found.why}: say heading_ids = "off"'
    if any(rules[name].heading_id_syntax != found.syntax for name in pages):
        return f'{found.why}: say heading_id_syntax = "{found.syntax}"' if found.why else ""
    return ""


def _visit(site: Site, name: str, shelf: Mapping[str, Catalog | Fault]) -> Visit:
    path = site.source_path(name)
    try:
        source = outputs.read(site.root, path) or b""
        page = segment(path, source, site.rules_for(name))
    except TranslateError as error:
        return Visit(unreadable=(Fault.of(error),))
    found = [shelf.get(site.catalog_path(locale, name)) for locale in site.locales]
    held = [(catalog, _targets(page, catalog)) for catalog in found if isinstance(catalog, Catalog)]
    return Visit(
        altered=() if _comes_back(page) else (path,),
        damaging=tuple(each for catalog, targets in held for each in _damaging(site, page, catalog, targets)),
        stuck=(
            *(remarks.untranslatable(path, name, each) for each in page.untranslatable),
            *_immovable(page, name),
        ),
        nameable=tuple((each.component, each.paths) for each in page.untranslatable if each.component),
        doubts=tuple(files.doubtful(path, name, each.line, each.message) for each in page.doubts),
        proven=sum(len(targets) for _, targets in held),
    )


def _comes_back(page: Page) -> bool:
    """Tell whether the page is its source again: without targets, and with each equal to its text."""
    same = {each.key: each.text for each in page.segments}
    return reassemble(page, {}).content == reassemble(page, same).content == page.source


def _immovable(page: Page, name: str) -> Iterator[Finding]:
    """Yield the texts that damage the page when a word is added: hardly any target could stand there."""
    for each in reassemble(page, {each.key: each.text + _TRIAL for each in page.segments}).rejected:
        message = f"a translation cannot stand here: {each.reason}"
        yield finding(each.code, page.path, each.segment.line, message, page=name, source=each.segment.text)


def _targets(page: Page, catalog: Catalog) -> dict[Key, Unit]:
    """Return the units whose targets were made from the texts of the page as it is today."""
    today = catalog.by_key()
    found = {each.key: today[each.key] for each in page.segments if each.key in today}
    return {key: unit for key, unit in found.items() if unit.target and not is_behind(unit)}


def _damaging(site: Site, page: Page, catalog: Catalog, targets: Mapping[Key, Unit]) -> Iterator[Finding]:
    path = site.catalog_path(catalog.locale, catalog.page)
    subject = Subject(page.path, catalog.page, path, catalog.locale)
    for each in reassemble(page, {key: unit.target for key, unit in targets.items()}).rejected:
        unit = targets[each.segment.key]
        yield units.damaging(subject, each.segment, unit, unit.line, code=each.code, reason=each.reason)
