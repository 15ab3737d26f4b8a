"""What the guide for site owners shows of moving in is what the command says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, OTHER, write

GUIDE = Path(__file__).parents[2] / "docs" / "site-owners.md"
HEADING = "\n## Moving in with translations that you have\n"
SECTION = GUIDE.read_text("utf-8").partition(HEADING)[2].partition("\n## ")[0]
((COMMAND, SHOWN),) = re.findall(r"^   ```console\n   \$ (.*?)\n(.*?)^   ```$", SECTION, re.MULTILINE | re.DOTALL)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page that has a good translation but for two texts, and one that has none."""
    dutch = DUTCH.replace("[compiler](/compiler)", "vertaler").replace("1.000", "2.000")
    write(tmp_path / "site", {"source_en/eggs.md": OTHER, "source_en/talks.md": ENGLISH})
    write(tmp_path / "site", {"../old/nl/talks.md": dutch.replace(" {#questions}", "")})
    return tmp_path / "site"


def test_the_command_says_what_the_guide_shows(site: Path) -> None:
    environment = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    ran = subprocess.run(
        ["bash", "-c", COMMAND],
        cwd=site,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )

    assert ran.stdout == textwrap.dedent(SHOWN)


def test_the_columns_of_the_table_are_explained() -> None:
    (heads,) = [line.split() for line in SHOWN.splitlines() if line.split()[0] == "page"]

    assert re.findall(r"^\| (\w+) \|", SECTION, re.MULTILINE) == ["column", *heads[1:]]
