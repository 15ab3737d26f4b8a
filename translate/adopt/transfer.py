"""The words of a published text with the machinery of its source, so that only words are adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.adopt.codes import with_codes
from translate.adopt.defect import Fault, Flaw, quoted
from translate.adopt.evidence import Measure
from translate.adopt.leading import Leading
from translate.adopt.matching import Matching, match
from translate.adopt.placing import find, place
from translate.markdown.page import Leaf
from translate.markdown.placeholders import BrokenTargetError, Part, parse
from translate.model import Placeholder, Role, Span

_SHAPES = {Role.LINK: "]({{{}}})", Role.IMAGE: "]({{{}}})", Role.PAIR: "]{{{}}}", Role.LONE: "{{{}}}"}
_LINK = (Fault.LINK_CHANGED, Fault.LINK_LOST, Fault.LINK_ADDED)
_TAG = (Fault.TAG_CHANGED, Fault.TAG_LOST, Fault.TAG_ADDED)
_FAULTS = {Role.LINK: _LINK, Role.IMAGE: _LINK, Role.PAIR: _TAG, Role.LONE: _TAG}
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*\*|__|\*|_)(?=[^\s*_])|(?<=[^\s*_])(\*\*|__|\*|_)(?![\w*_])")
_BREAKS = ("line break", "<br")
_NOWHERE_ELSE = Leading()


@dataclass(frozen=True, slots=True)
class Wording:
    """A target, what was wrong with the published text that it comes from, and why it may be wrong itself."""

    text: str
    """In the notation and with the numbers of the source; "" where its machinery cannot be restored."""
    flaws: tuple[Flaw, ...] = ()
    doubts: tuple[str, ...] = ()
    obstacle: str = ""
    """Why there is no text."""


def transfer(source: Leaf, published: Sequence[Leaf], measure: Measure, leading: Leading = _NOWHERE_ELSE) -> Wording:
    """Return the words of published texts, joined when they are more than one, as the target of one source text.

    Placeholders are matched by role and by what they stand for, then by their order. What the published text has
    more is left out; what it has lost is put where the evidence says that its words are, with a doubt.
    """
    try:
        texts = [parse(leaf.segment.text, leaf.segment) for leaf in published]
    except BrokenTargetError as problem:
        return Wording("", obstacle=problem.reason)
    theirs = [each for leaf in published for each in leaf.segment.placeholders]
    ours = source.segment.placeholders
    matching = match(ours, theirs)
    flaws = [*_flaws(matching, ours, theirs, leading), *_emphasis(source, published)]
    doubts = [] if matching.orderly else ["the links that were changed are in another order"]
    doubts += _left_out(matching, theirs)
    numbers = {j: ours[i].number for j, i in matching.partners.items()}
    text = " ".join(_written(texts, numbers)).strip(" ")
    if source.segment.syntax == "markdown":
        text, more, obstacle = with_codes(text, source.segment.text)
        flaws += more
        if obstacle:
            return Wording("", tuple(flaws), obstacle=obstacle)
    for index in matching.lost:
        text, doubt = _restored(text, ours[index], source, measure)
        if not text:
            return Wording(
                "", tuple(flaws), obstacle=f"{_named(ours[index])} is lost, and nothing shows where it belongs"
            )
        doubts += [doubt] if doubt else []
    return Wording(text, tuple(flaws), tuple(doubts))


def _flaws(
    matching: Matching, ours: Sequence[Placeholder], theirs: Sequence[Placeholder], leading: Leading
) -> Iterator[Flaw]:
    for j, i in sorted((matching.localized | matching.changed).items()):
        our, their = ours[i], theirs[j]
        if not leading.expects(our.legend, their.legend, localized=j in matching.localized):
            yield _FAULTS[our.role][0], f"{their.legend} instead of {our.legend}"
    for i in matching.lost:
        comment = ours[i].legend.startswith("<!--")
        yield Fault.COMMENT_LOST if comment else _FAULTS[ours[i].role][1], ours[i].legend
    for j in matching.added:
        comment = theirs[j].legend.startswith("<!--")
        yield Fault.COMMENT if comment else _FAULTS[theirs[j].role][2], theirs[j].legend


def _emphasis(source: Leaf, published: Sequence[Leaf]) -> Iterator[Flaw]:
    if source.segment.syntax != "markdown":
        return
    ours = len(_EMPHASIS.findall(source.segment.text)) // 2
    theirs = sum(len(_EMPHASIS.findall(leaf.segment.text)) for leaf in published) // 2
    if ours != theirs:
        yield Fault.EMPHASIS, f"{theirs} instead of {ours}"


def _left_out(matching: Matching, theirs: Sequence[Placeholder]) -> Iterator[str]:
    """Yield what the published text shows and the source has not, so that the target cannot."""
    for j in matching.added:
        legend = theirs[j].legend
        if theirs[j].role is Role.IMAGE or (theirs[j].role is Role.LONE and not legend.startswith(("<", *_BREAKS))):
            yield f"{quoted(legend)} was left out, since the source has no such thing"


def _written(texts: Sequence[Sequence[Part]], numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield each text with the source's numbers, which are given by index among the placeholders of all texts."""
    before = 0
    for parts in texts:
        written = []
        for part in parts:
            own = part.placeholder.number if part.placeholder else 0
            written.append(_renumbered(part, numbers.get(before + own - 1)) if own else part.text)
        yield "".join(written)
        before += len({part.placeholder.number for part in parts if part.placeholder})


