"""A window of a real browser on the real program, and what a reviewer sees and does in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import AXE
from tests.review.serving import serving


@dataclass(slots=True)
class Window:
    """What a reviewer has in front of them."""

    page: Page
    messages: list[str]
    """What the console of the browser says, answers that are not 200 aside: these are the point of some tests."""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def write(self, text: str) -> None:
        """Type a text over all that the field holds."""
        self.press("Control+A")
        self.type(text)

    def at(self, words: str) -> None:
        """Wait until the text with these words is looked at, and the keyboard is in its field."""
        expect(self.page.locator("#texts [aria-selected=true] .words")).to_have_text(words)
        expect(self.page.locator("#target")).to_be_focused()

    def says(self, words: str) -> None:
        expect(self.page.locator("#status")).to_contain_text(words)

    def choose(self, control: str, label: str) -> None:
        """Choose the option of a menu that begins with a text."""
        options = self.page.locator(f"#{control} option").all_inner_texts()
        self.page.select_option(f"#{control}", label=next(each for each in options if each.startswith(label)))

    @property
    def field(self) -> str:
        return self.page.input_value("#target")

    def listed(self) -> list[str]:
        return self.page.locator("#texts .words").all_inner_texts()

    def overflowing(self) -> list[str]:
        """Return the parts of the screen that are wider than their place."""
        found: list[str] = self.page.evaluate(
            "[document.documentElement, ...document.querySelectorAll('header, section, ul, dialog')]"
            ".filter((each) => each.scrollWidth > each.clientWidth && each.clientWidth)"
            ".map((each) => `${each.localName} ${each.id} ${each.scrollWidth} > ${each.clientWidth}`)"
        )
        return found

    def violations(self) -> list[tuple[str, str]]:
        """Return what axe finds on the screen as it is."""
        if not AXE.exists():
            pytest.skip("skipped: axe-core is not here (make renderers installs it)")
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("axe.run(document, {iframes: false, resultTypes: ['violations']})")
        assert {"page-has-heading-one", "landmark-one-main"} <= {each["id"] for each in found["passes"]}
        return [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]


@contextmanager
def opened(browser: Browser, address: str, **context: Any) -> Iterator[Window]:
    """Open a window, and complain about whatever the browser complains about."""
    page = browser.new_context(**context).new_page()
    window = Window(page, [])
    page.on("console", lambda message: window.messages.append(message.text))
    page.on("pageerror", lambda error: window.messages.append(str(error)))
    page.goto(address)
    expect(page.locator("#target:focus, #panel button:focus")).to_be_visible()
    yield window
    page.context.close()
    complaints = [each for each in window.messages if not each.startswith("Failed to load resource")]
    assert not complaints, complaints


@contextmanager
def reviewing(browser: Browser, root: Path, **context: Any) -> Iterator[Window]:
    """Review a site in a window."""
    with serving(root) as served, opened(browser, served.address, **context) as window:
        yield window
