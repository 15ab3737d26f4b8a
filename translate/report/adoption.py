"""What was taken from published pages, as a table, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath

from translate.adopt.adoption import UNLIKE, Adoption, Text
from translate.adopt.defect import quoted
from translate.adopt.judgement import Verdict
from translate.figures import number
from translate.model import State

_COLUMNS = ("texts", "taken", "doubtful", "untaken", "defects")
_TODAY = {
    State.REVIEWED: "reviewed",
    State.MACHINE: "to review",
    State.STALE: "stale",
    State.UNTRANSLATED: "untranslated",
    State.OBSOLETE: "gone",
}
"""What the texts of today's pages are in their catalogs."""


def said(adoptions: Sequence[Adoption], form: str, folder: str = "", *, defects: bool) -> Iterator[str]:
    """Yield everything as `text`, `json` or `markdown`; of the text, the published pages' defects only if asked for.

    `folder` leads from where the person is to the site, so that places can be clicked on.
    """
    match form:
        case "json":
            yield as_json(adoptions)
        case "markdown":
            yield from as_markdown(adoptions, folder)
        case _:
            yield from details(adoptions, folder)
            yield from faults(adoptions, slight=True) if defects else ()
            yield from table(adoptions)


def table(adoptions: Sequence[Adoption]) -> Iterator[str]:
    """Yield a line for each page, their sum, and what has become of the texts of today's pages."""
    width = max([len(each.page) for each in adoptions] + [len("TOTAL")]) + 2
    yield f"{'page':{width}}" + "".join(f"{name:>10}" for name in _COLUMNS)
    for each in adoptions:
        row = f"{each.page:{width}}" + "".join(f"{number(count) if count else '–':>10}" for count in _numbers(each))
        yield f"{row}  {_note(each)}".rstrip()
    yield f"{'TOTAL':{width}}" + "".join(f"{number(count):>10}" for count in _totals(adoptions))
    if today := _today(adoptions):
        yield f"today's pages: {today}"


def details(adoptions: Iterable[Adoption], folder: str = "") -> Iterator[str]:
    """Yield the texts that were not taken, or with a doubt, and why; what is missing in one place is one line."""
    for each in adoptions:
        for _, group in groupby(enumerate(each.texts if not each.problem else ()), _place_of_gap):
            (_, text), *others = group
            if text.verdict is not Verdict.TAKEN:
                more = f" (and {len(others)} more)" if others else ""
                place = _place(each, text, folder)
                yield f"{place}: {text.verdict.value}: {text.reason}: {quoted(text.source)}{more}"


def faults(adoptions: Iterable[Adoption], *, slight: bool) -> Iterator[str]:
    """Yield what was wrong with the published pages; what no reader could see (`slight`) is one line for each kind."""
    for each in adoptions:
        unseen: dict[str, list[int]] = {}
        for defect in each.defects:
            said = f"{defect.fault.value}: {defect.detail}"
            if defect.fault.slight:
                unseen.setdefault(said, []).append(defect.line)
            else:
                yield f"{each.published}:{defect.line}: {said}"
        for said, (line, *others) in unseen.items() if slight else ():
            yield f"{each.published}:{line}: {said}{f' (and {len(others)} more)' if others else ''}"


def advice(adoptions: Sequence[Adoption], *, history: bool, defects: bool) -> Iterator[str]:
    """Yield what a person may do now, whether git's history was looked into and defects were listed already."""
    old = any(each.problem.startswith(UNLIKE) for each in adoptions)
    lost = any(not each.source for each in adoptions) and any(not each.published for each in adoptions)
    if (old or lost) and not history:
        yield "older, or renamed since? --source-revision auto looks into the history of the source pages"
    if any(each.count(Verdict.DOUBTFUL) for each in adoptions):
        yield 'doubtful texts are fuzzy in the catalogs, with the reason: look for "adopted:"'
    if any(each.faults for each in adoptions) and not defects:
        yield "-v lists the defects of the published pages; none of them is taken over"


