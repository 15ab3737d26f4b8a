"""`translate merge-driver`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.console import Call, advise
from translate.cli.options import examples

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog=examples(
        "translate merge-driver old.po mine.po yours.po    merges into mine.po",
        'git config merge.translate.driver "translate merge-driver %O %A %B %P"',
    )
)
@click.argument("ancestor", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("path", default="")
@click.pass_obj
def merge_driver(call: Call, ancestor: Path, ours: Path, theirs: Path, path: str) -> int:
    """Merge two versions of a catalog, text by text, into OURS.

    What git runs where .gitattributes says merge=translate; PATH is the catalog's name. The file is always a whole
    catalog, without conflict markers. Ends with 1, and git then stops as for a conflict, when two people translated a
    text differently: our translation is in it, fuzzy, and theirs in a comment "conflict:". Ends with 2, and leaves
    OURS as it is, when one of the versions cannot be read.
    """
    from translate import outputs
    from translate.catalog.resolution import resolve
    from translate.model import Output

    before = ours.read_bytes()
    name = path or str(ours)
    found = resolve(ancestor.read_bytes(), before, theirs.read_bytes(), path=name)
    outputs.write(Path(), Output(path=str(ours), content=found.content, before=before))
    for unit in found.conflicts:
        click.echo(f"{name}:{unit.line}: two people have translated this text differently\n    source  {unit.source}")
    if found.conflicts:
        advise(call, f"next: choose, take the fuzzy mark and the conflict comment away, then: git add {name}")
    return int(bool(found.conflicts))
