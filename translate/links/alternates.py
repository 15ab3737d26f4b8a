"""The addresses of each page in all languages, for the generator of the site (`hreflang`)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from translate import outputs
from translate.languages import tag
from translate.links.addresses import Place
from translate.links.routes import Routes
from translate.model import Output

_DEFAULT = "x-default"
"""The name of the address for readers of all other languages (HTML's hreflang, as search engines read it)."""


def alternates(routes: Routes) -> Iterator[Output]:
    """Yield the file that the site asks for: a page in the locales in which it is published, by path and tag."""
    site = routes.site
    path = site.links.alternates
    if path and routes.addresses.known:
        pages = {page: dict(sorted(_addresses(routes, page))) for page in sorted(routes.pages)}
        table = {"source_locale": tag(site.source_locale), "pages": pages}
        text = json.dumps(table, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        yield Output(path=path, content=text.encode(), before=outputs.read(site.root, path), stage="links")


def _addresses(routes: Routes, page: str) -> Iterator[tuple[str, str]]:
    site = routes.site
    for locale in ("", *site.locales):
        if not locale or routes.published(locale, page):
            url = routes.addresses.url(Place(page, locale))
            yield tag(locale or site.source_locale), url
            if not locale:
                yield _DEFAULT, url
