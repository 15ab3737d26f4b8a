"""How far a run is, drawn on the terminal while it works."""

# ruff: noqa: PLC0415 # imports inside of functions are what makes --help quick

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from translate.cli.console import Call
    from translate.discovery import Scope
    from translate.model import Finding, Output
    from translate.pipeline import Result
    from translate.pretranslation.session import Progress, Watch
    from translate.tally import Coverage

_Result = TypeVar("_Result", "Output", "Coverage", "Finding | Coverage", "Result")
_PACE = 0.1
"""Seconds between two states of a line that shows how far a run is."""


def watched(call: Call, scope: Scope, results: Iterable[_Result]) -> Iterator[_Result]:
    """Yield the results, and draw which page they have come to."""
    from translate.report import progress

    positions = {page: position for position, page in enumerate(scope.pages, 1)}
    with _drawn(call, every=_PACE) as draw:
        for result in results:
            if position := positions.get(result.page):
                draw(progress.pages(position, len(positions), result.page))
            yield result


@contextmanager
def stepped(call: Call, steps: int) -> Iterator[Callable[[str], None]]:
    """Give a function that draws the page which a step has just ended for, and how many of the steps are done."""
    from translate.report import progress

    done = count(1)
    with _drawn(call, every=_PACE) as draw:
        yield lambda page: draw(progress.pages(next(done), steps, page))


@contextmanager
def metered(call: Call) -> Iterator[Watch]:
    """Give a function that shows how far an engine is: a bar on a terminal, a line for each page elsewhere."""
    from translate.report import progress

    begun = monotonic()
    with _drawn(call) as draw:

        def show(state: Progress) -> None:
            if sys.stderr.isatty():
                draw(progress.bar(state, monotonic() - begun))
            elif (line := progress.line(state)) and not (call.quiet or call.verbose):
                click.echo(line, err=True)

        yield show


@contextmanager
def _drawn(call: Call, *, every: float = 0.0) -> Iterator[Callable[[str], None]]:
    """Give a function that draws a line on a terminal in place of the one before; the last is wiped at the end.

    Nothing is drawn elsewhere, nor with -q or -v. A line is left out that comes within `every` seconds of the one
    before, or of the beginning: a short run does not flicker.
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
