"""How far a locale is: its words in the five parts that the bars show, and what is known about its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from translate.inspection import Inspection
from translate.model import Finding, State
from translate.tally import Coverage, Tally, share, total, unreviewed


@dataclass(frozen=True, slots=True)
class Kind:
    """A part of the words."""

    name: str
    """Its class in the style sheet, and its pattern."""
    label: str
    meaning: str


PEOPLE = Kind("people", "reviewed, written by people", "A person wrote it, or nothing says that a machine did.")
ACCEPTED = Kind("accepted", "reviewed, a machine wrote it first", "An engine wrote it; a person read and accepted it.")
MACHINE = Kind("machine", "machine, not read yet", "An engine wrote it and nobody has accepted it.")
STALE = Kind("stale", "stale", "The source text was edited after it was translated.")
UNTRANSLATED = Kind("untranslated", "untranslated", "There is no translation yet.")
KINDS = (PEOPLE, ACCEPTED, MACHINE, STALE, UNTRANSLATED)

Parts = dict[Kind, int]
"""Words by their part, in the order of KINDS."""


def parts(words: Tally, accepted: int) -> Parts:
    """Return the words of a tally by the part they belong to."""
    return {
        PEOPLE: words[State.REVIEWED] - accepted,
        ACCEPTED: accepted,
        MACHINE: words[State.MACHINE],
        STALE: words[State.STALE],
        UNTRANSLATED: words[State.UNTRANSLATED],
    }


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a locale is."""

    locale: str
    coverages: tuple[Coverage, ...]
    """Of its pages."""
    findings: tuple[Finding, ...]
    """Of the locale."""
    words: Tally

    @property
    def parts(self) -> Parts:
        """Return the words by the part they belong to."""
        return parts(self.words, self.accepted)

    @property
    def accepted(self) -> int:
        """Return the reviewed words that an engine wrote first."""
        return sum(each.accepted for each in self.coverages)

    @property
    def reviewed(self) -> float:
        """Return the share of the words that people vouch for, 0 to 1."""
        return share(self.words, State.REVIEWED)

    @property
    def waiting(self) -> int:
        """Return the words that wait for a person."""
        return unreviewed(self.words)

    def engines(self) -> dict[str, Tally]:
        """Return, by engine, the words that it wrote first."""
        found: dict[str, Tally] = {}
        for each in self.coverages:
            for engine, words in each.engines.items():
                found.setdefault(engine, Counter()).update(words)
        return dict(sorted(found.items()))


def standings(found: Inspection) -> Iterator[Standing]:
    """Yield how far each locale is, in the order of the settings."""
    for locale in found.locales:
        coverages = tuple(each for each in found.coverages if each.locale == locale)
        findings = tuple(each for each in found.findings if each.locale == locale)
        yield Standing(locale, coverages, findings, total(coverages))
