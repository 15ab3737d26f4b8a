"""Nothing paid twice, nothing paid lost: the real command under budgets, quotas and signals."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MakeSite, write_site
from tests.pretranslated import example, files, pretranslate, started, units
from tests.services.deepl_api import DeepLServer
from tests.services.language import translated
from tests.services.service import Received, Response
from translate.model import State

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "pauseai" / "en_now"
PAGES, TEXTS = 16, 9
THREADS = 4
"""Requests that may be in flight: one a thread (`Runner.each`)."""
KILLS = 10


class SlowServer(DeepLServer):
    """Takes its time for each request of texts."""

    def answer(self, received: Received) -> Response:
        if received.path == self.work_path:
            time.sleep(0.05)
        return super().answer(received)


@pytest.fixture
def server() -> Iterator[DeepLServer]:
    with SlowServer() as server:
        yield server


def edition(number: int) -> dict[str, str | bytes]:
    """Return a site's pages, every text of which is another in the next edition."""
    return {
        f"source_en/{page:02}.md": "\n\n".join(
            f"Edition {number}, page {page}: *sentence* {text} of [many](/x{text}), {'so ' * text}on."
            for text in range(TEXTS)
        )
        for page in range(PAGES)
    }


@pytest.fixture
def root(site: MakeSite) -> Path:
    return site(edition(1))


def texts_of(server: DeepLServer) -> Counter[str]:
    """Return how often each text was paid for."""
    return Counter(one.text for one in server.paid)


def words(wire: str) -> str:
    return re.sub("<[^>]*>", "", wire)


def saved(root: Path) -> Counter[str]:
    """Return the texts that have the right translation in a catalog, without their markup."""
    found = units(root, "nl").values()
    for unit in found:
        assert unit.state in {State.UNTRANSLATED, State.MACHINE}
        assert unit.target in {"", translated(unit.source)}
    return Counter(re.sub(r"[*\[\]]|\(\{\d\}\)", "", unit.source) for unit in found if unit.target)


def estimated(root: Path, server: DeepLServer) -> int:
    """Return how many characters a dry run says would be sent."""
    found = re.search(r"would send ([\d ]+) characters?", pretranslate(root, server, "--dry-run").stdout)
    assert found
    return int(found[1].replace(" ", ""))


def test_the_estimate_is_what_is_billed(tmp_path: Path, server: DeepLServer) -> None:
    root = example(tmp_path)
    expected = estimated(root, server)

    result = pretranslate(root, server)

    assert expected > 10_000
    assert abs(server.billed - expected) <= 0.01 * expected
    assert f"{server.billed // 1000} {server.billed % 1000:03} characters" in result.stdout
    assert estimated(root, server) == 0


@pytest.mark.skipif(not CORPUS.is_dir(), reason="skipped: pauseai/en_now is not here (../shared/corpora)")
def test_the_estimate_is_what_a_real_site_is_billed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages: dict[str, str | bytes] = {f"source_en/{path.name}": path.read_bytes() for path in CORPUS.glob("*.md")}
    root = write_site(tmp_path, {"translate.toml": 'locales = ["nl"]\ndialect = "mdsvex"\n', **pages})
    with DeepLServer(limit=10**9) as server:
        expected = estimated(root, server)
        begun = time.monotonic()
        result = pretranslate(root, server)
        seconds = time.monotonic() - begun

    with capsys.disabled():
        print(f"\nen_now: {expected} characters estimated, {server.billed} billed, {seconds:.1f} s: {result.stdout}")  # noqa: T201 # figures to be seen
    assert result.exit_code == 0
    assert expected > 300_000
    assert abs(server.billed - expected) <= 0.01 * expected


