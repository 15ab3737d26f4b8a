"""What `check` found goes to a person, a program or a file, in the form that was asked for."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, complain, put, say, version, way_to
from translate.cli.options import Command
from translate.report.formats import FORMATS

if TYPE_CHECKING:
    from translate.inspection import Inspection
    from translate.report.view import View
    from translate.site import Site

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the checkout is, from which they read paths."""


def formatted(command: Command) -> Command:
    """Give a command the form of its results, and where they go."""
    form = click.option(
        "--output-format",
        "form",
        type=click.Choice(list(FORMATS)),
        default="full",
        show_default=True,
        help="What the findings are printed as; docs/ci.md describes the forms.",
    )
    file = click.option(
        "--output-file",
        "file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write the findings to this file; how many there are is still printed.",
    )
    return form(file(command))


def show(
    call: Call,
    site: Site,
    found: Inspection,
    *,
    form: str,
    file: Path | None,
    changed: frozenset[str],
    since: str | None = None,
) -> None:
    """Print or write the findings, then how many there are: apart from them where a program reads them.

    `changed` are the files that the author changed, where the findings are about what changed `since` a revision.
    """
    from translate.model import Severity
    from translate.report.view import View

    severe = found.severe(Severity.ERROR, Severity.WARNING)
    shown = found if call.verbose else found._replace(findings=severe)
    machine = FORMATS[form].machine
    folder = _way_from_checkout(site.root) if machine else way_to(site.root)
    view = View(folder=folder, changed=changed, version=version() if machine else "")
    text = FORMATS[form].render(shown, view)
    if file:
        put(site.root, file, click.unstyle(text).encode("utf-8", "backslashreplace") + b"\n" * bool(text))
    elif text:
        # Programs read UTF-8, whatever a terminal here understands.
        click.echo(text.encode("utf-8", "backslashreplace") if machine else text)
    if form == "github":
        _summarise(shown, view)
    _sum_up(call, shown, since, apart=machine and not file)


def _sum_up(call: Call, found: Inspection, since: str | None, *, apart: bool) -> None:
    from translate.figures import counted
    from translate.report.rollup import rolled_up
    from translate.report.terminal import totals

    findings = rolled_up(found.findings)
    narrowed = f"changed since {since}: " if since else ""
    facts = [counted(len(found.pages), "page", "pages"), ", ".join(found.locales), narrowed + totals(findings)]
    (advise if apart else say)(call, " · ".join(facts))
    if codes := dict.fromkeys(finding.code for finding in findings):
        advise(call, f"rules: translate rule {' '.join(codes)}")


def _summarise(found: Inspection, view: View) -> None:
    """Append to the summary of the job, which GitHub Actions gives each step a file for."""
    from translate.report import markdown

    if not (name := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    try:
        with Path(name).open("ab") as file:
            text = markdown.render(found, view, markdown.LIMIT - file.tell())
            file.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    except OSError as error:
        # The findings are told already: no reason to fail.
        complain(f"the job summary cannot be written: {error.strerror}")


def _way_from_checkout(root: Path) -> str:
    """Return what leads to the site from the checkout of a CI job; from here where there is none."""
    site = root.resolve()
    for checkout in (Path(folder).resolve() for name in _CHECKOUTS if (folder := os.environ.get(name))):
        if site.is_relative_to(checkout):
            way = site.relative_to(checkout).as_posix()
            return "" if way == "." else f"{way}/"
    return way_to(root)
