"""The revision of a page that a translation was made from is found in the history, whatever it was called then."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, adopted, write
from translate.adopt.judgement import Verdict
from translate.adopt.revisions import Revisions
from translate.errors import UsageError
from translate.model import State

FIRST = ENGLISH.replace("first Tuesday", "last Friday").replace("## Speakers", "## Who speaks\n\nMore soon.")
LATER = ENGLISH.replace("for ten minutes; the door is green.", "until you see the green door, as it takes ten minutes.")


def git(root: Path, *arguments: str, time: int = 0) -> None:
    stamp = f"@{1_700_000_000 + time} +0000"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@x"}
    env = {**os.environ, **who, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, env=env)


def commit(root: Path, files: Mapping[str, str], time: int) -> None:
    write(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", str(time), time=time)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site whose page was written, renamed and edited; it was translated in between."""
    git(tmp_path, "init", "-q")
    commit(tmp_path, {"source_en/lectures.md": FIRST}, 1)
    commit(tmp_path, {"source_en/lectures.md": ENGLISH}, 2)
    git(tmp_path, "mv", "source_en/lectures.md", "source_en/talks.md")
    commit(tmp_path, {"old/talks.md": DUTCH}, 3)
    commit(tmp_path, {"source_en/talks.md": ENGLISH.replace("## Questions", "## Ask us")}, 4)
    commit(tmp_path, {"source_en/talks.md": LATER.replace("## Questions", "## Ask us")}, 5)
    return tmp_path


def test_translations_are_paired_with_the_page_as_it_was_and_carried_to_today(root: Path) -> None:
    adoption = adopted(root, standing="reviewed", history=True)["talks.md"]

    assert [text.source for text in adoption.texts if "Tuesday" in text.source or text.source == "Questions"] != []
    assert adoption.count(Verdict.TAKEN) == 13
    assert adoption.today == {State.REVIEWED: 11, State.STALE: 1, State.UNTRANSLATED: 1, State.OBSOLETE: 1}


def test_the_best_revision_is_the_latest_of_those_that_fit_alike(root: Path) -> None:
    seen: list[bytes] = []

    def fit(content: bytes) -> float:
        seen.append(content)
        return -1.0 if b"Friday" in content else 0.0

    found = Revisions.of(root).best("source_en/talks.md", root / "old/talks.md", fit)

    assert found == ENGLISH.encode()
    assert seen == [ENGLISH.encode(), FIRST.encode()]  # nothing younger than the translation, each blob once


def test_a_translation_from_elsewhere_may_be_of_any_revision(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("old") / "talks.md"
    elsewhere.write_text(DUTCH)

    found = Revisions.of(root).best("source_en/talks.md", elsewhere, lambda content: float(b"green door" in content))

    assert found == LATER.replace("## Questions", "## Ask us").encode()


def test_a_page_that_git_does_not_know_is_as_it_is_today(root: Path) -> None:
    write(root, {"source_en/new.md": ENGLISH, "old/new.md": DUTCH})

    assert Revisions.of(root).best("source_en/new.md", root / "old/new.md", lambda _: 0.0) is None
    assert adopted(root, history=True)["new.md"].count(Verdict.TAKEN) == 13


def test_a_broken_revision_is_no_candidate(root: Path) -> None:
    commit(root, {"source_en/talks.md": "---\ntitle: a: b\n---\n" + LATER[4:], "old/talks.md": DUTCH + "\n"}, 6)
    commit(root, {"source_en/talks.md": ENGLISH}, 7)

    assert adopted(root, history=True)["talks.md"].count(Verdict.TAKEN) == 13


def test_without_a_history_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(UsageError, match="there is none here") as problem:
        adopted(tmp_path, history=True)
    assert problem.value.hint == "name a folder with the older pages instead: --source DIR"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs git, which is not installed"):
        adopted(tmp_path, history=True)
