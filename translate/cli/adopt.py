"""`translate adopt`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, opened, way_to
from translate.cli.options import examples
from translate.cli.progress import stepped

if TYPE_CHECKING:
    from translate.adopt.carrying import Standing


@click.command(
    epilog=examples(
        "translate adopt nl ../old/nl --dry-run",
        "translate adopt nl ../old/nl --source-revision auto",
        "translate adopt nl ../old/nl --source ../old/en --as reviewed faq.md",
    )
)
@click.argument("locale", metavar="LOCALE")
@click.argument("folder", metavar="TARGET_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option(
    "--source",
    "older",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the source pages as they were when they were translated.",
)
@click.option(
    "--source-revision", type=click.Choice(["auto"]), help="Find these older pages in the site's git history instead."
)
@click.option(
    "--as",
    "standing",
    type=click.Choice(["machine", "reviewed"]),
    default="machine",
    show_default=True,
    help="The state of what is taken without a doubt.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be taken.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="What is printed: for people, for programs, or for a pull request.",
)
@click.pass_obj
def adopt(
    call: Call,
    *,
    locale: str,
    folder: Path,
    pages: tuple[str, ...],
    older: Path | None,
    source_revision: str | None,
    standing: Standing,
    dry_run: bool,
    form: str,
) -> int:
    """Take over the translated pages that a site already has.

    The pages in TARGET_DIR, named like their source pages or faq.nl.md, are paired text by text with these. Only
    words are taken: links, tags and code stay the source's, and what was wrong with them is told (all of it with -v).
    Doubtful texts are fuzzy, with the reason; what is in the catalogs already stays as it is.
    """
    from translate import outputs
    from translate.adopt import adopt as adoption
    from translate.adopt.cases import Request
    from translate.lock import locked
    from translate.report import adoption as report

    if older and source_revision:
        raise click.UsageError("--source and --source-revision exclude each other.")
    site, scope = opened(call, (locale,), pages)
    history = source_revision is not None
    request = Request(locale=locale, folder=folder, standing=standing, older=older, history=history)
    with nullcontext() if dry_run else locked(site.root):
        with stepped(call, len(scope.pages) * (1 + history)) as watch:
            found = list(adoption.adopt(site, scope, request, watch))
        with outputs.writing(site.root) as put:
            for row in found:
                if row.output is not None and not dry_run:
                    put(row.output)
    click.echo("\n".join(report.said(found, form, way_to(site.root), defects=call.verbose)))
    for line in report.advice(found, history=history, defects=call.verbose or form != "text"):
        advise(call, line)
    advise(call, "nothing was written (dry run)" if dry_run else "next: translate run, and compare with the old pages")
    return 0
