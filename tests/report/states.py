"""A site in which a text is in every state that a report tells of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.conftest import write_site
from tests.sites import go, translate
from translate import pipeline
from translate.config import load
from translate.discovery import scope
from translate.inspection import Inspection, inspect
from translate.site import Site

SETTINGS = 'project = "Test site"\nlocales = ["nl", "de"]\n'
PAGE = """\
# A plan

Reviewed words here.

Accepted words of a machine.

Machine words that wait.

We meet in a week here.

Read [the plan](/plan) now.

Nobody has this.
"""
TARGETS: Mapping[str, Mapping[str, object]] = {
    "A plan": {"target": "Een plan"},
    "Reviewed words here.": {"target": "Gecontroleerde woorden."},
    "Accepted words of a machine.": {"target": "Woorden van een machine.", "comments": ("machine: deepl",)},
    "Machine words that wait.": {"target": "Wachtende woorden.", "comments": ("machine: deepl",), "fuzzy": True},
    "We meet in a week here.": {"target": "We zien elkaar over een week."},
    "Read [the plan]({1}) now.": {"target": "Lees het plan nu."},
}


def every_state(root: Path, settings: str = SETTINGS) -> Path:
    """Write the site: Dutch has a text in every state, German has nothing; `done.md` is finished in Dutch."""
    write_site(root, {"translate.toml": settings, "source_en/a.md": PAGE, "source_en/sub/done.md": "Finished.\n"})
    go(root)
    translate(root, person=lambda unit: replace(unit, **TARGETS.get(unit.source, {})))  # type: ignore[arg-type]
    translate(root, "locales/nl/sub/done.po")
    (root / "source_en/a.md").write_text(PAGE.replace("a week", "two days"))
    go(root)
    return root


def inspected(root: Path) -> tuple[Inspection, Site]:
    site = load(root)
    wanted = scope(site)
    return inspect(site, wanted, site.check, pipeline.check(site, wanted)), site
