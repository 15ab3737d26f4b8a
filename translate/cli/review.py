"""`translate review`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Thread

import click

from translate.cli.console import Call, advise, opened
from translate.cli.options import examples, scoped

_SCREENS = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""Variables one of which is there where a window can be: without, a browser would take over the terminal."""


@click.command(
    epilog=examples(
        "translate review --locale nl",
        "translate review --locale nl events/",
        "translate review --no-browser --port 8080    print the address only",
    )
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Listen on this port; on any free one if none is given.",
)
@click.option(
    "--browser/--no-browser", "window", default=True, help="Open a browser window, or only print the address."
)
@scoped
@click.pass_obj
def review(call: Call, *, port: int, window: bool, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Review translations in the browser.

    Shows each text of a page next to its translation and the page itself; what is approved is in the catalog at once.
    Answers to this machine only, and to the browser in which the printed address was opened. Ctrl-C ends it, with 0:
    serving until somebody has enough is what it is for.
    """
    from translate.errors import UsageError

    try:
        from translate.review.server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("translate"):
            raise
        hint = "pip install 'translate-pages[review]'"
        raise UsageError(f"the review needs the package {error.name}, which is not installed", hint=hint) from error
    site, scope = opened(call, locales, pages)
    addresses: list[str] = []

    def announce(address: str) -> None:
        if addresses:
            advise(call, "a browser that was not let in has asked; to let it in, open")
        click.echo(address)
        if window and not addresses:
            _show(call, address)
        addresses.append(address)

    with suppress(KeyboardInterrupt):
        serve(site, scope, port, announce)
    advise(call, "\nended; every save is in its catalog")
    return 0


def _show(call: Call, address: str) -> None:
    """Open a browser window, if there can be one; who waits for it must not keep the server waiting."""
    import webbrowser

    def show() -> None:
        if not webbrowser.open(address):
            advise(call, "no browser could be started: open the address in yours")

    if sys.platform == "darwin" or any(map(os.environ.get, _SCREENS)):
        Thread(target=show, daemon=True).start()
    else:
        advise(call, "there is no screen for a browser here: open the address in yours")
