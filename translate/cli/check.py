"""`translate check`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import click

from translate.cli.console import Call, advise, examples, opened, say, scoped, tell, watched, way_to


@click.command(epilog=examples("translate check", "translate check --locale nl events/", "translate rule S001"))
@scoped
@click.pass_obj
def check(call: Call, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Tell what is stale, missing or damaged.

    Finds what "translate run" would change, or leave in the source language, and writes nothing. Ends with 1 when it
    finds an error or a warning.
    """
    from translate import pipeline
    from translate.model import Severity
    from translate.outcome import carry_out
    from translate.report import terminal

    site, scope = opened(call, locales, pages)
    outcome = carry_out(watched(call, scope, pipeline.check(site, scope)))
    counted = outcome.severe(Severity.ERROR, Severity.WARNING)
    tell(outcome.findings if call.verbose else counted, way_to(site.root))
    looked_at = f"{terminal.counted(len(scope.pages), 'page', 'pages')} · {', '.join(scope.locales)}"
    say(call, f"{looked_at} · {terminal.totals(counted)}")
    if codes := dict.fromkeys(finding.code for finding in counted):
        advise(call, f"rules: translate rule {' '.join(codes)}")
    return int(bool(counted))
