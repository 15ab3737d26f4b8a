"""Small pages, their translations, and sites that have both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from translate import outputs
from translate.adopt.adopt import adopt
from translate.adopt.adoption import Adoption
from translate.adopt.carrying import Standing
from translate.adopt.cases import Request
from translate.adopt.learning import measured
from translate.adopt.pairing import pair
from translate.adopt.traits import Profile
from translate.config import load
from translate.discovery import scope
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment

RULES = Rules(dialect="mdsvex")
SETTINGS = 'locales = ["nl"]\ndialect = "mdsvex"\n'

ENGLISH = """---
title: The talks of 2026
description: Every talk of this year, with its speakers and its slides.
---

# The talks of 2026

We meet on the first Tuesday of every month, and everybody is welcome to listen and to ask.

## Speakers

- Ada Lovelace talks about the [Analytical Engine](/engine) and its 1,000 wheels.
- Grace Hopper shows what a [compiler](/compiler) is good for.
- Edsger Dijkstra explains why `goto` is harmful.

## How to get there

Take the train to Utrecht and walk along the canal for ten minutes; the door is green.

If the door is closed, ring the bell of the neighbours, who will let you in.

## Questions

Write to us in whatever language you like, and somebody will answer within a week.
"""
DUTCH = """---
title: De lezingen van 2026
description: Alle lezingen van dit jaar, met de sprekers en hun dia's.
---

# De lezingen van 2026 {#the-talks-of-2026}

We komen elke eerste dinsdag van de maand bijeen, en iedereen is welkom om te luisteren en te vragen.

## Sprekers {#speakers}

- Ada Lovelace vertelt over de [Analytische Machine](/engine) en haar 1.000 wielen.
- Grace Hopper laat zien waar een [compiler](/compiler) goed voor is.
- Edsger Dijkstra legt uit waarom `goto` schadelijk is.

## Hoe je er komt {#how-to-get-there}

Neem de trein naar Utrecht en loop tien minuten langs de gracht; de deur is groen.

Als de deur dicht is, bel dan bij de buren aan, die je binnen zullen laten.

## Vragen {#questions}

Schrijf ons in welke taal je maar wilt, en binnen een week krijg je van iemand antwoord.
"""

OTHER = "# Boiled eggs\n\nBoil them for six minutes, not for seven, since they go on.\n\n## Bread\n\n- Toast it well.\n"


def page(markdown: str, path: str = "page.md", rules: Rules = RULES) -> Page:
    return segment(path, markdown.encode(), rules)


def profile(markdown: str) -> Profile:
    return Profile.of(page(markdown))


def paired(english: str, dutch: str) -> list[tuple[str, str, float]]:
    """Return the texts that are paired one to one, with their confidence."""
    ours, theirs = profile(english), profile(dutch)
    return [
        (ours.traits[each.source[0]].text, theirs.traits[each.target[0]].text, each.confidence)
        for each in pair(ours, theirs, measured([(ours, theirs)]))
        if each.one_to_one
    ]


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in {"translate.toml": SETTINGS, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def adopted(
    root: Path,
    *,
    locale: str = "nl",
    standing: Standing = "machine",
    older: str = "",
    history: bool = False,
    save: bool = True,
    pages: Sequence[str] = (),
) -> dict[str, Adoption]:
    """Adopt what is in `old/`, and write the catalogs."""
    site = load(root)
    request = Request(
        locale=locale, folder=root / "old", standing=standing, older=root / older if older else None, history=history
    )
    rows = {each.page: each for each in adopt(site, scope(site, pages), request)}
    for each in rows.values():
        if save and each.output is not None and each.output.changed:
            outputs.write(root, each.output)
    return rows


def row(root: Path, dutch: str | bytes, english: str = ENGLISH) -> Adoption:
    """Adopt a page of a site of one page."""
    write(root, {"source_en/talks.md": english, "old/talks.md": dutch})
    return adopted(root)["talks.md"]
