"""The story of the page: where the site stands, each locale, what was found, how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from translate.inspection import Inspection
from translate.languages import name_of, tag
from translate.report.html import bars
from translate.report.html.bounds import fair
from translate.report.html.by_rule import by_rule
from translate.report.html.earlier import Snapshot
from translate.report.html.header import header
from translate.report.html.in_source import in_source
from translate.report.html.links import Links
from translate.report.html.machines import machines
from translate.report.html.markup import Markup, element, joined, trusted
from translate.report.html.overview import heading, overview
from translate.report.html.page_table import page_table
from translate.report.html.stale import stale, stale_ones
from translate.report.html.standing import KINDS, Standing, standings
from translate.report.html.texts import counted
from translate.report.rollup import rolled_up
from translate.site import Site
from translate.tally import unreviewed

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_ROWS, _STALE, _GAPS, _FINDINGS = 600, 100, 400, 250
"""Entries of the lists, for all locales together: the file stays below 1.5 MB however large the site is."""


def render(found: Inspection, site: Site, *, base: str = "", earlier: Sequence[Snapshot] = ()) -> str:
    """Return the report as one HTML file that asks for nothing else; the same check gives the same bytes.

    `base` is the address that the site's files can be read below; without it, places are not links.
    """
    found = found._replace(findings=rolled_up(found.findings))
    links, locales = Links(site, base), tuple(standings(found))
    title = f"{found.project}: translations"
    body = element(
        "body",
        bars.patterns(),
        header(found, locales),
        element(
            "main",
            overview(locales, earlier),
            *_locales(locales, links),
            by_rule(found, links, _FINDINGS),
            _legend(found),
        ),
        element("footer", element("p", "Written by ", element("code", "translate report"), ". ", _SAME)),
    )
    return joined((trusted("<!DOCTYPE html>"), element("html", _head(title), body, lang="en"), ""), "\n")


_SAME = "It counts words of the source pages, looks at no dates, and is the same for the same pages and catalogs."


def _head(title: str) -> Markup:
    sheets = (files("translate").joinpath("palette.css"), files("translate.report.html").joinpath("style.css"))
    style = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("title", title),
        element("style", trusted(style)),
    )


def _locales(standings: Sequence[Standing], links: Links) -> Iterator[Markup]:
    """Yield all that is to say about each locale; where there are many, the lists of each are shorter."""
    rows = fair((len(each.coverages) for each in standings), _ROWS)
    edits = fair((len(stale_ones(each)) for each in standings), _STALE)
    gaps = fair((sum(len(page.fallbacks) for page in each.coverages) for each in standings), _GAPS)
    source = name_of(links.site.source_locale)
    for each in standings:
        sections = {
            "Pages": page_table(each, links, rows),
            "Stale translations": stale(each, links, edits),
            f"Shown in {source}, and why": in_source(each, links, gaps),
            "Machine and people": machines(each),
        }
        yield element(
            "section",
            element("h2", *heading(each.locale), id=tag(each.locale)),
            element("p", *_lead(each, links)),
            *(joined((element("h3", title), *content)) for title, content in sections.items()),
            aria_labelledby=tag(each.locale),
        )


def _lead(standing: Standing, links: Links) -> Iterator[Markup | str]:
    """Yield where most of the work is."""
    if not standing.waiting:
        yield "Everything is reviewed and current."
        return
    longest = sorted(standing.coverages, key=lambda each: -unreviewed(each.words))[:3]
    yield "Most words wait in "
    for position, each in enumerate(each for each in longest if unreviewed(each.words)):
        yield ", " if position else ""
        yield links.source(each.page)
        yield f" ({counted(unreviewed(each.words), 'word', 'words')})"
    yield "."


def _legend(found: Inspection) -> Markup:
    source = name_of(found.source_locale)
    terms = (joined((element("dt", bars.swatch(kind), kind.label), element("dd", kind.meaning))) for kind in KINDS)
    return element(
        "section",
        element("h2", "How to read this", id="reading"),
        element("dl", *terms, class_="terms"),
        element(
            "p",
            f"Square brackets in a text hold words, braces such as {{1}} stand for links, tags and code. "
            f"Words are those of the {source} pages; a text that stands twice on a page counts twice.",
        ),
        aria_labelledby="reading",
    )
