"""Which pairs are taken, which only with a doubt, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from translate.adopt.defect import Fault, Flaw
from translate.adopt.evidence import Measure
from translate.adopt.language import untranslated
from translate.adopt.leading import Leading
from translate.adopt.pairing import POSSIBLE, SURE, Pair
from translate.adopt.traits import Profile, joined
from translate.adopt.transfer import Wording, transfer
from translate.markdown.page import Leaf, Page

_SURPRISING = 4.0
"""Standard deviations of length from which on a translation has more or less in it than its source, probably."""
_TELLING = 40
"""Characters below which a length says nothing."""
_SHORT = 2.5
"""Standard deviations too short from which on the last text of a page may have been cut off."""
_UNUSUAL = 1.5
"""Standard deviations from which on a different number of sentences means a sentence more or less."""
_SENTENCE = re.compile(r"[.!?…:;][\"'”’)\]*_~]*(?:\(\{\d+\}\)|\{\d+\})?[\"'”’)*_~]*(?:\s|$)|[。！？]")
"""The end of a sentence."""
_AMOUNT = re.compile(r"(?<![\w.,:/])(?:\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d{3,})(?![\w:/]|[.,]\d)")
_LIST_MARKER = re.compile(rb"(?:[-*+]|\d{1,9}[.)])(?=[ \t])")
_ENDS = ".!?…:;。！？"
_CLOSERS = "\"'”’»)]*_~ "
_DOUBTFUL = 0.6
"""Most confidence in a pair that a reason speaks against."""


class Verdict(Enum):
    """What becomes of a text of the source page."""

    TAKEN = "taken"
    DOUBTFUL = "doubtful"
    UNTAKEN = "untaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A text of the source page, and what was found for it on the published page."""

    source: int
    """The index of its leaf."""
    target: tuple[int, ...] = ()
    """The leaves of the published page that stand for it."""
    verdict: Verdict = Verdict.UNTAKEN
    confidence: float = 0.0
    """0 to 1: how sure it is that they do, and that the words are all right."""
    reason: str = ""
    """Why there is a doubt, or nothing is taken."""
    text: str = ""
    """The words in catalog notation; what is not taken is kept for people to see."""
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """Two pages and what is known of their languages."""

    source: Profile
    published: Profile
    measure: Measure
    source_locale: str
    locale: str
    leading: Leading = field(default_factory=Leading)

    def matches(self, pairs: Sequence[Pair]) -> list[Match]:
        """Return what is found for every text of the source page, in page order."""
        return [self._match(i, pair) for pair in pairs for i in pair.source if self.source.page.leaves[i].worded]

    def _match(self, index: int, pair: Pair) -> Match:
        nothing = Match(source=index, target=pair.target, confidence=pair.confidence)
        leaf, leaves = self.source.page.leaves[index], [self.published.page.leaves[j] for j in pair.target]
        if not leaves:
            return replace(nothing, reason="it is missing on the published page")
        words = " ".join(each.segment.text for each in leaves)
        if len(pair.source) > 1:
            reason = "it is one text with its neighbour on the published page"
            return replace(nothing, reason=reason, text=words, flaws=((Fault.BLOCK_SPLIT, "joined"),))
        if pair.confidence < POSSIBLE:
            return replace(nothing, reason="what stands in its place is too unlike it")
        if words == leaf.segment.text and untranslated(words, self.locale, self.source_locale):
            reason = f"it is not translated into {self.locale}"
            return replace(nothing, reason=reason, flaws=((Fault.UNTRANSLATED, words),))
        return self._taken(nothing, leaf, leaves)

    def _taken(self, nothing: Match, leaf: Leaf, leaves: Sequence[Leaf]) -> Match:
        wording = self._with_number(transfer(leaf, leaves, self.measure, self.leading), leaf, leaves[0])
        if not wording.text:
            said = " ".join(each.segment.text for each in leaves)
            return replace(nothing, reason=wording.obstacle or "it has no words", text=said, flaws=wording.flaws)
        flaws = wording.flaws + (((Fault.BLOCK_SPLIT, f"into {len(leaves)}"),) if len(leaves) > 1 else ())
        sure = nothing.confidence >= SURE
        doubts = [*([] if sure else ["little speaks for this pair"]), *wording.doubts, *self._doubts(nothing)]
        found = replace(nothing, text=wording.text, flaws=flaws, reason="; ".join(doubts))
        if doubts:
            return replace(found, verdict=Verdict.DOUBTFUL, confidence=min(nothing.confidence, _DOUBTFUL))
        return replace(found, verdict=Verdict.TAKEN)

    def _doubts(self, match: Match) -> Iterator[str]:
        """Yield what speaks against words that probably stand in the right place."""
        ours, theirs = self.source.traits[match.source], joined([self.published.traits[j] for j in match.target])
        if len(match.target) > 1:
            yield f"it is {len(match.target)} texts on the published page"
        if untranslated(theirs.text, self.locale, self.source_locale) and theirs.text != ours.text:
            yield f"it does not read like {self.locale}"
        surprise = self.measure.surprise(ours, theirs)
        if abs(surprise) > _SURPRISING and max(ours.length, theirs.length) > _TELLING:
            yield f"it is much {'longer' if surprise > 0 else 'shorter'} than usual"
        elif (more := _more_sentences(ours.text, theirs.text)) * surprise > _UNUSUAL:
            yield f"it seems to have a sentence {'more' if more > 0 else 'less'}"
        mine, others = _amounts(ours.text), _amounts(theirs.text)
        if mine != others and len(mine) == len(others):
            yield f"it says {', '.join(sorted(others - mine))} instead of {', '.join(sorted(mine - others))}"
        if max(match.target) == len(self.published.traits) - 1 and self._cut_off(match, surprise):
            yield "the published page may be cut off here"

    def _cut_off(self, match: Match, surprise: float) -> bool:
        """Tell whether the last text of a page may lack its end: the source goes on, or it alone ends as a sentence."""
        if match.source < len(self.source.traits) - 1 or surprise < -_SHORT:
            return True
        both = (self.source.traits[match.source], self.published.traits[match.target[-1]])
        ours, theirs = (text.text.rstrip(_CLOSERS)[-1:] in tuple(_ENDS) for text in both)
        return ours and not theirs

    def _with_number(self, wording: Wording, leaf: Leaf, published: Leaf) -> Wording:
        """Give back a number that the published page has made a list of (`- 3. Juni`)."""
        ours, theirs = _list_markers(self.source.page, leaf), _list_markers(self.published.page, published)
        if not wording.text or len(theirs) != len(ours) + 1 or not theirs[-1][:1].isdigit():
            return wording
        text = f"{theirs[-1]} {wording.text}"
        return replace(wording, text=text, flaws=(*wording.flaws, (Fault.DATE_AS_LIST, theirs[-1])))


def _more_sentences(source: str, target: str) -> int:
    """Return 1 or −1 where a target has more sentences than its source or fewer; 0 where one has no ends of any."""
    ours, theirs = len(_SENTENCE.findall(source)), len(_SENTENCE.findall(target))
    return (theirs > ours) - (theirs < ours) if ours and theirs else 0


def _amounts(text: str) -> set[str]:
    """Return the years and the amounts that a text holds, as digits; small ones may be times (4 pm, 16:00)."""
    return {re.sub(r"\D", "", amount) for amount in _AMOUNT.findall(text)}


def _list_markers(page: Page, leaf: Leaf) -> list[str]:
    """Return the list markers on the line that a text begins on, before it."""
    start = leaf.segment.span.start
    line = page.source[page.source.rfind(b"\n", 0, start) + 1 : start]
    return [marker.decode() for marker in _LIST_MARKER.findall(line)]
