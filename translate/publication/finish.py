"""What is done to a page once it is proven: its links lead to pages in its language, and it says how it stands."""

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
    """Return the page as it is published, and yield what had to be left out; nothing is done unless the site asks.

    `standing` is asked only for a page that says it.
    """
    site, content = routes.site, rebuilt.content
    if routes.leads_on(place.locale):
        content = localized(rebuilt, partial(routes.lead, locale=place.locale))
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
    """Tell whether anything may be done to the pages of a locale."""
    return routes.leads_on(locale) or routes.site.notice.applies(locale)
