"""What an engine's answers make of a page's catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from translate.catalog.marks import filled
from translate.engines.base import Answer, Request
from translate.engines.ladder import Counts, Outcome, Step, climb, count
from translate.markdown.placeholders import BrokenTargetError
from translate.markdown.reassembly import reassemble
from translate.markdown.restoration import restore
from translate.markdown.spelling import one_line
from translate.model import Catalog, Key, Unit
from translate.pretranslation.job import Job

Ask = Callable[[Request], tuple[Answer | None, ...]]

_DOUBTFUL, _SUGGESTION, _SIMILAR = "doubtful: ", "suggestion without markup: ", "similar: "


@dataclass(frozen=True, slots=True)
class Filled:
    """A catalog with an engine's targets, and what it took to get them."""

    catalog: Catalog
    counts: Counts
    rejected: int
    """Answers that would have damaged the page, and were left out."""
    targets: Mapping[Key, str]
    """What the engine said, by key."""


def fill(work: Job, ask: Ask, ways: tuple[str, ...], engine: str) -> Filled:
    """Ask for the texts of a job; every answer is validated, restored and proved before it becomes a target."""
    outcomes = climb(work.request, ask, ways, objection=lambda source, answer: _objection(work, source, answer))
    targets = dict(_targets(work, outcomes))
    sound = _proven(work, targets)
    remarks = dict(_remarks(work, outcomes))
    units = tuple(_with(unit, sound.get(unit.key), remarks.get(unit.key, ()), engine) for unit in work.catalog.units)
    return Filled(replace(work.catalog, units=units), count(outcomes), len(targets) - len(sound), sound)


def share(work: Job, done: Filled, known: Mapping[Key, str], engine: str) -> Filled:
    """Return a filled catalog with the targets of those texts that earlier pages have asked for."""
    owed = {key: known[key] for key in work.owed if key in known}
    if not owed:
        return done
    sound = _proven(work, owed)
    units = tuple(_with(unit, sound.get(unit.key), (), engine) for unit in done.catalog.units)
    return replace(done, catalog=replace(done.catalog, units=units))


def _objection(work: Job, source: str, answer: str) -> str:
    """Say why an answer cannot be put back into the page, or nothing."""
    for wire in work.wires.get(source, ()):
        try:
            restore(wire, answer)
        except BrokenTargetError as error:
            return error.reason
    return ""


def _targets(work: Job, outcomes: Iterable[Outcome]) -> Iterator[tuple[Key, str]]:
    for outcome in outcomes:
        if outcome.text is not None and outcome.step is not Step.BARE:
            for wire in work.wires[outcome.source]:
                yield wire.segment.key, restore(wire, outcome.text)


def _proven(work: Job, targets: Mapping[Key, str]) -> dict[Key, str]:
    """Return the targets that leave the page whole."""
    broken = {each.segment.key for each in reassemble(work.page, targets).rejected}
    return {key: target for key, target in targets.items() if key not in broken}


def _remarks(work: Job, outcomes: Iterable[Outcome]) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Yield comments for the person who reviews an answer: what is doubtful, and which translation is similar."""
    for outcome in outcomes:
        if outcome.text is None:
            continue
        said = []
        if outcome.step is Step.DOUBTFUL and outcome.defects:
            said.append(_DOUBTFUL + outcome.defects[-1].detail)
        if outcome.step is Step.BARE:
            said.append(_SUGGESTION + one_line(unescape(outcome.text)))
        for wire in work.wires[outcome.source]:
            match = work.near.get(wire.segment.key)
            similar = (f"{_SIMILAR}{match.source} → {match.target}",) if match else ()
            yield wire.segment.key, (*said, *similar)


def _with(unit: Unit, target: str | None, remarks: tuple[str, ...], engine: str) -> Unit:
    if unit.obsolete or (target is None and not remarks):
        return unit
    others = (line for line in unit.comments if not line.startswith((_DOUBTFUL, _SUGGESTION, _SIMILAR)))
    remarked = replace(unit, comments=(*remarks, *others))
    return remarked if target is None else filled(remarked, target, engine)
