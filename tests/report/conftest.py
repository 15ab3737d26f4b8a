"""A small site with something of everything, as tests of a form need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_site
from tests.report.people import edit, inspection, translate
from tests.sites import go
from translate.inspection import Inspection

SETTINGS = """\
project = "The club"
locales = ["nl", "de"]

[check]
select = ["S001", "S002", "S003", "S004", "S005", "P001"]
"""
INDEX = """\
---
title: Home
---

# A *plan* of 100 %

We meet at four,
on the market: bring water.

Read [the plan](/plan).
"""


@pytest.fixture(scope="session")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages in two locales: stale, untranslated, damaged, out of date, and a catalog that has no page."""
    files: dict[str, str | bytes] = {
        "translate.toml": SETTINGS,
        "source_en/index.md": INDEX,
        "source_en/about us.md": "# Who?\n\nWho pays?\n",
        "source_en/gone.md": "Gone.\n",
    }
    root = write_site(tmp_path_factory.mktemp("club"), files)
    go(root)
    translate(root, "nl", "index.md")
    translate(root, "de", "index.md")
    translate(root, "nl", "about us.md")
    go(root)
    edit(root, "source_en/index.md", "four", "five")
    edit(root, "locales/nl/index.po", "READ [THE PLAN]({1}).", "LEES HET PLAN.")
    (root / "source_en/gone.md").unlink()
    return root


@pytest.fixture(scope="session")
def found(club: Path) -> Inspection:
    return inspection(club)
