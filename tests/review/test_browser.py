"""A person reviews a site in the browser, with the keyboard and with the mouse."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import needs_chromium
from tests.review.ten import CATALOG, TARGETS
from tests.review.window import Window
from tests.sites import units
from translate.model import State

pytestmark = needs_chromium


def states(root: Path) -> set[State]:
    return {unit.state for unit in units(root, CATALOG).values()}


def test_ten_texts_are_reviewed_with_the_keyboard_alone(window: Window, root: Path) -> None:
    for source in units(root, CATALOG):
        expect(window.page.locator("#heard")).to_contain_text(f": {source}")
        if source in TARGETS:
            type_target(window, TARGETS[source])
        elif source.startswith("We meet"):
            window.write("We zien elkaar om vier uur op de markt.")
        window.press("Control+Enter")
        window.says("Approved")
    expect(window.page.get_by_role("heading", name="This page is done")).to_be_visible()
    window.press("Enter")
    window.at("Another page")

    after = units(root, CATALOG)
    assert states(root) == {State.REVIEWED}
    assert {source: after[source].target for source in TARGETS} == TARGETS
    assert after["A machine has done this."].engine == "deepl"
    assert after["We meet at four on the market."].target == "We zien elkaar om vier uur op de markt."
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", root / CATALOG], check=True)


def type_target(window: Window, target: str) -> None:
    """Type a translation; its placeholder is chosen from the list that a brace opens."""
    before, placeholder, after = target.partition("{1}")
    window.type(before)
    if placeholder:
        window.type("{")
        expect(window.page.locator("#picker")).to_be_visible()
        window.press("Enter")
        expect(window.page.locator("#picker")).to_be_hidden()
        window.type(after.removeprefix(")") if before.endswith("](") else after)
    assert window.field == target


def test_an_approval_changes_one_line_on_the_disk(window: Window, root: Path) -> None:
    before = (root / CATALOG).read_text("utf-8").splitlines()
    window.type("Een plan voor tien")
    window.press("Control+Enter")
    window.says("Approved: “A plan for ten”.")
    after = (root / CATALOG).read_text("utf-8").splitlines()

    assert [line for line in after if line not in before] == ['msgstr "Een plan voor tien"']
    assert len(after) == len(before)


def test_what_needs_work_is_saved_and_goes_on_waiting(window: Window, root: Path) -> None:
    window.type("Een plan?")
    window.press("Control+Shift+Enter")
    window.at("We meet at four on the market.")
    window.says("Saved, needs work: “A plan for ten”.")
    window.press("Alt+ArrowUp")
    window.at("A plan for ten")
    expect(window.page.locator("#where")).to_contain_text("needs work")

    unit = units(root, CATALOG)["A plan for ten"]
    assert (unit.target, unit.fuzzy) == ("Een plan?", True)


def test_nobody_can_approve_what_damages_the_page(window: Window, root: Path) -> None:
    before = (root / CATALOG).read_bytes()
    window.press("Alt+ArrowDown", "Alt+ArrowDown")
    window.at("Read the plan first.")
    window.type("Lees eerst het plan. {2}")
    expect(window.page.locator("#chips .missing")).to_contain_text("/plan")
    expect(window.page.locator("#findings .error")).to_contain_text("{2}")
    expect(window.page.locator("#paint .unknown")).to_have_text("{2}")
    window.press("Control+Enter")
    window.says("Not approved")
    window.at("Read the plan first.")
    assert (root / CATALOG).read_bytes() == before

    window.press("Control+Shift+Enter")
    window.says("Saved, needs work")
    unit = units(root, CATALOG)["Read [the plan]({1}) first."]
    assert (unit.target, unit.fuzzy) == ("Lees eerst het plan. {2}", True)


def test_an_empty_translation_cannot_be_approved(window: Window) -> None:
    window.press("Control+Enter")
    window.says("nothing to approve")
    window.at("A plan for ten")


def test_a_save_can_be_taken_back_to_the_byte(window: Window, root: Path) -> None:
    before = (root / CATALOG).read_bytes()
    window.press("Alt+ArrowDown")
    window.at("We meet at four on the market.")
    expect(window.page.locator("#source del")).to_contain_text("five")
    window.press("Control+Enter")
    window.says("Approved")
    assert (root / CATALOG).read_bytes() != before
    window.press("Alt+Shift+Backspace")
    window.says("Taken back.")
    window.at("We meet at four on the market.")
    assert (root / CATALOG).read_bytes() == before

    window.press("Control+Enter")
    window.says("Approved")
    window.page.get_by_role("button", name="Undo").click()
    window.says("Taken back.")
    assert (root / CATALOG).read_bytes() == before


def test_what_is_typed_survives_a_reload_and_can_be_given_up(window: Window) -> None:
    window.press("Alt+ArrowDown")
    window.at("We meet at four on the market.")
    saved = window.field
    window.type(" Kom ook!")
    expect(window.page.locator("#texts .unsaved")).to_have_count(1)
    window.page.once("dialog", lambda dialog: dialog.accept())
    window.page.reload()
    window.at("We meet at four on the market.")
    assert window.field == f"{saved} Kom ook!"

    window.press("Escape")
    assert window.field == saved
    expect(window.page.locator("#texts .unsaved")).to_have_count(0)
    window.press("Control+z")
    assert window.field == f"{saved} Kom ook!"
    window.press("Escape")


def test_a_text_is_one_line(window: Window) -> None:
    window.press("Enter")
    window.says("A text is one line.")
    window.page.evaluate("navigator.clipboard.writeText('Een plan \\n  voor\\r\\ntien\\n')")
    window.press("Control+v")
    assert window.field == "Een plan voor tien"


def test_the_page_shows_what_is_typed_and_leads_to_its_texts(window: Window) -> None:
    paper = window.page.frame_locator("#frame")
    expect(paper.locator(".current")).to_have_text("A plan for ten")
    window.type("Een *plan*")
    expect(paper.locator("h1 em")).to_have_text("plan")
    window.press("Control+Enter")
    expect(paper.locator(".current")).to_have_text("We meet at four on the market.")
    expect(paper.locator("h1 em")).to_have_text("plan")

    paper.get_by_text("the plan").click()
    window.at("Read the plan first.")
    paper.get_by_text("Een plan").click()
    window.at("A plan for ten")
    assert window.field == "Een *plan*"


def test_a_placeholder_goes_around_the_words_that_are_selected(window: Window) -> None:
    window.press("Alt+ArrowDown", "Alt+ArrowDown")
    window.at("Read the plan first.")
    window.type("Lees eerst het plan")
    window.press("Control+Shift+ArrowLeft", "Control+Shift+ArrowLeft")
    window.page.get_by_role("button", name="Insert {1}").click()
    assert window.field == "Lees eerst [het plan]({1})"

    window.press("Control+A", "Delete")
    window.page.get_by_role("button", name="Insert {1}").click()
    window.type("het plan")
    assert window.field == "[het plan]({1})"


def test_texts_are_found_by_state_and_by_words(window: Window) -> None:
    window.page.get_by_role("button", name="Machine 2").click()
    assert window.listed() == ["A machine has done this.", "A machine has done that."]
    expect(window.page.locator("#source")).to_have_text("A machine has done this.")
    window.page.fill("#search", "THAT")
    assert window.listed() == ["A machine has done that."]
    window.page.fill("#search", "nowhere")
    expect(window.page.get_by_role("heading", name="Nothing found")).to_be_visible()
    window.press("Escape")
    window.page.get_by_role("button", name="Stale 1").click()
    assert window.listed() == ["We meet at four on the market."]

    window.page.locator("#texts").focus()
    window.page.get_by_role("button", name="All 10").click()
    window.page.locator("#texts").focus()
    window.press("End", "ArrowUp", "Enter")
    window.at("Write to info@example.org.")


def test_the_address_of_a_text_leads_back_to_it(window: Window) -> None:
    window.press("Alt+End")
    window.at("The last one.")
    address = window.page.url
    window.choose("page", "b.md")
    window.at("Another page")
    window.page.go_back()
    window.at("The last one.")
    window.page.goto(address.replace("f=waiting", "f=stale"))
    window.at("The last one.")
    assert window.listed() == ["We meet at four on the market.", "The last one."]


def test_commands_and_pages_are_found_by_name(window: Window) -> None:
    window.press("Control+k")
    window.type("copy source")
    window.press("Enter")
    assert window.field == "A plan for ten"
    window.press("Escape", "Control+k", "Control+Enter")
    expect(window.page.get_by_role("dialog")).to_be_hidden()
    window.press("Control+k", "Escape")
    window.at("A plan for ten")
    window.type("Een")
    assert window.field == "Een"
    window.press("Escape", "Control+/")
    expect(window.page.get_by_role("dialog", name="Keys")).to_contain_text("Approve, and go to the next text")
    window.press("Escape")
    window.at("A plan for ten")
    window.press("Control+k")
    window.type("b.md")
    window.press("Enter")
    window.at("Another page")


def test_the_first_tab_leads_to_the_field(window: Window) -> None:
    address = window.page.url
    window.page.locator("#skip").focus()
    window.press("Enter")
    window.at("A plan for ten")
    assert window.page.url == address


def test_the_page_can_be_put_away(window: Window) -> None:
    window.page.get_by_role("button", name="Hide").click()
    expect(window.page.locator("#frame")).to_be_hidden()
    window.page.get_by_role("button", name="Show").click()
    expect(window.page.locator("#frame")).to_be_visible()
