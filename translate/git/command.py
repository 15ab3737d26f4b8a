"""Git, asked about the repository of a folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Hooks of git set these, for a repository and a folder that are not always those that are asked about.
_SET_BY_HOOKS = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


def run(folder: Path, *arguments: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Return what git prints, and with what it ends; `said` is what it reads. Raises FileNotFoundError without git."""
    environment = {name: value for name, value in os.environ.items() if name not in _SET_BY_HOOKS}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=said, env=environment, capture_output=True, check=False)
