"""The story: pages become catalogs, catalogs become pages, and whatever is not as it should be is told.

Every stage is a generator: it yields what it would write, and writes nothing. Who asked writes each file before the
next one is made, or only looks; that is all the difference between making and checking.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING

from translate import outputs
from translate.addresses import Place
from translate.alternates import alternates
from translate.catalog.marks import replaced
from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.catalog.po import read, render
from translate.changes import changes
from translate.checks import files, units
from translate.checks.fixes import mended
from translate.checks.silence import silenced
from translate.discovery import Scope, is_built, orphan_catalogs, orphan_pages
from translate.errors import CatalogError, PageError
from translate.fallback import fallbacks
from translate.finish import finished, unfinished
from translate.follow import Trail
from translate.library import Held, Library
from translate.markdown.extent import extent
from translate.markdown.page import Leaf, Page, notes
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.segmentation import segment
from translate.model import Catalog, Changes, Finding, Key, Output, State, Unit
from translate.routes import Routes, routes
from translate.site import Publish, Site
from translate.standing import Standing, standing
from translate.tally import Coverage, coverage, share, words
from translate.unread import Unread

if TYPE_CHECKING:
    from translate.checks.style import Style
    from translate.job import Estimate, Job
    from translate.session import Session

Result = Output | Finding | Coverage
"""What a stage yields."""

_NOTHING = Memory.of(())
_TOLD = {State.STALE: units.stale, State.UNTRANSLATED: units.untranslated, State.MACHINE: units.unread}
"""What is said of the texts that wait for a person."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page would cost in a locale."""

    page: str
    locale: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page and its catalog: as it lies there, and as it should be."""

    page: Page
    held: Held
    catalog: Catalog
    units: Mapping[Key, Unit]
    """The active units of `catalog`."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A page in a locale, and what an engine is asked for it."""

    draft: _Draft
    job: Job


def update(site: Site, scope: Scope) -> Iterator[Output]:
    """Yield every catalog as its page wants it now; what people wrote is kept, moved or marked, never lost."""
    library, unread = Library(site, scope), Unread()
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                yield _written(site, _merged(library, locale, name, page))
    unread.tell()


def pretranslate(
    site: Site, scope: Scope, session: Session, states: Collection[State]
) -> Generator[Output, None, None]:
    """Yield every catalog with an engine's targets for the texts in these states; what people wrote stays.

    A stale text that is filled keeps the person's target in a comment, and counts as MACHINE from then on.
    """
    orders = list(_orders(site, scope, states))
    with closing(session.fill([order.job for order in orders])) as results:
        for order, filled in zip(orders, results, strict=True):
            draft = order.draft
            output = _written(site, replace(draft, catalog=filled.catalog))
            yield replace(output, stage="pretranslate", changes=changes(draft.held.catalog, draft.catalog))


def estimate(site: Site, scope: Scope, session: Session, states: Collection[State]) -> Iterator[Cost]:
    """Yield what `pretranslate` would ask an engine for; nothing is sent."""
    for order in _orders(site, scope, states):
        yield Cost(order.draft.catalog.page, order.draft.catalog.locale, session.estimate(order.job))


def build(site: Site, scope: Scope) -> Iterator[Result]:
    """Yield every page as its catalog makes it, and why a translation could not be used."""
    library, unread = Library(site, scope), Unread()
    ways = routes(site, scope, _published(site, partial(_held, site, library)))
    for name, path, source in _sources(site, scope):
        page: Page | None = None
        for locale in scope.locales:
            with unread:
                held = library.held(locale, name)
                unchanged = not site.publish.minimum_reviewed and not unfinished(ways, locale)
                if unchanged and not any(unit.target for unit in held.catalog.active()):
                    # Without targets a page is its source, and need not be read.
                    yield _page(site, locale, name, source)
                    continue
                page = page or segment(path, source, site.rules_for(name))
                yield from _built(site, _Draft(page, held, held.catalog, held.catalog.by_key()), ways)
    unread.tell()
    yield from alternates(ways)


def run(site: Site, scope: Scope) -> Iterator[Result]:
    """Yield the catalogs, the pages that the new catalogs make, all that a person should look at, and the sums."""
    from translate.styles import Styles  # noqa: PLC0415 # as in _doubts

    library, unread = Library(site, scope), Unread()
    styles = Styles(site, library)
    ways = routes(site, scope, _published(site, lambda locale, name: _merged(library, locale, name, _read(site, name))))
    trail = Trail(ways)
    for name, page in _pages(site, scope, unread):
        yield from _remarks(page, name)
        trail.source(name, page)
        for locale in scope.locales:
            with unread:
                draft = _merged(library, locale, name, page)
                yield _written(site, draft)
                yield from _gaps(site, draft)
                yield from _doubts(site, draft, styles.of(locale))
                rebuilt = yield from _built(site, draft, ways)
                trail.built(Place(name, locale), rebuilt.page or page)
                gaps = fallbacks(page.segments, draft.units, rebuilt.rejected, partial(_shown, publish=site.publish))
                yield replace(_coverage(draft), fallbacks=tuple(gaps))
    unread.tell()
    yield from trail.findings()
    yield from alternates(ways)
    yield from _orphans(site, scope)