@pytest.mark.parametrize(
    ("arguments", "setting", "limit"),
    [
        *((("--max-characters", str(limit)), 0, limit) for limit in (0, 1, 499, 500, 501, 3000)),
        ((), 700, 700),
        (("--max-characters", "900"), 700, 900),
    ],
)
def test_a_budget_holds_to_the_character(
    root: Path, server: DeepLServer, arguments: tuple[str, ...], setting: int, limit: int
) -> None:
    write_site(root, {"translate.toml": f'locales = ["nl"]\nmax_characters = {setting}\n'})
    whole = estimated(root, server)

    result = pretranslate(root, server, *arguments)

    longest = max(len(key[2]) for key in units(root, "nl"))
    assert result.exit_code == 3
    assert limit - longest < server.billed <= limit
    assert f"of this run's {limit - server.billed} are left" in result.stderr
    assert saved(root) == Counter(words(text) for text in texts_of(server))
    assert estimated(root, server) == whole - server.billed


def test_runs_with_a_budget_come_to_the_end_and_pay_for_nothing_twice(root: Path, server: DeepLServer) -> None:
    whole = estimated(root, server)
    codes: list[int] = []

    while not codes or codes[-1] == 3:
        before = server.billed
        codes.append(pretranslate(root, server, "--max-characters", "2000").exit_code)
        assert server.billed - before <= 2000

    assert codes == [3] * (len(codes) - 1) + [0]
    assert len(codes) > 3
    assert server.billed == whole
    assert set(texts_of(server).values()) == {1}
    assert len(saved(root)) == PAGES * TEXTS


def test_a_used_up_quota_loses_nothing_and_the_next_run_goes_on(root: Path, server: DeepLServer) -> None:
    server.limit = 3000

    stopped = pretranslate(root, server)

    assert stopped.exit_code == 3
    assert "answered 456: the account's quota is used up" in stopped.stderr
    assert 0 < server.billed <= 3000
    assert saved(root) == Counter(words(text) for text in texts_of(server))
    server.limit = 10**6
    assert pretranslate(root, server).exit_code == 0
    assert set(texts_of(server).values()) == {1}
    assert len(saved(root)) == PAGES * TEXTS


def wait_for(server: DeepLServer, posts: int, process: subprocess.Popen[str]) -> None:
    """Wait until the process has sent something, or has nothing to send."""
    while len(server.posts) < posts and process.poll() is None:
        time.sleep(0.001)


@pytest.mark.parametrize("posts", [1, 6, 11])
def test_an_interrupted_run_keeps_what_was_answered(root: Path, server: DeepLServer, posts: int) -> None:
    with started(root, server) as process:
        wait_for(server, posts, process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)

    assert process.returncode == 130
    assert "what was answered is kept: the next run goes on from there\n" in told
    assert "Traceback" not in told
    assert len(server.posts) < PAGES
    assert pretranslate(root, server).exit_code == 0
    assert set(texts_of(server).values()) == {1}
    assert len(saved(root)) == PAGES * TEXTS


def test_killed_at_any_moment_it_loses_what_is_in_flight_and_pays_for_nothing_else_twice(
    root: Path, server: DeepLServer, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, kills, number = random.Random(5), 0, 1  # noqa: S311 # moments to kill at
    runs: list[list[frozenset[str]]] = []
    while kills < KILLS:
        before = len(server.posts)
        with started(root, server) as process:
            wait_for(server, before + 1, process)
            time.sleep(chance.uniform(0, 0.15))
            process.kill()
            process.communicate()
        runs.append([frozenset(post.json["text"]) for post in server.posts[before:]])
        kills += process.returncode == -signal.SIGKILL
        saved(root)  # every catalog can be read, and what is in it is right
        assert len([name for name in files(root) if name.endswith(".translate")]) <= 1
        if not process.returncode:
            number += 1
            write_site(root, edition(number))
    before = len(server.posts)
    assert pretranslate(root, server).exit_code == 0
    runs.append([frozenset(post.json["text"]) for post in server.posts[before:]])

    again: set[str] = set()
    lost = []
    for posts in reversed(runs):
        lost.append(sum(bool(post & again) for post in posts))
        again |= frozenset[str]().union(*posts)
    with capsys.disabled():
        print(f"\nrequests that were lost in flight when the run was killed, of each: {lost[::-1]}")  # noqa: T201 # a figure to be seen
    assert max(lost) <= THREADS
    assert len(saved(root)) == PAGES * TEXTS
