"""How far a site is, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from translate.report.figures import number, percent
from translate.tally import STATES, Coverage, Tally, by_state, share, total, unreviewed

_ACCEPTED = "(accepted)"
_FIRST, *_OTHERS = (state.value for state in STATES)
_HEADS = {"words": 9, **{head: len(head) + 2 for head in (_FIRST, _ACCEPTED, *_OTHERS)}}
"""The columns, and how many characters wide they are."""
_NARROWEST = 18
"""Characters of a name that are shown in any case."""


def table(coverages: Sequence[Coverage], source_locale: str, columns: int | None = None) -> Iterator[str]:
    """Yield, for each locale, a line for each page: its words, and the share of them in each state.

    In brackets is the part of the reviewed words that an engine wrote and a person accepted, where there is any. Long
    names are cut where a line would be wider than `columns` characters.
    """
    taken = any(each.accepted for each in coverages)
    heads = tuple(head for head in _HEADS if taken or head != _ACCEPTED)
    room = sum(_HEADS[head] for head in heads)
    width = max([len(each.page) for each in coverages] + [len("TOTAL")]) + 2
    width = min(width, max(columns - room, _NARROWEST)) if columns else width
    names = "".join(f"{head:>{_HEADS[head]}}" for head in heads)
    for locale in dict.fromkeys(each.locale for each in coverages):
        yield f"{f'{source_locale} → {locale}':{width}}{names}"
        here = [each for each in coverages if each.locale == locale]
        rows = [(each.page, each.words, each.accepted) for each in here]
        if len(here) > 1:
            rows.append(("TOTAL", total(here), sum(each.accepted for each in here)))
        for name, words, accepted in rows:
            cells = _cells(words, accepted)
            yield f"{_cut(name, width - 2):{width}}" + "".join(f"{cells[head]:>{_HEADS[head]}}" for head in heads)
        yield ""


def waiting(coverages: Iterable[Coverage]) -> str:
    """Return how many words wait for a person and, on a line of its own, how many no catalog holds."""
    every = tuple(coverages)
    words = total(every)
    # The words outside of catalogs are the page's: the same in every locale.
    outside = sum({each.page: each.untranslatable for each in every}.values())
    facts = [f"words waiting for review or translation: {number(unreviewed(words))}"]
    facts += [f"words that stay as they are: {number(outside)} (translate check -v lists them)"] if outside else []
    return "\n".join(facts)


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


def _cells(words: Tally, accepted: int) -> dict[str, str]:
    return {
        "words": number(words.total()),
        _ACCEPTED: f"({percent(accepted / words.total())})" if accepted else "–",
        **{state.value: percent(share(words, state)) for state in STATES},
    }


def _cut(name: str, width: int) -> str:
    """Return a name without its beginning where it is too long: the end tells pages apart."""
    return name if len(name) <= width else f"…{name[len(name) - width + 1 :]}"
