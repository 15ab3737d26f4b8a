"""The program around the commands: its options, and what each way to fail ends with."""

# ruff: noqa: PLC0415 # imports inside of functions are what makes --help quick

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from translate.cli.console import Call, complain, version, way_to
from translate.cli.options import examples
from translate.errors import TranslateError, UsageError

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_BUG, _INTERRUPTED, _READER_GONE = 2, 130, 141
_SELDOM = 100_000
"""New objects between two runs of the garbage collector."""

COMMANDS: Mapping[str, str] = {
    "init": "init",
    "update": "stages",
    "pretranslate": "pretranslate",
    "build": "stages",
    "run": "stages",
    "check": "check",
    "status": "status",
    "report": "report",
    "review": "review",
    "rule": "rule",
    "adopt": "adopt",
    "doctor": "doctor",
    "merge-driver": "merge_driver",
}
"""The commands in the order of the work, and the file of this folder that each stands in."""


class _Program(click.Group):
    """The commands, imported when they are asked for; click would end with 1 for most ways to fail."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return _command(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from translate.suggestions import alternatives

            raise UsageError(f'there is no command "{name}"', hint=alternatives(name, COMMANDS))
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **options: Any) -> Any:
        # A run is short and leaves hardly a cycle of references: collecting them all the time took a thirtieth of it.
        gc.set_threshold(_SELDOM)
        for stream in (sys.stdout, sys.stderr):
            # A terminal that knows few characters shows escapes, and is no reason to fail.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = super().main(*args, **{**options, "standalone_mode": False})
            sys.stdout.flush()
        except (click.Abort, KeyboardInterrupt):
            complain("interrupted: what was written is whole, the rest is as it was")
            code = _INTERRUPTED
        except click.ClickException as problem:
            click.echo(_misuse(problem), err=True, color=_colour("auto"))
            code = TranslateError.exit_code
        except BrokenPipeError:
            code = _reader_gone()
        gc.freeze()  # the process ends: a last collection would only take time
        sys.exit(code or 0)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*args, **options)
        except BrokenPipeError:  # --help and --version print here
            raise click.exceptions.Exit(_reader_gone()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TranslateError as problem:
            from translate.config import home
            from translate.report import terminal

            complain(terminal.error(problem, way_to(home(ctx.params["directory"]))))
            return problem.exit_code
        except BrokenPipeError:
            return _reader_gone()
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            from translate.report import terminal

            complain(terminal.bug(problem, verbose=ctx.obj.verbose))
            return _BUG


def _misuse(problem: click.ClickException) -> str:
    """Return what click has to say of a wrong call, in the form of every other error."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        return problem.format_message()
    from translate.report import terminal

    context = problem.ctx if isinstance(problem, click.UsageError) else None
    path = context.command_path if context else "translate"
    message = problem.format_message().removesuffix(".")
    return terminal.error(UsageError(message[:1].lower() + message[1:], hint=f'"{path} --help" says what it takes'))


@cache
def _command(name: str) -> click.Command:
    """Import a command, and give it -q and -v as well: people write `check -v` as often as `-v check`."""
    found: click.Command = getattr(import_module(f"translate.cli.{COMMANDS[name]}"), name.replace("-", "_"))
    _loudness(callback=_heard, expose_value=False)(found)
    return found


def _loudness(**settings: Any) -> Callable[[_Decorated], _Decorated]:
    """Return the decorator that adds -q and -v."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="Print findings and errors only.", **settings)
    more = "Name every file that is written; show notes and tracebacks."
    verbose = click.option("-v", "--verbose", is_flag=True, help=more, **settings)
    return lambda decorated: verbose(quiet(decorated))


def _heard(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        root = ctx.find_root()
        ctx.obj = root.obj = root.obj._replace(**{str(option.name): True})


def _reader_gone() -> int:
    """Say nothing more to a reader who has seen enough; Python would complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _READER_GONE


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"translate {version()}")
        ctx.exit()


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "translate init --locale nl          write the settings of a site",
        "translate run                       catalogs and pages, all in one go",
        "translate check                     what is stale, missing or damaged",
        "translate -C ../site status         another site, from here",
    ),
)
@click.option(
    "-C",
    "--directory",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Work on the site in this folder.",
)
@_loudness()
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto follows the terminal, NO_COLOR and FORCE_COLOR.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def main(ctx: click.Context, directory: Path, quiet: bool, verbose: bool, color: str) -> None:
    """Translate Markdown sites through reviewable catalogs, without touching what is not text.

    Pages become gettext catalogs, people and engines fill them, and the catalogs become pages again.

    Ends with 0 when all is well, 1 when something was found or would change, 2 when it could not run, 3 when an
    engine could not go on, 130 when interrupted.
    """
    ctx.obj = Call(directory, quiet, verbose)
    ctx.color = _colour(color)


def _colour(wanted: str) -> bool | None:
    """Return whether to colour; None leaves it to whether the stream is a terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None