def check(site: Site, scope: Scope) -> Iterator[Finding | Coverage]:
    """Yield what `run` finds, every file that it would change, and how far the pages are: so the two cannot disagree.

    Where no page of a locale was ever built, as in a clone of a site that does not keep them, none is out of date.
    """
    kept = {locale for locale in scope.locales if is_built(site, scope, locale)}
    edits: dict[str, Changes] = {}
    for result in run(site, scope):
        if not isinstance(result, Output):
            yield result
            continue
        if result.stage == "update":
            edits[result.locale] = result.changes
        asked = result.stage == "update" or result.locale in kept or (kept and not result.locale)
        if result.changed and asked:
            yield files.outdated(result, edits.get(result.locale, Changes()))


def fix(site: Site, scope: Scope) -> Iterator[Output]:
    """Yield every catalog of a page in its usual form, without the blanks that the rules mind.

    Its source texts stay as they are, also where the page has others by now.
    """
    library, unread = Library(site, scope), Unread()
    for name, locale in product(scope.pages, scope.locales):
        with unread:
            held = library.held(locale, name)
            if held.data is not None:
                yield _saved(site, held, mended(held.catalog))
    unread.tell()


def survey(site: Site, scope: Scope) -> Iterator[Coverage]:
    """Yield how far each page is in each locale, as it will be after `update`."""
    library, unread = Library(site, scope), Unread()
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                yield _coverage(_merged(library, locale, name, page))
    unread.tell()


def _coverage(draft: _Draft) -> Coverage:
    outside = sum(words(each.text) for each in draft.page.untranslatable)
    return coverage(draft.catalog.page, draft.catalog.locale, draft.page.segments, draft.units, outside)


def _pages(site: Site, scope: Scope, unread: Unread) -> Iterator[tuple[str, Page]]:
    for name, path, source in _sources(site, scope):
        with unread:
            yield name, segment(path, source, site.rules_for(name))


def _read(site: Site, name: str) -> Page:
    path = site.source_path(name)
    return segment(path, outputs.read(site.root, path) or b"", site.rules_for(name))


