"""How far a site is, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translate.figures import number, percent
from translate.tally import STATES, Coverage, Tally, by_state, share, total, unreviewed

_ACCEPTED = "(accepted)"
_FIRST, *_OTHERS = (state.value for state in STATES)
_HEADS = {"words": 9, **{head: len(head) + 2 for head in (_FIRST, _ACCEPTED, *_OTHERS)}}
"""The columns, and how many characters wide they are."""
_NARROWEST = 18
"""Characters of a name that are shown in any case."""


class _Row(NamedTuple):
    """A line of the table: a page, or all of a locale."""

    name: str
    words: Tally
    accepted: int


def table(coverages: Sequence[Coverage], source_locale: str, columns: int | None = None) -> Iterator[str]:
    """Yield, for each locale, a line for each page: its words, and the share of them in each state; then the locales.

    In brackets is the part of the reviewed words that an engine wrote and a person accepted, where there is any. Long
    names are cut where a line would be wider than `columns` characters.
    """
    taken = any(each.accepted for each in coverages)
    heads = tuple(head for head in _HEADS if taken or head != _ACCEPTED)
    sections = list(_sections(coverages, source_locale))
    width = max([len(name) for title, rows in sections for name in (title, *(row.name for row in rows))], default=0) + 2
    room = sum(_HEADS[head] for head in heads)
    width = min(width, max(columns - room, _NARROWEST)) if columns else width
    for title, rows in sections:
        yield f"{title:{width}}" + "".join(f"{head:>{_HEADS[head]}}" for head in heads)
        for row in rows:
            cells = _cells(row)
            yield f"{_cut(row.name, width - 2):{width}}" + "".join(f"{cells[head]:>{_HEADS[head]}}" for head in heads)
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


def _sections(coverages: Sequence[Coverage], source_locale: str) -> Iterator[tuple[str, Sequence[_Row]]]:
    """Yield a table for each locale and, where there are several, one of their sums: the others scroll away."""
    sums: list[_Row] = []
    for locale in dict.fromkeys(each.locale for each in coverages):
        here = [each for each in coverages if each.locale == locale]
        rows = [_Row(each.page, each.words, each.accepted) for each in here]
        whole = _Row("TOTAL", total(here), sum(each.accepted for each in here))
        sums.append(whole._replace(name=locale))
        yield f"{source_locale} → {locale}", [*rows, whole] if len(rows) > 1 else rows
    if 1 < len(sums) < len(coverages):
        yield "TOTAL", sums


def _cells(row: _Row) -> dict[str, str]:
    return {
        "words": number(row.words.total()),
        _ACCEPTED: f"({percent(row.accepted / row.words.total())})" if row.accepted else "–",
        **{state.value: percent(share(row.words, state)) for state in STATES},
    }


def _cut(name: str, width: int) -> str:
    """Return a name without its beginning where it is too long: the end tells pages apart."""
    return name if len(name) <= width else f"…{name[len(name) - width + 1 :]}"
