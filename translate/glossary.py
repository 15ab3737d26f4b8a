"""The glossary of a site in each locale."""

from __future__ import annotations

from translate import outputs
from translate.catalog import glossary
from translate.model import Term
from translate.site import Site


def terms(site: Site, locale: str) -> tuple[Term, ...]:
    """Return the terms of a locale; none where the site has no glossary for it.

    Raises CatalogError for a glossary that is not well-formed, OutputError for one that cannot be read.
    """
    path = site.glossary_path(locale)
    data = outputs.read(site.root, path)
    return glossary.read(data, path=path) if data is not None else ()
