"""What every room's tests share: the hypothesis profile, and sites in temporary folders."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Two slow cores run several workers: a deadline or a slow first example says nothing about the code.
# Who starts the tests in the background may have them ignore Ctrl-C, and so would every program that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

SETTINGS = 'locales = ["nl"]\n'

MakeSite = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def site(tmp_path: Path) -> MakeSite:
    """Write files below a folder of their own and return the folder."""
    return lambda files: write_site(tmp_path, files)


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, with settings for Dutch where they hold none, and return the folder."""
    defaults: dict[str, str | bytes] = {} if "pyproject.toml" in files else {"translate.toml": SETTINGS}
    for name, content in {**defaults, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount a file system of its own on a folder; needs to be root."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"cannot mount a file system here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
