"""Pictures and other files that lie beside the pages: built pages find them where they point."""

from __future__ import annotations

from collections.abc import Iterator

from translate import outputs
from translate.checks import files
from translate.discovery import Scope, assets
from translate.errors import OutputError
from translate.model import Finding, Output
from translate.site import Site


def copied(site: Site, scope: Scope) -> Iterator[Output | Finding]:
    """Yield a copy of each asset for each locale that lacks it; one that somebody changed is told, and never replaced.

    A picture with words in it may have been drawn anew for a locale. A run about some of the pages copies nothing.
    """
    for name in assets(site) if scope.whole else ():
        path = site.source_path(name)
        for locale in scope.locales:
            copy = site.output_path(locale, name)
            if not (site.root / copy).exists():
                yield Output(copy, _content(site, path), before=None, stage="assets", locale=locale)
            elif not outputs.are_same(site.root, path, copy):
                yield files.unlike(copy, path, locale)


def _content(site: Site, path: str) -> bytes:
    content = outputs.read(site.root, path)
    if content is None:
        raise OutputError("has just gone", path=path, hint="run it again")
    return content
