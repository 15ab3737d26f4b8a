"""What the commands share: what was said before the command, and how they speak to a person."""

# ruff: noqa: PLC0415 # imports inside of functions are what makes --help quick

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from translate.adopt.adoption import Adoption
    from translate.discovery import Scope
    from translate.model import Finding, Output
    from translate.pipeline import Result
    from translate.pretranslation.session import Progress, Watch
    from translate.site import Site
    from translate.tally import Coverage

_Result = TypeVar("_Result", "Output", "Coverage", "Finding | Coverage", "Result", "Adoption")
Command = TypeVar("Command", bound=Callable[..., Any])
"""What click decorates."""


class Call(NamedTuple):
    """What was said before the command."""

    directory: Path
    quiet: bool
    verbose: bool


def examples(*lines: str) -> str:
    """Return what `--help` ends with: calls that a person can copy."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def scoped(command: Command) -> Command:
    """Give a command the pages and locales that it is about."""
    pages = click.argument("pages", nargs=-1, metavar="[PAGE]...")
    locales = click.option(
        "-l", "--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated."
    )
    return pages(locales(command))


def writing(command: Command) -> Command:
    """Give a command the pages and locales, and the ways to look before it writes."""
    check = click.option("--check", "mode", flag_value="check", help="Write nothing; end with 1 if files would change.")
    diff = click.option("--diff", "mode", flag_value="diff", help="The same, and show how they would change.")
    dry = click.option("--dry-run", "mode", flag_value="dry-run", help="Write nothing; say what would be written.")
    return check(diff(dry(scoped(command))))


def opened(call: Call, locales: tuple[str, ...], pages: tuple[str, ...]) -> tuple[Site, Scope]:
    """Return the site, and what of it a person asked for."""
    from translate.config import load
    from translate.discovery import scope

    site = load(call.directory)
    return site, scope(site, pages, locales, cwd=Path.cwd())


def watched(call: Call, scope: Scope, results: Iterable[_Result]) -> Iterator[_Result]:
    """Show on a terminal which of the pages the results have come to."""
    if call.quiet or call.verbose or not sys.stderr.isatty():
        yield from results
        return
    positions = {page: position for position, page in enumerate(scope.pages, 1)}
    with click.progressbar(length=len(positions), file=sys.stderr, label="pages") as bar:
        for result in results:
            bar.update(positions.get(result.page, bar.pos) - bar.pos)
            yield result


@contextmanager
def metered(call: Call) -> Iterator[Watch]:
    """Give what shows how far an engine is: a bar on a terminal, a line for each page elsewhere."""
    from translate.report import progress

    on_terminal, begun = sys.stderr.isatty(), monotonic()

    def show(state: Progress) -> None:
        if on_terminal:
            click.echo(f"\r{progress.bar(state, monotonic() - begun):79}", nl=False, err=True)
        elif told := progress.line(state):
            click.echo(told, err=True)

    if call.quiet or call.verbose:
        yield lambda _: None
        return
    try:
        yield show
    finally:
        if on_terminal:
            click.echo(f"\r{'':79}\r", nl=False, err=True)


def tell(findings: Iterable[Finding], folder: str) -> None:
    """Print findings; they are results, told even to those who want it quiet."""
    from translate.report import terminal

    for finding in findings:
        click.echo(terminal.shown(finding, folder))


def put(root: Path, file: Path, content: bytes) -> Output:
    """Write a file that a person named, whole or not at all, and return it. Raises OutputError."""
    from translate import outputs
    from translate.model import Output

    # Where links lead: ".." behind a link to the site is not the folder that holds the link.
    path = os.path.relpath(file.resolve(), root.resolve())
    output = Output(path=path, content=content, before=outputs.read(root, path))
    outputs.write(root, output)
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
