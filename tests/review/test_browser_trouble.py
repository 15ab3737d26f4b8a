"""Nothing that happens while somebody types loses what they typed, or what others wrote meanwhile."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser import needs_chromium
from tests.conftest import write_site
from tests.review.serving import serving
from tests.review.ten import CATALOG, PAGE, ten_texts
from tests.review.window import Window, opened, reviewing
from tests.sites import go, units
from translate.lock import locked

pytestmark = needs_chromium

FIRST = "A plan for ten"


def elsewhere(root: Path, target: str, source: str = FIRST) -> None:
    """Translate a text with another program."""
    entry = f'msgid "{source}"\nmsgstr '
    text = (root / CATALOG).read_text("utf-8")
    before, _, after = text.partition(entry)
    rest = after.partition("\n")[2]
    (root / CATALOG).write_text(f'{before}{entry}"{target}"\n{rest}', "utf-8")


def test_both_versions_are_shown_and_mine_can_be_saved(window: Window, root: Path) -> None:
    window.type("Een plan voor tien")
    elsewhere(root, "Tien plannen")
    window.press("Control+Enter")
    dialog = window.page.get_by_role("dialog", name="Somebody else changed this text")
    expect(dialog.locator(".side .words")).to_have_text(["—", "Tien plannen", "Een plan voor tien"])
    assert units(root, CATALOG)[FIRST].target == "Tien plannen"

    dialog.get_by_role("button", name="Save mine").click()
    window.says("Approved")
    assert units(root, CATALOG)[FIRST].target == "Een plan voor tien"


def test_both_versions_are_shown_and_theirs_can_be_taken(window: Window, root: Path) -> None:
    window.type("Een plan voor tien")
    elsewhere(root, "Tien plannen")
    window.press("Control+Enter")
    window.page.get_by_role("button", name="Take theirs").click()
    window.at(FIRST)
    assert window.field == "Tien plannen"
    assert units(root, CATALOG)[FIRST].target == "Tien plannen"


def test_both_versions_are_shown_and_mine_can_be_changed_first(window: Window, root: Path) -> None:
    window.type("Een plan")
    elsewhere(root, "Tien plannen")
    window.press("Control+Enter")
    expect(window.page.get_by_role("dialog")).to_be_visible()
    window.press("Escape")
    window.at(FIRST)
    assert window.field == "Een plan"
    expect(window.page.locator("#suggestions")).to_contain_text("Tien plannen")
    window.type(" voor tien")
    window.press("Control+Enter")
    window.says("Approved")
    assert units(root, CATALOG)[FIRST].target == "Een plan voor tien"


def test_what_others_write_appears(window: Window, root: Path) -> None:
    elsewhere(root, "Tien plannen")
    expect(window.page.locator("#target")).to_have_value("Tien plannen")
    window.says("1 text was changed by another program")


def test_what_others_write_does_not_disturb_who_types(window: Window, root: Path) -> None:
    window.type("Een plan")
    elsewhere(root, "De laatste", "The last one.")
    window.says("1 text was changed by another program")
    window.at(FIRST)
    assert window.field == "Een plan"

    elsewhere(root, "Tien plannen")
    expect(window.page.locator("#notice")).to_contain_text("while you were typing")
    assert window.field == "Een plan"
    window.press("Escape")


def test_a_text_that_the_page_lost_can_still_be_copied(window: Window, root: Path) -> None:
    window.type("Een plan voor tien")
    write_site(root, {"source_en/a.md": PAGE.replace("# A plan for ten\n", "")})
    try:
        window.press("Control+Enter")
        dialog = window.page.get_by_role("dialog", name="This text is gone")
        expect(dialog.locator(".copied")).to_have_text("Een plan voor tien")
        dialog.get_by_role("button", name="Copy it").click()
        window.at("We meet at four on the market.")
        assert window.page.evaluate("navigator.clipboard.readText()") == "Een plan voor tien"
        assert FIRST not in window.listed()
    finally:
        write_site(root, {"source_en/a.md": PAGE})
        go(root)


def test_who_types_in_a_text_that_the_page_loses_is_told_and_loses_nothing(window: Window, root: Path) -> None:
    window.type("Een plan voor tien")
    write_site(root, {"source_en/a.md": PAGE.replace("# A plan for ten\n", "# A plan for eleven\n")})
    try:
        expect(window.page.locator("#notice")).to_contain_text("The page does not have this text any more.")
        window.at(FIRST)
        assert window.field == "Een plan voor tien"
        window.press("Control+Enter")
        dialog = window.page.get_by_role("dialog", name="This text is gone")
        expect(dialog.locator(".copied")).to_have_text("Een plan voor tien")
        dialog.get_by_role("button", name="Read the page anew").click()
        expect(window.page.locator("#notice")).to_be_hidden()
        assert FIRST not in window.listed()
    finally:
        write_site(root, {"source_en/a.md": PAGE})
        go(root)


def test_what_is_typed_while_a_save_is_under_way_is_kept(window: Window, root: Path) -> None:
    window.type("Een plan")
    with locked(root):
        window.press("Control+Enter")
        window.type(" voor tien")
    window.says("Approved")
    assert units(root, CATALOG)[FIRST].target == "Een plan"
    window.at(FIRST)
    assert window.field == "Een plan voor tien"
    window.press("Control+Enter")
    expect(window.page.locator("#texts [aria-selected=true] .words")).not_to_have_text(FIRST)
    assert units(root, CATALOG)[FIRST].target == "Een plan voor tien"


def test_who_has_gone_to_another_text_while_a_save_is_under_way_stays_there(window: Window, root: Path) -> None:
    window.type("Een plan")
    with locked(root):
        window.press("Control+Enter")
        window.page.get_by_role("option").filter(has_text="The last one.").click()
        window.at("The last one.")
        window.type("De laatste")
    window.says("Approved")
    window.at("The last one.")
    assert window.field == "De laatste"
    window.press("Escape")


def test_a_catalog_that_cannot_be_read_says_where_until_it_is_mended(window: Window, root: Path) -> None:
    window.type("Een plan voor tien")
    good = (root / CATALOG).read_text("utf-8")
    (root / CATALOG).write_text(f"{good}<<<<<<< HEAD\n", "utf-8")
    window.press("Control+Enter")
    expect(window.page.get_by_role("heading", name="This catalog cannot be read")).to_be_visible()
    expect(window.page.locator("#panel")).to_contain_text(f"{CATALOG}:{len(good.splitlines()) + 1}")

    (root / CATALOG).write_text(good, "utf-8")
    window.at(FIRST)
    assert window.field == "Een plan voor tien"
    window.press("Control+Enter")
    window.says("Approved")


def test_a_server_that_is_gone_costs_no_text(chromium: Browser, tmp_path: Path) -> None:
    root = ten_texts(tmp_path)
    with serving(root) as served, opened(chromium, served.address) as window:
        window.type("Een plan voor tien")
        served.process.terminate()
        served.process.wait(10)
        window.press("Control+Enter")
        expect(window.page.locator("#notice")).to_contain_text("The server does not answer.")
        assert window.field == "Een plan voor tien"
        window.press("Escape")


def test_a_window_of_an_earlier_run_says_so(window: Window) -> None:
    window.page.wait_for_load_state("networkidle")
    window.page.context.clear_cookies()
    expect(window.page.locator("#notice")).to_contain_text("This window belongs to an earlier run.")
    window.type("Een plan")
    window.press("Control+Enter")
    expect(window.page.locator("#notice")).to_contain_text("Not saved")
    assert window.field == "Een plan"
    window.press("Escape")


def test_a_locale_that_is_done_says_so(chromium: Browser, tmp_path: Path) -> None:
    write_site(tmp_path, {"source_en/a.md": "One.\n"})
    go(tmp_path)
    with reviewing(chromium, tmp_path) as window:
        window.type("Een.")
        window.press("Control+Enter")
        expect(window.page.get_by_role("heading", name="Dutch is done")).to_be_visible()
        window.press("Alt+ArrowUp")
        window.at("One.")
        assert window.field == "Een."
