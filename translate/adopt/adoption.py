"""What came of a published page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.adopt.defect import Defect
from translate.adopt.judgement import Verdict
from translate.model import Output, State

UNLIKE = "translates another page, or a much older one"
"""The problem of a published page that fits too little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the source page, and what was found for it."""

    source: str
    target: str
    line: int
    """Where it begins on the source page that the published one was compared with, from 1."""
    published_line: int
    """Where its translation begins; 0 where there is none."""
    verdict: Verdict
    confidence: float
    """0 to 1."""
    reason: str
    """Why there is a doubt, or nothing is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A page, what was taken from its published translation, and what was wrong there."""

    page: str
    """The page's path inside the source folder; of a published page without a source, its path in its own folder."""
    locale: str
    published: str
    """The file of the published page; "" when there is none."""
    source: str = ""
    """The source page's path from the site's root."""
    made_from: str = ""
    """The older source page that the published one was compared with, a file or a revision (`1a2b3c4d5e:docs/faq.md`);
    "" where it was today's."""
    problem: str = ""
    """Why nothing at all was taken."""
    texts: tuple[Text, ...] = ()
    """The texts of the source page, in page order."""
    defects: tuple[Defect, ...] = ()
    """In the order of the published page."""
    today: Mapping[State, int] = field(default_factory=dict)
    """How many texts of today's page are in which state, and how many are gone (`OBSOLETE`)."""
    output: Output | None = None
    """The catalog."""

    def count(self, verdict: Verdict) -> int:
        """Return how many texts have a verdict."""
        return sum(text.verdict is verdict for text in self.texts)

    @property
    def faults(self) -> int:
        """Return how many defects a reader of the published page could see."""
        return sum(not defect.fault.slight for defect in self.defects)
