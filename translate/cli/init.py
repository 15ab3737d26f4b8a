"""`translate init`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.console import Call, advise, say, way_to
from translate.cli.options import examples


@click.command(epilog=examples("translate init --locale nl --locale de", "translate -C handbook init --locale pt-BR"))
@click.option(
    "-l", "--locale", "locales", multiple=True, metavar="LOCALE", help="A locale to translate into; may be repeated."
)
@click.pass_obj
def init(call: Call, locales: tuple[str, ...]) -> int:
    """Write translate.toml for the site that is here.

    What the site is, where its pages are and where the built ones go is guessed and told; nothing that is there is
    overwritten. In .gitattributes, a line for the catalogs has git merge them text by text, once the command that is
    printed has switched that on.
    """
    from translate import outputs
    from translate.init.detection import detect, reasons, translated
    from translate.init.first_files import first_files

    found = detect(call.directory.resolve(), locales)
    for output in first_files(found):
        outputs.write(found.root, output)
        say(call, f"{'changed' if output.before else 'wrote'} {way_to(call.directory)}{output.path}")
    say(call, "\n".join(reasons(found)))
    _advise_git(call, found.root)
    for locale, folder in translated(found):
        way = f"{way_to(call.directory)}{folder}"
        advise(call, f"{way}/ has pages, which a run writes anew; take them over first: translate adopt {locale} {way}")
    advise(call, "next: look at translate.toml, then: translate run")
    return 0


def _advise_git(call: Call, root: Path) -> None:
    """Say how git merges catalogs in this clone too, where it could and does not yet."""
    from translate.git.driver import ENABLE, driver, has_attribute

    if has_attribute(root, "locales/nl/page.po") and not driver(root):
        advise(call, "to merge catalogs text by text, run this once in each clone of the repository:")
        advise(call, f"  {ENABLE}")
