"""`translate report`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.console import Call, advise, opened, put, say, way_to
from translate.cli.options import examples, scoped
from translate.cli.progress import watched

_DEFAULT = "build/report.html"


@click.command(
    epilog=examples(
        "translate report",
        "translate report -o public/translations.html --badge public/translations.svg",
        "translate report --link-base https://github.com/me/site/blob/main --earlier 2026-09.json",
    )
)
@click.option(
    "-o",
    "--output",
    "wanted",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Where to write it; {_DEFAULT} in the site's folder otherwise.",
)
@click.option(
    "--badge",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.svg",
    help="Also write a badge with the reviewed share of each locale.",
)
@click.option(
    "--earlier",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="STATUS.json",
    help='What "translate status --json" printed once, to show how it went; the oldest first.',
)
@click.option("--link-base", default="", metavar="URL", help="The address of the site's folder, to make places links.")
@scoped
@click.pass_obj
def report(
    call: Call,
    *,
    wanted: Path | None,
    badge: Path | None,
    earlier: tuple[Path, ...],
    link_base: str,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Write one HTML page that shows where the site stands.

    Words by state, locale and page, what is stale, what the check found, and what visitors see in the source
    language. The page needs no network and no scripts. Ends with 0 when it is written, whatever was found.
    """
    from translate import pipeline
    from translate.inspection import inspect
    from translate.report.html import badge as small
    from translate.report.html import links, page
    from translate.report.html.earlier import read

    snapshots = tuple(read(path.stem, path.read_bytes()) for path in earlier)
    base = links.checked(link_base)
    site, scope = opened(call, locales, pages)
    found = inspect(site, scope, site.check, watched(call, scope, pipeline.check(site, scope)))
    target = wanted or site.root / _DEFAULT
    _written(call, site.root, target, page.render(found, site, base=base, earlier=snapshots))
    if badge:
        _written(call, site.root, badge, small.render(found))
    advise(call, f"open {target.resolve().as_uri()}")
    return 0


def _written(call: Call, root: Path, path: Path, content: str) -> None:
    output = put(root, path, content.encode())
    say(call, f"{'wrote' if output.changed else 'unchanged'} {way_to(path.parent)}{path.name}")
