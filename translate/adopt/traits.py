"""What of a text outlives its translation: how long it is, its names and numbers, its links, tags and code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translate.adopt.addresses import LOCALE, SITE
from translate.markdown.page import Leaf, Page

_PLACEHOLDER = re.compile(r"\{\d+\}")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]{3,}")
"""A word that may mean something; a character of its own where writing has no blanks."""
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,:]\d+)?")
_SITE = re.compile(rb"^\w+ " + SITE.encode())
_LOCALE = re.compile(rb"(?<=^link )" + LOCALE.encode())
_PROSE = frozenset({"paragraph", "list item", "quote"})
_STEM = 5
"""Letters at the beginning by which words of related languages know each other (Simard et al. 1992 took four)."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What two texts can be compared by when they are in two languages."""

    kind: str
    """`heading 2`, `paragraph`, `front matter: title`: what it is on its page."""
    text: str
    """In catalog notation."""
    length: int
    """Characters, placeholders left out."""
    words: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    """Digits only, so that 33,000 is 33.000."""
    machinery: Counter[bytes]

    @property
    def family(self) -> str:
        """Return what kinds are easily taken for each other: `- 3. Juni` is a list in a list, a date in a paragraph."""
        return "prose" if self.kind in _PROSE else self.kind.rstrip("123456")

    @property
    def mark(self) -> tuple[str, object] | None:
        """Return what names the text across languages, if anything does: its machinery, or words that stayed."""
        if self.machinery:
            return self.kind, frozenset(self.machinery.items())
        return (self.kind, self.text) if len(self.text) > 2 else None


@dataclass(frozen=True, slots=True)
class Profile:
    """A page and the traits of its leaves, made once."""

    page: Page
    traits: tuple[Traits, ...]

    @classmethod
    def of(cls, page: Page) -> Profile:
        """Return the profile of a page."""
        return cls(page, tuple(map(_traits, page.leaves)))


def _traits(leaf: Leaf) -> Traits:
    text = leaf.segment.text
    plain = _PLACEHOLDER.sub(" ", text)
    words = frozenset(_WORD.findall(plain.lower()))
    return Traits(
        kind=leaf.segment.kind,
        text=text,
        length=len(plain),
        words=words,
        stems=frozenset(word[:_STEM] for word in words if len(word) >= _STEM),
        numbers=frozenset(re.sub(r"\D", "", number) for number in _NUMBER.findall(plain)),
        machinery=Counter(_LOCALE.sub(rb"\1/", piece) if piece.strip() else b"\n" for piece in leaf.pieces),
    )


def sites(machinery: Counter[bytes]) -> Counter[bytes]:
    """Return the sites that links lead to: `wikipedia.org` of `https://en.wikipedia.org/wiki/Law`."""
    found = ((match, count) for piece, count in machinery.items() if (match := _SITE.search(piece)))
    return Counter({match[1]: count for match, count in found})


def stem(word: str) -> str:
    """Return what a word shares with its relatives; "" where it is too short for that."""
    return word[:_STEM] if len(word) >= _STEM else ""


def joined(parts: Sequence[Traits]) -> Traits:
    """Return the traits of texts that stand one after the other, as one text."""
    if len(parts) == 1:
        return parts[0]
    return Traits(
        kind=parts[0].kind,
        text=" ".join(part.text for part in parts),
        length=sum(part.length for part in parts),
        words=frozenset[str]().union(*(part.words for part in parts)),
        stems=frozenset[str]().union(*(part.stems for part in parts)),
        numbers=frozenset[str]().union(*(part.numbers for part in parts)),
        machinery=sum((part.machinery for part in parts), Counter[bytes]()),
    )
