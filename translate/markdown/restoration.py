"""An engine's answer to catalog notation: the inverse of `wire.protect`."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from xml.etree import ElementTree

from translate.markdown.placeholders import BrokenTargetError, parse
from translate.markdown.spelling import one_line
from translate.markdown.wire import Element, Wire, marks

_STARS = r"\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
_CAREFULLY = {"markdown": rf"[\\`\[\]~]|{_STARS}", "html": r"[\\\[\]]"}
"""What the notation may read as more than a character, by syntax, depending on what stands around."""
_EDGE = r"[^\w\s\\`*_~\[\](){}<>&]+"
"""Punctuation that means nothing to the notation."""


def restore(wire: Wire, answer: str) -> str:
    """Return an engine's answer in catalog notation, on one line.

    Raises `BrokenTargetError` where tags are missing, doubled, not the source's or not nested, or where the notation
    would not be read as it is meant.
    """
    tree = _tree(answer)
    if (wanted := _tags(_tree(wire.text))) != (found := _tags(tree)):
        raise _mismatch(wanted, found)
    spellings = (_always(wire), _CAREFULLY.get(wire.segment.syntax, ""))
    *writers, last = (_Writer(wire.elements, each, tidy=tidy) for each in spellings for tidy in (False, True))
    for writer in writers:
        with suppress(BrokenTargetError):
            return _written(wire, tree, writer)
    return _written(wire, tree, last)


def _tree(text: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(f"<w>{text}</w>")  # noqa: S314 # no entity can be declared inside an element
    except ElementTree.ParseError as error:
        raise BrokenTargetError("P004", "a tag is not closed, or not where it was opened") from error


def _tags(tree: ElementTree.Element) -> Counter[tuple[str, str]]:
    return Counter((each.tag, each.get("id", "")) for each in tree.iter() if each is not tree)


def _mismatch(wanted: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> BrokenTargetError:
    for tag, number in sorted((wanted - found) | (found - wanted)):
        name = f'<{tag} id="{number}">'
        if not found[tag, number]:
            return BrokenTargetError("P001", f"the tag {name} is missing")
        if wanted[tag, number]:
            return BrokenTargetError("P003", f"the tag {name} stands more than once")
    return BrokenTargetError("P002", "a tag is not the source's")


def _always(wire: Wire) -> str:
    """Return what the notation would never read as a character, and what it may take for the text's own marks."""
    signs = {element.opening[0] for element in wire.elements if _is_mark(element)}
    more = ("|" + _STARS if signs & {"*", "_"} else "") + ("|~" if "~" in signs else "")
    return {"markdown": rf"[\\`]{more}", "html": r"\\"}.get(wire.segment.syntax, "")


def _written(wire: Wire, tree: ElementTree.Element, writer: _Writer) -> str:
    target = one_line(wire.before + writer.content(tree).strip() + wire.after)
    parse(target, wire.segment)
    if len(marks(wire.segment, target)) != len(marks(wire.segment, wire.segment.text)):
        raise BrokenTargetError("M001", "emphasis would not be seen as such")
    return target


def _is_mark(element: Element) -> bool:
    return element.opening[0] in "*_~"


class _Writer:
    def __init__(self, elements: tuple[Element, ...], escaped: str, *, tidy: bool) -> None:
        self.elements = elements
        self.escaped = re.compile(escaped) if escaped else None
        self.tidy = tidy
        """Whether punctuation goes out of emphasis where it would keep it from being seen."""

    def content(self, tree: ElementTree.Element) -> str:
        out = self._words(tree.text)
        for child in tree:
            element = self.elements[int(child.get("id", "")) - 1]
            tail = self._words(child.tail)
            if child.tag == "x":
                out += element.opening + tail
            elif _is_mark(element):
                out = self._emphasized(out, element.opening, self.content(child), tail)
            else:
                out += element.opening + self.content(child) + element.closing + tail
        return out

    def _emphasized(self, before: str, mark: str, words: str, after: str) -> str:
        """Return emphasized words between others, so that CommonMark sees it (6.2).

        Underscores inside of words are none, and neither are marks between punctuation and a letter: as is usual in
        Chinese or Japanese, where punctuation at the edge then has to stand outside.
        """
        if self.tidy and before[-1:].isalnum() and (found := re.match(_EDGE, words)):
            before, words = before + found[0], words[found.end() :]
        if self.tidy and after[:1].isalnum() and (found := re.search(f"{_EDGE}$", words)):
            words, after = words[: found.start()], found[0] + after
        if before[-1:].isalnum() or after[:1].isalnum():
            mark = mark.replace("_", "*")
        return before + mark + words + mark + after

    def _words(self, text: str | None) -> str:
        return self.escaped.sub(lambda match: "\\" + match[0], text or "") if self.escaped else text or ""
