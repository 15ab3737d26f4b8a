"""`translate check`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, opened
from translate.cli.fix import fixing, mend, preview
from translate.cli.options import examples, scoped
from translate.cli.progress import watched
from translate.cli.showing import formatted, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translate.checks.policy import FailOn, Policy
    from translate.model import Finding
    from translate.site import Site


@click.command(
    epilog=examples(
        "translate check --locale nl events/",
        "translate check --select S,P --fail-on error",
        "translate check --changed-from origin/main --output-format github",
        "translate check --output-format sarif --output-file translations.sarif",
        "translate check --fix --diff",
        "translate rule S001",
    )
)
@click.option("--select", metavar="CODES", help="Only these rules, by their codes or how these begin: S,P001.")
@click.option("--ignore", metavar="CODES", help="Not these rules.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="The least that ends with 1.")
@click.option("--changed-from", metavar="REF", help="Only what is about lines changed since this branch or commit.")
@fixing
@formatted
@scoped
@click.pass_obj
def check(
    call: Call,
    *,
    select: str | None,
    ignore: str | None,
    fail_on: FailOn | None,
    changed_from: str | None,
    fix: str | None,
    form: str,
    file: Path | None,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Tell what is stale, missing or damaged.

    Finds what "translate run" would change, or leave in the source language, and writes nothing but what --fix mends.
    Ends with 1 when it finds an error or a warning, or what "fail_on" in the settings says. The options override the
    settings.
    """
    from translate import pipeline
    from translate.inspection import inspect

    site, scope = opened(call, locales, pages)
    if fix in {"diff", "dry-run"}:
        return preview(call, site, scope, fix)
    if fix:
        mend(call, site, scope)
    policy = _policy(site.check, select, ignore, fail_on)
    changed, concerns = _narrowing(site, changed_from)
    found = inspect(site, scope, policy, watched(call, scope, pipeline.check(site, scope)), concerns=concerns)
    show(call, site, found, form=form, file=file, changed=changed, since=changed_from)
    return int(found.failed)


def _narrowing(site: Site, ref: str | None) -> tuple[frozenset[str], Callable[[Finding], bool]]:
    """Return the files that the author changed, and what tells which findings are about that; all without a `ref`."""
    if ref is None:
        return frozenset(), lambda _: True
    from translate.git.changed import changed_since
    from translate.git.narrowing import narrowed

    changed = changed_since(site.root, ref)
    return changed.files, narrowed(site, changed)


def _policy(policy: Policy, select: str | None, ignore: str | None, fail_on: FailOn | None) -> Policy:
    """Return the site's policy with what was said on the command line. Raises UsageError for a rule that is not."""
    from translate.checks.rules import named

    if select is not None:
        policy = policy._replace(select=named(select))
    if ignore is not None:
        policy = policy._replace(ignore=named(ignore))
    return policy._replace(fail_on=fail_on) if fail_on else policy
