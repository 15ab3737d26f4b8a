"""`translate update`, `build` and `run`: what a stage makes is written, or only looked at."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, opened, say, tell, way_to
from translate.cli.options import examples, writing
from translate.cli.progress import watched

if TYPE_CHECKING:
    from translate.discovery import Scope
    from translate.model import Output
    from translate.pipeline import Result
    from translate.site import Site


@click.command(
    epilog=examples("translate update", "translate update --diff faq.md", "translate update --check --locale nl")
)
@writing
@click.pass_obj
def update(call: Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Bring the catalogs up to date.

    New texts come in, edited ones become stale, and what is gone from a page moves to the end of its catalog.
    """
    from translate import pipeline

    return _stage(call, pipeline.update, mode, locales, pages)


@click.command(epilog=examples("translate build", "translate build 'events/*.md'", "translate build --dry-run"))
@writing
@click.pass_obj
def build(call: Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Write the localized pages.

    Where a translation is missing, stale or would damage the page, it has the source text.
    """
    from translate import pipeline

    return _stage(call, pipeline.build, mode, locales, pages)


@click.command(epilog=examples("translate run", "translate run --locale nl", "translate run --check"))
@writing
@click.pass_obj
def run(call: Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Update the catalogs, build the pages, sum up.

    Prints what damages a page, and how many other findings there are; "translate check" lists them all.
    """
    from translate import pipeline

    return _stage(call, pipeline.run, mode, locales, pages)


def _stage(
    call: Call,
    stage: Callable[[Site, Scope], Iterator[Result]],
    mode: str | None,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Carry out a stage on the pages that were named."""
    site, scope = opened(call, locales, pages)
    results = stage(site, scope)
    return carried_out(call, site, results if mode else watched(call, scope, results), mode)


def carried_out(call: Call, site: Site, results: Iterator[Result] | Iterator[Output], mode: str | None) -> int:
    """Write what a stage makes, or only say what would be written, and sum up."""
    from translate import outputs
    from translate.lock import locked
    from translate.model import Severity
    from translate.outcome import carry_out
    from translate.report import terminal
    from translate.report.rollup import rolled_up

    folder = way_to(site.root)

    def tell_of(output: Output) -> None:
        if mode == "diff":
            click.echo(terminal.diff(outputs.diff(output)), nl=False)
        elif mode or call.verbose:
            click.echo(f"{'would write' if mode else 'wrote'} {folder}{output.path}")

    if mode:
        outcome = carry_out(results, tell_of)
    else:
        with locked(site.root), outputs.writing(site.root) as put:
            outcome = carry_out(results, put, tell_of)
    findings = site.check.applied(outcome.findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    tell(errors, folder)
    say(call, "\n".join(terminal.stages(outcome, would=mode is not None)))
    if counted := rolled_up(finding for finding in findings if finding.severity is not Severity.INFO):
        say(call, f"check    {terminal.totals(counted)}")
        advise(call, "next: translate check says what wants a look, translate status how far it is")
    return int(bool(errors) or (mode in {"check", "diff"} and any(outcome.changed.values())))
