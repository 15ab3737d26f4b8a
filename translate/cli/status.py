"""`translate status`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import sys

import click

from translate.cli.console import Call, opened
from translate.cli.options import examples, scoped
from translate.cli.progress import watched


@click.command(epilog=examples("translate status", "translate status --locale nl events/", "translate status --json"))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON; docs/ci.md describes it.")
@scoped
@click.pass_obj
def status(call: Call, as_json: bool, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Show how far each page is.

    In words of the source pages: reviewed (in brackets the part that a machine wrote and a person accepted), made by a
    machine, stale (older than their source text), untranslated.
    """
    from shutil import get_terminal_size

    from translate import pipeline
    from translate.report import status as report

    site, scope = opened(call, locales, pages)
    coverages = tuple(watched(call, scope, pipeline.survey(site, scope)))
    if as_json:
        click.echo(report.as_json(coverages, site.source_locale))
        return 0
    columns = get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo("\n".join(report.table(coverages, site.source_locale, columns)))
    click.echo(report.waiting(coverages))
    return 0
