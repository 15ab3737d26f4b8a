"""A browser, and a site of ten texts that is reviewed in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, expect

from tests.browser import launched
from tests.review.serving import serving
from tests.review.ten import ten_texts
from tests.review.window import Window, opened

# Two slow cores run several workers.
expect.set_options(timeout=10_000)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ten_texts(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def served(root: Path, chromium: Browser) -> Iterator[tuple[str, StorageState]]:
    """The running program: its address, and what a browser knows that it has let in."""
    with serving(root) as served:
        context = chromium.new_context()
        context.new_page().goto(served.address)
        yield served.address.partition("?")[0], context.storage_state()


@pytest.fixture
def window(chromium: Browser, served: tuple[str, StorageState], root: Path) -> Iterator[Window]:
    """A new window on the page with the ten texts; the catalogs are as they were when it is closed."""
    address, state = served
    before = {path: path.read_bytes() for path in root.glob("locales/**/*.po")}
    with opened(chromium, address, storage_state=state, permissions=["clipboard-read", "clipboard-write"]) as window:
        window.at("A plan for ten")
        yield window
    for path, content in before.items():
        path.write_bytes(content)
