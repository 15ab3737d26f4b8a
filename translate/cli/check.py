"""`translate check`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, examples, opened, say, scoped, tell, watched, way_to

if TYPE_CHECKING:
    from translate.checks.policy import FailOn, Policy
    from translate.inspection import Inspection


@click.command(
    epilog=examples(
        "translate check --locale nl events/",
        "translate check --select S,P --fail-on error",
        "translate rule S001",
    )
)
@click.option("--select", metavar="CODES", help="Only these rules, by their codes or how these begin: S,P001.")
@click.option("--ignore", metavar="CODES", help="Not these rules.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="The least that ends with 1.")
@scoped
@click.pass_obj
def check(
    call: Call,
    *,
    select: str | None,
    ignore: str | None,
    fail_on: FailOn | None,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Tell what is stale, missing or damaged.

    Finds what "translate run" would change, or leave in the source language, and writes nothing. Ends with 1 when it
    finds an error or a warning, or what "fail_on" in the settings says. The options override the settings.
    """
    from translate import pipeline
    from translate.inspection import inspect

    site, scope = opened(call, locales, pages)
    policy = _policy(site.check, select, ignore, fail_on)
    found = inspect(site, scope, policy, watched(call, scope, pipeline.check(site, scope)))
    _shown(call, found, way_to(site.root))
    return int(found.failed)


def _policy(policy: Policy, select: str | None, ignore: str | None, fail_on: FailOn | None) -> Policy:
    """Return the site's policy with what was said on the command line. Raises UsageError for a rule that is not."""
    from translate.checks.rules import named

    if select is not None:
        policy = replace(policy, select=named(select))
    if ignore is not None:
        policy = replace(policy, ignore=named(ignore))
    return replace(policy, fail_on=fail_on) if fail_on else policy


def _shown(call: Call, found: Inspection, folder: str) -> None:
    from translate.model import Severity
    from translate.report import terminal
    from translate.report.rollup import rolled_up

    told = rolled_up(found.findings if call.verbose else found.severe(Severity.ERROR, Severity.WARNING))
    counted = [finding for finding in told if finding.severity is not Severity.INFO]
    tell(told, folder)
    looked_at = f"{terminal.counted(len(found.pages), 'page', 'pages')} · {', '.join(found.locales)}"
    say(call, f"{looked_at} · {terminal.totals(counted)}")
    if codes := dict.fromkeys(finding.code for finding in counted):
        advise(call, f"rules: translate rule {' '.join(codes)}")
