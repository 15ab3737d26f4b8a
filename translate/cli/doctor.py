"""`translate doctor`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import os

import click

from translate.cli.console import Call, way_to
from translate.cli.options import examples


@click.command(
    epilog=examples(
        "translate doctor", "translate doctor -v     every text that stays as it is", "translate doctor --json"
    )
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def doctor(call: Call, as_json: bool) -> int:
    """Look whether everything is as it should be.

    What is installed, which engines could begin and which of their variables are set (never to what), what the
    settings come to, how git merges catalogs; then, page by page, whether the page comes back byte for byte, whether
    its translations keep its shape, and which texts no translation reaches. Ends with 1 when something is broken, with
    2 when the site cannot be looked at.
    """
    from translate.config import home
    from translate.doctor.doctor import examine
    from translate.report import doctor as report

    found = examine(call.directory, os.environ)
    if as_json:
        click.echo(report.as_json(found))
    else:
        click.echo("\n".join(report.lines(found, way_to(home(call.directory)), every=call.verbose)))
    return 2 if found.fault else int(not found.sound)
