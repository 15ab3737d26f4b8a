"""The report in a browser: it asks for nothing, nothing overflows, and axe finds nothing serious."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import AXE, launched, needs_chromium
from tests.report.states import every_state, inspected
from tests.report.test_html_bounds import inspection
from translate.report.html.earlier import Snapshot
from translate.report.html.page import render

SCHEMES = ("light", "dark")

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module", params=["every state", "long words"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of a site with a text in every state, or of one whose names and texts have no blanks."""
    root = every_state(tmp_path_factory.mktemp("site"))
    found, site = inspected(root)
    if request.param == "long words":
        page = f"{'folder' * 12}/{'page' * 20}.md"
        found = inspection("Name" * 20, (page, "b.md"), found.locales, (("Word" * 40, "Woord" * 40),))
    earlier = tuple(Snapshot(label, {each.locale: each.words for each in found.coverages}) for label in ("May", "June"))
    file = root / "report.html"
    file.write_text(render(found, site, earlier=earlier, base="https://example.org/blob/main"), "utf-8")
    return file


def opened(browser: Browser, report: Path, *, width: int = 1280, **options: Any) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}, **options).new_page()
    page.goto(report.as_uri())
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_asks_for_nothing_and_complains_about_nothing(browser: Browser, report: Path, scheme: Any) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True, color_scheme=scheme)
    requests: list[str] = []
    messages: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(report.as_uri())
    for summary in page.locator("summary:visible").all():
        summary.click()

    assert requests == [report.as_uri()]
    assert messages == []
    assert page.locator("h1").count() == 1
    assert page.locator("svg.bar rect").first.bounding_box()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, report: Path, width: int) -> None:
    page = opened(browser, report, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_serious(browser: Browser, report: Path, scheme: Any, width: int) -> None:
    if not AXE.exists():
        pytest.skip("skipped: axe-core is not here (make renderers installs it)")
    page = opened(browser, report, width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")

    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert {"color-contrast", "page-has-heading-one", "landmark-one-main"} <= {each["id"] for each in found["passes"]}
    page.context.close()


def test_print_shows_what_is_folded(browser: Browser, report: Path) -> None:
    page = opened(browser, report)
    page.emulate_media(media="print")

    assert page.locator("nav").is_hidden()
    assert page.locator("ul.texts li").first.is_visible()
    page.context.close()
