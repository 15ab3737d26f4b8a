"""The revision of a page that a translation was made from is found in the history, whatever it was called then."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.adopt.pages import DUTCH, ENGLISH, adopted, write
from translate.adopt.judgement import Verdict
from translate.adopt.revisions import Revisions
from translate.errors import UsageError
from translate.model import State

FIRST = ENGLISH.replace("first Tuesday", "last Friday").replace("## Speakers", "## Who speaks\n\nMore soon.")
LATER = ENGLISH.replace("for ten minutes; the door is green.", "until you see the green door, as it takes ten minutes.")


def git(root: Path, *arguments: str, time: int = 0) -> bytes:
    stamp = f"@{1_700_000_000 + time} +0000"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@x"}
    env = {**os.environ, **who, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, env=env).stdout


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


def revisions(root: Path, published: str = "old") -> Revisions:
    return Revisions.of(root, root / published, ["talks.md"])


def test_translations_are_paired_with_the_page_as_it_was_and_carried_to_today(root: Path) -> None:
    adoption = adopted(root, standing="reviewed", history=True)["talks.md"]

    assert {text.source for text in adoption.texts} >= {"Questions", "How to get there"}
    assert adoption.count(Verdict.TAKEN) == 13
    assert adoption.today == {State.REVIEWED: 11, State.STALE: 1, State.UNTRANSLATED: 1, State.OBSOLETE: 1}


def test_the_revision_is_named_as_git_knows_it(root: Path) -> None:
    made_from = adopted(root, history=True)["talks.md"].made_from

    assert git(root, "show", made_from) == ENGLISH.encode()
    assert made_from.endswith(":source_en/talks.md")


def test_the_best_revision_is_the_latest_of_those_that_fit_alike(root: Path) -> None:
    seen: list[bytes] = []

    def fit(content: bytes) -> float:
        seen.append(content)
        return -1.0 if b"Friday" in content else 0.0

    assert best(revisions(root), root / "old/talks.md", fit) == ENGLISH.encode()
    assert seen == [ENGLISH.encode(), FIRST.encode()]  # nothing younger than the translation, each blob once


def test_a_little_better_is_a_tie(root: Path) -> None:
    for better, found in ((0.4, ENGLISH), (0.6, FIRST)):
        fits = {ENGLISH.encode(): 0.0, FIRST.encode(): better}

        assert best(revisions(root), root / "old/talks.md", fits.__getitem__) == found.encode()


def test_a_page_that_was_renamed_and_renamed_back_is_followed(root: Path) -> None:
    git(root, "mv", "source_en/talks.md", "source_en/lectures.md")
    commit(root, {}, 6)
    git(root, "mv", "source_en/lectures.md", "source_en/talks.md")
    commit(root, {}, 7)

    assert [each.time - 1_700_000_000 for each in revisions(root).history.revisions("source_en/talks.md")] == [
        7, 6, 5, 4, 3, 2, 1,
    ]  # fmt: skip


def best(found: Revisions, published: Path, fit: Callable[[bytes], float]) -> bytes | None:
    pair = found.best("source_en/talks.md", published, fit)
    return pair[1] if pair else None


def test_a_translation_from_elsewhere_may_be_of_any_revision(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("old") / "talks.md"
    elsewhere.write_text(DUTCH)
    found = Revisions.of(root, elsewhere.parent, ["talks.md"])

    latest = LATER.replace("## Questions", "## Ask us").encode()
    assert best(found, elsewhere, lambda content: float(b"green door" in content)) == latest


def test_a_translation_that_is_older_than_the_history_may_be_of_any_revision(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "new")
    commit(root, {"source_en/talks.md": ENGLISH}, 8)
    git(root / "old", "init", "-q")
    commit(root / "old", {}, 1)

    assert best(revisions(root), root / "old/talks.md", lambda _: 0.0) == ENGLISH.encode()


def test_a_page_that_git_does_not_know_is_as_it_is_today(root: Path) -> None:
    write(root, {"source_en/new.md": ENGLISH, "old/new.md": DUTCH})

    adoption = adopted(root, history=True)["new.md"]

    assert (adoption.count(Verdict.TAKEN), adoption.made_from) == (13, "")


def test_a_broken_revision_is_no_candidate(root: Path) -> None:
    commit(root, {"source_en/talks.md": BROKEN, "old/talks.md": DUTCH + "\n"}, 6)
    commit(root, {"source_en/talks.md": ENGLISH}, 7)

    assert adopted(root, history=True)["talks.md"].count(Verdict.TAKEN) == 13


def test_a_page_that_was_always_broken_is_as_it_is_today(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {"source_en/talks.md": BROKEN, "old/talks.md": DUTCH}, 1)
    write(tmp_path, {"source_en/talks.md": ENGLISH})

    adoption = adopted(tmp_path, history=True)["talks.md"]

    assert (adoption.count(Verdict.TAKEN), adoption.made_from) == (13, "")


BROKEN = "---\ntitle: a: b\n---\n" + LATER[4:]


@pytest.mark.parametrize("published", ["lectures.md", "lectures.nl.md"])
def test_a_translation_under_the_old_name_of_its_page_is_found(root: Path, published: str) -> None:
    git(root, "mv", "old/talks.md", f"old/{published}")
    commit(root, {}, 6)

    rows = adopted(root, standing="reviewed", history=True)

    assert [*rows] == ["talks.md"]
    assert rows["talks.md"].published == str(root / "old" / published)
    assert rows["talks.md"].today == {State.REVIEWED: 11, State.STALE: 1, State.UNTRANSLATED: 1, State.OBSOLETE: 1}


def test_a_page_that_moved_twice_and_was_edited_on_the_way_is_followed(root: Path) -> None:
    git(root, "mv", "old/talks.md", "old/lectures.md")
    (root / "source_en/events").mkdir()
    git(root, "mv", "source_en/talks.md", "source_en/events/talks of 2026.md")
    much = ENGLISH.replace("- Grace Hopper shows what a [compiler](/compiler) is good for.\n", "").replace(
        "week", "day"
    )
    commit(root, {"source_en/events/talks of 2026.md": much}, 6)

    rows = adopted(root, history=True)

    assert {name: (each.published, each.problem) for name, each in rows.items()} == {
        "events/talks of 2026.md": (str(root / "old/lectures.md"), "")
    }
    assert rows["events/talks of 2026.md"].count(Verdict.TAKEN) == 13


def test_pages_that_stood_in_another_folder_are_found_where_they_stood_in_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, {"docs/guide/lectures.md": ENGLISH, "docs/guide/index.md": FIRST}, 1)
    commit(tmp_path, {"old/guide/lectures.md": DUTCH}, 2)
    (tmp_path / "source_en/guide").mkdir(parents=True)
    git(tmp_path, "mv", "docs/guide/lectures.md", "source_en/guide/talks.md")
    git(tmp_path, "mv", "docs/guide/index.md", "source_en/guide/index.md")
    commit(tmp_path, {}, 3)

    rows = adopted(tmp_path, history=True)

    assert rows["guide/talks.md"].count(Verdict.TAKEN) == 13
    assert rows["guide/index.md"].problem == "there is no nl page"


def test_a_site_in_a_folder_of_its_repository_has_a_history_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    site = tmp_path / "web"
    write(site, {"source_en/lectures.md": ENGLISH, "old/lectures.md": DUTCH})
    commit(tmp_path, {}, 1)
    git(tmp_path, "mv", "web/source_en/lectures.md", "web/source_en/talks.md")
    commit(site, {}, 2)
    commit(site, {"source_en/talks.md": LATER}, 3)

    adoption = adopted(site, history=True)["talks.md"]

    assert adoption.today[State.STALE] == 1
    assert git(tmp_path, "show", adoption.made_from) == ENGLISH.encode()


def test_a_new_page_under_the_old_name_keeps_its_own_translation(root: Path) -> None:
    commit(root, {"source_en/lectures.md": OTHER, "old/lectures.md": OTHER_DUTCH}, 6)
    rows = adopted(root, history=True)

    assert rows["lectures.md"].published == str(root / "old/lectures.md")
    assert rows["lectures.md"].count(Verdict.TAKEN) == 2
    assert rows["talks.md"].count(Verdict.TAKEN) == 13

    (root / "old/talks.md").unlink()
    assert adopted(root, history=True)["talks.md"].problem == "there is no nl page"


OTHER = "# Lectures\n\nThere will be more of these lectures in the winter, when the evenings are long.\n"
OTHER_DUTCH = "# Colleges\n\nEr komen meer van deze colleges in de winter, als de avonden lang zijn.\n"


def test_without_a_history_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"source_en/talks.md": ENGLISH, "old/talks.md": DUTCH})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(UsageError, match="there is none here") as problem:
        adopted(tmp_path, history=True)
    assert problem.value.hint == "name a folder with the older pages instead: --source DIR"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs git, which is not installed"):
        adopted(tmp_path, history=True)


def test_a_history_that_ends_early_is_told(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("clones") / "shallow"
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(clone))

    with pytest.raises(UsageError, match="this clone is shallow") as problem:
        adopted(clone, history=True)
    assert problem.value.hint == "get the rest of it: git fetch --unshallow"


def test_a_long_history_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"page{number}.md" for number in range(20)]
    git(tmp_path, "init", "-q")
    commit(tmp_path, {f"{folder}/{name}": f"# {name}\n" for folder in ("source_en", "old") for name in names}, 1)
    found = Revisions.of(tmp_path, tmp_path / "old", names)

    monkeypatch.setenv("PATH", os.devnull)  # no git any more
    assert [len([*found.history.revisions(f"source_en/{name}")]) for name in names] == [1] * 20
    assert len({found.published.written(name) for name in names}) == 1
