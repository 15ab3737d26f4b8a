"""`--help` answers at once: nothing is imported before a command needs it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pyromark", "polib", "yaml", "frontmatter", "deepl", "requests", "babel", "tomllib", "json"}


def test_the_command_line_is_imported_without_what_it_may_never_need() -> None:
    script = "import sys, translate.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert {name.split(".")[0] for name in loaded} & HEAVY == set()
    assert [name for name in loaded if name.startswith("translate.")] == ["translate.errors", "translate.cli"]


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"]])
def test_help_costs_at_most_twice_what_click_costs(arguments: list[str], tmp_path: Path) -> None:
    floor = [sys.executable, "-c", "import click"]
    ours = [sys.executable, "-m", "translate", *arguments]
    # Byte code is kept, as in any installation, in a place of its own; the first of each only fills it.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in (floor, ours):
        cpu(command, environment)

    costs = [(cpu(ours, environment), cpu(floor, environment)) for _ in range(5)]

    assert min(cost for cost, _ in costs) <= 2 * min(cost for _, cost in costs)


def cpu(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds of processor time that a command took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
