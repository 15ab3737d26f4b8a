"""`translate review` in a terminal: the address, ports that are taken, no browser, no Flask, Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import write_site
from tests.review.serving import COMMAND, Browser, serving

PAGES = {"source_en/a.md": "# One\n", "source_en/b.md": "# Two\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(tmp_path, PAGES)
    sites.go(root)
    return root


def reviewing(root: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "review", *options],
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for the address, press Ctrl-C, and return how it ended and what it said."""
    assert process.stdout is not None
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=10)
    return process.returncode, told


def test_ctrl_c_is_how_it_ends_well(root: Path) -> None:
    assert ended(reviewing(root, "--no-browser")) == (0, "\nended; every save is in its catalog\n")
    with reviewing(root, "--no-browser") as process:
        assert process.stdout is not None
        browser = Browser(process.stdout.readline().split("/")[2])
        assert browser.get("/").status == 401
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=10)[1] == "\nended; every save is in its catalog\n"
    assert ended(reviewing(root, "--no-browser", "--quiet")) == (0, "")


def test_a_port_can_be_chosen_and_one_that_is_taken_is_told(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [*COMMAND, "review", "--port", str(port)], cwd=root, capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: port {port} is in use\nhint: choose another one, or none for any that is free\n"

    with serving(root, "--port", str(port)) as served:
        assert served.host == f"127.0.0.1:{port}"
    # A port is free again as soon as it ends.
    with serving(root, "--port", str(port)) as served:
        assert served.browser().get("/api/site").status == 200


def test_only_this_machine_is_listened_to(root: Path) -> None:
    with serving(root) as served:
        port = int(served.host.rpartition(":")[2])
        listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
        local = {line.split()[1] for line in listening if line.split()[1].endswith(f":{port:04X}")}

    assert local == {f"0100007F:{port:04X}"}
    assert not any(line.split()[1].endswith(f":{port:04X}") for line in Path("/proc/net/tcp6").read_text().splitlines())


def test_only_the_pages_and_locales_that_were_named_are_shown(tmp_path: Path) -> None:
    root = write_site(tmp_path, {**PAGES, "translate.toml": 'locales = ["nl", "de", "ar"]\n'})
    with serving(root, "--locale", "ar", "b.md") as served:
        site = served.browser().site()

    assert [page["name"] for page in site["pages"]] == ["b.md"]
    assert site["locales"] == [{"locale": "ar", "tag": "ar", "name": "Arabic", "dir": "rtl"}]


def test_a_browser_is_started_once_with_the_address(root: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n')
    program.chmod(0o755)

    process = reviewing(root, BROWSER=str(program))
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    while not opened.exists():
        time.sleep(0.01)
    assert Browser(address.split("/")[2]).enter(address).status == 302
    for _ in range(3):
        assert Browser(address.split("/")[2]).get("/").status == 401
    # Another browser may come, and is told of once.
    assert process.stdout.readline().startswith("http://")
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=10)[0] == ""

    assert opened.read_text().split() == [address]


def test_without_a_screen_the_address_is_all(root: Path) -> None:
    process = reviewing(root, **dict.fromkeys(("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"), ""))
    assert process.stderr is not None
    told = process.stderr.readline()

    assert ended(process)[0] == 0
    assert told == "there is no screen for a browser here: open the address in yours\n"


def test_what_is_missing_is_told_with_how_to_get_it(root: Path) -> None:
    script = "import sys; sys.modules['flask'] = None; from translate.cli import main; main(['review'])"
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: the review needs the package flask, which is not installed\n"
        "hint: pip install 'translate-pages[review]'\n"
    )


@pytest.mark.parametrize("options", [["--locale", "xx"], ["nothing.md"], ["--port", "70000"]])
def test_what_the_site_does_not_have_cannot_be_reviewed(root: Path, options: list[str]) -> None:
    done = subprocess.run([*COMMAND, "review", *options], cwd=root, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
