"""`translate rule`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import click

from translate.cli.options import examples


@click.command(epilog=examples("translate rule", "translate rule P001"))
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def rule(codes: tuple[str, ...]) -> int:
    """Explain a rule by its code.

    With an example and what to do; without a code, all rules are listed.
    """
    from translate.checks.rules import RULES, explained
    from translate.report import terminal

    lines = [terminal.explanation(explained(code)) for code in codes]
    click.echo("\n\n".join(lines) if codes else "\n".join(terminal.listed(RULES)))
    return 0
