"""The pages on both sides: today's page, the page that a translation was made from, and the published translation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from translate import outputs
from translate.adopt.carrying import Standing
from translate.adopt.defect import Defect
from translate.adopt.evidence import Measure
from translate.adopt.language import foreign, untranslated
from translate.adopt.learning import measured
from translate.adopt.pairing import fit
from translate.adopt.published import read, without_remarks
from translate.adopt.revisions import Revisions
from translate.adopt.traits import Profile
from translate.discovery import Scope, files_below
from translate.errors import PageError
from translate.markdown.page import Page
from translate.markdown.segmentation import segment
from translate.site import Site

_NO_FIT = float("-inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asked for."""

    locale: str
    folder: Path
    """Where the published pages are: under the names of their sources, or as `faq.nl.md` for `faq.md`."""
    standing: Standing = "machine"
    older: Path | None = None
    """Where the source pages are that the published ones were made from; what it has not is as it is today."""
    history: bool = False
    """Whether these are to be found in the site's git history instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page of the site and its published translation."""

    name: str
    today: Page
    then: Profile
    """The page that the published one is compared with."""
    file: Path | None = None
    """The published page."""
    published: Profile | None = None
    """What is in it, when that can be used."""
    defects: tuple[Defect, ...] = ()
    """What had to be left out to read it."""
    problem: str = ""
    """Why it cannot."""


def cases(site: Site, scope: Scope, request: Request) -> list[Case]:
    """Read every page on both sides; what cannot be read or used on the published side is a problem of its case.

    Raises PageError for a source page that cannot be read, UsageError where there is no history to look into.
    """
    found = [_case(site, request, name) for name in scope.pages]
    if request.history:
        revisions = Revisions.of(site.root)
        measure = measure_of(found)
        return [_as_it_was(site, revisions, measure, case) for case in found]
    return [_as_it_is_in(site, request.older, case) for case in found] if request.older else found


def measure_of(found: Sequence[Case]) -> Measure:
    """Return what the pages tell of the two languages."""
    return measured([(case.then, case.published) for case in found if case.published is not None])


def strangers(site: Site, scope: Scope, request: Request) -> Iterator[str]:
    """Yield, sorted, the pages of the published folder that are not the translation of any page of the site."""
    known = {
        file.resolve() for name in scope.every for file in (_file(site, request, name), _source(site, name)) if file
    }
    for path in sorted(files_below(request.folder)):
        if site.pages.fullmatch(path) and not site.exclude.fullmatch(path):
            file = (request.folder / path).resolve()
            if file not in known:
                yield path


def _case(site: Site, request: Request, name: str) -> Case:
    path = site.source_path(name)
    source = outputs.read(site.root, path)
    if source is None:
        raise PageError("has just gone", path=path, hint="run it again")
    page = segment(path, source, site.rules_for(name))
    case = Case(name=name, today=page, then=Profile.of(page), file=_file(site, request, name))
    return _with_published(site, request, case)


def _with_published(site: Site, request: Request, case: Case) -> Case:
    if case.file is None:
        return replace(case, problem=f"there is no {request.locale} page")
    try:
        found = read(str(case.file), case.file.read_bytes(), site.rules_for(case.name))
    except PageError as problem:
        return replace(case, problem=f"cannot be read: {problem.message}")
    except OSError as problem:
        return replace(case, problem=f"cannot be read: {problem.strerror}")
    texts = [each.text for each in found.page.segments]
    if not texts:
        return replace(case, problem="holds no text")
    sources = {each.text for each in case.today.segments}
    if reason := foreign(texts, request.locale, site.source_locale, sources):
        return replace(case, problem=reason)
    found = without_remarks(found, lambda text: _is_remark(text, request.locale, site.source_locale, sources))
    return replace(case, published=Profile.of(found.page), defects=found.defects)


def _is_remark(text: str, locale: str, source_locale: str, sources: Collection[str]) -> bool:
    return text not in sources and untranslated(text, locale, source_locale)


def _file(site: Site, request: Request, name: str) -> Path | None:
    """Return the file of a published page, if there is one."""
    path = PurePosixPath(name)
    named = path.with_name(f"{path.stem}.{request.locale}{path.suffix}")
    for each in (request.folder / named, request.folder / path):
        if each.is_file() and each.resolve() != _source(site, name):
            return each
    return None


def _source(site: Site, name: str) -> Path:
    return (site.root / site.source_path(name)).resolve()


def _as_it_is_in(site: Site, folder: Path, case: Case) -> Case:
    file = folder / case.name
    if case.published is None or not file.is_file():
        return case
    try:
        return replace(case, then=Profile.of(segment(case.today.path, file.read_bytes(), site.rules_for(case.name))))
    except PageError as problem:
        return replace(case, published=None, problem=f"its older source page cannot be read: {problem}")


def _as_it_was(site: Site, revisions: Revisions, measure: Measure, case: Case) -> Case:
    """Return the case with the revision of its page that the published one fits best."""
    if case.published is None or case.file is None:
        return case
    published, rules = case.published, site.rules_for(case.name)

    def fits(source: bytes) -> float:
        try:
            return fit(Profile.of(segment(case.today.path, source, rules)), published, measure)
        except PageError:  # an author's mistake of that day
            return _NO_FIT

    best = revisions.best(case.today.path, case.file, fits)
    return case if best is None else replace(case, then=Profile.of(segment(case.today.path, best, rules)))
