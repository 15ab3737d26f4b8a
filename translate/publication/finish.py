"""What is done to a page after the proof: links lead to pages in its language, and a notice says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial

from translate.checks import files
from translate.links.addresses import Place
from translate.links.routes import Routes
from translate.markdown.localization import localized
from translate.markdown.reassembly import Rebuilt
from translate.model import Finding
from translate.publication.standing import Standing, announced


def finished(
    rebuilt: Rebuilt, place: Place, routes: Routes, standing: Callable[[], Standing]
) -> Generator[Finding, None, bytes]:
    """Return the page as it is published, and yield what had to be left out; a page is changed only if settings say so.

    `standing` is called only for a page with a notice.
    """
    site, content = routes.site, rebuilt.content
    if routes.leads_on(place.locale):
        content = localized(rebuilt, partial(routes.written, place=place))
    if site.notice.applies(place.locale):
        path, rules = site.source_path(place.page), site.rules_for(place.page)
        content, reasons = announced(
            content,
            path,
            rules,
            site.notice,
            locale=place.locale,
            source_url=routes.addresses.url(Place(place.page)) if routes.addresses.known else "",
            page=standing(),
        )
        yield from (files.unannounced(path, place.locale, place.page, reason) for reason in reasons)
    return content


def unfinished(routes: Routes, locale: str) -> bool:
    """Tell whether the settings change the pages of a locale after the proof."""
    return routes.leads_on(locale) or routes.site.notice.applies(locale)
