"""Answer, validate, repair, ask again: the steps from an engine's answer to one that can be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from translate.engines.base import Answer, Request
from translate.engines.defects import Defect, compare
from translate.engines.repair import repair
from translate.engines.wire import Mark, escape, parse, plain

Ask = Callable[[Request], tuple[Answer | None, ...]]
"""Gives an answer for each text of a request, None for those that the run will not get (`Runner.ask`)."""

Objection = Callable[[str, str], str]
"""Says what is wrong with an answer that the wire form cannot tell (source, answer → a sentence), or ""."""


class Step(Enum):
    """How far up the ladder a text got its translation."""

    FIRST = "first"
    """The first answer was right."""
    REPAIRED = "repaired"
    """The first answer, mended."""
    ALONE = "alone"
    """Asked again alone."""
    OTHERWISE = "otherwise"
    """Asked alone in another of the engine's ways."""
    DOUBTFUL = "doubtful"
    """All answers agree on something that may be wrong; a person should look."""
    BARE = "bare"
    """The words without their markup; a person must put it in."""
    FAILED = "failed"
    """No answer can be used; the text stays untranslated."""
    UNANSWERED = "unanswered"
    """The run stopped before there was an answer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text."""

    source: str
    text: str | None
    """The translation in the wire form; None for FAILED and UNANSWERED."""
    step: Step
    defects: tuple[Defect, ...] = ()
    """All that was wrong with the answers on the way, in order."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many texts needed each step, and which defects were met."""

    steps: tuple[tuple[Step, int], ...] = ()
    defects: tuple[tuple[str, int], ...] = ()

    def __add__(self, other: Counts) -> Counts:
        """Return both together."""
        steps = Counter(dict(self.steps)) + Counter(dict(other.steps))
        defects = Counter(dict(self.defects)) + Counter(dict(other.defects))
        return Counts(tuple((step, steps[step]) for step in Step if steps[step]), tuple(sorted(defects.items())))

    def of(self, step: Step) -> int:
        """Return how many texts ended on that step."""
        return dict(self.steps).get(step, 0)


def count(outcomes: Iterable[Outcome]) -> Counts:
    """Count the steps and the defects of some outcomes."""
    steps: Counter[Step] = Counter()
    kinds: Counter[str] = Counter()
    for outcome in outcomes:
        steps[outcome.step] += 1
        kinds.update(defect.kind for defect in outcome.defects)
    return Counts() + Counts(tuple(steps.items()), tuple(kinds.items()))


def climb(
    request: Request, ask: Ask, ways: tuple[str, ...], *, objection: Objection | None = None
) -> tuple[Outcome, ...]:
    """Translate the texts of a request; what is damaged never comes back as a translation.

    All texts are asked together in the first way, those that fail alone in each of the others, and at last without
    their markup.
    """
    first = replace(request, way=ways[0])
    answers = ask(first)
    climbs = (_Climb(request, ask, objection, text) for text in request.texts)
    return tuple(one.run(answer, ways[1:]) for one, answer in zip(climbs, answers, strict=True))


class _Climb:
    """The way of one text up the ladder."""

    def __init__(self, request: Request, ask: Ask, objection: Objection | None, source: str) -> None:
        self._request = request
        self._ask = ask
        self._objection = objection
        self._source = source
        self._defects: list[Defect] = []
        self._doubtful: str | None = None

    def run(self, first: Answer | None, ways: tuple[str, ...]) -> Outcome:
        if first is None:
            return self._end(None, Step.UNANSWERED)
        for text, step in self._usable(first, ways):
            if text is not None:
                return self._end(text, step)
            if step is Step.UNANSWERED:
                return self._end(self._doubtful, Step.DOUBTFUL if self._doubtful else Step.UNANSWERED)
        if self._doubtful is not None:
            return self._end(self._doubtful, Step.DOUBTFUL)
        return self._bare()

    def _usable(self, first: Answer, ways: tuple[str, ...]) -> Iterator[tuple[str | None, Step]]:
        """Yield what each rung gives, until somebody stops asking."""
        mended, as_it_was = self._checked(first)
        yield mended, Step.FIRST if as_it_was else Step.REPAIRED
        for number, way in enumerate(ways):
            reasons = tuple(dict.fromkeys(defect.detail for defect in self._defects))
            answer = self._ask(replace(self._request, texts=(self._source,), way=way, reasons=reasons))[0]
            if answer is None:
                yield None, Step.UNANSWERED
                return
            yield self._checked(answer)[0], Step.OTHERWISE if number else Step.ALONE

    def _checked(self, answer: Answer) -> tuple[str | None, bool]:
        """Return the answer if it can be used, mended if need be, and whether it could be as it was."""
        if answer.fault:
            self._defects.append(Defect("no answer", answer.fault))
            return None, False
        found = self._compared(answer.text)
        self._defects += found
        if not found:
            return answer.text, True
        mended = repair(self._source, answer.text, self._request.target)
        if mended is None:
            return None, False
        left = self._compared(mended)
        if left and all(defect.doubtful for defect in left):
            self._doubtful = self._doubtful or mended
        return (None if left else mended), False

    def _compared(self, text: str) -> tuple[Defect, ...]:
        found = compare(self._source, text, self._request.target)
        if self._objection and all(defect.doubtful for defect in found):
            sentence = self._objection(self._source, text)
            found += (Defect("objection", sentence),) if sentence else ()
        return found

    def _bare(self) -> Outcome:
        """Ask for the words alone, where there is markup that could have been the trouble."""
        tokens = parse(self._source)
        words = escape(plain(tokens))
        if not any(isinstance(token, Mark) for token in tokens) or not words.strip():
            return self._end(None, Step.FAILED)
        answer = self._ask(replace(self._request, texts=(words,), way="", reasons=()))[0]
        if answer is None:
            return self._end(None, Step.UNANSWERED)
        found = (Defect("no answer", answer.fault),) if answer.fault else compare(words, answer.text)
        text = answer.text if not found else repair(words, answer.text)
        self._defects += found
        return self._end(text, Step.BARE if text else Step.FAILED)

    def _end(self, text: str | None, step: Step) -> Outcome:
        return Outcome(self._source, text, step, tuple(self._defects))
