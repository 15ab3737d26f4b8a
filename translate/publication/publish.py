"""The publication of an edition: put together, proven and finished, or held back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import cache, partial

from translate import edition as editions
from translate import outputs
from translate.catalog.marks import is_behind
from translate.checks import files, units
from translate.checks.silence import silenced
from translate.edition import Edition
from translate.errors import CatalogError, PageError
from translate.fallback import Fallback, fallbacks
from translate.links.addresses import Place
from translate.links.routes import Routes
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.model import Finding, Output, State, Unit
from translate.publication.finish import finished
from translate.publication.standing import Standing, standing
from translate.site import Publish, Site
from translate.tally import share


def published(site: Site, edition: Edition, routes: Routes) -> Generator[Output | Finding, None, Rebuilt]:
    """Yield the page and what is wrong with its translations; return the page as the proof has read it."""
    rebuilt = reassemble(edition.page, {key: shown(unit, site.publish) for key, unit in edition.units.items()})
    yield from _rejected(site, edition, rebuilt)
    there = Place(edition.name, edition.locale)
    content = yield from finished(rebuilt, there, routes, partial(_standing, site, edition, rebuilt))
    output = built(site, edition.locale, edition.name, content)
    yield _held_back(site, edition, output) or output
    return rebuilt


def built(site: Site, locale: str, name: str, content: bytes) -> Output:
    """Return the file of a page in a locale."""
    path = site.output_path(locale, name)
    return Output(path=path, content=content, before=outputs.read(site.root, path), locale=locale, page=name)


def in_source(site: Site, edition: Edition, rebuilt: Rebuilt) -> Iterator[Fallback]:
    """Yield the texts that the page shows in the source language, and why."""
    return fallbacks(edition.page.texts, edition.units, rebuilt.rejected, partial(shown, publish=site.publish))


def shown(unit: Unit, publish: Publish) -> str:
    """Return the target, or "" where the site wants to show the source text instead."""
    if not unit.fuzzy:
        return unit.target
    wanted = publish.stale if is_behind(unit) else publish.machine
    return unit.target if wanted == "target" else ""


def publishing(site: Site, edition: Callable[[str, str], Edition]) -> Callable[[str, str], bool]:
    """Return a function that tells whether a page (locale, name) is published; `edition` gives its edition."""

    @cache
    def tells(locale: str, name: str) -> bool:
        if not site.publish.minimum_reviewed:
            return True
        try:
            return _reviewed(edition(locale, name)) >= site.publish.minimum_reviewed
        except (PageError, CatalogError):
            return False

    return tells


def _rejected(site: Site, edition: Edition, rebuilt: Rebuilt) -> Iterator[Finding]:
    if rebuilt.rejected:
        subject, lines = editions.subject(site, edition), editions.lines(site, edition)
        for each in rebuilt.rejected:
            unit, line = edition.units[each.segment.key], lines.get(each.segment.key, 0)
            if not silenced(unit, each.code):
                yield units.damaging(subject, each.segment, unit, line, code=each.code, reason=each.reason)


def _standing(site: Site, edition: Edition, rebuilt: Rebuilt) -> Standing:
    rejected = {each.segment.key for each in rebuilt.rejected}
    return standing(edition.page.segments, edition.units, rejected, partial(shown, publish=site.publish))


def _held_back(site: Site, edition: Edition, output: Output) -> Finding | None:
    """Return why a page is not written, or None for one that is."""
    needed = site.publish.minimum_reviewed
    if not needed or (reviewed := _reviewed(edition)) >= needed:
        return None
    there = output.before is not None
    return files.unpublished(output.path, output.locale, output.page, reviewed=reviewed, needed=needed, there=there)


def _reviewed(edition: Edition) -> float:
    return share(editions.coverage(edition).words, State.REVIEWED)
