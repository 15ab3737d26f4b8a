"""The types that the scripts of the review state in JSDoc, read by TypeScript's compiler."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).with_name("tsconfig.json")
COMPILER = Path(__file__).parents[1] / "renderers" / "node_modules" / "typescript" / "bin" / "tsc"


@pytest.mark.skipif(
    shutil.which("node") is None or not COMPILER.is_file(),
    reason="skipped: Node or TypeScript is not here (make renderers installs it)",
)
def test_the_types_of_the_scripts_agree() -> None:
    checked = subprocess.run(
        ["node", COMPILER, "--project", PROJECT], capture_output=True, encoding="utf-8", check=False
    )

    assert checked.stdout + checked.stderr == ""
    assert checked.returncode == 0