def _sources(site: Site, scope: Scope) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, path and bytes of each page."""
    for name in scope.pages:
        path = site.source_path(name)
        source = outputs.read(site.root, path)
        if source is None:
            raise PageError("has just gone", path=path, hint="run it again")
        yield name, path, source


def _orders(site: Site, scope: Scope, states: Collection[State]) -> Iterator[_Order]:
    """Yield what an engine has to be asked for; a text that several pages have is asked for once."""
    # What engines need is imported only where an engine is used: check and build answer sooner.
    from translate.job import job  # noqa: PLC0415
    from translate.session import languages  # noqa: PLC0415

    library, unread = Library(site, scope), Unread()
    spoken = languages(site, scope.locales)
    asked: dict[str, set[Key]] = {locale: set() for locale in scope.locales}
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                draft = _merged(library, locale, name, page)
                work = job(
                    page,
                    draft.catalog,
                    spoken[locale],
                    states=states,
                    elsewhere=asked[locale],
                    match=partial(library.similar, locale),
                )
                asked[locale].update(work.keys)
                yield _Order(draft, work)
    unread.tell()


def _published(site: Site, draft: Callable[[str, str], _Draft]) -> Callable[[str, str], bool]:
    """Return what tells whether a page (locale, name) is built at all, by the catalog that its `draft` has."""

    @cache
    def published(locale: str, name: str) -> bool:
        needed = site.publish.minimum_reviewed
        try:
            return not needed or share(_coverage(draft(locale, name)).words, State.REVIEWED) >= needed
        except (PageError, CatalogError):
            return False

    return published


def _held(site: Site, library: Library, locale: str, name: str) -> _Draft:
    held = library.held(locale, name)
    return _Draft(_read(site, name), held, held.catalog, held.catalog.by_key())


def _merged(library: Library, locale: str, name: str, page: Page) -> _Draft:
    held = library.held(locale, name)
    old = held.catalog
    if held.data is None:
        old = library.predecessor(locale, name, page.segments) or old
    translated = {unit.key for unit in old.units if unit.target}
    # The other catalogs are read only when this one leaves a text without an answer.
    answered = all(each.key in translated for each in page.segments)
    catalog = merge(old, page.segments, notes, _NOTHING if answered else library.memory(locale))
    return _Draft(page, held, catalog, catalog.by_key())


def _written(site: Site, draft: _Draft) -> Output:
    return _saved(site, draft.held, draft.catalog)


def _saved(site: Site, held: Held, catalog: Catalog) -> Output:
    """Return a catalog as it would be written where another one is held."""
    return Output(
        path=site.catalog_path(catalog.locale, catalog.page),
        content=render(catalog, reference=site.source_path(catalog.page), project=site.project),
        before=held.data,
        stage="update",
        locale=catalog.locale,
        page=catalog.page,
        changes=changes(held.catalog, catalog),
    )


def _remarks(page: Page, name: str) -> Iterator[Finding]:
    for doubt in page.doubts:
        yield files.doubtful(page.path, name, doubt.line, doubt.message)
    for each in page.untranslatable:
        yield files.untranslatable(page.path, name, each.line, each.text, each.reason)


def _gaps(site: Site, draft: _Draft) -> Iterator[Finding]:
    """Yield what is stale or untranslated."""
    first: dict[Key, Leaf] = {}
    for each in draft.page.leaves:
        if each.worded:
            first.setdefault(each.segment.key, each)
    gaps = [(key, leaf, draft.units[key]) for key, leaf in first.items() if draft.units[key].state in _TOLD]
    if gaps:
        place, lines = _place(site, draft), _lines(site, draft)
        for key, leaf, unit in gaps:
            where = extent(draft.page.source, leaf, unit.previous)
            finding = _TOLD[unit.state](place, where, unit, lines.get(key, 0))
            if not silenced(unit, finding.code):
                yield finding


def _doubts(site: Site, draft: _Draft, style: Style) -> Iterator[Finding]:
    """Yield what the rules say of the translations; what is older than its text is told as such, and only so."""
    from translate.checks.texts import remarks  # noqa: PLC0415 # building needs no rules on words

    found = list(remarks(map(_current, draft.units.values()), style))
    if found:
        place, lines = _place(site, draft), _lines(site, draft)
        segments = {each.key: each for each in reversed(draft.page.segments)}
        for each in found:
            yield units.doubted(place, segments[each.unit.key], each, lines.get(each.unit.key, 0))


def _current(unit: Unit) -> Unit:
    """Return the unit, without a target that was made from an older text."""
    return replace(unit, target="") if unit.state is State.STALE and replaced(unit) is None else unit


def _built(site: Site, draft: _Draft, ways: Routes) -> Generator[Result, None, Rebuilt]:
    """Yield the page and what is wrong with its translations; return it as it was when it was proven."""
    rebuilt = reassemble(draft.page, {key: _shown(unit, site.publish) for key, unit in draft.units.items()})
    if rebuilt.rejected:
        place, lines = _place(site, draft), _lines(site, draft)
        for each in rebuilt.rejected:
            unit, line = draft.units[each.segment.key], lines.get(each.segment.key, 0)
            if not silenced(unit, each.code):
                yield units.damaging(place, each.segment, unit, line, code=each.code, reason=each.reason)
    there = Place(draft.catalog.page, draft.catalog.locale)
    content = yield from finished(rebuilt, there, ways, partial(_standing, site, draft, rebuilt))
    yield _issued(site, draft, content)
    return rebuilt


def _standing(site: Site, draft: _Draft, rebuilt: Rebuilt) -> Standing:
    rejected = {each.segment.key for each in rebuilt.rejected}
    return standing(draft.page.segments, draft.units, rejected, partial(_shown, publish=site.publish))


def _issued(site: Site, draft: _Draft, content: bytes) -> Result:
    output = _page(site, draft.catalog.locale, draft.catalog.page, content)
    if needed := site.publish.minimum_reviewed:
        reviewed = share(_coverage(draft).words, State.REVIEWED)
        if reviewed < needed:
            there = output.before is not None
            return files.unpublished(
                output.path, output.locale, output.page, reviewed=reviewed, needed=needed, there=there
            )
    return output


def _page(site: Site, locale: str, name: str, content: bytes) -> Output:
    path = site.output_path(locale, name)
    return Output(path=path, content=content, before=outputs.read(site.root, path), locale=locale, page=name)


def _shown(unit: Unit, publish: Publish) -> str:
    """Return the target, or "" where the site wants to show the source text instead."""
    if unit.state is State.STALE and replaced(unit) is None:
        return unit.target if publish.stale == "target" else ""
    if unit.state in {State.STALE, State.MACHINE}:
        return unit.target if publish.machine == "target" else ""
    return unit.target


def _orphans(site: Site, scope: Scope) -> Iterator[Finding]:
    for locale in scope.locales if scope.whole else ():
        yield from (files.orphan_catalog(path, locale) for path in orphan_catalogs(site, scope, locale))
        yield from (files.orphan_page(path, locale) for path in orphan_pages(site, scope, locale))


def _place(site: Site, draft: _Draft) -> units.Place:
    locale, name = draft.catalog.locale, draft.catalog.page
    return units.Place(source=draft.page.path, catalog=site.catalog_path(locale, name), locale=locale, page=name)


def _lines(site: Site, draft: _Draft) -> Mapping[Key, int]:
    """Return where the units stand in the catalog as it lies there now, written anew by whoever asked or not."""
    locale, name = draft.catalog.locale, draft.catalog.page
    path = site.catalog_path(locale, name)
    data = outputs.read(site.root, path)
    catalog = draft.held.catalog
    if data is not None and data != draft.held.data:
        catalog = read(data, path=path, locale=locale, page=name)
    return {unit.key: unit.line for unit in catalog.active()}
