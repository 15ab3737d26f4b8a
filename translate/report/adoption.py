"""What was taken from published pages, as a table, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.adopt.adoption import Adoption, Text
from translate.adopt.judgement import Verdict
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


def said(adoptions: Sequence[Adoption], form: str, *, defects: bool) -> Iterator[str]:
    """Yield everything as `text`, `json` or `markdown`; of the text, the published pages' defects only if asked for."""
    match form:
        case "json":
            yield as_json(adoptions)
        case "markdown":
            yield from as_markdown(adoptions)
        case _:
            yield from table(adoptions)
            yield from details(adoptions, defects=defects)


def table(adoptions: Sequence[Adoption]) -> Iterator[str]:
    """Yield a line for each page, their sum, and what has become of the texts of today's pages."""
    width = max([len(each.page) for each in adoptions] + [len("TOTAL")]) + 2
    yield f"{'page':{width}}" + "".join(f"{name:>10}" for name in _COLUMNS)
    for each in adoptions:
        row = f"{each.page:{width}}" + "".join(f"{number or '–':>10}" for number in _numbers(each))
        yield f"{row}  {each.problem}".rstrip()
    yield f"{'TOTAL':{width}}" + "".join(
        f"{number:>10}" for number in map(sum, zip(*map(_numbers, adoptions), strict=True))
    )
    if today := _today(adoptions):
        yield f"today's pages: {today}"


def details(adoptions: Sequence[Adoption], *, defects: bool) -> Iterator[str]:
    """Yield the texts that were not taken, or with a doubt, and why; and what was wrong with the published pages."""
    for each in adoptions:
        for text in each.texts if not each.problem else ():
            if text.verdict is not Verdict.TAKEN:
                yield f"{_place(each, text)}: {text.verdict.value}: {text.reason}: {_short(text.source)}"
        for defect in each.defects if defects else ():
            yield f"{each.published}:{defect.line}: {defect.fault.value}: {defect.detail}"


def as_json(adoptions: Sequence[Adoption]) -> str:
    """Return everything as JSON: each text with its verdict and confidence, each defect with its place."""
    pages = [
        {
            "page": each.page,
            "locale": each.locale,
            "published": each.published,
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


def as_markdown(adoptions: Sequence[Adoption]) -> Iterator[str]:
    """Yield the table, what was not taken and what was wrong, as Markdown for a pull request."""
    yield f"| page | {' | '.join(_COLUMNS)} | |"
    yield f"| --- |{' ---: |' * len(_COLUMNS)} --- |"
    for each in adoptions:
        yield f"| {_cell(each.page)} | {' | '.join(map(str, _numbers(each)))} | {_cell(each.problem)} |"
    yield f"| **total** | {' | '.join(map(str, _totals(adoptions)))} | {_today(adoptions)} |"
    for title, lines in (
        ("Not taken, or with a doubt", list(details(adoptions, defects=False))),
        ("Defects of the published pages", list(_faults(adoptions))),
    ):
        if lines:
            yield f"\n## {title}\n"
            yield from (f"- {_cell(line)}" for line in lines)


def _faults(adoptions: Sequence[Adoption]) -> Iterator[str]:
    for each in adoptions:
        for defect in each.defects:
            if not defect.fault.slight:
                yield f"{each.page}:{defect.line}: {defect.fault.value}: {defect.detail}"


def _numbers(adoption: Adoption) -> tuple[int, ...]:
    return (len(adoption.texts), *map(adoption.count, Verdict), adoption.faults)


def _totals(adoptions: Sequence[Adoption]) -> Iterator[int]:
    return map(sum, zip(*map(_numbers, adoptions), strict=True))


def _today(adoptions: Sequence[Adoption]) -> str:
    total: Counter[State] = Counter()
    for each in adoptions:
        total.update(each.today)
    return " · ".join(f"{total[state]} {name}" for state, name in _TODAY.items() if total[state])


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


def _place(adoption: Adoption, text: Text) -> str:
    return f"{adoption.published}:{text.published_line}" if text.published_line else f"{adoption.page}:{text.line}"


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _cell(text: str) -> str:
    """Return a text as it stands in a cell of a table or in a list, without markup."""
    return "".join("\\" + each if each in "\\`*_[]<>|#{}" else each for each in text)
