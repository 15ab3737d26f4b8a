"""Every link of every page followed: to a page that is there, and to an id that is on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from translate.checks import links as rules
from translate.checks.subject import Subject
from translate.links.addresses import Place, external
from translate.links.routes import ALIKE, Fate, Routes, fragment
from translate.markdown.dialects import DIALECTS
from translate.markdown.imports import imports
from translate.markdown.links import Link, hides_ids, ids, links, usual_ids
from translate.markdown.page import Page
from translate.model import Finding
from translate.suggestions import closest

_ALWAYS = ("top", ":~:", "!", "/", "fn-", "fn:", "fnref", "user-content-")
"""How fragments begin that need no heading: the top of a page, a text to find, the addresses of a script, footnotes,
and what GitHub puts before ids."""


class _Seen(NamedTuple):
    """A page of the source or of a locale, as far as its links and ids go."""

    leads: Mapping[str, str]
    """The addresses of the links that can be judged: as the source page writes them → as this page does."""
    ids: frozenset[str]
    usual: frozenset[str]
    """Ids that its headings have if the renderer makes them as most renderers do."""


class _Source(NamedTuple):
    """What only a source page has."""

    path: str
    links: Mapping[str, Link]
    """The first link to each address that can be judged."""
    imports: tuple[Link, ...]
    """The files that its code and its front matter name."""
    lines: Mapping[str, int]
    """The line of the first link to each address."""
    has_known_ids: bool
    """Whether its dialect fixes the ids of headings."""
    shows_all_ids: bool
    """Whether no component of the page may make ids that cannot be seen here."""


class Trail:
    """The links of a site's pages, recorded page by page and judged when all pages are known."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        self._seen: dict[Place, _Seen] = {}
        self._sources: dict[str, _Source] = {}

    def source(self, name: str, page: Page) -> None:
        """Record a source page."""
        self._routes.know(name, page.front_matter.values if page.front_matter else {})
        found = _links(page)
        self._seen[Place(name)] = _Seen({target: target for target in found}, ids(page), usual_ids(page))
        self._sources[name] = _Source(
            path=page.path,
            links=found,
            imports=imports(page),
            lines=dict(_lines(page.source, found)),
            has_known_ids=bool(DIALECTS[page.rules.dialect].slugs),
            shows_all_ids=not hides_ids(page),
        )

    def built(self, place: Place, page: Page) -> None:
        """Record a page of a locale as the proof read it: the proof made sure that its links are the source's."""
        found = self._sources[place.page].links
        leads = {target: self._routes.lead(link, place.locale) for target, link in found.items()}
        self._seen[place] = _Seen(leads, ids(page), usual_ids(page))

    def findings(self) -> Iterator[Finding]:
        """Yield each link that is wrong on a source page, then, once a page and locale, those wrong only there."""
        broken: dict[str, Mapping[str, Place | Fate]] = {}
        for place, seen in self._seen.items():
            faults = dict(self._faults(place, seen))
            if not place.locale:
                broken[place.page] = faults
                yield from (self._wrong(place, target, goal) for target, goal in faults.items())
            else:
                own = {target: goal for target, goal in faults.items() if target not in broken[place.page]}
                yield from self._wrong_here(place, own)
                yield from self._lost(place)

    def _faults(self, place: Place, seen: _Seen) -> Iterator[tuple[str, Place | Fate]]:
        """Yield the wrong addresses, as the source page writes them, and what they lead to."""
        for target, lead in seen.leads.items():
            goal = self._routes.resolve(lead, place)
            if goal is Fate.NOWHERE or (isinstance(goal, Place) and self._lacks(goal, fragment(lead))):
                yield target, goal

    def _lacks(self, goal: Place, name: str) -> bool:
        """Tell whether a page that was read lacks the id that a link names."""
        there, source = self._seen.get(goal), self._seen.get(Place(goal.page))
        if not name or there is None or source is None or name.startswith(_ALWAYS) or name in there.ids | there.usual:
            return False
        return name in source.ids | source.usual or self._sources[goal.page].has_known_ids

    def _wrong(self, place: Place, target: str, goal: Place | Fate) -> Finding:
        source = self._sources[place.page]
        subject = Subject(source.path, place.page)
        line = source.lines[target]
        if not isinstance(goal, Place):
            return rules.missing(subject, line, target, self._routes.suggestion(target))
        there = self._sources[goal.page]
        page = "this page" if goal == place else there.path
        near = closest(fragment(target), sorted(self._seen[goal].ids), alike=ALIKE)
        return rules.unnamed(subject, line, target, there=page, near=near, sure=there.shows_all_ids)

    def _wrong_here(self, place: Place, faults: Mapping[str, Place | Fate]) -> Iterator[Finding]:
        source = self._sources[place.page]
        catalog = self._routes.site.catalog_path(place.locale, place.page)
        subject = Subject(source.path, place.page, catalog, place.locale)
        for tell, kind in ((rules.missing_here, Fate), (rules.unnamed_here, Place)):
            if targets := [target for target, goal in faults.items() if isinstance(goal, kind)]:
                yield tell(subject, source.lines.get(targets[0], 0), targets)

    def _lost(self, place: Place) -> Iterator[Finding]:
        """Yield the paths of files that lead nowhere from the built page, which lies elsewhere than its source."""
        routes, source = self._routes, self._sources[place.page]
        if routes.site.links.relative == "rebase":
            return
        named = (*source.links.values(), *source.imports)
        if lost := dict.fromkeys(link.target for link in named if routes.files.is_lost(link, place)):
            path = routes.site.output_path(place.locale, place.page)
            yield rules.lost(source.path, path, tuple(lost), locale=place.locale, page=place.page)


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
