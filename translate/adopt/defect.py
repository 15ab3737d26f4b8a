"""What a published page did to the markup of its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from translate.model import Span

_MOST = 60
"""Characters of a page that are quoted."""


class Fault(Enum):
    """A kind of defect, by the name that people read."""

    LINK_CHANGED = "link changed"
    LINK_LOST = "link lost"
    LINK_ADDED = "link added"
    TAG_CHANGED = "tag changed"
    TAG_LOST = "tag lost"
    TAG_ADDED = "tag added"
    CODE_CHANGED = "code changed"
    CODE_LOST = "code lost"
    CODE_ADDED = "code added"
    EMPHASIS = "emphasis lost or added"
    HEADING_ID = "heading id"
    CONTENTS = "table of contents lost"
    EMBED = "embed translated"
    COMMENT = "comment left over"
    COMMENT_LOST = "comment lost"
    DATE_AS_LIST = "number became a list"
    FRONT_MATTER = "front matter"
    REMARK = "remark of a tool"
    MARKUP = "markup changed"
    BLOCK_LOST = "text lost"
    BLOCK_ADDED = "text added"
    BLOCK_SPLIT = "text split or joined"
    UNTRANSLATED = "left in the source language"
    VARIANT = "translated in two ways"
    LAYOUT = "layout"
    SPELLING = "spelling of markup"

    @property
    def slight(self) -> bool:
        """Tell whether no reader of the rendered page would see it."""
        return self in {Fault.LAYOUT, Fault.SPELLING}


Flaw = tuple[Fault, str]
"""What is wrong with a text, and what with."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A place where the published page is not what its source and the translation alone would make it."""

    fault: Fault
    detail: str
    line: int
    """The line of the published page it begins on, from 1."""
    span: Span = field(default=Span(0, 0), compare=False)
    """The bytes of the published page that it lies in: a text, or what stands between two."""


def quoted(text: str) -> str:
    """Return a text as a defect quotes it: on one line, and cut after 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1].rstrip() + "…"
