"""git merges, rebases and picks catalogs through the driver, in real repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite
from translate.git import driver as git
from translate.model import State, Unit

TRANSLATE = Path(sys.executable).with_name("translate")
ATTRIBUTES = "locales/**/*.po text eol=lf diff=po merge=translate\n"
PAGE = "# Stop the big lab\n\nTrain no model.\n\nBuild nothing new.\n"
CATALOG = "locales/nl/a.po"

Person = Callable[[Unit], Unit]


@dataclass(frozen=True)
class Repository:
    """A site in git, with the driver switched on."""

    root: Path

    def git(self, *arguments: str, code: int = 0) -> str:
        environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == code, ran.stdout
        return ran.stdout

    def commit(self, message: str = "work") -> None:
        self.git("add", "--all")
        self.git("commit", "-q", "-m", message)

    def translate(self, targets: dict[str, str], path: str = CATALOG) -> None:
        """Let a person translate some texts, and commit."""

        def person(unit: Unit) -> Unit:
            return replace(unit, target=targets[unit.source], fuzzy=False) if unit.source in targets else unit

        sites.translate(self.root, path, person)
        self.commit()

    def edit(self, before: str, after: str) -> None:
        """Change the page and bring its catalog up to date, and commit."""
        page = self.root / "source_en/a.md"
        page.write_text(page.read_text().replace(before, after))
        sites.go(self.root)
        self.commit()

    def targets(self, path: str = CATALOG) -> dict[str, tuple[str, State]]:
        return {source: (unit.target, unit.state) for source, unit in sites.units(self.root, path).items()}

    def diverged(self, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
        """Do something on a branch `work`, and something else on `main`."""
        self.git("checkout", "-q", "-b", "work")
        theirs()
        self.git("checkout", "-q", "main")
        ours()


@pytest.fixture
def repository(site: MakeSite) -> Repository:
    files = {"source_en/a.md": PAGE, ".gitattributes": ATTRIBUTES, ".gitignore": "build/\n.translate/\n"}
    repository = Repository(site(files))
    repository.git("init", "-q", "-b", "main")
    repository.git("config", "merge.translate.driver", f"{TRANSLATE} merge-driver %O %A %B %P")
    sites.go(repository.root)
    repository.commit("start")
    return repository


def whole(path: Path) -> Iterator[str]:
    """Check that gettext reads a catalog, and yield its lines."""
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)
    yield from path.read_text("utf-8").splitlines()


def test_translations_of_neighbours_are_merged_without_a_word(repository: Repository) -> None:
    repository.diverged(
        lambda: repository.translate({"Stop the big lab": "Stop het lab"}),
        lambda: repository.translate({"Train no model.": "Train geen model."}),
    )

    repository.git("merge", "-q", "work")

    assert repository.git("status", "--porcelain") == ""
    assert repository.targets() == {
        "Stop the big lab": ("Stop het lab", State.REVIEWED),
        "Train no model.": ("Train geen model.", State.REVIEWED),
        "Build nothing new.": ("", State.UNTRANSLATED),
    }
    sites.go(repository.root)
    assert repository.git("status", "--porcelain") == "", "it is in the usual form"


def test_without_the_driver_git_would_stop_there(repository: Repository) -> None:
    """What the driver is for: texts that stand next to each other are one place for git."""
    repository.git("config", "--unset", "merge.translate.driver")
    repository.diverged(
        lambda: repository.translate({"Stop the big lab": "Stop het lab", "Train no model.": "Train niets."}),
        lambda: repository.edit("no model", "no big model"),
    )

    repository.git("merge", "-q", "work", code=1)

    assert "<<<<<<< HEAD" in (repository.root / CATALOG).read_text()


def test_a_translation_follows_the_edit_of_its_text(repository: Repository) -> None:
    repository.diverged(
        lambda: repository.translate({"Train no model.": "Train geen model."}),
        lambda: repository.edit("no model", "no big model"),
    )

    repository.git("merge", "-q", "work")

    assert repository.targets()["Train no big model."] == ("Train geen model.", State.STALE)
    sites.go(repository.root)
    assert repository.git("status", "--porcelain") == "", "as if it had been translated before it was edited"


def test_a_person_is_asked_where_two_have_translated_the_same_text(repository: Repository) -> None:
    repository.diverged(
        lambda: repository.translate({"Train no model.": "Train geen model."}),
        lambda: repository.translate({"Train no model.": "Train niets.", "Build nothing new.": "Bouw niets."}),
    )

    told = repository.git("merge", "work", code=1)

    lines = list(whole(repository.root / CATALOG))
    place = lines.index('msgid "Train no model."') + 1
    assert f"{CATALOG}:{place}: two people have translated this text differently\n    source  Train no model.\n" in told
    assert f"CONFLICT (content): Merge conflict in {CATALOG}" in told
    assert repository.git("status", "--porcelain") == f"UU {CATALOG}\n"
    assert lines[place - 5 : place + 1] == [
        "# conflict: Train niets.",
        "#. paragraph · in “Stop the big lab”",
        "#: source_en/a.md",
        "#, fuzzy",
        'msgid "Train no model."',
        'msgstr "Train geen model."',
    ]
    assert repository.targets()["Build nothing new."] == ("Bouw niets.", State.REVIEWED)
    sites.go(repository.root)
    assert list(whole(repository.root / CATALOG)) == lines, "an update leaves the choice to people"


def test_a_rebase_merges_and_goes_on_after_a_choice(repository: Repository) -> None:
    repository.diverged(
        lambda: repository.translate({"Train no model.": "Train geen model."}),
        lambda: repository.translate({"Stop the big lab": "Stop het lab", "Train no model.": "Train niets."}),
    )
    repository.git("checkout", "-q", "work")

    repository.git("rebase", "main", code=1)
    unit = sites.units(repository.root, CATALOG)["Train no model."]
    assert (unit.target, unit.comments) == ("Train geen model.", ("conflict: Train niets.",))
    sites.translate(repository.root, CATALOG, lambda each: replace(each, fuzzy=False, comments=()))
    repository.git("add", CATALOG)
    repository.git("rebase", "--continue")

    assert repository.git("status", "--porcelain") == ""
    assert repository.targets() == {
        "Stop the big lab": ("Stop het lab", State.REVIEWED),
        "Train no model.": ("Train geen model.", State.REVIEWED),
        "Build nothing new.": ("", State.UNTRANSLATED),
    }


def test_a_commit_is_picked(repository: Repository) -> None:
    repository.diverged(
        lambda: repository.edit("Train", "Please train"),
        lambda: repository.translate({"Train no model.": "Train geen model.", "Build nothing new.": "Bouw niets."}),
    )

    repository.git("cherry-pick", "work")

    assert repository.targets() == {
        "Stop the big lab": ("", State.UNTRANSLATED),
        "Please train no model.": ("Train geen model.", State.STALE),
        "Build nothing new.": ("Bouw niets.", State.REVIEWED),
    }


def test_a_catalog_that_both_branches_begin_is_merged(repository: Repository) -> None:
    def begin(target: str) -> None:
        (repository.root / "source_en/it's new.md").write_text("One.\n\nTwo.\n")
        sites.go(repository.root)
        repository.translate({target: target.upper()}, "locales/nl/it's new.po")

    repository.diverged(lambda: begin("One."), lambda: begin("Two."))

    repository.git("merge", "-q", "work")

    assert repository.targets("locales/nl/it's new.po") == {
        "One.": ("ONE.", State.REVIEWED),
        "Two.": ("TWO.", State.REVIEWED),
    }
    assert "#: source_en/it's%20new.md" in list(whole(repository.root / "locales/nl/it's new.po"))


def test_what_cannot_be_read_is_left_as_it_is(repository: Repository) -> None:
    def break_it() -> None:
        path = repository.root / CATALOG
        path.write_text(path.read_text().replace('msgid "Train', '<<<<<<< HEAD\nmsgid "Train'))
        repository.commit()

    repository.diverged(lambda: repository.translate({"Train no model.": "Train geen model."}), break_it)
    before = (repository.root / CATALOG).read_bytes()
    line = before.decode().splitlines().index('msgid "Train no model."') + 1

    told = repository.git("merge", "work", code=1)

    assert f"error: {CATALOG}:{line}: git conflict marker <<<<<<< in their version\n" in told
    assert "hint: nothing is merged, the file is our version" in told
    assert (repository.root / CATALOG).read_bytes() == before
    assert repository.git("status", "--porcelain") == f"UU {CATALOG}\n"


def test_it_needs_no_site_and_no_git(tmp_path: Path) -> None:
    for name, target in {"old": "", "mine": "A", "yours": "B"}.items():
        (tmp_path / name).write_text(f'msgid ""\nmsgstr "Language: pt_BR\\n"\n\nmsgid "a"\nmsgstr "{target}"\n')

    ran = subprocess.run(
        [TRANSLATE, "-q", "merge-driver", "old", "mine", "yours"], cwd=tmp_path, capture_output=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (1, b"")
    assert ran.stdout == b"mine:18: two people have translated this text differently\n    source  a\n"
    assert '"Language: pt_BR\\n"' in list(whole(tmp_path / "mine"))


def test_init_says_what_each_clone_needs_and_git_takes_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("One.\n\nTwo.\n")
    repository = Repository(tmp_path)
    repository.git("init", "-q", "-b", "main")
    told = subprocess.run(
        [TRANSLATE, "init", "--locale", "nl"], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    (command,) = (line.strip() for line in told.stderr.splitlines() if line.startswith("  git config"))
    assert git.driver(tmp_path) == ""
    assert git.has_attribute(tmp_path, "locales/nl/events/a.po")
    assert not git.has_attribute(tmp_path, "theme/nl.po")

    subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True)

    assert git.driver(tmp_path) == git.DRIVER
