"""Every form of a small site, byte for byte.

Where a form is meant to change: `GOLDEN=write pytest tests/report/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click import unstyle

from translate.inspection import Inspection
from translate.report.formats import FORMATS
from translate.report.view import View

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "full": "full.txt",
    "concise": "concise.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif.json",
    "junit": "junit.xml",
    "json": "check.json",
    "markdown": "summary.md",
}


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_is_what_it_was(found: Inspection, form: str) -> None:
    golden = GOLDEN / FILES[form]
    text = unstyle(FORMATS[form].render(found, View(folder="site/", version="1.2.3"))) + "\n"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(text, "utf-8")

    assert text == golden.read_text("utf-8")


def test_nothing_else_is_golden() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(FILES.values())
