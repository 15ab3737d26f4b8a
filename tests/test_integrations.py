"""What the repository offers to GitHub, GitLab and pre-commit is run: the scripts of its YAML, by the real programs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import sites
from tests.conftest import MakeSite, write_site
from translate.model import State

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SEARCH = f"{BIN}{os.pathsep}{os.environ['PATH']}"
PAGE = "# A plan\n\nRead [the plan](/plan).\n"
FILES = {"source_en/a.md": PAGE, ".gitignore": "build/\n"}


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


ACTION, HOOKS, GITLAB, REGENERATE = map(
    loaded, ("action.yml", ".pre-commit-hooks.yaml", "docs/ci/gitlab.yml", "docs/ci/regenerate.yml")
)
WORKFLOW = REGENERATE["jobs"]["regenerate"]
STEPS = [step for step in (*ACTION["runs"]["steps"], *WORKFLOW["steps"]) if "run" in step]


@dataclass(frozen=True)
class Ran:
    code: int
    output: str
    outputs: Mapping[str, str]
    """What the steps told later ones."""


def bash(script: str, folder: Path, environ: Mapping[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "--noprofile", "--norc", "-e", *options, "-c", script]
    return subprocess.run(
        command, cwd=folder, env=dict(environ), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: values[found[1]], text)


def act(workspace: Path, temporary: Path, action: Path = ROOT, **inputs: str) -> Ran:
    """Run the steps of the action as a runner does."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | {"install": "false"} | inputs
    values = {f"inputs.{name}": value for name, value in given.items()}
    temporary.mkdir(exist_ok=True)
    files = {f"GITHUB_{name}": str(temporary / name) for name in ("OUTPUT", "STEP_SUMMARY", "PATH")}
    environ = {
        "PATH": os.environ["PATH"] if given["install"] == "true" else SEARCH,
        "LC_ALL": "C.UTF-8",
        "RUNNER_TEMP": str(temporary),
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_ACTION_PATH": str(action),
        **files,
    }
    code, output = 0, ""
    for step in ACTION["runs"]["steps"]:
        if step.get("if") == "inputs.install == 'true'" and given["install"] != "true":
            continue
        own = {name: filled(value, values) for name, value in step["env"].items()}
        ran = bash(step["run"], workspace, environ | own, "-o", "pipefail")
        code, output = ran.returncode, output + ran.stdout
        if code:
            break
        if (added := temporary / "PATH").exists():
            environ["PATH"] = os.pathsep.join([*added.read_text().splitlines(), environ["PATH"]])
    told = temporary / "OUTPUT"
    lines = told.read_text().splitlines() if told.exists() else []
    return Ran(code, output, dict(line.split("=", 1) for line in lines))


@pytest.fixture
def root(site: MakeSite) -> Path:
    """A site that is translated and reviewed; nothing is built."""
    made = site(FILES)
    sites.go(made)
    sites.translate(made)
    shutil.rmtree(made / "build")
    return made


def damage(root: Path) -> None:
    """Make one text stale, and the translation of another harmful."""
    (root / "source_en/a.md").write_text(PAGE.replace("A plan", "A good plan"))
    sites.go(root)
    shutil.rmtree(root / "build")
    catalog = root / "locales/nl/a.po"
    catalog.write_text(catalog.read_text().replace("READ [THE PLAN]({1}).", "LEES HET PLAN."))


def test_the_action_passes_and_tells_what_it_found(root: Path, tmp_path: Path) -> None:
    ran = act(root, tmp_path / "temporary")

    assert (ran.code, ran.outputs["stale"], ran.outputs["errors"], ran.outputs["warnings"]) == (0, "0", "0", "0")
    assert Path(ran.outputs["report"]).read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_action_fails_where_the_author_reads(root: Path, tmp_path: Path) -> None:
    damage(root)

    ran = act(root, tmp_path / "temporary")

    assert (ran.code, ran.outputs["stale"], ran.outputs["errors"], ran.outputs["warnings"]) == (1, "1", "1", "1")
    assert re.search(r"^::warning file=source_en/a\.md,line=1,.*S001", ran.output, re.MULTILINE)
    assert re.search(r"^::error file=locales/nl/a\.po,line=\d+,.*P001", ran.output, re.MULTILINE)
    assert "S001" in (tmp_path / "temporary/STEP_SUMMARY").read_text("utf-8")
    assert Path(ran.outputs["report"]).exists()
    assert set(ACTION["outputs"]) == set(ran.outputs)


def test_the_action_takes_arguments_as_they_are(root: Path, tmp_path: Path) -> None:
    damage(root)

    assert act(root, tmp_path / "1", arguments="--select S --fail-on\nerror").code == 0
    hostile = act(root, tmp_path / "2", arguments='--select $(touch${IFS}here) ; touch here "')
    assert hostile.code == 2
    assert not (root / "here").exists()


