"""What an engine is asked for a page, and what its answers make of the page's catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from translate.catalog.marks import filled, replaced
from translate.engines.base import Answer, Pair, Register, Request
from translate.engines.ladder import Counts, Outcome, Step, climb, count
from translate.engines.wire import characters
from translate.markdown.page import Page
from translate.markdown.placeholders import BrokenTargetError
from translate.markdown.reassembly import reassemble
from translate.markdown.restoration import restore
from translate.markdown.wire import Wire, protect
from translate.model import Catalog, Key, Segment, State, Term, Unit

Ask = Callable[[Request], tuple[Answer | None, ...]]

_DOUBTFUL, _SUGGESTION = "doubtful: ", "suggestion without markup: "
_HEADINGS = 1000
"""Characters of headings that go with a request, to tell what the page is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a site wants to be translated into a locale."""

    source: str
    target: str
    register: Register = "less"
    glossary: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """The texts of a page that have to be asked for."""

    page: Page
    catalog: Catalog
    request: Request
    wires: Mapping[str, tuple[Wire, ...]] = field(default_factory=dict)
    """For each text of the request, the segments that become it: markup apart, they say the same."""

    @property
    def characters(self) -> int:
        """Return how many characters an engine would bill: code points of the texts without tags."""
        return sum(map(characters, self.request.texts))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a job would cost."""

    texts: int
    characters: int
    """Code points without tags, as engines bill them."""
    cached: int
    """Characters of it whose answers are there already."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A catalog with an engine's targets, and how they were come by."""

    catalog: Catalog
    counts: Counts
    rejected: int = 0
    """Answers that would have damaged the page, and were left out."""


def job(page: Page, catalog: Catalog, language: Language, *, stale: bool = True) -> Job:
    """Return what to ask for: every text without a target, and with `stale` those whose target is older.

    A text that a person has reviewed is never asked for, nor one that holds no words.
    """
    units = catalog.by_key()
    wires: dict[str, list[Wire]] = {}
    for key, segment in {each.key: each for each in page.segments}.items():
        if _is_wanted(units[key], stale=stale) and (wire := _protected(segment)) and wire.worded:
            wires.setdefault(wire.text, []).append(wire)
    request = Request(
        texts=tuple(wires),
        source=language.source,
        target=language.target,
        context=_context(page),
        register=language.register,
        glossary=language.glossary,
        page=tuple(Pair(unit.source, unit.target) for unit in catalog.active()),
    )
    return Job(page, catalog, request, {text: tuple(same) for text, same in wires.items()})


def _protected(segment: Segment) -> Wire | None:
    """Return the wire form, or None for a text whose target people alone could write."""
    try:
        return protect(segment)
    except BrokenTargetError:
        return None


def _is_wanted(unit: Unit, *, stale: bool) -> bool:
    if unit.state is State.UNTRANSLATED:
        return True
    return stale and unit.state is State.STALE and replaced(unit) is None


def _context(page: Page) -> str:
    """Return what the page is about, in its own words; not translated, and not billed."""
    front = [segment.text for segment in page.segments if segment.kind.startswith("front matter")]
    headings = [segment.text for segment in page.segments if segment.kind.startswith("heading")]
    return "\n".join([*front, *headings])[:_HEADINGS]


def fill(work: Job, ask: Ask, ways: tuple[str, ...], engine: str) -> Filled:
    """Ask for the texts of a job; every answer is validated, restored and proved before it becomes a target."""
    outcomes = climb(work.request, ask, ways, objection=lambda source, answer: _objection(work, source, answer))
    targets = dict(_targets(work, outcomes))
    rebuilt = reassemble(work.page, {key: target for key, (target, _) in targets.items()})
    for each in rebuilt.rejected:
        targets.pop(each.segment.key, None)
    hints = dict(_suggestions(work, outcomes))
    units = tuple(_with(unit, targets.get(unit.key), hints.get(unit.key), engine) for unit in work.catalog.units)
    return Filled(replace(work.catalog, units=units), count(outcomes), len(rebuilt.rejected))


def _objection(work: Job, source: str, answer: str) -> str:
    """Say why an answer cannot be put back into the page, or nothing."""
    for wire in work.wires.get(source, ()):
        try:
            restore(wire, answer)
        except BrokenTargetError as error:
            return error.reason
    return ""


def _targets(work: Job, outcomes: Iterable[Outcome]) -> Iterable[tuple[Key, tuple[str, str]]]:
    """Yield the target of each key, and what is doubtful about it."""
    for outcome in outcomes:
        if outcome.text is None or outcome.step is Step.BARE:
            continue
        doubt = outcome.defects[-1].detail if outcome.step is Step.DOUBTFUL and outcome.defects else ""
        for wire in work.wires[outcome.source]:
            yield wire.segment.key, (restore(wire, outcome.text), doubt)


def _suggestions(work: Job, outcomes: Iterable[Outcome]) -> Iterable[tuple[Key, str]]:
    """Yield words that came without their markup, for a person to put it in."""
    for outcome in outcomes:
        if outcome.step is Step.BARE and outcome.text:
            for wire in work.wires[outcome.source]:
                yield wire.segment.key, _SUGGESTION + outcome.text


def _with(unit: Unit, target: tuple[str, str] | None, suggestion: str | None, engine: str) -> Unit:
    if unit.obsolete:
        return unit
    comments = tuple(line for line in unit.comments if not line.startswith((_DOUBTFUL, _SUGGESTION)))
    if target is not None:
        text, doubt = target
        lines = (_DOUBTFUL + doubt, *comments) if doubt else comments
        return filled(replace(unit, comments=lines), text, engine)
    if suggestion is not None:
        return replace(unit, comments=(suggestion, *comments))
    return unit