def as_json(adoptions: Sequence[Adoption]) -> str:
    """Return everything as JSON: each text with its verdict and confidence, each defect with its place."""
    pages = [
        {
            "page": each.page,
            "locale": each.locale,
            "source": each.source,
            "published": each.published,
            "made_from": each.made_from,
            "problem": each.problem,
            **dict(zip(_COLUMNS, _numbers(each), strict=True)),
            "today": {state.value: count for state, count in each.today.items()},
            "units": [_unit(text) for text in each.texts],
            "faults": [
                {
                    "line": defect.line,
                    "kind": defect.fault.value,
                    "slight": defect.fault.slight,
                    "detail": defect.detail,
                }
                for defect in each.defects
            ],
        }
        for each in adoptions
    ]
    return json.dumps({"schema": 1, "pages": pages}, ensure_ascii=False, indent=2)


def as_markdown(adoptions: Sequence[Adoption], folder: str = "") -> Iterator[str]:
    """Yield the table, what was not taken and what was wrong, as Markdown for a pull request."""
    yield f"| page | {' | '.join(_COLUMNS)} | |"
    yield f"| --- |{' ---: |' * len(_COLUMNS)} --- |"
    for each in adoptions:
        yield f"| {_cell(each.page)} | {' | '.join(map(str, _numbers(each)))} | {_cell(_note(each))} |"
    yield f"| **total** | {' | '.join(map(str, _totals(adoptions)))} | {_today(adoptions)} |"
    for title, lines in (
        ("Not taken, or with a doubt", list(details(adoptions, folder))),
        ("Defects of the published pages", list(faults(adoptions, slight=False))),
    ):
        if lines:
            yield f"\n## {title}\n"
            yield from (f"- {_cell(line)}" for line in lines)


def _numbers(adoption: Adoption) -> tuple[int, ...]:
    return (len(adoption.texts), *map(adoption.count, Verdict), adoption.faults)


def _totals(adoptions: Sequence[Adoption]) -> Iterator[int]:
    return map(sum, zip(*map(_numbers, adoptions), strict=True))


def _today(adoptions: Sequence[Adoption]) -> str:
    total: Counter[State] = Counter()
    for each in adoptions:
        total.update(each.today)
    return " · ".join(f"{number(total[state])} {name}" for state, name in _TODAY.items() if total[state])


def _unit(text: Text) -> dict[str, object]:
    return {
        "line": text.line,
        "published_line": text.published_line,
        "verdict": text.verdict.value,
        "confidence": text.confidence,
        "reason": text.reason,
        "source": text.source,
        "target": text.target,
    }


def _place_of_gap(numbered: tuple[int, Text]) -> tuple[int, str]:
    """Return the same for texts in a row that are missing for one reason, and something of its own for any other."""
    number, text = numbered
    return (-1, text.reason) if text.verdict is Verdict.UNTAKEN and not text.published_line else (number, "")


def _place(adoption: Adoption, text: Text, folder: str) -> str:
    if text.published_line:
        return f"{adoption.published}:{text.published_line}"
    return f"{adoption.made_from or folder + adoption.source}:{text.line}"


def _note(adoption: Adoption) -> str:
    """Return why nothing was taken, or else an unexpected name or revision that the page was made from."""
    if adoption.problem:
        return adoption.problem
    published = Path(adoption.published).name
    renamed = published.split(".")[0] != PurePosixPath(adoption.page).name.split(".")[0]
    made_from = adoption.made_from.removesuffix(f":{adoption.source}")
    facts = {"published as": published if renamed else "", "made from": made_from}
    return " · ".join(f"{what} {name}" for what, name in facts.items() if name)


def _cell(text: str) -> str:
    """Return a text as it stands in a cell of a table or in a list, without markup."""
    return "".join("\\" + each if each in "\\`*_[]<>|#{}" else each for each in text)
