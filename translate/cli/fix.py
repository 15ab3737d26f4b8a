"""`translate check --fix`: what can be mended without a person is, or is only shown."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, way_to
from translate.cli.options import Command

if TYPE_CHECKING:
    from translate.discovery import Scope
    from translate.model import Output
    from translate.outcome import Outcome
    from translate.site import Site


def fixing(command: Command) -> Command:
    """Give a command the ways to mend."""
    fix = click.option(
        "--fix", "fix", flag_value="write", help="First mend blanks, and catalogs not in their usual form."
    )
    diff = click.option("--diff", "fix", flag_value="diff", help="Only show what --fix would change.")
    dry = click.option("--dry-run", "fix", flag_value="dry-run", help="Only say which files --fix would change.")
    return fix(diff(dry(command)))


def mend(call: Call, site: Site, scope: Scope) -> None:
    """Write the mended catalogs, and say so apart from the results."""
    from translate import outputs, pipeline
    from translate.lock import locked
    from translate.outcome import carry_out

    with locked(site.root), outputs.writing(site.root) as put:
        outcome = carry_out(pipeline.fix(site, scope), put, lambda output: advise(call, _line(site, output, "mended")))
    advise(call, _summed("mended", outcome))


def preview(call: Call, site: Site, scope: Scope, mode: str) -> int:
    """Print what mending would change, and write nothing; return 1 if it would change anything."""
    from translate import outputs, pipeline
    from translate.outcome import carry_out
    from translate.report import terminal

    def show(output: Output) -> None:
        click.echo(
            terminal.diff(outputs.diff(output)) if mode == "diff" else _line(site, output, "would mend"),
            nl=mode != "diff",
        )

    outcome = carry_out(pipeline.fix(site, scope), show)
    advise(call, _summed("would mend", outcome))
    return int(any(outcome.changed.values()))


def _summed(what: str, outcome: Outcome) -> str:
    from translate.figures import counted

    return f"{what}: {sum(outcome.changed.values())} of {counted(sum(outcome.files.values()), 'catalog', 'catalogs')}"


def _line(site: Site, output: Output, what: str) -> str:
    return f"{what} {way_to(site.root)}{output.path}"
