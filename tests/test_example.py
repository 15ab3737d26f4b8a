"""The example site is what the README says: Dutch complete, German in every state, catalogs in their usual form."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import sites
from translate import pipeline
from translate.config import load
from translate.discovery import scope
from translate.model import State

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example site, run once."""
    root = tmp_path_factory.mktemp("example")
    shutil.copy(ROOT / "translate.toml", root)
    for folder in ("source_en", "locales"):
        shutil.copytree(ROOT / folder, root / folder)
    sites.go(root)
    return root


def test_its_catalogs_are_up_to_date_and_in_their_usual_form(example: Path) -> None:
    kept = {path.relative_to(ROOT): path.read_bytes() for path in (ROOT / "locales").rglob("*.po")}

    assert {path.relative_to(example): path.read_bytes() for path in (example / "locales").rglob("*.po")} == kept


def test_dutch_is_complete_and_german_shows_every_state(example: Path) -> None:
    site = load(example)
    counted = {"nl": set[State](), "de": set[State]()}
    for coverage in pipeline.survey(site, scope(site)):
        counted[coverage.locale] |= set(+coverage.words)

    assert counted["nl"] == {State.REVIEWED}
    assert counted["de"] == {State.REVIEWED, State.MACHINE, State.STALE, State.UNTRANSLATED}


def test_nothing_is_found_but_that_german_has_work_left(example: Path) -> None:
    found = sites.found(example)

    assert {finding.code for finding in found} == {"S001", "S002"}
    assert {finding.locale for finding in found} == {"de"}
