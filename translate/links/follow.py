"""Every link of every page followed: to a page that is there, and to an id that is on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from translate.checks import links as told
from translate.links.addresses import Place
from translate.links.routes import ALIKE, Fate, Routes, external, fragment
from translate.markdown.dialects import DIALECTS
from translate.markdown.links import Link, hides_ids, ids, links, usual_ids
from translate.markdown.page import Page
from translate.model import Finding
from translate.suggestions import closest

_ALWAYS = ("top", ":~:", "!", "/", "fn-", "fn:", "fnref", "user-content-")
"""How fragments begin that no heading has to have: the top of a page, a text to find, the addresses of a script,
footnotes, and what GitHub puts before ids."""


class _Seen(NamedTuple):
    """What is known of a page."""

    leads: Mapping[str, str]
    """The addresses that can be judged: as the source page has them, and as they are on this one."""
    ids: frozenset[str]
    usual: frozenset[str]
    """Ids that its headings have if the renderer makes them as most do."""


class _Source(NamedTuple):
    """What is more to know of a source page."""

    path: str
    links: Mapping[str, Link]
    """The first link to each address that can be judged."""
    lines: Mapping[str, int]
    """The line of the first link to each address."""
    knows: bool
    """Whether its dialect says which ids headings have."""
    sure: bool
    """Whether all ids on it can be seen."""


class Trail:
    """The links of a site's pages, taken down page by page, and judged when all pages are known."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        self._seen: dict[Place, _Seen] = {}
        self._sources: dict[str, _Source] = {}

    def source(self, name: str, page: Page) -> None:
        """Take down a source page."""
        self._routes.know(name, page.front_matter.values if page.front_matter else {})
        found = _links(page)
        self._seen[Place(name)] = _Seen({target: target for target in found}, ids(page), usual_ids(page))
        self._sources[name] = _Source(
            path=page.path,
            links=found,
            lines=dict(_lines(page.source, found)),
            knows=bool(DIALECTS[page.rules.dialect].slugs),
            sure=not hides_ids(page),
        )

    def built(self, place: Place, page: Page) -> None:
        """Take down a page of a locale, as it was read for the proof: which found that it has its source's links."""
        found = self._sources[place.page].links
        leads = {target: self._routes.lead(link, place.locale) for target, link in found.items()}
        self._seen[place] = _Seen(leads, ids(page), usual_ids(page))

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong: on the source page where it is wrong there, else once for each page and locale."""
        broken: dict[str, Mapping[str, Place | Fate]] = {}
        for place, seen in self._seen.items():
            faults = dict(self._faults(place, seen))
            if not place.locale:
                broken[place.page] = faults
                yield from (self._told(place, target, goal) for target, goal in faults.items())
            else:
                own = {target: goal for target, goal in faults.items() if target not in broken[place.page]}
                yield from self._told_here(place, own)

    def _faults(self, place: Place, seen: _Seen) -> Iterator[tuple[str, Place | Fate]]:
        """Yield the addresses that are wrong, as the source page has them, and what they lead to."""
        for target, lead in seen.leads.items():
            goal = self._routes.resolve(lead, place)
            if goal is Fate.NOWHERE or (isinstance(goal, Place) and self._lacks(goal, fragment(lead))):
                yield target, goal

    def _lacks(self, goal: Place, name: str) -> bool:
        """Tell whether a page that was read has not the id that a link names."""
        there, source = self._seen.get(goal), self._seen.get(Place(goal.page))
        if not name or there is None or source is None or name.startswith(_ALWAYS) or name in there.ids | there.usual:
            return False
        return name in source.ids | source.usual or self._sources[goal.page].knows

    def _told(self, place: Place, target: str, goal: Place | Fate) -> Finding:
        source = self._sources[place.page]
        where = told.Page(path=source.path, name=place.page)
        line = source.lines[target]
        if not isinstance(goal, Place):
            return told.missing(where, line, target, self._routes.suggestion(target))
        there = self._sources[goal.page]
        page = "this page" if goal == place else there.path
        near = closest(fragment(target), sorted(self._seen[goal].ids), alike=ALIKE)
        return told.unnamed(where, line, target, there=page, near=near, sure=there.sure)

    def _told_here(self, place: Place, faults: Mapping[str, Place | Fate]) -> Iterator[Finding]:
        source = self._sources[place.page]
        catalog = self._routes.site.catalog_path(place.locale, place.page)
        where = told.Page(path=source.path, name=place.page, catalog=catalog, locale=place.locale)
        for tell, kind in ((told.missing_here, Fate), (told.unnamed_here, Place)):
            if targets := [target for target, goal in faults.items() if isinstance(goal, kind)]:
                yield tell(where, source.lines.get(targets[0], 0), targets)


def _links(page: Page) -> dict[str, Link]:
    """Return the first link to each address that can be judged."""
    found: dict[str, Link] = {}
    for link in links(page):
        if _judged(link):
            found.setdefault(link.target, link)
    return found


def _lines(source: bytes, found: Mapping[str, Link]) -> Iterator[tuple[str, int]]:
    line, position = 1, 0
    for target, link in found.items():
        line += source.count(b"\n", position, link.span.start)
        position = link.span.start
        yield target, line


def _judged(link: Link) -> bool:
    if link.kind == "visible" or external(link.target):
        return False
    return not link.loose or link.target.startswith(("/", "./", "../", "#"))
