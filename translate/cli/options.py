"""The arguments and options that several commands take, and the examples that their help ends with."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
"""What click decorates."""

_PAGES = (
    "PAGE is a path inside the source folder or from here, a folder or a glob, or the path of a page's catalog or "
    "built page; without one it is about all pages."
)


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


def examples(*lines: str) -> str:
    """Return what `--help` ends with: calls that a person can copy."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
