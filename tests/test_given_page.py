"""The given Dutch page comes out byte for byte, from the English page and the Dutch page's own texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite
from translate.config import load
from translate.markdown.segmentation import segment
from translate.model import Unit

SEED = Path(__file__).parents[2] / "shared" / "seed"
SETTINGS = 'locales = ["nl"]\ndialect = "mdsvex"\nembeds = "text"\n'


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not there: the given page was not tested")
def test_the_given_page_comes_out_byte_for_byte(site: MakeSite) -> None:
    english = (SEED / "2024-february.en.md").read_bytes()
    dutch = (SEED / "2024-february.nl.md").read_bytes()
    root = site({"translate.toml": SETTINGS, "source_en/a.md": english})
    sites.go(root)
    rules = load(root).rules
    pairs = zip(segment("en", english, rules).segments, segment("nl", dutch, rules).segments, strict=True)
    targets = {ours.key: theirs.text for ours, theirs in pairs}

    def person(unit: Unit) -> Unit:
        return replace(unit, target=targets[unit.key])

    sites.translate(root, person=person)
    outcome = sites.go(root)

    assert outcome.findings == ()
    assert (root / "build/nl/a.md").read_bytes() == dutch