def test_the_action_says_why_it_could_not_look(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    ran = act(tmp_path, tmp_path / "temporary", directory="empty")

    assert (ran.code, ran.outputs) == (2, {})
    assert "no translate.toml here or above" in ran.output


def test_the_paths_of_the_action_lead_from_the_checkout(tmp_path: Path) -> None:
    root = write_site(tmp_path / "checkout/handbook", FILES)
    sites.go(root)

    ran = act(tmp_path / "checkout", tmp_path / "temporary", directory="handbook")

    assert ran.code == 1
    assert "::warning file=handbook/source_en/a.md,line=1" in ran.output


def test_nothing_from_outside_is_written_into_a_script() -> None:
    """What stands in `${{ }}` becomes part of the script, whatever it holds: it goes through the environment."""
    assert len(STEPS) == 9
    for step in STEPS:
        assert "${{" not in step["run"]
    assert "secrets." not in (ROOT / "action.yml").read_text()


def test_only_the_machine_sees_the_key_and_only_the_job_may_write() -> None:
    secret = [step["name"] for step in WORKFLOW["steps"] if "secrets." in json.dumps(step)]

    assert secret == ["Translate what nobody has"]
    assert (REGENERATE["permissions"], WORKFLOW["permissions"]) == (
        {},
        {"contents": "write", "pull-requests": "write"},
    )
    assert set(REGENERATE[True]) == {"schedule", "workflow_dispatch"}, "`on` is the YAML of 1.1 for true"


@pytest.mark.parametrize("script", [*(step["run"] for step in STEPS), "\n".join(GITLAB["translations"]["script"])])
def test_scripts_are_bash(script: str) -> None:
    subprocess.run(["bash", "-n", "-c", script], check=True)


def test_the_job_for_gitlab_leaves_what_it_names(root: Path) -> None:
    damage(root)
    job = GITLAB["translations"]
    install, *script = job["script"]
    assert install.startswith("pip install")

    ran = bash("\n".join(script), root, {"PATH": SEARCH, "CI_PROJECT_DIR": str(root)}, "-o", "pipefail")

    assert ran.returncode == 1, ran.stdout
    reports = job["artifacts"]["reports"]
    quality = json.loads((root / reports["codequality"]).read_text("utf-8"))
    assert {each["location"]["path"] for each in quality} == {"source_en/a.md", "locales/nl/a.po"}
    assert "<testsuite" in (root / reports["junit"]).read_text("utf-8")
    assert all((root / path).exists() for path in job["artifacts"]["paths"])


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    environ = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", *settings, *arguments]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=True).stdout


class Origin:
    """A repository that clones are made of, and what the workflow does with a clone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clones = 0
        git(folder, "init", "-q", "--bare", "origin")

    def clone(self) -> Path:
        self._clones += 1
        git(self._folder, "clone", "-q", "origin", f"clone{self._clones}")
        return self._folder / f"clone{self._clones}"

    def regenerate(self) -> str:
        """Run the workflow but for installing and asking GitHub."""
        clone = self.clone()
        values = {
            "github.event.repository.default_branch": "main",
            "secrets.DEEPL_AUTH_KEY": "",
            "github.token": "",
        }
        said = ""
        for step in WORKFLOW["steps"]:
            if step.get("name") in {None, "Install", "Open a pull request"}:
                continue
            own = {name: filled(value, values) for name, value in step.get("env", {}).items()}
            environ = {"PATH": SEARCH, "HOME": str(clone), "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
            ran = bash(step["run"], clone, environ | own)
            assert ran.returncode == 0, ran.stdout
            said += ran.stdout
        return said

    def change(self, branch: str, change: Callable[[Path], None]) -> None:
        clone = self.clone()
        git(clone, "checkout", "-q", branch)
        change(clone)
        git(clone, "add", "--all")
        git(clone, "commit", "-q", "-m", "work")
        git(clone, "push", "-q", "origin", branch)


def test_the_workflow_goes_on_where_reviewers_are(tmp_path: Path) -> None:
    origin = Origin(tmp_path)
    clone = origin.clone()
    git(clone, "checkout", "-q", "-b", "main")
    settings = 'locales = ["nl"]\nengine = "pseudo"\n'
    write_site(clone, {**FILES, "translate.toml": settings, ".gitattributes": "*.po merge=translate\n"})
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "start")
    git(clone, "push", "-q", "origin", "main")

    assert "would send" not in origin.regenerate()
    units = sites.units(clone_of(origin, "translations"), "locales/nl/a.po")
    assert {unit.state for unit in units.values()} == {State.MACHINE}

    def review(root: Path) -> None:
        sites.translate(root, "locales/nl/a.po", lambda unit: replace(unit, target="Een plan", fuzzy=False))

    origin.change("translations", review)

    def write(root: Path) -> None:
        (root / "source_en/a.md").write_text(f"{PAGE}\nMore.\n")

    origin.change("main", write)
    origin.regenerate()

    units = sites.units(clone_of(origin, "translations"), "locales/nl/a.po")
    assert {source: (unit.target, unit.state) for source, unit in units.items()} == {
        "A plan": ("Een plan", State.REVIEWED),
        "Read [the plan]({1}).": ("Een plan", State.REVIEWED),
        "More.": (units["More."].target, State.MACHINE),
    }


def clone_of(origin: Origin, branch: str) -> Path:
    clone = origin.clone()
    git(clone, "checkout", "-q", branch)
    return clone


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Something that pip can install from."""
    folder = tmp_path_factory.mktemp("index")
    command = f"{sys.executable} -m pip download -qq --retries 0 --no-deps -d {folder} polib".split()
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(f"pip can install nothing here: {ran.stderr.strip().splitlines()[-1]}")


def snapshot(folder: Path) -> str:
    """Make a repository of this package as it is now, and return its commit."""
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "translate", folder / "translate", ignore=shutil.ignore_patterns("__pycache__"))
    git(folder, "init", "-q")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "all")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.mark.usefixtures("index")
