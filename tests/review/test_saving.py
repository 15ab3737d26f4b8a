"""What a reviewer saves is in the catalog at once, and nothing else of it changes, whatever others do meanwhile."""

from __future__ import annotations

import difflib
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests import sites
from tests.conftest import small_disk, write_site
from tests.review.serving import COMMAND, Browser, Shown, serving
from translate import pipeline
from translate.catalog.marks import approved, filled
from translate.catalog.po import read
from translate.config import load
from translate.discovery import scope
from translate.lock import locked
from translate.model import Unit
from translate.review.addresses import of_text
from translate.review.desk import Desk

PAGE = """\
---
title: Title
---

# Head

Old text about labs, which somebody will edit.

Read [the plan](/plan) first.

Nobody has translated this.

A machine did this.
"""
CATALOG = "locales/nl/a.po"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page whose texts are in every state."""
    root = write_site(
        tmp_path_factory.mktemp("site"), {"source_en/a.md": PAGE, "source_en/b.md": "# Head\n\nOther words.\n"}
    )
    sites.go(root)
    sites.translate(root, person=state)
    write_site(root, {"source_en/a.md": PAGE.replace("will edit", "has edited")})
    sites.go(root)
    return root


@pytest.fixture(scope="module")
def browsing(site: Path) -> Iterator[Browser]:
    with serving(site) as served:
        yield served.browser()


@pytest.fixture(scope="module")
def originals(site: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for folder in ("source_en", "locales") for path in (site / folder).rglob("*.*")}


@pytest.fixture
def root(site: Path, originals: dict[Path, bytes]) -> Path:
    """Put the site back as it was; a server that runs on it has to see that."""
    for path, content in originals.items():
        path.write_bytes(content)
    return site


@pytest.fixture
def browser(root: Path, browsing: Browser) -> Browser:
    assert root
    return browsing


@pytest.fixture
def page(browser: Browser) -> Shown:
    return browser.page("a.md")


def state(unit: Unit) -> Unit:
    if unit.source.startswith("Nobody"):
        return unit
    return filled(unit, "Een machine.", "deepl") if unit.source.startswith("A machine") else sites.upper(unit)


STALE = "Old text about labs, which somebody has edited."
LINK = "Read [the plan]({1}) first."
MISSING, MACHINE = "Nobody has translated this.", "A machine did this."


def lines(root: Path, path: str = CATALOG) -> list[str]:
    return (root / path).read_text("utf-8").splitlines()


def changed(before: list[str], after: list[str]) -> list[str]:
    return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


def valid(root: Path, path: str = CATALOG) -> bool:
    checked = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", path], cwd=root, capture_output=True, text=True, check=False
    )
    return (checked.returncode, checked.stderr) == (0, "")


def test_the_states_are_those_of_the_catalog(page: Shown) -> None:
    states = {unit["source"]: unit["state"] for unit in page.answer["units"]}

    assert states == {
        "Title": "reviewed",
        "Head": "reviewed",
        STALE: "stale",
        LINK: "reviewed",
        MISSING: "untranslated",
        MACHINE: "machine",
    }
    assert page.answer["counts"] == {"reviewed": 3, "machine": 1, "stale": 1, "untranslated": 1, "errors": 0}
    stale = page.unit(STALE)
    assert stale["previous"] == "Old text about labs, which somebody will edit."
    assert stale["diff"] == [
        ["same", "Old text about labs, which somebody "],
        ["gone", "will edit."],
        ["come", "has edited."],
    ]
    assert page.unit(LINK)["placeholders"] == [{"number": 1, "role": "link", "legend": "/plan"}]
    assert page.unit("Head")["elsewhere"] == ["b.md"]
    assert page.unit(MACHINE)["engine"] == "deepl"


@pytest.mark.parametrize(
    ("source", "target", "difference"),
    [
        (MISSING, "Dit dus wel.", ['- msgstr ""', '+ msgstr "Dit dus wel."']),
        (MACHINE, "Een machine.", ["- #, fuzzy"]),
        (MACHINE, "Ik.", ["- # machine: deepl", "- #, fuzzy", '- msgstr "Een machine."', '+ msgstr "Ik."']),
        ("Title", "Titel", ['- msgstr "TITLE"', '+ msgstr "Titel"']),
        (MISSING, "Twee\r\nregels\n", ['- msgstr ""', '+ msgstr "Twee regels"']),
        (MISSING, 'Zei "x\\y" \u2028 ☂', ['- msgstr ""', '+ msgstr "Zei \\"x\\\\y\\" \u2028 ☂"']),
    ],
)
def test_an_approval_is_the_few_lines_that_it_changes(
    root: Path, page: Shown, source: str, target: str, difference: list[str]
) -> None:
    before, other = lines(root), lines(root, "locales/nl/b.po")

    answer = page.save(page.unit(source), target)

    assert (answer.status, answer.json["unit"]["state"]) == (200, "reviewed")
    assert changed(before, (root / CATALOG).read_text("utf-8").split("\n")[:-1]) == difference
    assert lines(root, "locales/nl/b.po") == other
    assert valid(root)
    assert sites.go(root, pipeline.update).changed == {}


def test_approving_a_stale_text_settles_it(root: Path, page: Shown) -> None:
    answer = page.save(page.unit(STALE), "Oude tekst.")

    assert answer.json["unit"]["previous"] == ""
    assert answer.json["counts"]["stale"] == 0
    assert answer.json["words"]["left"] < page.answer["words"]["left"]
    assert "#|" not in "\n".join(lines(root))


def test_a_draft_keeps_what_somebody_stood_behind(root: Path, page: Shown) -> None:
    answer = page.save(page.unit(STALE), "Een poging.", approve=False)

    unit = answer.json["unit"]
    assert (unit["state"], unit["target"], unit["engine"]) == ("stale", "Een poging.", "")
    assert unit["replaced"] == "OLD TEXT ABOUT LABS, WHICH SOMEBODY WILL EDIT."
    assert unit["previous"] == page.unit(STALE)["previous"]
    assert valid(root)


def test_an_emptied_text_is_untranslated_and_what_it_was_stays(root: Path, page: Shown) -> None:
    answer = page.save(page.unit("Title"), "  ")

    assert (answer.json["unit"]["state"], answer.json["unit"]["replaced"]) == ("untranslated", "TITLE")
    assert "# previous: TITLE" in lines(root)


def test_an_emptied_text_stays_empty_where_another_page_has_it_translated(root: Path, page: Shown) -> None:
    sites.translate(root, "locales/nl/b.po")
    answer = page.save(page.unit("Head"), "")
    sites.go(root, pipeline.update)

    assert answer.json["unit"]["state"] == "untranslated"
    assert sites.units(root, CATALOG)["Head"].target == ""


def test_every_save_can_be_taken_back_to_the_byte(root: Path, page: Shown) -> None:
    before = (root / CATALOG).read_bytes()
    for source in (STALE, MACHINE, MISSING, "Title"):
        first = page.save(page.unit(source), "Eerste.", approve=False).json["unit"]
        second = page.save(first, "Tweede.").json["unit"]
        third = page.save(second, "").json["unit"]

        assert page.undo(third).json["unit"] == second
        assert page.undo(second).json["unit"] == first
        assert page.undo(first).json["unit"] == page.unit(source)
        assert page.undo(page.unit(source)).status == 404
        assert (root / CATALOG).read_bytes() == before


def test_a_text_that_somebody_else_has_changed_is_not_written_over(root: Path, page: Shown) -> None:
    po = root / CATALOG
    po.write_text(po.read_text().replace('msgstr "TITLE"', 'msgstr "Theirs"'))
    theirs = po.read_bytes()

    answer = page.save(page.unit("Title"), "Mine")
    assert answer.status == 409
    assert answer.json["unit"]["target"] == "Theirs"
    assert po.read_bytes() == theirs

    assert page.save(answer.json["unit"], "Mine").status == 200


def test_what_others_change_elsewhere_in_the_file_is_kept(root: Path, page: Shown) -> None:
    po = root / CATALOG
    po.write_text(po.read_text().replace('msgstr "TITLE"', 'msgstr "Theirs"'))

    answer = page.save(page.unit(MISSING), "Mijn.")

    assert answer.status == 200
    again = page.browser.page("a.md")
    assert (again.unit("Title")["target"], again.unit(MISSING)["target"]) == ("Theirs", "Mijn.")
    assert again.answer["revision"] == answer.json["revision"]


def test_a_file_that_another_program_has_wrapped_is_read_and_written_in_our_form(root: Path, page: Shown) -> None:
    subprocess.run(["msgcat", "--width=30", "-o", CATALOG, CATALOG], cwd=root, check=True)

    assert page.save(page.unit(MISSING), "Dit dus wel.").status == 200
    assert sites.go(root, pipeline.update).changed == {}


def test_an_edit_of_the_page_is_seen_and_its_text_can_be_translated(root: Path, page: Shown) -> None:
    source = root / "source_en/a.md"
    source.write_text(source.read_text().replace(MISSING, "Something new.\n\nNobody has translated that."))

    gone = page.save(page.unit(MISSING), "Te laat.")
    assert (gone.status, gone.json) == (410, {})
    now = page.browser.page("a.md")
    answer = now.save(now.unit("Something new."), "Iets nieuws.")
    assert (answer.status, answer.json["unit"]["state"]) == (200, "reviewed")
    assert valid(root)
    assert sites.go(root, pipeline.update).changed == {}


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("Lees eerst het plan.", "P001"),
        ("Lees [het plan]({1}) en [nog eens]({1}).", "P003"),
        ("Lees [het plan]({2}) eerst.", "P002"),
        ("Lees het plan {1} eerst.", "P004"),
        ("Lees [het plan]({1}) op https://evil.example/x.", "M002"),
    ],
)
def test_nobody_can_stand_behind_what_would_damage_the_page(root: Path, page: Shown, target: str, code: str) -> None:
    before = (root / CATALOG).read_bytes()
    answer = page.save(page.unit(LINK), target)

    assert (answer.status, [finding["code"] for finding in answer.json["findings"]]) == (422, [code])
    assert page.check(page.unit(LINK), target).json["findings"][0] == answer.json["findings"][0]
    assert (root / CATALOG).read_bytes() == before

    draft = page.save(page.unit(LINK), target, approve=False)
    assert (draft.status, draft.json["unit"]["state"], draft.json["counts"]["errors"]) == (200, "machine", 1)
    assert page.browser.site()["pages"][0]["counts"]["nl"]["errors"] == 1


def test_what_check_says_is_said_while_somebody_types(page: Shown) -> None:
    said = page.check(page.unit(MISSING), "Niemand  heeft dit vertaald.").json["findings"]

    assert [(each["code"], each["severity"]) for each in said] == [("W003", "warning")]
    assert page.check(page.unit(MISSING), "Niemand heeft dit vertaald.").json == {"findings": []}
    assert page.check(page.unit(MISSING), "").json == {"findings": []}


def test_a_catalog_in_conflict_is_told_and_the_others_work_on(root: Path, page: Shown) -> None:
    po = root / CATALOG
    whole = po.read_text()
    po.write_text(whole.replace('msgstr "TITLE"', '<<<<<<< ours\nmsgstr "A"\n=======\nmsgstr "B"\n>>>>>>> theirs'))
    line = 1 + lines(root).index("<<<<<<< ours")

    answer = page.save(page.unit(MISSING), "x")
    assert answer.status == 423
    told = answer.json["unreadable"]
    assert (told["path"], told["line"], told["message"]) == (CATALOG, line, "git conflict marker <<<<<<<")
    assert "choose between the two sides" in told["hint"]

    shown = page.browser.page("a.md")
    assert (shown.answer["units"], shown.answer["unreadable"]) == ([], told)
    first = page.browser.site()["pages"][0]
    assert (first["counts"], first["words"]) == ({"nl": None}, {"nl": None})
    other = page.browser.page("b.md")
    assert other.save(other.unit("Other words."), "Andere woorden.").status == 200
    assert page.browser.get(f"/preview/{page.answer['id']}").status == 423

    po.write_text(whole)
    assert page.save(page.unit(MISSING), "Dit wel.").status == 200


def test_a_folder_in_the_place_of_a_catalog_is_told(root: Path, page: Shown) -> None:
    (root / CATALOG).unlink()
    (root / CATALOG).mkdir()
    try:
        told = page.browser.page("a.md").answer["unreadable"]
        assert (told["path"], told["message"]) == (CATALOG, "cannot be read: Is a directory")
        assert page.save(page.unit(MISSING), "x").json["message"] == f"{CATALOG}: cannot be read: Is a directory"
        assert page.browser.page("b.md").answer["unreadable"] is None
    finally:
        (root / CATALOG).rmdir()


def test_a_page_that_is_gone_is_told_and_its_catalog_stays(root: Path, page: Shown) -> None:
    (root / "source_en/a.md").unlink()

    told = page.browser.page("a.md").answer["unreadable"]
    assert (told["path"], told["message"]) == ("source_en/a.md", "is not there any more")
    assert page.save(page.unit(MISSING), "x").status == 423
    assert (root / CATALOG).exists()


def test_another_run_is_waited_for(root: Path, page: Shown) -> None:
    with ThreadPoolExecutor() as pool:
        with locked(root):
            waiting = pool.submit(page.save, page.unit(MISSING), "Dit wel.")
            time.sleep(0.3)
            assert not waiting.done()
        assert waiting.result().status == 200


def test_a_page_that_cannot_be_read_is_told(root: Path, page: Shown) -> None:
    (root / "source_en/a.md").write_bytes(b"# x\n\n\xff\n")

    told = page.browser.page("a.md").answer["unreadable"]
    assert (told["path"], told["line"]) == ("source_en/a.md", 3)
    assert page.save(page.unit(MISSING), "x").status == 423


def test_the_pulse_tells_which_pages_have_changed(root: Path, page: Shown) -> None:
    def pulse() -> dict[str, Any]:
        found: dict[str, Any] = page.browser.get("/api/pulse?l=nl").json["revisions"]
        return found

    first = pulse()
    assert first[page.answer["id"]] == page.answer["revision"]
    answer = page.save(page.unit(MISSING), "Dit wel.").json
    second = pulse()
    assert {address for address in first if first[address] != second[address]} == {page.answer["id"]}
    assert second[page.answer["id"]] == answer["revision"]
    (root / "source_en/b.md").write_text("# Head\n\nYet other words.\n")
    assert sum(second[address] != revision for address, revision in pulse().items()) == 1


def test_saves_that_come_at_once_are_all_kept(root: Path, page: Shown) -> None:
    texts = "\n\n".join(f"Text number {number}." for number in range(16))
    (root / "source_en/a.md").write_text(texts)
    now = page.browser.page("a.md")

    def save(unit: dict[str, Any]) -> int:
        return now.save(unit, unit["source"].replace("Text number", "Tekst nummer")).status

    with ThreadPoolExecutor(8) as pool:
        update = pool.submit(subprocess.run, [*COMMAND, "-q", "update"], cwd=root, check=False)
        assert list(pool.map(save, now.answer["units"])) == [200] * 16
    # The lock may have been taken by a save: the command then says so, and nothing is lost.
    assert update.result().returncode in {0, 2}
    targets = {unit["target"] for unit in page.browser.page("a.md").answer["units"]}
    assert targets == {f"Tekst nummer {number}." for number in range(16)}


@pytest.mark.parametrize("target", ["a\0b", "a\ud800b"])
def test_what_is_no_character_is_refused(page: Shown, target: str) -> None:
    assert page.save(page.unit(MISSING), target).status == 400
    assert page.check(page.unit(MISSING), target).status == 400


def test_two_browsers_at_once_see_each_other(root: Path) -> None:
    with serving(root) as served:
        mine = served.browser().page("a.md")
        Browser(served.host).get("/")
        served.address = served.printed()
        theirs = served.browser().page("a.md")

        assert mine.save(mine.unit(MISSING), "Van mij.").status == 200
        assert theirs.save(theirs.unit("Title"), "Van hen").status == 200
        overtaken = theirs.save(theirs.unit(MISSING), "Van hen.")
        assert (overtaken.status, overtaken.json["unit"]["target"]) == (409, "Van mij.")


def test_a_full_disk_leaves_the_catalog_as_it_was(root: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "size=128k") as disk:
        subprocess.run(["cp", "-r", f"{root}/.", disk], check=True)
        with serving(disk) as served:
            page = served.browser().page("a.md")
            before = (disk / CATALOG).read_bytes()
            with pytest.raises(OSError, match="No space"):
                (disk / "ballast").write_bytes(b"x" * 1_000_000)

            answer = page.save(page.unit(MISSING), "Dit wel. " * 1000)
            assert (answer.status, answer.json["hint"]) == (507, "the disk is full: make room and run it again")
            assert (disk / CATALOG).read_bytes() == before
            (disk / "ballast").unlink()
            assert page.save(page.unit(MISSING), "Dit wel.").status == 200


def test_a_read_only_disk_can_be_read(root: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "size=128k") as disk:
        subprocess.run(["cp", "-r", f"{root}/.", disk], check=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with serving(disk) as served:
            page = served.browser().page("a.md")
            answer = page.save(page.unit(MISSING), "Dit wel.")

        assert answer.status == 500
        assert "cannot be written" in answer.json["message"]


def test_the_files_are_those_that_gettext_takes(root: Path, page: Shown) -> None:
    for unit in page.answer["units"]:
        page.save(unit, unit["source"], approve=False)

    assert valid(root)
    catalog = read((root / CATALOG).read_bytes(), path=CATALOG, locale="nl", page="a.md")
    assert {unit.target for unit in catalog.active()} == {unit["source"] for unit in page.answer["units"]}


def test_a_save_stands_where_the_page_loses_the_text_in_that_moment(root: Path) -> None:
    site = load(root)
    desk = Desk(site, scope(site))
    sheet = desk.sheet("a.md", "nl")
    unit = approved(next(each.unit for each in sheet.entries if each.unit.source == MISSING), "Nu wel.")
    address = of_text(unit.key)
    write_site(root, {"source_en/a.md": "# Head\n"})

    assert desk.rewritten(sheet, unit, ()).by_address[address].unit == unit
    assert address not in desk.sheet("a.md", "nl").by_address
