"""Whatever happens to a site's pages: a second run changes nothing, `check` agrees, and no review is lost on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import sites
from tests.conftest import write_site
from translate.catalog.marks import pairs
from translate.model import State

PAGES = ("a.md", "b.md", "deep/c.md")
WORDS = "stop pause halt train build ship model lab law".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=5).map(" ".join)
EVENTS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(PAGES), TEXTS),
    st.tuples(st.just("edit"), st.sampled_from(PAGES), st.sampled_from(WORDS)),
    st.tuples(st.just("move"), st.sampled_from(PAGES), st.sampled_from(PAGES)),
    st.tuples(st.just("rename"), st.sampled_from(PAGES), st.sampled_from(PAGES)),
    st.tuples(st.just("cut"), st.sampled_from(PAGES), st.just("")),
    st.tuples(st.just("review"), st.sampled_from(PAGES), st.just("")),
)


@pytest.fixture(autouse=True, scope="module")
def no_waiting_for_the_disk() -> Iterator[None]:
    """Hundreds of small files are written here, and no power fails: waiting for the disk is all that it would cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@settings(max_examples=25)
@given(events=st.lists(EVENTS, min_size=1, max_size=10))
def test_check_agrees_with_run_and_reviews_stay(events: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = write_site(Path(folder), {"source_en/a.md": "stop the lab\n\npause the law\n\nship no model\n"})
        reviewed: set[str] = set()
        for event in [("review", "a.md", ""), *events]:
            happen(root, *event)
            sites.go(root)
            if event[0] == "review":
                reviewed = review(root, event[1], reviewed)
                sites.go(root)
            assert not any(sites.go(root).changed.values())
            assert {finding.code for finding in sites.found(root)} <= {"S001", "S002", "S005", "S006"}
            assert_kept(root, reviewed)


def happen(root: Path, event: str, page: str, detail: str) -> None:
    """Change a page as an author would; what makes no sense for the site changes nothing."""
    path = root / "source_en" / page
    texts = path.read_text().split("\n\n") if path.exists() else []
    if event == "write":
        put(path, [*texts, detail])
    elif event == "edit" and texts:
        put(path, [f"{detail} {texts[0]}".strip(), *texts[1:]])
    elif event == "move" and len(texts) > 1 and page != detail:
        put(path, texts[1:])
        happen(root, "write", detail, texts[0])
    elif event == "rename" and texts and not (root / "source_en" / detail).exists():
        put(root / "source_en" / detail, texts)
        remove(root, path)
    elif event == "cut" and len(texts) > 1:
        put(path, texts[:-1])


def put(path: Path, texts: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n\n".join(text.strip() for text in texts) + "\n")


def remove(root: Path, path: Path) -> None:
    path.unlink()
    if not any((root / "source_en").rglob("*.md")):
        put(path, ["a site has a page"])


def review(root: Path, page: str, reviewed: set[str]) -> set[str]:
    """Go through a page's catalog; who corrects a stale target has seen the old one, which then may go."""
    path = f"locales/nl/{page.removesuffix('.md')}.po"
    if not (root / "source_en" / page).exists():
        return reviewed
    units = sites.units(root, path)
    sites.translate(root, path)
    return (reviewed - {unit.previous for unit in units.values() if unit.previous}) | set(units)


def assert_kept(root: Path, reviewed: set[str]) -> None:
    catalogs = [sites.catalog(root, str(path.relative_to(root))) for path in root.rglob("*.po")]
    kept = {
        (pair.source, pair.target) for each in catalogs for unit in each.units for pair in pairs(unit) if not pair.fuzzy
    }
    assert {(text, text.upper()) for text in reviewed} <= kept
    for path in (root / "source_en").rglob("*.md"):
        name = path.relative_to(root / "source_en").with_suffix("")
        for unit in sites.units(root, f"locales/nl/{name}.po").values():
            assert unit.source not in reviewed or (unit.state, unit.target) == (State.REVIEWED, unit.source.upper())
