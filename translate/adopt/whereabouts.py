"""Which published file is the translation of which page: by the page's name, or by one that it had before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from translate.discovery import Scope, files_below
from translate.site import Site

Former = Callable[[str], Iterable[PurePosixPath]]
"""What a source file was called before; paths are from the site's folder, or from elsewhere in its repository."""


def whereabouts(site: Site, scope: Scope, folder: Path, locale: str, former: Former) -> dict[str, Path]:
    """Return the published files of the pages that have one; none is that of two pages.

    A name of today counts for more than a former one.
    """
    found = {name: file for name in scope.every if (file := _first(site, folder, name, _names(site, name, locale)))}
    claimed = {file.resolve() for file in found.values()}
    for name in scope.every:
        if name not in found:
            older = [each for path in former(site.source_path(name)) for each in _inside(site, path)]
            names = (each for path in older for each in _names(site, path, locale))
            file = _first(site, folder, name, names)
            if file and file.resolve() not in claimed:
                found[name] = file
                claimed.add(file.resolve())
    return found


def strangers(site: Site, scope: Scope, folder: Path, locale: str, found: Iterable[Path]) -> Iterator[str]:
    """Yield, sorted, the pages of the published folder that are not the translation of any page of the site.

    `found` are those that are. What is named like the translation into another locale is none of our business.
    """
    known = {file.resolve() for file in found} | {_source(site, name) for name in scope.every}
    others = tuple(f".{each}" for each in site.locales if each != locale)
    for path in sorted(files_below(folder)):
        ours = site.pages.fullmatch(path) and not site.exclude.fullmatch(path)
        if ours and not PurePosixPath(path).stem.endswith(others) and (folder / path).resolve() not in known:
            yield path


def _first(site: Site, folder: Path, name: str, names: Iterable[str]) -> Path | None:
    files = (folder / each for each in names)
    return next((file for file in files if file.is_file() and file.resolve() != _source(site, name)), None)


def _names(site: Site, name: str, locale: str) -> Iterator[str]:
    """Yield what the translation of `faq.md` may be called: `faq.nl.md` or the same; of `faq.en.md`, `faq.nl.md`."""
    path = PurePosixPath(name)
    for stem in dict.fromkeys((path.stem.removesuffix(f".{site.source_locale}"), path.stem)):
        yield str(path.with_name(f"{stem}.{locale}{path.suffix}"))
    yield name


def _inside(site: Site, path: PurePosixPath) -> Iterator[str]:
    """Yield where a source file may have stood in its folder, which may have been another folder then."""
    if path.is_relative_to(site.source):
        yield str(path.relative_to(site.source))
    else:
        yield from (str(PurePosixPath(*path.parts[start:])) for start in range(len(path.parts)))


def _source(site: Site, name: str) -> Path:
    return (site.root / site.source_path(name)).resolve()
