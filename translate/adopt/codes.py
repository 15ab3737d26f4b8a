"""The code in a target is that of its source, whatever a translator made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.adopt.defect import Fault, Flaw

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def with_codes(text: str, source: str) -> tuple[str, list[Flaw], str]:
    """Return a target with the code of its source text, what was wrong with it, and why that cannot be mended, if so.

    Code that was changed is replaced in order; code that lost its backticks gets them back where it stands once.
    """
    flaws: list[Flaw] = []
    ours, theirs = _left(source, text), _left(text, source)
    if len(ours) == len(theirs):
        for our, their in zip(ours, theirs, strict=True):
            text = text.replace(their, our, 1)
            flaws.append((Fault.CODE_CHANGED, f"{their} instead of {our}"))
        return text, flaws, ""
    for their in theirs:
        text = text.replace(their, their.strip("`").strip(), 1)
        flaws.append((Fault.CODE_ADDED, their))
    for our in ours:
        flaws.append((Fault.CODE_LOST, our))
        plain = our.strip("`").strip()
        if text.count(plain) != 1:
            return text, flaws, f"the code {our} is missing"
        text = text.replace(plain, our)
    return text, flaws, ""


def _left(text: str, other: str) -> list[str]:
    """Return the code of a text that the other text does not have."""
    there = [_content(code) for code in _codes(other)]
    left = []
    for code in _codes(text):
        if _content(code) in there:
            there.remove(_content(code))
        else:
            left.append(code)
    return left


def _codes(text: str) -> Iterator[str]:
    return (match[0] for match in _CODE.finditer(text))


def _content(code: str) -> str:
    return code.strip("`").strip()
