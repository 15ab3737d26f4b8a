"""A copy of the page, byte for byte as long, in which machinery looks as the parser has to see it.

The parser knows CommonMark; renderers such as mdsvex and MDX see expressions and tags where CommonMark sees text.
Instead of teaching the parser, each such place is overwritten with something of the same length that
CommonMark reads the same way, so that every offset still holds for the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translate.markdown.dialects import Dialect
from translate.markdown.expressions import closing_brace
from translate.markdown.tags import tag_at

_PLACE = re.compile(
    # Every alternative begins with a literal, so that the search runs at the speed of looking for these characters.
    rb"```*|``?|~~~~*|:::[^\n]*|\nimport[ \t{*\"'][^\n]*|\nexport[ \t{*\"'][^\n]*|\\[\\`{<]|<!--|<script\b|<style\b"
    rb"|</?(?:[A-Za-z]|>)|\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}|\{",
    re.DOTALL,
)
_CONTAINER = rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"
_LINE_LEAD = re.compile(_CONTAINER + rb"\Z")
_FLOW_LEAD = re.compile(_CONTAINER + rb"(?:<\?-*\??>|[ \t])*\Z")
_BLANK_LINE = re.compile(rb"(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r(?!\n))")
_DIRECTIVE = re.compile(
    rb"""
    :{3,}[ \t]*(?:\{[\w-]+\}|[\w-]+)
    (?:\[(?P<label>[^\n]*)\]|[ \t]+(?P<title>[^\s{\[][^\n{]*?))?
    [ \t]*(?:\{[^\n]*\})?[ \t]*\r?\Z""",
    re.VERBOSE,
)


def mask(body: bytes, dialect: Dialect) -> bytes:
    """Return `body` with what only the renderer sees overwritten; always of the same length."""
    if not dialect.masked or not any(sign in body for sign in dialect.masked):
        return body
    return _Mask(body, dialect).masked()


class _Mask:
    def __init__(self, body: bytes, dialect: Dialect) -> None:
        self.body = body
        self.dialect = dialect
        self.out = bytearray(body)

    def masked(self) -> bytes:
        position = self.module(0) if self.body.startswith((b"import ", b"export ")) else 0
        while (place := _PLACE.search(self.body, position)) is not None:
            position = _TAKERS[place[0][:1]](self, place)
        return bytes(self.out)

    def tick(self, place: re.Match[bytes]) -> int:
        fenced = len(place[0]) > 2 and _begins_line(self.body, place.start())
        info = self.body[place.end() : _line_end(self.body, place.end())]
        return self.fence(place) if fenced and b"`" not in info else self.code(place)

    def fence(self, place: re.Match[bytes]) -> int:
        if not _begins_line(self.body, place.start()):
            return place.end()
        fence = place[0]
        end = re.compile(rb"(?m)^[ \t>]*" + re.escape(fence) + fence[:1] + rb"*[ \t]*\r?$").search(
            self.body, place.end()
        )
        return end.end() if end else len(self.body)

    def code(self, place: re.Match[bytes]) -> int:
        blank = _BLANK_LINE.search(self.body, place.end())
        limit = blank.start() if blank else len(self.body)
        end = re.compile(rb"(?<!`)" + place[0] + rb"(?!`)").search(self.body, place.end(), limit)
        return end.end() if end else place.end()

    def comment(self, place: re.Match[bytes]) -> int:
        end = self.body.find(b"-->", place.end())
        return end + 3 if end >= 0 else place.end()

    def angle(self, place: re.Match[bytes]) -> int:
        if place[0] == b"<!--":
            return self.comment(place)
        return self.raw(place) if place[0] in {b"<script", b"<style"} else self.tag(place)

    def raw(self, place: re.Match[bytes]) -> int:
        end = self.body.find(b"</" + place[0][1:], place.end())
        closed = self.body.find(b">", end) if end >= 0 else -1
        return closed + 1 if closed >= 0 else place.end()

    def directive(self, place: re.Match[bytes]) -> int:
        """Mask `:::note[Title]` as a heading of its title, and a fence without one as a block of its own."""
        start, end = place.span()
        if not self.dialect.directives or not _begins_line(self.body, start):
            return start + 3
        match = _DIRECTIVE.match(place[0])
        group = match and ("label" if match["label"] else "title" if match["title"] else "")
        if match and group:
            begin, stop = start + match.start(group), start + match.end(group)
            self.out[start:begin] = b"######".ljust(begin - start)[: begin - start - 1] + b" "
            self.out[stop:end] = b" " + b"#" * (end - stop - 1) if stop < end else b""
        else:
            self._block(start, end)
        return end

    def line(self, place: re.Match[bytes]) -> int:
        return self.module(place.start() + 1)

    def module(self, start: int) -> int:
        """Mask `import` and `export` at the start of a block, up to the blank line that ends them."""
        if not self.dialect.jsx or not _starts_block(self.body, start):
            return start + 1
        blank = _BLANK_LINE.search(self.body, start)
        end = blank.start() if blank else len(self.body.rstrip())
        self._block(start, end)
        return end

    def escape(self, place: re.Match[bytes]) -> int:
        """Skip an escaped character; where a backslash does not keep `{` from being code, mask both."""
        start, character = place.start(), place[0][1:]
        if character == b"<" and not self.dialect.jsx:
            tag = tag_at(self.body, start + 1) if self.dialect.expressions else None
            if tag is not None:  # the tag is one all the same
                self.out[start : tag.span.end] = b"{" + b"x" * (tag.span.end - start - 2) + b"}"
            return tag.span.end if tag else start + 1
        if character != b"{" or self.dialect.jsx or not self.dialect.expressions:
            return place.end()
        end = closing_brace(self.body, start + 1)
        if end < 0:
            return place.end()
        self._expression(start, end)
        self.out[start : start + 1] = b"{"
        return end

    def template(self, place: re.Match[bytes]) -> int:
        """Mask a shortcode or tag of a template language."""
        if place[0] == b"{" or not self.dialect.templates:
            return self.brace(place) if self.dialect.expressions else place.start() + 1
        self._expression(*place.span())
        return place.end()

    def tag(self, place: re.Match[bytes]) -> int:
        if not self.dialect.expressions:
            return place.end()
        start = place.start()
        tag = tag_at(self.body, start)
        if tag is None:
            return place.end()
        end = tag.span.end
        if self.dialect.jsx:
            if self._flows(start, end):
                self._block(start, end)
            else:
                self._tag(start, end, b"a")
        elif _begins_line(self.body, start):
            # Any tag at the start of a line opens raw HTML, as `<p` does in CommonMark (start condition 6).
            self._tag(start, end, b"p")
        elif any(attribute.quote == "{" for attribute in tag.attributes) or b"\n" in self.body[start:end]:
            self._tag(start, end, b"a")
        return end

    def _flows(self, start: int, end: int) -> bool:
        """Tell whether nothing but tags and expressions stands on the lines that a tag of JSX begins and ends on."""
        begin = self.body.rfind(b"\n", 0, start) + 1
        if _FLOW_LEAD.match(bytes(self.out[begin:start])) is None:
            return False
        stop = self.body.find(b"\n", end)
        stop = len(self.body) if stop < 0 else stop
        while end < stop and (rest := self.body[end:stop].strip()):
            end = self.body.index(rest, end)
            after = self._machine_end(end)
            if after <= end:
                return False
            end = after
        return True

    def _machine_end(self, position: int) -> int:
        if self.body[position : position + 1] == b"{":
            return closing_brace(self.body, position)
        tag = tag_at(self.body, position)
        return tag.span.end if tag else -1

    def brace(self, place: re.Match[bytes]) -> int:
        if not self.dialect.expressions:
            return place.end()
        end = closing_brace(self.body, place.start())
        if end < 0:
            return place.start() + 1
        self._expression(place.start(), end)
        return end

    def _expression(self, start: int, end: int) -> None:
        own_line = _begins_line(self.body, start) and _ends_line(self.body, end) and end - start > 2
        block = (
            self.body[start + 1 : start + 2] in self.dialect.block_expressions
            if self.dialect.block_expressions
            else True
        )
        if own_line and block:
            self._block(start, end)
        else:
            self.out[start + 1 : end - 1] = b"x" * (end - start - 2)

    def _block(self, start: int, end: int) -> None:
        """Overwrite with a block that ends on its line: a processing instruction (CommonMark §4.6, condition 3)."""
        length = end - start
        if length > 2:
            self.out[start:end] = b"<?>" if length == 3 else b"<?" + b"-" * (length - 4) + b"?>"
        else:  # a fragment (`<>`) is too short to be one: an empty heading (§4.2), or code of the site
            self.out[start:end] = b"# " if _ends_line(self.body, end) else b"{}"

    def _tag(self, start: int, end: int, name: bytes) -> None:
        head = (b"</" if self.body[start + 1 : start + 2] == b"/" else b"<") + name
        if len(head) < end - start:
            self.out[start:end] = head.ljust(end - start - 1) + b">"
        elif self.dialect.jsx:  # a fragment: `<>` or `</>`
            self.out[start:end] = b"{x}" if end - start == 3 else b"{}"


_TAKERS: dict[bytes, Callable[[_Mask, re.Match[bytes]], int]] = {
    b"`": _Mask.tick,
    b"~": _Mask.fence,
    b":": _Mask.directive,
    b"\n": _Mask.line,
    b"\\": _Mask.escape,
    b"<": _Mask.angle,
    b"{": _Mask.template,
}


def _starts_block(body: bytes, start: int) -> bool:
    """Tell whether a blank line, or nothing, stands before the line that begins at `start`."""
    line = body.rfind(b"\n", 0, max(0, start - 1)) + 1
    return not body[line:start].strip()


def _begins_line(body: bytes, start: int) -> bool:
    return _LINE_LEAD.match(body, body.rfind(b"\n", 0, start) + 1, start) is not None


def _ends_line(body: bytes, end: int) -> bool:
    return not body[end : _line_end(body, end)].strip()


def _line_end(body: bytes, position: int) -> int:
    end = body.find(b"\n", position)
    return len(body) if end < 0 else end
