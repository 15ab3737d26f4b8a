"""The review shows what the commands say: the states of `status`, the findings of `check`, the page of `build`."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review.serving import COMMAND, Browser, serving

EXAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example site, with some damage in one of its catalogs."""
    root = tmp_path_factory.mktemp("site")
    for name in ("source_en", "locales"):
        shutil.copytree(EXAMPLE / name, root / name)
    shutil.copy(EXAMPLE / "translate.toml", root)
    contact = root / "locales/nl/contact.po"
    text = contact.read_text("utf-8")
    assert "[kaart met groepen]({1})" in text
    contact.write_text(text.replace("[kaart met groepen]({1})", "kaart  met groepen"), "utf-8")
    return root


@pytest.fixture(scope="module")
def browser(root: Path) -> Iterator[Browser]:
    with serving(root) as served:
        yield served.browser()


def told(root: Path, *command: str) -> Any:
    done = subprocess.run([*COMMAND, *command], cwd=root, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def test_words_wait_as_status_counts_them(root: Path, browser: Browser) -> None:
    status = {
        (page["page"], page["locale"]): {
            "left": page["words"]["total"] - page["words"]["reviewed"],
            "total": page["words"]["total"],
        }
        for page in told(root, "status", "--json")["pages"]
    }
    shown = {
        (page["name"], locale): words for page in browser.site()["pages"] for locale, words in page["words"].items()
    }

    assert shown == status
    assert len(shown) == 32


@pytest.mark.parametrize("locale", ["nl", "de"])
def test_findings_are_those_of_check(root: Path, browser: Browser, locale: str) -> None:
    found = {
        (each["page"], each["context"], each["source"], each["code"], each["severity"], each["message"])
        for each in told(root, "check", "--output-format", "json", "--locale", locale)["results"]
        if each["code"][0] != "S" and each["source"] and each["locale"]
    }
    shown = {
        (page["name"], unit["context"], unit["source"], finding["code"], finding["severity"], finding["message"])
        for page in browser.site()["pages"]
        for unit in browser.shown(page["id"], locale).answer["units"]
        for finding in unit["findings"]
    }

    assert shown == found
    assert locale == "de" or {finding[3] for finding in shown} >= {"P001"}


def test_a_translation_is_judged_alone_as_among_the_others(root: Path, browser: Browser) -> None:
    faq = root / "locales/nl/faq.po"
    before = faq.read_text("utf-8")
    faq.write_text(before.replace(" je ", " u ", 2), "utf-8")
    page = browser.page("faq.md")

    found = [unit for unit in page.answer["units"] if any(finding["code"] == "L006" for finding in unit["findings"])]
    assert found
    for unit in (*found, *page.answer["units"][:5]):
        assert page.check(unit, unit["target"]).json["findings"] == unit["findings"]
    faq.write_text(before, "utf-8")


def test_what_is_counted_is_what_is_shown(browser: Browser) -> None:
    for page in browser.site()["pages"]:
        answer = browser.shown(page["id"], "de").answer
        states = [unit["state"] for unit in answer["units"]]
        assert {state: states.count(state) for state in ("reviewed", "machine", "stale", "untranslated")} == {
            state: number for state, number in answer["counts"].items() if state != "errors"
        }
        assert answer["words"] == page["words"]["de"]
        assert len({unit["key"] for unit in answer["units"]}) == len(states)


def test_it_begins_where_readers_may_be_misled(browser: Browser) -> None:
    def first(locale: str) -> tuple[str, dict[str, int]]:
        where = browser.get(f"/?l={locale}").headers["Location"]
        address, _, query = where.removeprefix("/p/").partition("?")
        counts = next(page["counts"][locale] for page in browser.site()["pages"] if page["id"] == address)
        return query, counts

    query, counts = first("de")
    assert query == "l=de"
    assert counts["stale"] > 0
    assert first("nl")[0] == "l=nl"


def test_nothing_is_written_by_looking(root: Path, browser: Browser) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    for page in browser.site()["pages"]:
        browser.shown(page["id"], "de")
        browser.get(f"/preview/{page['id']}?l=de")

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == before
