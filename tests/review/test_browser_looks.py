"""Every screen of the review can be seen, heard and reached: axe finds nothing, and it fits into its window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import needs_chromium
from tests.conftest import write_site
from tests.review.ten import ten_texts
from tests.review.window import Window, reviewing
from tests.sites import go

pytestmark = needs_chromium

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WORDS = f"# {LONG}\n\n`{'code_' * 40}` and [a link](https://example.org/{'path/' * 40}).\n\n{'Long words. ' * 120}\n"
FILES = {
    "translate.toml": f'project = "{LONG}"\nlocales = ["nl", "ar"]\n',
    f"source_en/{'folder' * 8}/words.md": WORDS,
    "source_en/empty.md": "\n",
    "source_en/broken.md": "Broken.\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with long names, a right-to-left locale, a page without texts and a catalog that cannot be read."""
    root = ten_texts(tmp_path_factory.mktemp("site"))
    write_site(root, FILES)
    go(root)
    (root / "locales/nl/broken.po").write_text("<<<<<<< HEAD\n", "utf-8")
    return root


def text(window: Window) -> None:
    window.press("Alt+ArrowDown")
    expect(window.page.locator("#source ins")).to_contain_text("four")


def refused(window: Window) -> None:
    window.press("Alt+ArrowDown", "Alt+ArrowDown")
    window.write("Lees het plan. {2}")
    window.press("Control+Enter")
    window.says("Not approved")


def picker(window: Window) -> None:
    window.press("Alt+ArrowDown", "Alt+ArrowDown")
    window.write("{")
    expect(window.page.locator("#picker")).to_be_visible()


def long_words(window: Window) -> None:
    window.choose("page", "folder")
    window.at(LONG)
    window.press("Alt+End")
    window.press("Alt+ArrowUp")


def right_to_left(window: Window) -> None:
    window.choose("locale", "Arabic")
    expect(window.page.locator("#target")).to_have_attribute("dir", "rtl")
    window.write("خطة لعشرة")


def nothing(window: Window) -> None:
    window.choose("page", "empty.md")
    expect(window.page.get_by_role("heading", name="Nothing to translate")).to_be_visible()


def unreadable(window: Window) -> None:
    window.choose("page", "broken.md")
    expect(window.page.get_by_role("heading", name="This catalog cannot be read")).to_be_visible()


def commands(window: Window) -> None:
    window.press("Control+k")
    expect(window.page.get_by_role("dialog")).to_be_visible()


def keys(window: Window) -> None:
    window.press("Control+/")
    expect(window.page.get_by_role("dialog")).to_be_visible()


def notice(window: Window) -> None:
    window.page.route("**/api/pulse*", lambda route: route.abort())
    expect(window.page.locator("#notice")).to_be_visible()


SCREENS: tuple[Callable[[Window], None], ...] = (
    text,
    refused,
    picker,
    long_words,
    nothing,
    unreadable,
    commands,
    keys,
    right_to_left,
    notice,
)


@pytest.mark.parametrize(("scheme", "widths"), [("light", (1280,)), ("dark", (800, 320))])
def test_every_screen_is_accessible_and_fits(
    chromium: Browser, root: Path, scheme: Literal["light", "dark"], widths: tuple[int, ...]
) -> None:
    found = {}
    requests: list[str] = []
    with reviewing(chromium, root, color_scheme=scheme) as window:
        window.page.on("request", lambda request: requests.append(request.url))
        for screen in SCREENS:
            if screen is not SCREENS[0]:
                window.choose("page", "b.md")
                window.at("Another page")
                window.choose("page", "a.md")
            window.at("A plan for ten")
            screen(window)
            for width in widths:
                window.page.set_viewport_size({"width": width, "height": 720})
                assert window.overflowing() == [], (screen.__name__, width)
            found[screen.__name__] = window.violations()
            window.press("Escape")
        home = window.page.evaluate("location.origin")

    assert found == {screen.__name__: [] for screen in SCREENS}
    assert {request for request in requests if not request.startswith(home)} == set()
