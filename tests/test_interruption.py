"""Whenever a run ends, every file is whole: the old one or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite, write_site
from translate.lock import locked

COMMAND = [sys.executable, "-m", "translate"]
INTERRUPTED = "\ninterrupted: what was written is whole, the rest is as it was\n"
PAGES = {f"source_en/{number:03}.md": f"# Page {number}\n\n{'Some words to read. ' * 50}\n" for number in range(40)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site whose every page has changed since it was built, and the same site after an undisturbed run."""
    before, after = tmp_path_factory.mktemp("site") / "before", tmp_path_factory.mktemp("site") / "after"
    write_site(before, PAGES)
    sites.go(before)
    write_site(before, {name: text.replace("Some", "Many") for name, text in PAGES.items()})
    shutil.copytree(before, after)
    sites.go(after)
    return before, after


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def ended(root: Path, kind: signal.Signals, delay: float) -> tuple[int, str]:
    """Send a run a signal that long after its first file; return what it ended with and what it said."""
    first = root / "locales/nl/000.po"
    before = first.read_bytes()
    with subprocess.Popen([*COMMAND, "run"], cwd=root, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        while first.read_bytes() == before and process.poll() is None:
            time.sleep(0.001)
        time.sleep(delay)
        process.send_signal(kind)
        _, told = process.communicate(timeout=30)
    return process.returncode, told.decode()


@pytest.mark.parametrize("delay", [0.0, 0.02])
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_run_that_is_ended_leaves_whole_files(
    built: tuple[Path, Path], tmp_path: Path, kind: signal.Signals, delay: float
) -> None:
    before, after = built
    root = tmp_path / "site"
    shutil.copytree(before, root)

    code, told = ended(root, kind, delay)

    if kind is signal.SIGINT:
        # Python ends a process by the signal itself where it hit code made from a string, as that of named tuples is.
        assert code in {130, -kind}
        assert told == INTERRUPTED
    else:
        assert code == -kind
    old, new, standing = files(before), files(after), files(root)
    assert 0 < sum(standing[name] != old[name] for name in old) < 80
    assert {name for name in old if standing[name] not in {old[name], new[name]}} == set()
    # A run that could say no last word leaves at most the draft that it was at.
    added = [name for name in standing.keys() - old.keys() if not name.startswith(".translate/")]
    assert len(added) <= (kind is not signal.SIGINT)
    assert all(name.endswith(".translate") for name in added)


DYING = """
import signal, sys
from translate.__main__ import main

class Dying:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

held = [Dying()]

def hook(event, arguments):
    if event == "os.rename":
        held.clear()

sys.addaudithook(hook)
sys.argv = ["translate", "run"]
main()
"""


def test_an_interrupt_that_python_drops_comes_again(built: tuple[Path, Path], tmp_path: Path) -> None:
    shutil.copytree(built[0], root := tmp_path / "site")

    ended = subprocess.run([sys.executable, "-c", DYING], cwd=root, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (130, INTERRUPTED)


@pytest.mark.parametrize("module", ["translate.cli", "translate.cli.program", "click"])
def test_an_interrupt_while_the_program_is_read_shows_no_traceback(module: str) -> None:
    hook = f"lambda event, about: event == 'import' and about[0] == '{module}' and signal.raise_signal(signal.SIGINT)"
    script = f"import signal, sys; sys.addaudithook({hook}); import translate.__main__ as program; program.main()"

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "\ninterrupted\n")


def test_a_second_run_says_who_is_at_work(site: MakeSite) -> None:
    root = site({"source_en/a.md": "A.\n"})

    with locked(root):
        second = subprocess.run([*COMMAND, "run"], cwd=root, capture_output=True, text=True, check=False)
        looking = [
            subprocess.run([*COMMAND, *command], cwd=root, capture_output=True, check=False).returncode
            for command in (["status"], ["check"], ["run", "--dry-run"])
        ]

    assert second.returncode == 2
    assert "another translate is working on this site (process " in second.stderr
    assert looking == [0, 1, 0]


@pytest.mark.parametrize("command", [["check"], ["status"], ["rule"], ["--help"]])
def test_a_reader_who_has_seen_enough_hears_nothing_more(site: MakeSite, command: list[str]) -> None:
    root = site({"source_en/a.md": "A.\n"})
    reading, writing = os.pipe()
    os.close(reading)

    result = subprocess.run([*COMMAND, *command], cwd=root, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert result.returncode == 141
    assert b"Error" not in result.stderr
