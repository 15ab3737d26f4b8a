"""The pages on both sides: today's page, the page that a translation was made from, and the published translation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
from translate.adopt.revisions import UNFIT, Revisions
from translate.adopt.traits import Profile
from translate.adopt.whereabouts import whereabouts
from translate.discovery import Scope
from translate.errors import PageError, UsageError
from translate.markdown.page import Page
from translate.markdown.segmentation import segment
from translate.site import Site

Watch = Callable[[str], None]
"""Called with the name of each page after a step: its revision is found (with `history`), its texts are paired."""
_ABBREVIATED = 10
"""Hexadecimal digits by which git knows a commit in any repository of a site."""
_OLDER = "--source is for the folder that has the source pages as they were translated, under the same names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asked for."""

    locale: str
    folder: Path
    """Where the published pages are: under the names of their sources, or as `faq.nl.md` for `faq.md`."""
    standing: Standing = "machine"
    older: Path | None = None
    """Folder of the source pages that the published ones were made from; for a page not in it, today's is taken."""
    history: bool = False
    """Whether to look for those pages in the site's git history instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page of the site and its published translation."""

    name: str
    today: Page
    then: Profile
    """The page that the published one is compared with."""
    made_from: str = ""
    """Where that is from: a file, or a revision in the words of git; "" where it is today's page."""
    file: Path | None = None
    """The published page."""
    published: Profile | None = None
    """What is in it, when that can be used."""
    defects: tuple[Defect, ...] = ()
    """What had to be left out for it to be readable."""
    problem: str = ""
    """Why it cannot."""


def cases(site: Site, scope: Scope, request: Request, watch: Watch) -> list[Case]:
    """Read every page on both sides; what cannot be read or used on the published side is a problem of its case.

    All pages of the site are there, whichever a person asked for: what is learnt from them must not depend on that.
    Raises PageError for a source page that was asked for and cannot be read, UsageError where there is no history to
    look into, or no older page in the folder for them.
    """
    revisions = Revisions.of(site.root, request.folder, scope.every) if request.history else None
    former = revisions.history.former if revisions else _no_former
    files = whereabouts(site, scope, request.folder, request.locale, former)
    found = list(_read(site, scope, request, files))
    if request.older:
        found = [_as_it_is_in(site, request.older, case) for case in found]
        if all(case.made_from == "" for case in found if case.file):
            raise UsageError(f"none of the pages is in {request.older}", hint=_OLDER)
    if revisions is None:
        return found
    measure, wanted = measure_of(found), set(scope.pages)
    for n, case in enumerate(found):
        if case.name in wanted:
            found[n] = _as_it_was(site, revisions, measure, case)
            watch(case.name)
    return found


def measure_of(found: Sequence[Case]) -> Measure:
    """Return what the pages tell of the two languages."""
    return measured([(case.then, case.published) for case in found if case.published is not None])


def _read(site: Site, scope: Scope, request: Request, files: Mapping[str, Path]) -> Iterator[Case]:
    wanted = set(scope.pages)
    for name in scope.every:
        try:
            yield _case(site, request, name, files.get(name))
        except PageError:
            if name in wanted:
                raise


def _no_former(_: str) -> tuple[PurePosixPath, ...]:
    return ()


def _case(site: Site, request: Request, name: str, file: Path | None) -> Case:
    path = site.source_path(name)
    source = outputs.read(site.root, path)
    if source is None:
        raise PageError("has just gone", path=path, hint="run it again")
    page = segment(path, source, site.rules_for(name))
    return _with_published(site, request, Case(name=name, today=page, then=Profile.of(page), file=file))


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


def _as_it_is_in(site: Site, folder: Path, case: Case) -> Case:
    file = folder / case.name
    if case.file is None or not file.is_file():
        return case
    case = replace(case, made_from=str(file))
    try:
        return replace(case, then=Profile.of(segment(case.today.path, file.read_bytes(), site.rules_for(case.name))))
    except PageError as problem:
        return replace(case, published=None, problem=f"its older source page cannot be read: {problem.message}")


def _as_it_was(site: Site, revisions: Revisions, measure: Measure, case: Case) -> Case:
    """Return the case with the revision of its page that the published one fits best."""
    if case.published is None or case.file is None:
        return case
    published, rules = case.published, site.rules_for(case.name)

    def fits(source: bytes) -> float:
        try:
            return fit(Profile.of(segment(case.today.path, source, rules)), published, measure)
        except PageError:  # an author's mistake of that day
            return UNFIT

    best = revisions.best(case.today.path, case.file, fits)
    if best is None or best[1] == case.today.source:
        return case
    revision, source = best
    made_from = f"{revision.commit[:_ABBREVIATED]}:{revision.path}"
    return replace(case, then=Profile.of(segment(case.today.path, source, rules)), made_from=made_from)