def _renumbered(part: Part, number: int | None) -> str:
    if part.placeholder is None or number is None:
        return " " if part.placeholder is not None and part.placeholder.legend.startswith(_BREAKS) else ""
    return part.text if part.kind == "open" else _SHAPES[part.placeholder.role].format(number)


def _restored(text: str, lost: Placeholder, source: Leaf, measure: Measure) -> tuple[str, str]:
    """Return the text with a placeholder that it has lost, and why its place may be wrong; "" where there is none."""
    whole = source.segment.text
    if lost.role is Role.LONE:
        return _beside(text, f"{{{lost.number}}}", whole, comment=lost.legend.startswith("<!--")), ""
    label = _label(whole, _SHAPES[lost.role].format(lost.number))
    if lost.role is Role.IMAGE or label is None:
        return "", ""
    kept = find(text, whole[label.start : label.end])
    found = kept or place(text, whole, label, measure)
    if found is None:
        return "", ""
    words = text[found[0] : found[1]]
    marked = f"{text[: found[0]]}[{words}{_SHAPES[lost.role].format(lost.number)}{text[found[1] :]}"
    return marked, "" if kept else f"{_named(lost)} was lost; its place, “{words}”, is a guess"


def _label(text: str, closing: str) -> Span | None:
    """Return where the words before a closing bracket are, in characters."""
    end = text.find(closing)
    depth = 0
    for index in range(end - 1, -1, -1):
        depth += (text[index] == "]") - (text[index] == "[")
        if depth < 0:
            return Span(index + 1, end)
    return None


def _beside(text: str, token: str, source: str, *, comment: bool) -> str:
    """Return the text with a token beside the same neighbour as in the source; "" where it has none of the kind."""
    if source.startswith(token):
        return token + text
    if source.endswith(token):
        return text + token
    before = re.search(r"(?:\(\{\d+\}\)|\{\d+\})$", source[: source.find(token)])
    if before and before[0] in text:
        return text.replace(before[0], before[0] + token, 1)
    # Nobody sees where a comment stands, but at the end it would be no part of the text.
    words, blank, last = text.rpartition(" ")
    return f"{words}{token} {last}" if comment and blank else ""


def _named(placeholder: Placeholder) -> str:
    kind = {Role.LINK: "the link ", Role.IMAGE: "the image "}.get(placeholder.role, "")
    return kind + quoted(placeholder.legend)
