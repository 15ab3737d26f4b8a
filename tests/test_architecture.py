"""Imports go one way, and each package of somebody else is known to one file."""

from __future__ import annotations

import ast
from collections import defaultdict
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "translate"
FENCES = {
    "pyromark": "markdown/events.py",
    "polib": "catalog/po.py",
    "deepl": "engines/deepl.py",
    "requests": "engines/transport.py",
    "urllib3": "engines/transport.py",
    "click": "cli/",
    "frontmatter": "markdown/frontmatter",
    "yaml": "markdown/frontmatter",
    "babel": "checks/numbers/cldr.py",
    "flask": "review/server.py",
    "werkzeug": "review/server.py",
}
# What a room may know of the others; the three in the middle never see each other.
MAY_KNOW = {
    **{leaf: set() for leaf in ("edits", "errors", "figures", "globs", "languages", "stop_words", "suggestions")},
    "model": {"figures"},
    "markdown": {"errors", "model"},
    "catalog": {"errors", "model"},
    "engines": {"errors", "model", "suggestions"},
    "checks": {"errors", "model", "suggestions", "stop_words"},
}


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = {path.relative_to(PACKAGE).as_posix(): imported(path) for path in sorted(PACKAGE.rglob("*.py"))}


def test_rooms_know_only_what_is_below_them() -> None:
    for path, names in MODULES.items():
        room = path.split("/")[0].removesuffix(".py")
        known = {name.split(".")[1] for name in names if name.startswith("translate.")} - {room}
        assert known <= MAY_KNOW.get(room, known), path
        assert "cli" not in known or path == "__main__.py", path


def test_no_two_rooms_need_each_other() -> None:
    needs: defaultdict[str, set[str]] = defaultdict(set)
    for path, names in MODULES.items():
        room = path.split("/")[0].removesuffix(".py")
        needs[room] |= {name.split(".")[1] for name in names if name.startswith("translate.")} - {room}
    order = list(TopologicalSorter(needs).static_order())

    assert order.index("model") < order.index("pipeline") < order.index("cli")


def test_packages_of_others_are_known_to_one_file() -> None:
    for package, fence in FENCES.items():
        users = [path for path, names in MODULES.items() if package in {name.split(".")[0] for name in names}]
        assert [path for path in users if not path.startswith(fence)] == [], package