def test_the_action_installs_itself(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("action")
    snapshot(folder / "translate")

    ran = act(root, folder / "temporary", folder / "translate", install="true")

    assert (ran.code, ran.outputs["errors"]) == (0, "0"), ran.output
    assert (folder / "temporary/translate/bin/translate").exists()


@pytest.mark.usefixtures("index")
def test_the_hooks_stop_a_commit(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("hooks")
    commit = snapshot(folder / "translate")
    hooks = [{"id": hook["id"]} for hook in HOOKS]
    config = {"repos": [{"repo": str(folder / "translate"), "rev": commit, "hooks": hooks}]}
    (root / ".pre-commit-config.yaml").write_text(json.dumps(config))
    git(root, "init", "-q")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "start")
    environ = os.environ | {"PRE_COMMIT_HOME": str(folder / "cache"), "PRE_COMMIT_COLOR": "never"}

    def verdicts() -> Iterator[tuple[str, str]]:
        git(root, "add", "--all")
        command = [str(BIN / "pre-commit"), "run"]
        ran = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
        names = {hook["name"]: hook["id"] for hook in HOOKS}
        found = re.findall(r"^(.*?)\.{3,}(?:\(.*\))?(\w+)$", ran.stdout, re.MULTILINE)
        assert len(found) == len(names), ran.stdout + ran.stderr
        assert ran.returncode == int(any(verdict == "Failed" for _, verdict in found))
        return ((names[name], verdict) for name, verdict in found)

    (root / "source_en/a.md").write_text(PAGE.replace("A plan", "A good plan"))
    assert dict(verdicts()) == {
        "translate-update": "Failed",
        "translate-catalogs": "Passed",
        "translate-check": "Failed",
    }

    sites.translate(root)
    assert set(dict(verdicts()).values()) == {"Passed"}

    catalog = root / "locales/nl/a.po"
    catalog.write_text(catalog.read_text().replace('msgstr ""\n"Project', 'msgstr ""\n"X-Generator: x\\n"\n"Project'))
    assert dict(verdicts()) == {
        "translate-update": "Failed",
        "translate-catalogs": "Passed",
        "translate-check": "Passed",
    }

    (root / "elsewhere.txt").write_text("no page\n")
    git(root, "commit", "-q", "--no-verify", "-a", "-m", "next")
    assert set(dict(verdicts()).values()) == {"Skipped"}


def test_what_the_guide_shows_is_what_there_is() -> None:
    guide = (ROOT / "docs/ci.md").read_text("utf-8")
    shown = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)]
    jobs = [job for each in shown for job in each.get("jobs", {}).values()]
    (action,) = (step for job in jobs for step in job["steps"] if step["uses"].startswith("OWNER/"))
    hooks = [hook["id"] for each in shown for repository in each.get("repos", ()) for hook in repository["hooks"]]

    assert action["with"].keys() <= ACTION["inputs"].keys()
    assert set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)) >= ACTION["inputs"].keys()
    assert set(re.findall(r"^\| `(translate-\w+)` \|", guide, re.MULTILINE)) == {hook["id"] for hook in HOOKS}
    assert set(hooks) <= {hook["id"] for hook in HOOKS}
    assert set(re.findall(r"steps\.translations\.outputs\.(\w+)", guide)) <= ACTION["outputs"].keys()
