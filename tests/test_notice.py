"""Built pages tell readers and generators how far their translation is, where the site asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.sites import found, go, translate, upper
from translate import pipeline
from translate.model import Unit
from translate.publication.standing import Standing

PAGE = "---\ntitle: One\n---\n\n# Two\n\nThree four five.\n"
NOTICE = """
[links]
routes = "/{page}"

[notice]
front_matter = { translation = "{state}", translation_source = "{source_url}" }

[notice.text]
nl = "> {machine} % machine, {stale} % oud, {locale}: [Engels]({source_url})"
"""


def machine(unit: Unit) -> Unit:
    return replace(upper(unit), fuzzy=True, comments=("machine: deepl",))


def half(unit: Unit) -> Unit:
    return upper(unit) if unit.source == "Two" else unit


def stale(unit: Unit) -> Unit:
    return replace(upper(unit), fuzzy=True, previous="Older.") if unit.source == "Two" else upper(unit)


def refreshed(unit: Unit) -> Unit:
    marks = ("machine: deepl", "previous: Ouder.")
    return replace(stale(unit), comments=marks) if unit.source == "Two" else upper(unit)


def pages(site: MakeSite, person: Callable[[Unit], Unit], publish: str = "") -> tuple[str, str]:
    """Return the page as it is built without a notice, and with one."""
    settings = f'locales = ["nl"]\n{publish}\n'
    root = site({"translate.toml": settings, "source_en/a.md": PAGE})
    go(root)
    translate(root, person=person)
    go(root)
    without = read(root)
    (root / "translate.toml").write_text(settings + NOTICE)
    assert [finding.code for finding in found(root) if finding.code == "S004"] == ["S004"]
    go(root, pipeline.build)
    assert not any(finding.code in {"S004", "M008"} for finding in found(root))
    return without, read(root)


def read(root: Path) -> str:
    return (root / "build/nl/a.md").read_bytes().decode()


STATES = {
    "machine": (machine, "", "machine", "100 % machine, 0 % oud"),
    "reviewed": (upper, "", "reviewed", ""),
    "partial": (half, "", "partial", ""),
    "nothing": (lambda unit: unit, "", "partial", ""),
    "machine, not shown": (machine, '[publish]\nmachine = "source"', "partial", ""),
    "stale": (stale, '[publish]\nstale = "target"', "stale", "0 % machine, 20 % oud"),
    "stale, not shown": (stale, "", "partial", ""),
    "stale, filled by a machine": (refreshed, "", "machine", "20 % machine, 0 % oud"),
}


@pytest.mark.parametrize("name", STATES)
def test_pages_say_what_they_show(site: MakeSite, name: str) -> None:
    person, publish, state, shares = STATES[name]

    without, told = pages(site, person, publish)

    keys = f'translation: "{state}"\ntranslation_source: "/a"\n'
    notice = f"> {shares}, nl: [Engels](/a)\n\n" if shares else ""
    assert keys in told
    assert notice in told
    assert ("> " in told) == bool(notice)
    assert told.replace(keys, "", 1).replace(notice, "", 1) == without


def test_the_notice_is_the_last_thing_that_happens_to_a_page(site: MakeSite) -> None:
    text = NOTICE.replace('routes = "/{page}"', 'routes = "/{page}"\nlocalize = true')
    root = site(
        {
            "translate.toml": f'locales = ["nl"]\ndialect = "mdsvex"\n{text}',
            "source_en/a.md": "[b](/a)\n\n## Contents\n\n## C\n",
        }
    )
    go(root)
    translate(root, person=machine)
    go(root)

    front = '---\ntranslation: "machine"\ntranslation_source: "/a"\n---\n'
    note = "> 100 % machine, 0 % oud, nl: [Engels](/a)\n\n"
    assert read(root) == f"{front}{note}[B](/nl/a)\n\n## CONTENTS {{#contents}}\n\n- [C](#c)\n\n## C\n"


def test_other_locales_say_nothing(site: MakeSite) -> None:
    settings = 'locales = ["nl", "de"]\n[notice.text]\nde = "> Maschine"\n'
    root = site({"translate.toml": settings, "source_en/a.md": PAGE})
    go(root)
    translate(root, person=machine)
    go(root)

    assert "Maschine" not in read(root)


def test_a_notice_that_does_not_fit_is_told(site: MakeSite) -> None:
    settings = 'locales = ["nl"]\n[notice]\ntext = { nl = "- Machine" }\nfront_matter = { state = "{state}" }\n'
    root = site({"translate.toml": settings, "source_en/a.md": "---\n{title: x}\n---\n- One\n"})
    go(root)
    translate(root, person=machine)
    go(root)

    told = [finding.message for finding in found(root) if finding.code == "M008"]
    assert told == [
        "the nl page says nothing of its translation: the front matter cannot take the keys",
        "the nl page says nothing of its translation: the notice would run into what follows it",
    ]
    assert read(root) == "---\n{title: X}\n---\n- ONE\n"


def test_the_first_true_word_is_the_state() -> None:
    assert Standing(machine=0.1, stale=0.1, missing=0.1).state == "stale"
    assert Standing(machine=0.1, missing=0.9).state == "machine"
    assert Standing(missing=0.1).state == "partial"
    assert Standing().state == "reviewed"
