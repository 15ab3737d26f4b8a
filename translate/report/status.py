"""How far a site is, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from translate.report.figures import number, percent
from translate.tally import STATES, Coverage, Tally, by_state, share, total, unreviewed


def table(coverages: Sequence[Coverage], source_locale: str) -> Iterator[str]:
    """Yield, for each locale, a line for each page: its words, and the share of them in each state.

    In brackets is the part of the reviewed words that an engine wrote and a person accepted.
    """
    width = max([len(each.page) for each in coverages] + [len("TOTAL")]) + 2
    first, *others = (state.value for state in STATES)
    names = "".join(f"{name:>14}" for name in (first, "(accepted)", *others))
    for locale in dict.fromkeys(each.locale for each in coverages):
        yield f"{f'{source_locale} → {locale}':{width}}{'words':>9}{names}"
        here = [each for each in coverages if each.locale == locale]
        yield from (_row(each.page, each.words, each.accepted, width) for each in here)
        if len(here) > 1:
            yield _row("TOTAL", total(here), sum(each.accepted for each in here), width)
        yield ""


def waiting(coverages: Iterable[Coverage]) -> str:
    """Return how many words wait for a person, and how many no catalog holds."""
    every = tuple(coverages)
    words = total(every)
    # The words outside of catalogs are the page's: the same in every locale.
    outside = sum({each.page: each.untranslatable for each in every}.values())
    facts = [f"words waiting for review or translation: {number(unreviewed(words))}"]
    facts += [f"words that stay as they are: {number(outside)} (translate check -v lists them)"] if outside else []
    return " · ".join(facts)


def as_json(coverages: Iterable[Coverage], source_locale: str) -> str:
    """Return the same as JSON: words by state for each page and locale."""
    pages = [
        {
            "locale": each.locale,
            "page": each.page,
            "words": by_state(each.words),
            "accepted": each.accepted,
            "untranslatable": each.untranslatable,
        }
        for each in coverages
    ]
    return json.dumps({"schema": 1, "source_locale": source_locale, "pages": pages}, ensure_ascii=False, indent=2)


def _row(name: str, words: Tally, accepted: int, width: int) -> str:
    first, *others = (percent(share(words, state)) for state in STATES)
    taken = f"({percent(accepted / words.total())})" if accepted else "–"
    return f"{name:{width}}{number(words.total()):>9}" + "".join(f"{each:>14}" for each in (first, taken, *others))
