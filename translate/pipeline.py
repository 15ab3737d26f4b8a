"""The story: pages become catalogs, catalogs become pages, and whatever is wrong becomes a finding.

Every stage is a generator that yields what it would write, and writes nothing. Its caller writes each file before the
next one is made, or only compares it with what is there: that is all the difference between making and checking.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator
from contextlib import closing
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from translate import outputs, remarks
from translate.changes import changes
from translate.checks import files
from translate.checks.fixes import mended
from translate.discovery import Scope, is_built
from translate.edition import Edition, coverage, held, merged, source_page, updated
from translate.errors import PageError
from translate.library import Library
from translate.links.addresses import Place
from translate.links.alternates import alternates
from translate.links.follow import Trail
from translate.links.routes import Routes
from translate.markdown.page import Page
from translate.markdown.segmentation import segment
from translate.model import Changes, Finding, Key, Output, State
from translate.publication.assets import copied
from translate.publication.finish import unfinished
from translate.publication.publish import built, in_source, published, publishing
from translate.site import Site
from translate.tally import Coverage
from translate.unread import Unread

if TYPE_CHECKING:
    from translate.pretranslation.job import Estimate, Job
    from translate.pretranslation.session import Session

Result = Output | Finding | Coverage
"""What a stage yields."""


class Cost(NamedTuple):
    """What a page would cost in a locale."""

    page: str
    locale: str
    estimate: Estimate


class _Order(NamedTuple):
    """A page in a locale, and what an engine is asked for it."""

    edition: Edition
    job: Job


def update(site: Site, scope: Scope) -> Iterator[Output]:
    """Yield every catalog brought up to date with its page; what people wrote is kept, moved or marked, never lost."""
    library, unread = Library(site, scope), Unread()
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                edition = merged(library, locale, name, page)
                yield updated(site, edition.held, edition.catalog)
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
            on_disk = order.edition.held
            # What the engine fills in is counted elsewhere: these are the changes that an update makes.
            edits = changes(on_disk.catalog, order.edition.catalog)
            yield updated(site, on_disk, filled.catalog)._replace(stage="pretranslate", changes=edits)


def estimate(site: Site, scope: Scope, session: Session, states: Collection[State]) -> Iterator[Cost]:
    """Yield what `pretranslate` would ask an engine for; nothing is sent."""
    for order in _orders(site, scope, states):
        yield Cost(order.edition.name, order.edition.locale, session.estimate(order.job))


def build(site: Site, scope: Scope) -> Iterator[Result]:
    """Yield every page as its catalog makes it, and why a translation could not be used."""
    library, unread = Library(site, scope), Unread()
    routes = Routes(
        site, scope, publishing(site, lambda locale, name: held(source_page(site, name), library.held(locale, name)))
    )
    for name, path, source in _sources(site, scope):
        page: Page | None = None
        for locale in scope.locales:
            with unread:
                on_disk = library.held(locale, name)
                unchanged = not site.publish.minimum_reviewed and not unfinished(routes, locale)
                if unchanged and not any(unit.target for unit in on_disk.catalog.active()):
                    # Without targets a page is its source, and need not be read.
                    yield built(site, locale, name, source)
                    continue
                page = page or segment(path, source, site.rules_for(name))
                yield from published(site, held(page, on_disk), routes)
    unread.tell()
    yield from copied(site, scope)
    yield from alternates(routes)


def run(site: Site, scope: Scope) -> Iterator[Result]:
    """Yield the catalogs, the pages that these make, all that a person should look at, and how far each page is."""
    from translate.styles import Styles  # noqa: PLC0415 # building needs no rules on words

    library, unread = Library(site, scope), Unread()
    styles = Styles(site, library)
    routes = Routes(
        site, scope, publishing(site, lambda locale, name: merged(library, locale, name, source_page(site, name)))
    )
    trail = Trail(routes)
    for name, page in _pages(site, scope, unread):
        yield from remarks.on_page(page, name)
        trail.source(name, page)
        for locale in scope.locales:
            with unread:
                edition = merged(library, locale, name, page)
                yield updated(site, edition.held, edition.catalog)
                yield from remarks.waiting(site, edition)
                yield from remarks.on_words(site, edition, styles.of(locale))
                rebuilt = yield from published(site, edition, routes)
                trail.built(Place(name, locale), rebuilt.page or page)
                yield coverage(edition)._replace(fallbacks=tuple(in_source(site, edition, rebuilt)))
    unread.tell()
    yield from trail.findings()
    yield from copied(site, scope)
    yield from alternates(routes)
    yield from remarks.on_orphans(site, scope)


def check(site: Site, scope: Scope) -> Iterator[Finding | Coverage]:
    """Yield what `run` finds, and a finding for every file that it would change, so that the two cannot disagree.

    Where no page of a locale was ever built, as in a clone of a site that commits none, none is out of date.
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
            yield files.outdated(result, edits[result.locale] if result.page else Changes())


def fix(site: Site, scope: Scope) -> Iterator[Output]:
    """Yield every catalog in its usual form, and mended where a rule about blanks finds fault.

    Source texts stay as they are, even where the page has changed since: that is for `update`.
    """
    library, unread = Library(site, scope), Unread()
    for name, locale in product(scope.pages, scope.locales):
        with unread:
            on_disk = library.held(locale, name)
            if on_disk.data is not None:
                yield updated(site, on_disk, mended(on_disk.catalog))
    unread.tell()


def survey(site: Site, scope: Scope) -> Iterator[Coverage]:
    """Yield how far each page is in each locale, as it will be after `update`."""
    library, unread = Library(site, scope), Unread()
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                yield coverage(merged(library, locale, name, page))
    unread.tell()


def _pages(site: Site, scope: Scope, unread: Unread) -> Iterator[tuple[str, Page]]:
    for name, path, source in _sources(site, scope):
        with unread:
            yield name, segment(path, source, site.rules_for(name))


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
    from translate.pretranslation.job import job  # noqa: PLC0415
    from translate.pretranslation.session import languages  # noqa: PLC0415

    library, unread = Library(site, scope), Unread()
    spoken = languages(site, scope.locales)
    asked: dict[str, set[Key]] = {locale: set() for locale in scope.locales}
    for name, page in _pages(site, scope, unread):
        for locale in scope.locales:
            with unread:
                edition = merged(library, locale, name, page)
                work = job(
                    page,
                    edition.catalog,
                    spoken[locale],
                    states=states,
                    elsewhere=asked[locale],
                    match=partial(library.similar, locale),
                )
                asked[locale].update(work.keys)
                yield _Order(edition, work)
    unread.tell()
