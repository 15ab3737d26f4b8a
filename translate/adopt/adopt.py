"""The story: published pages are paired with the pages that they were made from, and become catalogs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from translate.adopt.adoption import Adoption, Text
from translate.adopt.carrying import carry, targets
from translate.adopt.cases import Case, Request, cases, measure_of, strangers
from translate.adopt.defect import Fault, Flaw
from translate.adopt.differences import Comparison
from translate.adopt.evidence import Measure
from translate.adopt.judgement import Judge, Match, Verdict
from translate.adopt.pairing import POSSIBLE, kinship, pair
from translate.catalog.po import render
from translate.changes import changes
from translate.discovery import Scope
from translate.errors import UsageError
from translate.library import Library
from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble
from translate.markdown.segmentation import segment
from translate.model import Catalog, Output, State
from translate.site import Site

_KIN = 0.25
"""Least share of sure pairs on a page: of 200 pages in each other's places two had more."""


def adopt(site: Site, scope: Scope, request: Request) -> Iterator[Adoption]:
    """Yield what becomes of every page that is on either side; nothing is written.

    What can be told of the two languages is learnt from all pages before the first one is paired. Raises UsageError
    when there is no published page at all, or no history where it is asked for; PageError for a source page and
    CatalogError for a catalog that cannot be read.
    """
    found = cases(site, scope, request)
    if all(case.file is None for case in found):
        hint = "published pages have the names of their source pages, or faq.nl.md for faq.md"
        raise UsageError(f"no page of this site is in {request.folder}", hint=hint)
    measure = measure_of(found)
    library = Library(site, scope)
    for case in found:
        yield _adopted(site, library, request, case, measure)
    for path in strangers(site, scope, request) if scope.whole else ():
        file = str(request.folder / path)
        yield Adoption(page=path, locale=request.locale, published=file, problem="no source page has this name")


def _adopted(site: Site, library: Library, request: Request, case: Case, measure: Measure) -> Adoption:
    row = Adoption(page=case.name, locale=request.locale, published=str(case.file or ""), problem=case.problem)
    page = case.then.page
    if case.published is None:
        return replace(row, texts=_nothing(page))
    pairs = pair(case.then, case.published, measure)
    if (kin := kinship(pairs)) < _KIN:
        return replace(
            row, texts=_nothing(page), problem=f"translates another page, or a much older one ({kin:.0%} fits)"
        )
    judge = Judge(case.then, case.published, measure, site.source_locale, request.locale)
    matches, built = _proven(page, judge.matches(pairs))
    partners = {i: each.target for each in pairs if each.confidence >= POSSIBLE for i in each.source}
    comparison = Comparison(page, case.published.page, partners)
    held = library.held(request.locale, case.name)
    catalog = carry(held.catalog, page, matches, case.today, request.standing)
    return replace(
        row,
        texts=tuple(_text(page, case.published.page, match) for match in matches),
        defects=(*case.defects, *comparison.defects(_flaws(page, matches, partners), built)),
        today=_states(case.today, catalog),
        output=_output(site, case, held.data, held.catalog, catalog),
    )


def _proven(page: Page, matches: Sequence[Match]) -> tuple[list[Match], Page]:
    """Return the matches, of which none that is taken would damage the page, and the page with them."""
    rebuilt = reassemble(page, {key: match.text for key, match in targets(page, matches).items()})
    reasons = {each.segment.key: each.reason for each in rebuilt.rejected}
    proven = [
        replace(match, verdict=Verdict.UNTAKEN, reason=reasons[key])
        if (key := page.leaves[match.source].segment.key) in reasons and match.verdict is not Verdict.UNTAKEN
        else match
        for match in matches
    ]
    return proven, segment(page.path, rebuilt.content, page.rules)


def _flaws(page: Page, matches: Sequence[Match], partners: Mapping[int, object]) -> dict[int, tuple[Flaw, ...]]:
    """Return what is wrong with each text, that another text says the same in other words included."""
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
    segment_ = page.leaves[match.source].segment
    return Text(
        source=segment_.text,
        target=match.text,
        line=segment_.line,
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


def _output(site: Site, case: Case, before: bytes | None, held: Catalog, catalog: Catalog) -> Output:
    return Output(
        path=site.catalog_path(catalog.locale, case.name),
        content=render(catalog, reference=case.today.path, project=site.project),
        before=before,
        stage="update",
        locale=catalog.locale,
        page=case.name,
        changes=changes(held, catalog),
    )
