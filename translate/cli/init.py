"""`translate init`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import click

from translate.cli.console import Call, advise, examples, say, way_to


@click.command(epilog=examples("translate init --locale nl --locale de"))
@click.option(
    "-l", "--locale", "locales", multiple=True, metavar="LOCALE", help="A locale to translate into; may be repeated."
)
@click.pass_obj
def init(call: Call, locales: tuple[str, ...]) -> int:
    """Write translate.toml for the site that is here.

    What the site is, and where its pages are, is guessed and told; nothing that is there is overwritten. The lines
    for .gitattributes have git merge catalogs text by text, once the command that is printed has switched that on.
    """
    from translate import outputs
    from translate.git.driver import ENABLE
    from translate.init import detect, first_files, reasons

    found = detect(call.directory.resolve(), locales)
    for output in first_files(found):
        outputs.write(found.root, output)
        say(call, f"{'changed' if output.before else 'wrote'} {way_to(call.directory)}{output.path}")
    say(call, "\n".join(reasons(found)))
    advise(call, "git takes no programs from a repository: to merge catalogs text by text, each clone needs this once:")
    advise(call, f"  {ENABLE}")
    advise(call, "next: look at translate.toml, then: translate run")
    return 0
