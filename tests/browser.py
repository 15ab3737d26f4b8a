"""The browser of the system, in which pages are looked at as people see them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

AXE = Path(__file__).parent / "renderers" / "node_modules" / "axe-core" / "axe.min.js"

_CHROMIUM = shutil.which("chromium")

needs_chromium = pytest.mark.skipif(
    _CHROMIUM is None, reason="skipped: Chromium is not here (apt-get install chromium)"
)


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
