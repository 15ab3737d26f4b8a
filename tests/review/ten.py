"""A site with a page of ten texts, and what a reviewer makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.conftest import write_site
from tests.sites import go, translate
from translate.catalog.marks import filled
from translate.model import Unit

PAGE = """\
# A plan for ten

We meet at four on the market.

Read [the plan](/plan) first.

A machine has done this.

A machine has done that.

## Who comes?

Look: ![a grey cat](/cat.jpg)

Press <kbd>Esc</kbd> twice.

Write to <info@example.org>.

The last one.
"""
OTHER = "# Another page\n"
CATALOG = "locales/nl/a.po"
TARGETS = {
    "A plan for ten": "Een plan voor tien",
    "Read [the plan]({1}) first.": "Lees eerst [het plan]({1}).",
    "Who comes?": "Wie komt er?",
    "Look: ![a grey cat]({1})": "Kijk: ![een grijze kat]({1})",
    "Press [Esc]{1} twice.": "Druk twee keer op [Esc]{1}.",
    "Write to {1}.": "Schrijf aan {1}.",
    "The last one.": "De laatste.",
}


def ten_texts(root: Path) -> Path:
    """Write the site; its ten texts wait: one is stale, two are of a machine, seven have no translation."""
    write_site(root, {"source_en/a.md": PAGE.replace("four", "five"), "source_en/b.md": OTHER})
    go(root)
    translate(root, CATALOG, person)
    write_site(root, {"source_en/a.md": PAGE})
    go(root)
    return root


def person(unit: Unit) -> Unit:
    if unit.source.startswith("We meet"):
        return replace(unit, target="We zien elkaar om vijf uur op de markt.")
    if unit.source.startswith("A machine"):
        return filled(unit, "Dit deed een machine.", "deepl")
    return unit
