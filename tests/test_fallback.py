"""What a page shows in the source language is told with the reason that the site's settings give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.states import SETTINGS, every_state, inspected
from translate.fallback import Fallback
from translate.model import State

STALE, REJECTED, UNTRANSLATED, MACHINE = (
    ("We meet in two days here.", State.STALE, ""),
    ("Read [the plan]({1}) now.", State.REVIEWED, "P001"),
    ("Nobody has this.", State.UNTRANSLATED, ""),
    ("Machine words that wait.", State.MACHINE, ""),
)


def told(gap: Fallback) -> tuple[str, State, str]:
    return gap.source, gap.cause, gap.code


@pytest.mark.parametrize(
    ("publish", "expected"),
    [
        ("", [STALE, REJECTED, UNTRANSLATED]),
        ('stale = "target"', [REJECTED, UNTRANSLATED]),
        ('machine = "source"', [MACHINE, STALE, REJECTED, UNTRANSLATED]),
    ],
)
def test_the_reasons_are_those_of_the_settings(
    tmp_path: Path, publish: str, expected: list[tuple[str, State, str]]
) -> None:
    root = every_state(tmp_path, f"{SETTINGS}[publish]\n{publish}\n")
    page, done = (each for each in inspected(root)[0].coverages if each.locale == "nl")

    assert list(map(told, page.fallbacks)) == expected
    assert done.fallbacks == ()
    built = (root / "build/nl/a.md").read_text()
    assert all(gap.source.split("[")[0] in built for gap in page.fallbacks)
    catalog = (root / "locales/nl/a.po").read_text().split("\n")
    assert all(f'"{gap.source}"' in catalog[gap.catalog_line - 1] for gap in page.fallbacks)


def test_words_of_engines_are_counted_by_state(tmp_path: Path) -> None:
    page = inspected(every_state(tmp_path))[0].coverages[0]

    assert page.engines == {"deepl": {State.REVIEWED: 5, State.MACHINE: 4}}
    assert page.accepted == 5
