"""A check narrowed to what an author changed, in real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import write_site
from tests.report.people import call, edit, translate
from tests.sites import go
from translate.errors import UsageError
from translate.git.changed import changed_since

PAGE = """\
---
title: Home
date: 2026-01-01
---

# A plan

We meet at four,
on the market:
bring water.

- One thing
- Another thing

Read [the plan](/plan).
"""
AUTHOR = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | {
    f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", root, *arguments], env=os.environ | AUTHOR, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "work")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose branch `main` holds two pages with an old fault each, and on it the branch `work`."""
    root = tmp_path_factory.mktemp("changed") / "repository"
    site = write_site(root / "site", {"source_en/a.md": PAGE, "source_en/b.md": PAGE.replace("Home", "Second")})
    go(site)
    for page in ("a.md", "b.md"):
        translate(site, "nl", page)
        go(site)
        edit(site, f"source_en/{page}", "Another thing", "An old edit")
        edit(site, f"locales/nl/{page[0]}.po", "READ [THE PLAN]({1}).", "LEES HET PLAN.")
    go(site)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "checkout", "--quiet", "-b", "work")
    return root


@pytest.fixture
def site(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the site, where the person is."""
    shutil.copytree(finished, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy/site")
    return Path.cwd()


def told(*arguments: str) -> list[tuple[str, str, int]]:
    result = call("check", "--output-format", "json", *arguments)
    assert result.exit_code in {0, 1}, result.output
    return [(each["code"], each["path"], each["line"]) for each in json.loads(result.stdout)["results"]]


def changed(*arguments: str) -> list[tuple[str, str, int]]:
    return told("--changed-from", "main", *arguments)


@pytest.mark.usefixtures("site")
def test_what_was_wrong_before_is_not_told() -> None:
    assert len(told()) == 4
    assert changed() == []
    assert call("check").exit_code == 1
    narrowed = call("check", "--changed-from", "main")
    assert (narrowed.exit_code, narrowed.stdout) == (0, "2 pages · nl · changed since main: all is well\n")


@pytest.mark.parametrize("state", ["committed", "staged", "saved"])
def test_an_edited_line_of_a_page_is_told(site: Path, state: str) -> None:
    line = edit(site, "source_en/a.md", "bring water", "bring tea")
    if state != "saved":
        git(site, "add", ".")
    if state == "committed":
        commit(site)

    assert changed() == [("S001", "source_en/a.md", line)]


@pytest.mark.parametrize(
    ("old", "new"), [("\nbring water.", ""), ("We meet at four,\n", ""), ("four,\n", "four,\nor at five,\n")]
)
def test_lines_that_came_or_went_change_the_text_they_belong_to(site: Path, old: str, new: str) -> None:
    edit(site, "source_en/a.md", old, new)

    assert [(code, path) for code, path, _ in changed()] == [("S001", "source_en/a.md")]


def test_other_lines_of_a_list_or_of_front_matter_are_other_texts(site: Path) -> None:
    edit(site, "source_en/a.md", "One thing", "A new thing")
    edit(site, "source_en/b.md", "2026-01-01", "2026-01-02")

    assert [each[:2] for each in changed() if each[0] == "S001"] == [("S001", "source_en/a.md")]


def test_an_edited_entry_of_a_catalog_is_told(site: Path) -> None:
    edit(site, "locales/nl/a.po", "LEES HET PLAN.", "Lees het plan.")

    ((code, path, line),) = changed("--ignore", "S004")
    assert (code, path) == ("P001", "locales/nl/a.po")
    assert (site / path).read_text().split("\n")[line - 1] == 'msgid "Read [the plan]({1})."'


def test_other_entries_of_a_catalog_are_not(site: Path) -> None:
    edit(site, "locales/nl/a.po", "ONE THING", "ÉÉN DING")

    assert changed("--ignore", "S004") == []


def test_a_built_page_is_told_of_when_its_page_its_catalog_or_itself_changed(site: Path) -> None:
    built = ("S004", "build/nl/a.md", 0)

    edit(site, "locales/nl/a.po", "ONE THING", "ÉÉN DING")
    assert changed() == [built]
    commit(site)
    git(site, "branch", "--force", "main")
    assert changed() == []
    edit(site, "source_en/a.md", "2026-01-01", "2026-01-02")
    assert changed() == [built]
    git(site, "checkout", "--quiet", "source_en")
    edit(site, "build/nl/a.md", "2026-01-01", "2026-01-02")
    assert changed() == [built]


def test_a_page_that_is_gone_leaves_a_catalog_and_a_built_page(site: Path) -> None:
    (site / "source_en/a.md").unlink()

    assert changed() == [("S006", "build/nl/a.md", 0), ("S005", "locales/nl/a.po", 0)]


def test_a_page_that_moves_has_changed_where_its_text_has(site: Path) -> None:
    git(site, "mv", "source_en/a.md", "source_en/new name.md")
    git(site, "mv", "locales/nl/a.po", "locales/nl/new name.po")
    line = edit(site, "source_en/new name.md", "four", "five")

    assert [each for each in changed() if each[0] == "S001"] == [("S001", "source_en/new name.md", line)]


def test_files_that_git_does_not_know_are_new_and_ignored_ones_are_not(site: Path) -> None:
    (site / "source_en/c.md").write_text("One.\n\nTwo.\n")
    (site / "source_en/d.md").write_text("Three.\n")
    (site / ".gitignore").write_text("d.md\n")

    assert [each for each in changed() if each[0] == "S002"] == [
        ("S002", "source_en/c.md", 1),
        ("S002", "source_en/c.md", 3),
    ]


def test_what_others_did_meanwhile_is_not_told(site: Path) -> None:
    line = edit(site, "source_en/a.md", "four", "five")
    commit(site)
    git(site, "checkout", "--quiet", "main")
    edit(site, "source_en/b.md", "One thing", "A thing of others")
    commit(site)
    git(site, "checkout", "--quiet", "work")

    assert changed() == [("S001", "source_en/a.md", line)]
    assert told("--changed-from", git(site, "rev-parse", "main")) == changed()


def test_names_of_any_kind_are_names(site: Path) -> None:
    names = ["é 'x' \"y\".md", "tab\there.md", "with space.md", "日本.md"]
    for name in names:
        (site / "source_en" / name).write_text("One.\n\n++ b/other.md\n\nThree.\n")
    commit(site)
    git(site, "branch", "--force", "main")
    for name in names:
        edit(site, f"source_en/{name}", "++ b/other.md", "++ b/another.md")

    assert sorted(each for each in changed() if each[0] == "S002") == sorted(
        ("S002", f"source_en/{name}", 3) for name in names
    )


def test_settings_of_a_person_change_nothing(site: Path) -> None:
    for setting in ("diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always", "diff.external=false"):
        git(site, "config", *setting.split("="))
    (site / ".gitattributes").write_text("*.md binary\n*.po -diff\n")
    line = edit(site, "source_en/a.md", "four", "five")

    assert changed() == [("S001", "source_en/a.md", line)]


def test_hooks_of_git_say_where_another_repository_is(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = edit(site, "source_en/a.md", "four", "five")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")

    assert changed() == [("S001", "source_en/a.md", line)]


def test_annotations_tell_changed_files_first(site: Path) -> None:
    line = edit(site, "source_en/b.md", "four", "five")

    shown = call("check", "--output-format", "github", "--changed-from", "main").stdout
    assert shown.startswith(f"::warning file=source_en/b.md,line={line},")


def no_such_branch(root: Path) -> str:
    git(root, "branch", "somewhere")
    return "nowhere"


def no_history_in_common(root: Path) -> str:
    git(root, "checkout", "--quiet", "--orphan", "other")
    # In the same second, the same files and words would make the same commit again.
    (root / "other.txt").touch()
    commit(root)
    return "main"


def too_shallow(root: Path) -> str:
    commit(root)
    clone = root.parent.parent / "shallow"
    git(root, "clone", "--quiet", "--depth=1", "--no-single-branch", (root.parent).as_uri(), str(clone))
    shutil.rmtree(root.parent)
    shutil.move(clone, root.parent)
    return "origin/main"


def no_repository(root: Path) -> str:
    shutil.rmtree(root.parent / ".git")
    return "main"


@pytest.mark.parametrize(
    ("spoil", "message", "hint"),
    [
        (no_such_branch, 'git has no "nowhere" here', "fetch-depth: 0"),
        (no_history_in_common, '"main" and HEAD have no history in common', "the branch that this one began at"),
        (too_shallow, 'this clone does not go back to where it left "origin/main"', "git fetch"),
        (no_repository, "git cannot say what changed: fatal: not a git repository", "in a clone"),
    ],
)
def test_what_git_cannot_tell_is_an_error_with_a_way_out(
    site: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], str], message: str, hint: str
) -> None:
    ref = spoil(site)
    monkeypatch.chdir(site)

    result = call("check", "--changed-from", ref)

    assert result.exit_code == 2
    assert message in result.stderr
    assert hint in result.stderr
    assert call("check").exit_code == 1  # without git, everything is told


def test_git_that_is_not_there_is_an_error_with_a_way_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))

    assert "needs git" in call("check", "--changed-from", "main").stderr
    assert call("check").exit_code == 1


@pytest.mark.parametrize("ref", ["--output=x", "-h", "", "main:site"])
def test_no_name_is_an_option_or_something_else(site: Path, ref: str) -> None:
    with pytest.raises(UsageError, match="git has no"):
        changed_since(site, ref)
    assert not (site / "x").exists()


def test_a_shallow_clone_finds_what_a_full_one_finds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(site, "source_en/a.md", "four", "five")
    commit(site)
    found = []
    for name, *depth in (["full"], ["shallow", "--depth=1"]):
        clone = site.parent.parent / name
        git(site, "clone", "--quiet", *depth, site.parent.as_uri(), str(clone))
        monkeypatch.chdir(clone / "site")
        found.append([call("check", "--output-format", form).stdout for form in ("json", "full")])

    assert found[0] == found[1]
    assert len(json.loads(found[0][0])["results"]) == 5
