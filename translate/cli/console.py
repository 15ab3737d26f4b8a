"""What the commands share: what was said before the command, and how they speak to a person."""

# ruff: noqa: PLC0415 # imports inside of functions are what makes --help quick

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from translate.discovery import Scope
    from translate.model import Finding, Output
    from translate.site import Site


class Call(NamedTuple):
    """What was said before the command."""

    directory: Path
    quiet: bool
    verbose: bool


def opened(call: Call, locales: tuple[str, ...], pages: tuple[str, ...]) -> tuple[Site, Scope]:
    """Return the site, and what of it a person asked for."""
    from translate.config import load
    from translate.discovery import scope

    site = load(call.directory)
    return site, scope(site, pages, locales, cwd=Path.cwd())


def tell(findings: Iterable[Finding], folder: str) -> None:
    """Print findings; they are results, told even to those who want it quiet."""
    from translate.report import terminal

    for finding in findings:
        click.echo(terminal.shown(finding, folder))


def put(root: Path, file: Path, content: bytes) -> Output:
    """Write a file that a person named, whole or not at all, and return it. Raises OutputError."""
    from translate import outputs
    from translate.errors import OutputError
    from translate.model import Output

    # Where links lead: ".." behind a link to the site is not the folder that holds the link.
    path = os.path.relpath(file.resolve(), root.resolve())
    output = Output(path=path, content=content, before=outputs.read(root, path))
    try:
        outputs.write(root, output)
    except OutputError as problem:
        # By the name that the person gave it, not by the way that leads there from the site.
        raise OutputError(f"{file}: {problem.message}", hint=problem.hint) from problem
    return output


def say(call: Call, text: str) -> None:
    """Print what is good to know."""
    if not call.quiet and text:
        click.echo(text)


def advise(call: Call, text: str) -> None:
    """Print a hint, apart from the results."""
    if not call.quiet:
        click.secho(text, dim=True, err=True)


def complain(text: str) -> None:
    """Print what went wrong."""
    click.echo(text, err=True)


def version() -> str:
    """Return the version of this program."""
    from importlib.metadata import version as installed

    return installed("translate-pages")


def way_to(root: Path) -> str:
    """Return what leads from here to the site, to be put before its paths."""
    way = os.path.relpath(root)
    return "" if way == "." else f"{way}/"
