"""What a doctor found, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from textwrap import shorten

from translate.checks import files
from translate.doctor.environment import Environment, Offer
from translate.doctor.examination import Examination, Fault, Merging, Resolved
from translate.figures import counted
from translate.git.driver import ENABLE
from translate.model import Finding
from translate.report.colours import BOLD, GREEN, RED, RESET
from translate.report.plain import printable
from translate.report.terminal import shown

_BUG = "does not come back byte for byte; this is a bug in translate, please report it with the page"
_FEW = 10
"""How many texts are listed of those that are merely good to know."""


def lines(found: Examination, folder: str = "", *, every: bool = False) -> Iterator[str]:
    """Yield what there is to tell, line by line; `folder` leads from where the person is to the site.

    With `every`, nothing is cut short.
    """
    yield from _around(found.environment)
    yield from _engines(found.environment.engines)
    if found.fault:
        yield from _headed("site", [_bad(_said(found.fault, folder))])
    if found.site:
        yield from _headed("site", [*_resolved(found.site, folder), f"merging    {_merging(found.merging)}"])
        yield from _headed("pages", _promises(found, folder))
        yield from _notes(found, folder, None if every else _FEW)


def as_json(found: Examination) -> str:
    """Return the same as JSON; findings have the fields that they have everywhere."""
    visits = {
        "unreadable": [asdict(fault) for fault in _unreadable(found)],
        "altered": [path for visit in found.visits for path in visit.altered],
        "damaging": [_finding(each) for visit in found.visits for each in visit.damaging],
        "stuck": [_finding(each) for visit in found.visits for each in visit.stuck],
        "doubts": [_finding(each) for visit in found.visits for each in visit.doubts],
        "proven": sum(visit.proven for visit in found.visits),
    }
    document = {
        "schema": 1,
        "sound": found.sound,
        "environment": asdict(found.environment),
        "merging": asdict(found.merging),
        "fault": asdict(found.fault) if found.fault else None,
        "site": asdict(found.site) if found.site else None,
        "pages": visits,
        "components": found.components,
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _around(environment: Environment) -> Iterator[str]:
    packages = " · ".join(f"{each.name} {each.version or 'is missing'}" for each in environment.packages)
    programs = [
        f"{each.name:10} {each.version}" if each.version else f"{each.name:10} not here; {each.use}"
        for each in environment.programs
    ]
    first = f"translate  {environment.version} · Python {environment.python}"
    yield from _headed("around", [first, f"packages   {packages}", *programs])


def _engines(offers: Sequence[Offer]) -> Iterator[str]:
    width = max(len(each.name) for each in offers) + 1
    yield from _headed("engines", [f"{each.name:{width}}{_ready(each)}" for each in offers])


def _ready(offer: Offer) -> str:
    if not offer.tried:
        return "comes with another package"
    seen = [name for name, there in offer.variables.items() if there]
    keys = f" · {', '.join(seen)} set" if seen else ""
    return f"not ready: {offer.lacks}{keys}" if offer.lacks else f"ready{keys}"


def _resolved(site: Resolved, folder: str) -> Iterator[str]:
    dialects = " · ".join(f"{name} {number}" for name, number in site.dialects.items())
    locales = " · ".join(
        f"{locale} ({counted(site.catalogs[locale], 'catalog', 'catalogs')})" for locale in site.locales
    )
    yield f"settings   {folder}{site.settings}"
    yield f"pages      {counted(site.pages, 'page', 'pages')} in {folder}{site.source}/ ({dialects})"
    yield f"locales    {site.source_locale} → {locales}"
    yield f"engine     {site.engine}"
    if site.ids:
        yield f"ids        {site.ids}"


def _merging(merging: Merging) -> str:
    if merging.driver is None:
        return "there is no git"
    if not merging.asked:
        return "git merges catalogs by lines: .gitattributes does not name the driver (docs/ci.md, Merging catalogs)"
    if not merging.driver:
        return f"git merges catalogs by lines; in this clone, run: {ENABLE}"
    if not merging.found:
        return f"git cannot merge catalogs: there is no such program: {merging.driver}"
    return f"git merges catalogs text by text: {merging.driver}"


def _promises(found: Examination, folder: str) -> Iterator[str]:
    """Yield what holds, and everything that does not."""
    unreadable = list(_unreadable(found))
    altered = [path for visit in found.visits for path in visit.altered]
    damaging = [each for visit in found.visits for each in visit.damaging]
    proven = sum(visit.proven for visit in found.visits)
    if not unreadable:
        yield _good("every page, catalog and glossary can be read")
    yield from (_bad(_said(fault, folder)) for fault in unreadable)
    whole = len(found.visits) - len(altered) - sum(bool(visit.unreadable) for visit in found.visits)
    yield _good(f"{counted(whole, 'page comes', 'pages come')} back byte for byte")
    yield from (_bad(f"{folder}{path} {_BUG}") for path in altered)
    yield _good(f"{counted(proven - len(damaging), 'translation keeps', 'translations keep')} the shape of the page")
    yield from (_bad(shown(each, folder)) for each in damaging)


def _notes(found: Examination, folder: str, most: int | None) -> Iterator[str]:
    stuck = [each for visit in found.visits for each in visit.stuck]
    doubts = [each for visit in found.visits for each in visit.doubts]
    if stuck:
        title = f"{counted(len(stuck), 'text', 'texts')} out of the reach of translators"
        yield from _headed(title, _listed(stuck, folder, most))
    if named := found.components:
        title = "what [components] in the settings could name, where it is for people"
        yield from _headed(title, [printable(files.setting(*each)) for each in named.items()])
    if doubts:
        title = f"{counted(len(doubts), 'instruction', 'instructions')} in pages not understood"
        yield from _headed(title, _listed(doubts, folder, most))


def _listed(findings: Sequence[Finding], folder: str, most: int | None) -> Iterator[str]:
    for each in findings[:most]:
        text = each.source if most is None else shorten(each.source, 100, placeholder=" …")
        source = f": {text}" if text else ""
        yield printable(f"{folder}{each.path}:{each.line}: {each.code} {each.message}{source}")
    if most is not None and len(findings) > most:
        yield f"… and {len(findings) - most} more (translate doctor -v)"


def _unreadable(found: Examination) -> Iterator[Fault]:
    yield from (fault for visit in found.visits for fault in visit.unreadable)
    yield from found.unreadable


def _said(fault: Fault, folder: str) -> str:
    place = f"{folder}{fault.path}:{fault.line}: " if fault.line else f"{folder}{fault.path}: " if fault.path else ""
    return printable(f"{place}{fault.message}" + (f" ({fault.hint})" if fault.hint else ""))


def _finding(finding: Finding) -> Mapping[str, object]:
    return {
        "code": finding.code,
        "path": finding.path,
        "line": finding.line,
        "message": finding.message,
        "locale": finding.locale,
        "page": finding.page,
        "source": finding.source,
        "target": finding.target,
    }


def _headed(title: str, items: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield f"{BOLD}{title}{RESET}"
    yield from (f"  {line}" for each in items for line in each.split("\n"))


def _good(text: str) -> str:
    return f"{GREEN}ok{RESET}  {text}"


def _bad(text: str) -> str:
    return f"{RED}no{RESET}  {text}"
