"""What the commands share: what was said before the command, and how they speak to a person."""

# ruff: noqa: PLC0415 # imports inside of functions are what makes --help quick

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from inspect import cleandoc
from itertools import count
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

_PAGES = (
    "PAGE is a path inside the source folder or from here, a folder or a glob, or the path of a page's catalog or "
    "built page; without one it is about all pages."
)
_PACE = 0.1
"""Seconds between two states of a line that shows how far a run is."""


class Call(NamedTuple):
    """What was said before the command."""

    directory: Path
    quiet: bool
    verbose: bool


def examples(*lines: str) -> str:
    """Return what `--help` ends with: calls that a person can copy."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def scoped(command: Command) -> Command:
    """Give a command the pages and locales that it is about, and say in its help how pages are named."""
    command.__doc__ = f"{cleandoc(command.__doc__ or '')}\n\n{_PAGES}"
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
    from translate.report import progress

    positions = {page: position for position, page in enumerate(scope.pages, 1)}
    with drawn(call, every=_PACE) as draw:
        for result in results:
            if position := positions.get(result.page):
                draw(progress.pages(position, len(positions), result.page))
            yield result


@contextmanager
def stepped(call: Call, steps: int) -> Iterator[Callable[[str], None]]:
    """Give what shows on a terminal which page has come through a step, and how many of the steps are done."""
    from translate.report import progress

    done = count(1)
    with drawn(call, every=_PACE) as draw:
        yield lambda page: draw(progress.pages(next(done), steps, page))


@contextmanager
def metered(call: Call) -> Iterator[Watch]:
    """Give what shows how far an engine is: a bar on a terminal, a line for each page elsewhere."""
    from translate.report import progress

    begun = monotonic()
    with drawn(call) as draw:

        def show(state: Progress) -> None:
            if sys.stderr.isatty():
                draw(progress.bar(state, monotonic() - begun))
            elif (line := progress.line(state)) and not (call.quiet or call.verbose):
                click.echo(line, err=True)

        yield show


@contextmanager
def drawn(call: Call, *, every: float = 0.0) -> Iterator[Callable[[str], None]]:
    """Give what writes a line on a terminal, over the one before; none is left at the end.

    It says nothing elsewhere, nor to those who want it quiet or all told. Of lines that follow each other within
    `every` seconds, the first ones too, only some are shown: a short run flickers not at all.
    """
    if call.quiet or call.verbose or not sys.stderr.isatty():
        yield lambda _: None
        return
    from shutil import get_terminal_size

    # A line as wide as the terminal would make it go on to the next one.
    width = get_terminal_size().columns - 1
    last = monotonic() if every else 0.0

    def draw(line: str) -> None:
        nonlocal last
        if (now := monotonic()) - last >= every:
            last = now
            click.echo(f"\r{line[:width]:{width}}", nl=False, err=True)

    try:
        yield draw
    finally:
        click.echo(f"\r{'':{width}}\r", nl=False, err=True)


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
