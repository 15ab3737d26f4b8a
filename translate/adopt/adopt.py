"""The story: published pages are paired with the pages that they were made from, and become catalogs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate.adopt.adoption import UNLIKE, Adoption, Text
from translate.adopt.carrying import carry, targets
from translate.adopt.cases import Case, Request, Watch, cases, measure_of
from translate.adopt.defect import Fault, Flaw
from translate.adopt.differences import Comparison
from translate.adopt.evidence import Measure
from translate.adopt.judgement import Judge, Match, Verdict
from translate.adopt.leading import Leading
from translate.adopt.pairing import POSSIBLE, kinship, pair
from translate.adopt.whereabouts import strangers
from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.catalog.po import render
from translate.changes import changes
from translate.discovery import Scope
from translate.errors import UsageError
from translate.library import Held, Library
from translate.markdown.page import Page, notes
from translate.markdown.reassembly import reassemble
from translate.markdown.segmentation import segment
from translate.model import Catalog, Output, State
from translate.site import Site

_KIN = 0.25
"""Least share of sure pairs on a page. Of 200 pages compared with the source of another page, two had more."""


def adopt(site: Site, scope: Scope, request: Request, watch: Watch = lambda _: None) -> Iterator[Adoption]:
    """Yield what becomes of every page that was asked for, on whichever side it is; nothing is written.

    The two languages are learnt from all pages before the first one is paired, and all pages are paired before the
    first is yielded, since one page may have a translation that another lacks. `watch` is called with each page that
    has come through a step (see `Watch`). Raises UsageError when there is no published page at all, or no history where
    it is asked for; PageError for a source page and CatalogError for a catalog that cannot be read.
    """
    found = cases(site, scope, request, watch)
    measure = measure_of(found)
    wanted = set(scope.pages)
    if not any(case.file for case in found if case.name in wanted):
        these = "no page of this site" if scope.whole else "none of these pages"
        raise UsageError(f"{these} is in {request.folder}", hint=_where(request))
    library = Library(site, scope)
    rows = []
    for case in found:
        if case.name in wanted:
            rows.append(_paired(site, library, request, case, measure))
            watch(case.name)
    yield from _completed(site, library, scope, rows)
    files = [case.file for case in found if case.file is not None]
    for path in strangers(site, scope, request.folder, request.locale, files) if scope.whole else ():
        file = str(request.folder / path)
        yield Adoption(page=path, locale=request.locale, published=file, problem="no source page has this name")


@dataclass(frozen=True, slots=True)
class _Row:
    """A page, and its catalog where anything was adopted."""

    adoption: Adoption
    case: Case
    held: Held
    catalog: Catalog | None = None


def _where(request: Request) -> str:
    below = request.folder / request.locale
    if below.is_dir():
        return f"are they in {below}?"
    return "published pages have the names of their source pages, or faq.nl.md for faq.md"


def _paired(site: Site, library: Library, request: Request, case: Case, measure: Measure) -> _Row:
    held = library.held(request.locale, case.name)
    row = Adoption(
        page=case.name,
        locale=request.locale,
        source=case.today.path,
        published=str(case.file or ""),
        made_from=case.made_from,
        problem=case.problem,
    )
    page = case.then.page
    if case.published is None:
        return _Row(replace(row, texts=_nothing(page)), case, held)
    pairs = pair(case.then, case.published, measure)
    if (kin := kinship(pairs)) < _KIN:
        return _Row(replace(row, texts=_nothing(page), problem=f"{UNLIKE} ({kin:.0%} fits)"), case, held)
    leading = Leading.of(site, request.locale)
    judge = Judge(case.then, case.published, measure, site.source_locale, request.locale, leading)
    matches, built = _proven(page, judge.matches(pairs))
    partners = {i: each.target for each in pairs if each.confidence >= POSSIBLE for i in each.source}
    comparison = Comparison(page, case.published.page, partners)
    old = held.catalog
    if held.data is None:  # a page that was renamed after it was translated here
        old = library.predecessor(request.locale, case.name, case.today.segments) or old
    row = replace(
        row,
        texts=tuple(_text(page, case.published.page, match) for match in matches),
        defects=(*case.defects, *comparison.defects(_flaws(page, matches, partners), built)),
    )
    return _Row(row, case, held, carry(old, page, matches, case.today, request.standing))


def _completed(site: Site, library: Library, scope: Scope, rows: Sequence[_Row]) -> Iterator[Adoption]:
    """Yield the adoptions with their catalogs, filled up from other pages' catalogs as `update` would do it."""
    adopted = {row.case.name: row.catalog for row in rows if row.catalog is not None}
    memory: Memory | None = None
    for row in rows:
        if (catalog := row.catalog) is None:
            yield row.adoption
            continue
        if any(not unit.target for unit in catalog.active()):
            memory = memory or _memory(library, scope, catalog.locale, adopted)
            catalog = merge(catalog, row.case.today.segments, notes, memory)
        yield replace(
            row.adoption, today=_states(row.case.today, catalog), output=_output(site, row.case, row.held, catalog)
        )


