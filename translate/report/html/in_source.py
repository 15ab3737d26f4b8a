"""The texts that visitors see in the source language, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.fallback import Fallback
from translate.languages import name_of
from translate.model import State
from translate.report.html.links import Links
from translate.report.html.markup import Markup, element
from translate.report.html.standing import Standing
from translate.report.html.texts import amount, clipped, counted, portion, prose
from translate.tally import Coverage, share, words

_LONG = 240
"""Characters of a text that are shown: enough to find it."""
_OPEN = 8
"""Pages that are listed at once; the others can be unfolded."""

Sizes = Mapping[str, int]
"""The words of each text."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why texts are not shown in the locale's language."""

    name: str
    meaning: str


_UNTRANSLATED = Cause("untranslated", "Nobody has translated them yet.")
_STALE = Cause("stale", 'The {source} text was edited after it was translated (publish.stale is "source").')
_MACHINE = Cause("machine", 'An engine wrote them and nobody has read them (publish.machine is "source").')
_REJECTED = Cause("rejected", "The translation would damage the page, so it was left out.")
_STATES = {State.STALE: _STALE, State.MACHINE: _MACHINE}
_CAUSES = (_UNTRANSLATED, _STALE, _MACHINE, _REJECTED)


def in_source(standing: Standing, links: Links, most: int) -> tuple[Markup | None, ...]:
    """Return how many texts are shown in the source language for which reason, then `most` of them by page."""
    coverages = [each for each in standing.coverages if each.fallbacks]
    gaps = [gap for each in coverages for gap in each.fallbacks]
    sizes = {gap.source: words(gap.source) for gap in gaps}
    unpublished = _unpublished(standing, links)
    if not gaps:
        whole = "Every text of a published page is in the locale's language."
        return (unpublished, element("p", whole, class_="quiet"))
    pages, left = list(_pages(coverages, sizes, links, most)), len(gaps) - most
    more = counted(len(pages) - _OPEN, "more page", "more pages")
    others = counted(len(coverages) - len(pages), "other page", "other pages")
    rest = f"{counted(left, 'text', 'texts')} more, also on {others}: translate check lists them."
    return (
        unpublished,
        _causes(gaps, sizes, name_of(links.site.source_locale)),
        *pages[:_OPEN],
        element("details", element("summary", more), *pages[_OPEN:], class_="fold") if pages[_OPEN:] else None,
        element("p", rest, class_="rest") if left > 0 else None,
    )


def _unpublished(standing: Standing, links: Links) -> Markup | None:
    """Return the pages that are not written, since too little of them is reviewed."""
    needed = links.site.publish.minimum_reviewed
    shares = ((each, share(each.words, State.REVIEWED)) for each in standing.coverages)
    pages = [(each, reviewed) for each, reviewed in shares if reviewed < needed]
    if not pages:
        return None
    number = counted(len(pages), "page is", "pages are")
    sentence = f"{number} not published yet: less than {portion(needed)} reviewed (publish.minimum_reviewed)."
    rows = (element("li", links.source(each.page), f" {portion(reviewed)}\n") for each, reviewed in pages)
    return element("details", element("summary", sentence), element("ul", *rows, class_="plain"), class_="fold")


def _causes(gaps: Sequence[Fallback], sizes: Sizes, source: str) -> Markup:
    texts, counts = Counter(map(_cause, gaps)), Counter[Cause]()
    for gap in gaps:
        counts[_cause(gap)] += sizes[gap.source]
    rows = (
        element(
            "li",
            element("strong", cause.name, class_=f"cause {cause.name}"),
            f" {counted(texts[cause], 'text', 'texts')}, {counted(counts[cause], 'word', 'words')}. ",
            element("span", cause.meaning.format(source=source), class_="quiet"),
        )
        for cause in _CAUSES
        if texts[cause]
    )
    return element("ul", *rows, class_="causes")


def _pages(coverages: Sequence[Coverage], sizes: Sizes, links: Links, most: int) -> Iterator[Markup]:
    left = most
    for each in coverages:
        if left <= 0:
            return
        yield _page(each, sum(sizes[gap.source] for gap in each.fallbacks), each.fallbacks[:left], links)
        left -= len(each.fallbacks)


def _page(coverage: Coverage, size: int, shown: Sequence[Fallback], links: Links) -> Markup:
    every, left = coverage.fallbacks, len(coverage.fallbacks) - len(shown)
    causes = ", ".join(dict.fromkeys(_cause(gap).name for gap in every))
    facts = f"{counted(len(every), 'text', 'texts')} · {counted(size, 'word', 'words')} · {causes}"
    # A link inside of what unfolds the list could hardly be told from it.
    summary = (Links(links.site).source(coverage.page), " ", element("span", facts, class_="facts"))
    return element(
        "details",
        element("summary", *summary),
        element("p", links.source(coverage.page), " ", links.catalog(coverage.locale, coverage.page), class_="places"),
        element("ul", *(_text(gap, coverage, links) for gap in shown), class_="texts gaps"),
        element("p", f"{amount(left)} more on this page", class_="rest") if left else None,
        "\n",
        class_="fold",
    )


def _text(gap: Fallback, coverage: Coverage, links: Links) -> Markup:
    cause = _cause(gap)
    why = element("span", cause.name, class_=f"cause {cause.name}") if cause is not _UNTRANSLATED else None
    rule = (element("code", gap.code), f" {clipped(gap.reason, _LONG // 2)}")
    catalog = links.site.catalog_path(coverage.locale, coverage.page)
    return element(
        "li",
        prose(gap.source, links.site.source_locale, most=_LONG),
        " ",
        element("small", why, " ", links.line(catalog, gap.catalog_line)),
        element("small", " ", *rule, class_="why") if gap.code else None,
        "\n",
    )


def _cause(gap: Fallback) -> Cause:
    return _REJECTED if gap.code else _STATES.get(gap.cause, _UNTRANSLATED)
