"""`--help` answers at once: nothing is imported before a command needs it."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"pyromark", "polib", "yaml", "frontmatter", "deepl", "requests", "babel", "tomllib", "json"}


def test_the_command_line_is_imported_without_what_it_may_never_need() -> None:
    script = "import sys, translate.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert {name.split(".")[0] for name in loaded} & HEAVY == set()
    assert {name for name in loaded if name.startswith("translate.")} == {
        "translate.cli",
        "translate.cli.console",
        "translate.cli.options",
        "translate.cli.program",
        "translate.errors",
    }