def _memory(library: Library, scope: Scope, locale: str, adopted: Mapping[str, Catalog]) -> Memory:
    """Return the translations of the locale: what was adopted now, and what other pages and old names have."""
    new = Memory.of(adopted.get(page) or library.held(locale, page).catalog for page in scope.every).best
    old = library.memory(locale).best
    more = {key: unit for key, unit in old.items() if key not in new or (new[key].fuzzy and not unit.fuzzy)}
    return Memory({**new, **more})


def _proven(page: Page, matches: Sequence[Match]) -> tuple[list[Match], Page]:
    """Return the matches, those that would damage the page as UNTAKEN, and the page built with the others."""
    rebuilt = reassemble(page, {key: match.text for key, match in targets(page, matches).items()})
    reasons = {each.segment.key: each.reason for each in rebuilt.rejected}
    proven = [
        replace(match, verdict=Verdict.UNTAKEN, reason=reasons[key])
        if (key := page.leaves[match.source].segment.key) in reasons and match.verdict is not Verdict.UNTAKEN
        else match
        for match in matches
    ]
    return proven, segment(page.path, rebuilt.content, page.rules, rebuilt.places)


def _flaws(page: Page, matches: Sequence[Match], partners: Mapping[int, object]) -> dict[int, tuple[Flaw, ...]]:
    """Return what is wrong with each text; also where the same source text is translated in other words elsewhere."""
    used = targets(page, matches)
    found: dict[int, tuple[Flaw, ...]] = {}
    for match in matches:
        if match.source not in partners:
            continue
        first = used.get(page.leaves[match.source].segment.key)
        more = ((Fault.VARIANT, first.text),) if first is not None and match.text not in {"", first.text} else ()
        found[match.source] = match.flaws + more
    return found


def _nothing(page: Page) -> tuple[Text, ...]:
    return tuple(_text(page, None, Match(source=index)) for index, leaf in enumerate(page.leaves) if leaf.worded)


def _text(page: Page, published: Page | None, match: Match) -> Text:
    source = page.leaves[match.source].segment
    return Text(
        source=source.text,
        target=match.text,
        line=source.line,
        published_line=published.leaves[match.target[0]].segment.line if published and match.target else 0,
        verdict=match.verdict,
        confidence=round(match.confidence, 3),
        reason=match.reason,
    )


def _states(page: Page, catalog: Catalog) -> Mapping[State, int]:
    units = catalog.by_key()
    counted = Counter(units[each.key].state for each in page.segments)
    counted[State.OBSOLETE] = sum(1 for _ in catalog.obsolete())
    return counted


def _output(site: Site, case: Case, held: Held, catalog: Catalog) -> Output:
    return Output(
        path=site.catalog_path(catalog.locale, case.name),
        content=render(catalog, reference=case.today.path, project=site.project),
        before=held.data,
        stage="update",
        locale=catalog.locale,
        page=case.name,
        changes=changes(held.catalog, catalog),
    )
