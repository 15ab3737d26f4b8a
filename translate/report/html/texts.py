"""Texts of the site as a reader of the report needs them: in their own language, the change marked, not too long."""

from __future__ import annotations

from translate.edits import Edit, edits
from translate.figures import number, percent
from translate.languages import tag
from translate.report.html.markup import Markup, element, text

_LONG = 600
"""Characters of a text that are shown."""
_AROUND = 80
"""Characters of an unchanged part that are shown next to a change."""
_REWRITTEN = 0.25
"""The share of a text, 0 to 1, that an edit must have kept, or the two versions are shown one after the other."""
_PARTS = 40
"""Parts of an edit that are shown."""
_NBSP = "\u00a0"


def prose(words: str, locale: str, *, most: int = _LONG) -> Markup:
    """Return a text in its language."""
    return element("bdi", clipped(words, most), lang=tag(locale), dir="auto")


def edited(before: str, after: str, locale: str) -> Markup:
    """Return a text with what an edit took away and put in; screen readers hear which is which."""
    parts = list(edits(before, after))
    kept = sum(len(part.text) for part in parts if part.kind == "kept")
    if kept < len(after) * _REWRITTEN:
        parts = [Edit("removed", before), Edit("added", after)]
    shown = [_part(part, first=part is parts[0], last=part is parts[-1]) for part in parts[:_PARTS]]
    more = " …" if len(parts) > _PARTS else None
    return element("bdi", *shown, more, lang=tag(locale), dir="auto")


def clipped(words: str, most: int) -> str:
    """Return the beginning of a text, up to the end of a word, where it is longer than `most` characters."""
    if len(words) <= most:
        return words
    cut = words.rfind(" ", most // 2, most)
    return words[: cut if cut > 0 else most].rstrip() + " …"


def amount(value: int) -> str:
    """Return a number that no line breaks."""
    return number(value).replace(" ", _NBSP)


def portion(value: float) -> str:
    """Return a share that no line breaks; a share of nothing is 0 %."""
    return percent(value).replace("–", "0 %").replace(" ", _NBSP)


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{amount(count)} {one if count == 1 else many}"


def hidden(words: str) -> Markup:
    """Return what only screen readers tell."""
    return element("span", words, class_="hidden")


def _part(part: Edit, *, first: bool, last: bool) -> Markup:
    if part.kind == "kept":
        return text(_shortened(part.text, first=first, last=last))
    name, said = ("del", "removed: ") if part.kind == "removed" else ("ins", "added: ")
    return element(name, hidden(f" {said}"), clipped(part.text, _LONG))


def _shortened(kept: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of a long unchanged part, or what is far from the only change next to it."""
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(kept) <= before + after + _AROUND or (first and last):
        return kept
    begin = kept.find(" ", before) if before else 0
    stop = kept.rfind(" ", 0, len(kept) - after) if after else len(kept)
    head, tail = kept[: max(begin, 0)] if before else "", kept[stop:] if after else ""
    return f"{head} …{tail}" if after or before else kept
