"""Which tags of JSX make a block of their own: those on lines of nothing but tags and expressions (MDX 3)."""

from __future__ import annotations

import re

from translate.markdown.expressions import closing_brace
from translate.markdown.place import CONTAINER, line_end, line_start
from translate.markdown.tags import tag_at

_BLOCKS = re.compile(rb"(?:<\?-*\??>|[ \t])*\Z")
_LEAD = re.compile(CONTAINER + _BLOCKS.pattern)
_NOT_BLANK = re.compile(rb"[^ \t\r\x0b\x0c]")


class Flow:
    """Answers for the tags of a page, from its beginning to its end, and looks at no stretch of a line twice."""

    def __init__(self, body: bytes, masked: bytearray) -> None:
        self._body = body
        self._masked = masked
        """The page as far as it is masked: a tag that is a block is `<?--?>` in it."""
        self._block = (-1, -1)
        """The last tag that was one: where its line begins, and where it ends."""
        self._machinery: dict[int, bool] = {}
        """By offset: whether nothing but tags and expressions follows on the line."""

    def has(self, start: int, end: int) -> bool:
        """Tell whether the lines that a tag begins and ends on hold nothing but tags and expressions."""
        return self._leads(start) and self._only_machinery(end)

    def add(self, start: int, end: int) -> None:
        """Note that the tag has been masked as a block."""
        self._block = line_start(self._body, start), end

    def _leads(self, start: int) -> bool:
        """Tell whether only tags that are blocks stand before `start` on its line."""
        begin = line_start(self._body, start)
        if self._block[0] == begin:
            return _BLOCKS.match(self._masked, self._block[1], start) is not None
        return _LEAD.match(self._masked, begin, start) is not None

    def _only_machinery(self, position: int) -> bool:
        """Tell whether nothing but tags and expressions follows on the line."""
        passed: list[int] = []
        stop = line_end(self._body, position)
        while (only := self._machinery.get(position)) is None:
            passed.append(position)
            something = _NOT_BLANK.search(self._body, position, stop)
            at = something.start() if something else stop
            after = self._machine_end(at) if something else stop
            if after >= stop or after <= at:
                only = after >= stop
                break
            position = after
        self._machinery.update(dict.fromkeys(passed, only))
        return only

    def _machine_end(self, position: int) -> int:
        if self._body[position : position + 1] == b"{":
            return closing_brace(self._body, position)
        tag = tag_at(self._body, position)
        return tag.span.end if tag else -1
