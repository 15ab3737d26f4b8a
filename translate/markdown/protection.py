"""Which stretch of the page is closed to translation, while the page is read from top to bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from translate.markdown.directives import directive
from translate.markdown.inline import OPAQUE
from translate.markdown.page import Doubt
from translate.markdown.rules import Rules
from translate.markdown.tags import Tag

_CLASS_WORD = re.compile(r"[^\s]+")


class Wish(NamedTuple):
    """What a directive asks for the next block."""

    skip: bool = False
    context: str = ""
    note: str = ""


_NONE = Wish()


@dataclass(slots=True, eq=False, repr=False)
class Protection:
    """Directives and opaque elements that are open at the place reached so far."""

    source: bytes
    rules: Rules
    off: bool = False
    closed: str = ""
    """The opaque element that we are inside of."""
    nested: int = 0
    """How many elements of its name are open inside it, itself included."""
    wish: Wish | None = None
    """Said by a directive, waiting for its block."""
    block: tuple[int, Wish] | None = None
    """The depth of the block that a wish is for, and the wish."""
    depth: int = 0
    bare: bool = False
    """Whether the block that is open has held nothing but comments so far."""
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def shut(self) -> bool:
        """Tell whether what comes now stays as it is."""
        return self.off or bool(self.closed) or self.asked.skip

    @property
    def asked(self) -> Wish:
        """What a directive asks for the block that is open."""
        return self.block[1] if self.block is not None else _NONE

    def bind(self) -> None:
        """Note that something other than a comment stands in the block: a wish is for it, or for the rest of it."""
        if self.wish is not None and self.block is None and self.depth > 0:
            self.block, self.wish = (self.depth - 1, self.wish), None
        self.bare = False

    def enter(self, *, raw: bool) -> None:
        """Note that a block begins; one of `raw` HTML may hold nothing but a comment."""
        if self.wish is not None and self.block is None:
            self.block, self.wish = (self.depth, self.wish), None
        self.depth += 1
        self.bare = raw

    def leave(self) -> None:
        """Note that a block ends; a wish goes on to the next one when this was only a comment."""
        self.depth -= 1
        if self.block is not None and self.block[0] == self.depth:
            self.wish = self.wish or (self.block[1] if self.bare else None)
            self.block = None
        self.bare = False

    def hear(self, comment: bytes, line: int) -> None:
        """Obey a comment, if it is a directive."""
        said = directive(comment)
        if said is None:
            return
        if said.problem:
            self.doubts.append(Doubt(line, said.problem))
        elif said.verb in {"off", "on"}:
            self.off = said.verb == "off"
        else:
            wish = self.wish or (self.asked if self.bare else _NONE)
            self.wish = Wish(
                said.verb == "skip" or wish.skip,
                said.said if said.verb == "context" else wish.context,
                said.said if said.verb == "note" else wish.note,
            )

    def see(self, tag: Tag) -> None:
        """Mind a tag: the start of an opaque element closes the page until its end."""
        if self.closed:
            if tag.name == self.closed and not tag.empty:
                self.nested += -1 if tag.closing else 1
                if self.nested == 0:
                    self.closed = ""
        elif not tag.closing and not tag.empty and self.opaque(tag):
            self.closed, self.nested = tag.name, 1

    def opaque(self, tag: Tag) -> bool:
        """Tell whether the content of the element that `tag` opens is not to be translated."""
        name = tag.name.lower()
        if name in OPAQUE:
            return True
        if not tag.attributes:
            return False
        values = {each.name: self.source[each.value.start : each.value.end].decode() for each in tag.attributes}
        classes = set(_CLASS_WORD.findall(values.get("class", "")))
        if values.get("translate") == "no" or "notranslate" in classes:
            return True
        return self.rules.embeds == "protect" and any(_fits(each, name, classes) for each in self.rules.embed_elements)


def _fits(selector: str, name: str, classes: set[str]) -> bool:
    element, _, class_name = selector.partition(".")
    return element in {"", name} and (not class_name or class_name in classes)
