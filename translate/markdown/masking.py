"""A copy of the page, byte for byte as long, in which machinery looks as the parser has to see it.

The parser knows CommonMark; renderers such as mdsvex and MDX see expressions and tags where CommonMark sees text.
Instead of teaching the parser, each such place is overwritten with something of the same length that
CommonMark reads the same way, so that every offset still holds for the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translate.markdown import kramdown, python_markdown, vitepress
from translate.markdown.ahead import Ahead
from translate.markdown.dialects import Dialect
from translate.markdown.expressions import closing_brace
from translate.markdown.flow import Flow
from translate.markdown.formulas import formula_end
from translate.markdown.place import BLANK_LINE, begins_line, ends_line, line_end, starts_block
from translate.markdown.tags import Tag, tag_at
from translate.markdown.templates import CODE, template_end
from translate.model import Span

_PLACE = re.compile(
    # Every alternative begins with a literal, so that the search runs at the speed of looking for these characters.
    rb"```*|``?|~~~~*|:::?|:[A-Za-z]|\n\*\[|\nimport[ \t{*\"']|\nexport[ \t{*\"']|\\[\\`{<($[]"
    rb"|<!--|<script\b|<style\b|</?(?:[A-Za-z]|>)|\{|\$",
)
# What is in kramdown alone is compiled where a page of it is met.
_PLACE_IN_KRAMDOWN = _PLACE.pattern + rb"|\]\("
_SPACED_TARGET = (
    rb"\]\([ \t]*(?P<target>(?:[^()\s\"'<>{}]|\([^()\r\n]*\))+(?:[ \t]+(?:[^()\s\"'<>{}]|\([^()\r\n]*\))+)+)"
    rb"(?=[ \t]*\)|[ \t]+[\"'])"
)
"""A link whose target holds blanks, as it may in kramdown."""
_COMMENT_END = re.compile(b"-->")
_RAW_ENDS = {b"<script": re.compile(rb"</script[^>]*>"), b"<style": re.compile(rb"</style[^>]*>")}
_ABBREVIATION = re.compile(rb"\*\[[^\]\n]+\]:[^\r\n]*")
_JSON = re.compile(rb"\{\s*[\"}]")
_BRACKETING = frozenset((b"\\", b"(", b"["))
_BLANK = re.compile(rb"[ \t]")
_NOT_PIPE = re.compile(rb"[^|]", re.DOTALL)
_PARAGRAPH_END = re.compile(
    rb"""
    (?:\r\n|\n|\r(?!\n)) [ \t>]*
    (?: (?:\r\n|\n|\r(?!\n))                       # a blank line
      | \#{1,6}[ \t\r\n] | [-+*][ \t]+\S | 1[.)][ \t]+\S | ```|~~~
      | (?:=+|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}) [ \t]*(?:[\r\n]|\Z)
    )""",
    re.VERBOSE,
)
"""What no code span reaches beyond: a blank line, or what interrupts a paragraph (CommonMark §4.1–4.5, §5.2)."""
_DIRECTIVE = re.compile(
    rb"""
    (?: :{3,}[ \t]*(?:\{[\w-]+\}|[\w-]+) | ::[A-Za-z][\w-]* )
    (?:\[(?P<label>[^\n]*)\]|[ \t]+(?P<title>[^\s{][^\n]*?))?
    [ \t]*(?:\{[^{}\n]*\})?[ \t]*\r?\Z""",
    re.VERBOSE,
)
_FENCE_OF_COLONS = re.compile(rb"\n[ \t>]*:{3,}(?=[ \t]*\r?(?:\n|\Z))")
_CONTAINER_OF_CODE = re.compile(rb":{3,}[ \t]*(?:" + CODE + rb")[ \t]*\r?(?=\n)")
_TEXT_DIRECTIVE = re.compile(
    rb":[A-Za-z][\w-]*(?: \[(?!\^)[^\[\]\n]*\](?!\() (?:\{[^{}\n]*\})? | \{[^{}\n]*\} )", re.VERBOSE
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
        self.ahead = Ahead(body)
        self.flow = Flow(body, self.out)
        self.markdown_in: set[str] = set()
        """Which elements have held Markdown so far."""
        self.prose_ends: set[int] = set()
        """Where fences end whose content is Markdown."""

    def masked(self) -> bytes:
        position = self.at_start(0) if self.body.startswith((b"import ", b"export ", b"*[", b"{")) else 0
        if self.dialect.python_markdown:
            places = re.compile(_PLACE.pattern + python_markdown.PLACES)
        elif self.dialect.vitepress:
            places = re.compile(_PLACE.pattern + vitepress.PLACES)
        else:
            places = re.compile(_PLACE_IN_KRAMDOWN) if self.dialect.kramdown else _PLACE
        while (place := places.search(self.body, position)) is not None:
            position = _TAKERS[place[0][:1]](self, place)
        return bytes(self.out)

    def tick(self, place: re.Match[bytes]) -> int:
        fenced = len(place[0]) > 2 and begins_line(self.body, place.start())
        if fenced and b"`" not in self.body[place.end() : line_end(self.body, place.end())]:
            return self.fence(place)
        return self.code(place)

    def fence(self, place: re.Match[bytes]) -> int:
        if not begins_line(self.body, place.start()):
            return place.end()
        fence, opening = place[0], line_end(self.body, place.start())
        if place.start() in self.prose_ends:
            return opening
        end = re.compile(rb"(?m)^[ \t>]*(" + re.escape(fence) + fence[:1] + rb"*)[ \t]*\r?$").search(
            self.body, place.end()
        )
        if end is None:
            return len(self.body)
        if self.body[place.end() : opening].split(maxsplit=1)[:1] not in [[each] for each in self.dialect.prose_fences]:
            return end.end()
        self._block(place.start(), place.start() + len(self.body[place.start() : opening].rstrip()))
        self._block(*end.span(1))
        self.prose_ends.add(end.start(1))
        return opening

    def code(self, place: re.Match[bytes]) -> int:
        close = self.ahead.find(_PARAGRAPH_END, place.end())
        end = self.ahead.find(re.compile(rb"(?<!`)" + place[0] + rb"(?!`)"), place.end())
        if end is None or (close is not None and end.end() > close.start()):
            return place.end()
        pipes_in_code = self.dialect.kramdown or self.dialect.python_markdown
        if pipes_in_code and b"\n" not in self.body[place.end() : end.start()]:
            self.out[place.end() : end.start()] = self.body[place.end() : end.start()].replace(b"|", b"x")
        return end.end()

    def comment(self, place: re.Match[bytes]) -> int:
        end = self.ahead.find(_COMMENT_END, place.end())
        if end is None:
            return place.end()
        blank = self.ahead.find(BLANK_LINE, place.end())
        # Inside a paragraph it ends where the paragraph does, and is none then (CommonMark §4.6, §6.6).
        inside = blank is None or end.start() < blank.start() or begins_line(self.body, place.start())
        return end.end() if inside else place.end()

    def angle(self, place: re.Match[bytes]) -> int:
        if place[0] == b"<!--":
            return self.comment(place)
        if place[0] == b"<<<":
            return self.construct(place)
        return self.raw(place) if place[0] in {b"<script", b"<style"} else self.tag(place)

    def raw(self, place: re.Match[bytes]) -> int:
        end = self.ahead.find(_RAW_ENDS[place[0]], place.end())
        return end.end() if end else place.end()

    def directive(self, place: re.Match[bytes]) -> int:
        """Mask `:::note[Title]` as a heading of its title, a fence without one as a block, `:abbr[…]` as code."""
        start, colons = place.start(), len(place[0]) - len(place[0].lstrip(b":"))
        if colons == 1 and (self.dialect.python_markdown or self.dialect.vitepress):
            return self.in_text(place)
        if not self.dialect.directives or (colons < 3 and self.dialect.directives == "containers"):
            return place.end()
        if colons == 1:
            return self._text_directive(start) or place.end()
        if not begins_line(self.body, start):
            return place.end()
        if end := self._container_of_code(start):
            return end
        end = line_end(self.body, start)
        match = _DIRECTIVE.match(self.body[start:end])
        group = match and ("label" if match["label"] else "title" if match["title"] else "")
        if match and group and not self.dialect.python_markdown:
            self._heading(start, end, Span(start + match.start(group), start + match.end(group)))
        else:
            self._block(start, end)
        return end

    def _text_directive(self, start: int) -> int:
        """Mask a directive in a text as code; return where it ends, 0 where none begins."""
        inline = _TEXT_DIRECTIVE.match(self.body, start)
        if inline is None:
            return 0
        self.out[start : inline.end()] = b"{" + b"x" * (inline.end() - start - 2) + b"}"
        return inline.end()

    def _container_of_code(self, start: int) -> int:
        """Mask a container whose content is code (`::: mermaid`); return where it ends, 0 where none begins."""
        if _CONTAINER_OF_CODE.match(self.body, start) is None:
            return 0
        fence = self.ahead.find(_FENCE_OF_COLONS, line_end(self.body, start))
        if fence is None:
            return 0
        self._block(start, fence.end())
        return fence.end()

    def _heading(self, start: int, end: int, title: Span) -> None:
        """Overwrite a line with a heading of its title."""
        lead, tail = title.start - start, end - title.end
        self.out[start : title.start] = b"######".ljust(lead)[: lead - 1] + b" "
        self.out[title.start : title.end] = mask(b"x " + self.body[title.start : title.end], self.dialect)[2:]
        self.out[title.end : end] = b" " + b"#" * (tail - 1) if tail else b""

    def line(self, place: re.Match[bytes]) -> int:
        return self.at_start(place.start() + 1)

    def at_start(self, start: int) -> int:
        """Mask what is code of the site, or of kramdown, at the start of a line."""
        end = -1
        if self.body.startswith(b"*", start):
            known = self.dialect.kramdown or self.dialect.python_markdown
            match = _ABBREVIATION.match(self.body, start) if known else None
            end = match.end() if match else -1
        elif self.body.startswith(b"{", start):
            end = closing_brace(self.body, start) if self.dialect.json and _JSON.match(self.body) else -1
        else:
            return self.module(start)
        if end < 0 or not ends_line(self.body, end):
            return start
        self._block(start, end)
        return end

    def module(self, start: int) -> int:
        """Mask `import` and `export` at the start of a block, up to the blank line that ends them."""
        if not self.dialect.jsx or not starts_block(self.body, start):
            return start + 1
        blank = self.ahead.find(BLANK_LINE, start)
        end = blank.start() if blank else len(self.body.rstrip())
        self._block(start, end)
        return end

    def escape(self, place: re.Match[bytes]) -> int:
        """Skip an escaped character; where a backslash does not keep `{` from being code, mask both."""
        start, character = place.start(), place[0][1:]
        if character in _BRACKETING and (end := self.formula(place)) > place.end():
            return end
        if character == b"\\" and self.dialect.kramdown and ends_line(self.body, place.end()):
            self.out[start : place.end()] = b"  "  # a line break
            return place.end()
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
        """Mask code of a template language."""
        dialect, start = self.dialect, place.start()
        if not dialect.templates:
            return self.brace(place)
        end = template_end(self.body, start, dialect.templates, self.ahead)
        if end < 0 and dialect.attribute_lines and begins_line(self.body, start):
            match = re.compile(dialect.attribute_lines).match(self.body, start)
            end = match.end() if match else -1
        if (
            end < 0
            and dialect.attribute_lists
            and (match := re.compile(dialect.attribute_lists).match(self.body, start))
        ):
            end = match.end()
            if self._of_block(start, end):
                self.out[start:end] = b" " * (end - start)  # they stay at the end of their block
                return end
        if end < 0:
            return place.end()
        if dialect.kramdown and self.body.startswith(b"{:", start) and kramdown.is_below_heading(self.body, start):
            self.out[start:end] = b" " * (end - start)  # with or without one, the heading is the same block
            return end
        self._expression(start, end)
        return end

    def _of_block(self, start: int, end: int) -> bool:
        """Tell whether attributes belong to the cell or block that they end."""
        if self.dialect.vitepress:
            return vitepress.ends_block(self.body, start, end)
        return self.dialect.python_markdown and python_markdown.ends_cell(self.body, end)

    def construct(self, place: re.Match[bytes]) -> int:
        """Mask what begins a line in Python-Markdown: an aside as the first line of an item."""
        start = place.start()
        if self.dialect.vitepress:
            return self._line_of_vitepress(start) or place.end()
        found = python_markdown.block_at(self.body, start, self.ahead) if begins_line(self.body, start) else None
        if found is None:
            return place.end()
        content = start + found.lead
        self.out[start:content] = b"-".ljust(found.lead)[: found.lead]
        if found.title is not None:
            self._heading(content, found.end, found.title)
        else:
            self._block(content, found.end)
        return found.end

    def _line_of_vitepress(self, start: int) -> int:
        """Mask a line that only VitePress reads; return where it ends, 0 where it is none."""
        found = vitepress.line_at(self.body, start) if begins_line(self.body, start) else None
        if found is None:
            return 0
        end, title = found
        if title is not None:
            self._heading(start, end, title)
        else:
            self._block(start, end)
        return end

    def in_text(self, place: re.Match[bytes]) -> int:
        """Mask keys and icons of PyMdown Extensions, and emoji of VitePress."""
        start = place.start()
        end = (vitepress.emoji_end if self.dialect.vitepress else python_markdown.inline_end)(self.body, start)
        if end < 0:
            return place.end()
        self.out[start:end] = b"{" + b"x" * (end - start - 2) + b"}"
        return end

    def formula(self, place: re.Match[bytes]) -> int:
        """Mask a formula as a block, or in a text as code of the site."""
        start = place.start()
        end = formula_end(self.body, start, self.dialect.formulas, self.ahead)
        if end < 0:
            return place.end()
        if begins_line(self.body, start) and ends_line(self.body, end):
            self._block(start, end)
        else:
            # What divides the cells of a table does so inside formulas, too.
            inside = _NOT_PIPE.sub(b"x", self.body[start + 1 : end - 1])
            self.out[start:end] = b"{" + inside + b"}"
        return end

    def target(self, place: re.Match[bytes]) -> int:
        """Mask the blanks in the target of a link."""
        match = re.compile(_SPACED_TARGET).match(self.body, place.start())
        if match is None:
            return place.end()
        start, end = match.span("target")
        self.out[start:end] = _BLANK.sub(b"x", self.body[start:end])
        return end

    def tag(self, place: re.Match[bytes]) -> int:
        taker = _TAG_TAKERS.get(self.dialect.tags)
        tag = tag_at(self.body, place.start()) if taker else None
        if taker is None or tag is None:
            return place.end()
        taker(self, tag)
        return tag.span.end

    def jsx(self, tag: Tag) -> None:
        start, end = tag.span
        if self.flow.has(start, end):
            self._block(start, end)
            if end - start > len("<>"):  # a fragment is text
                self.flow.add(start, end)
        else:
            self._tag(start, end, b"a")

    def svelte(self, tag: Tag) -> None:
        start, end = tag.span
        if begins_line(self.body, start):
            # Any tag at the start of a line opens raw HTML, as `<p` does in CommonMark (start condition 6).
            self._tag(start, end, b"p")
        elif any(attribute.quote == "{" for attribute in tag.attributes) or b"\n" in self.body[start:end]:
            self._tag(start, end, b"a")

    def vue(self, tag: Tag) -> None:
        start, end = tag.span
        if begins_line(self.body, start) and ends_line(self.body, end) and vitepress.is_component(self.body, start):
            self._block(start, end)
        elif any(each.name[:1] in "@#" for each in tag.attributes):
            self._tag(start, end, b"a")

    def markdown_in_html(self, tag: Tag) -> None:
        """Mask a tag alone on its line as a block that ends there, when what follows is Markdown (md_in_html)."""
        opens = python_markdown.holds_markdown(self.body[tag.span.start : tag.span.end])
        if opens:
            self.markdown_in.add(tag.name)
        if opens or (tag.closing and tag.name in self.markdown_in):
            start, end = tag.span
            if begins_line(self.body, start) and ends_line(self.body, end):
                self._block(start, end)

    def brace(self, place: re.Match[bytes]) -> int:
        if not self.dialect.expressions:
            return place.end()
        end = closing_brace(self.body, place.start())
        if end < 0:
            return place.start() + 1
        self._expression(place.start(), end)
        return end

    def _expression(self, start: int, end: int) -> None:
        own_line = begins_line(self.body, start) and ends_line(self.body, end) and end - start > 2
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
            self.out[start:end] = (b"# " if ends_line(self.body, end) else b"{}")[:length]

    def _tag(self, start: int, end: int, name: bytes) -> None:
        head = (b"</" if self.body[start + 1 : start + 2] == b"/" else b"<") + name
        if len(head) < end - start:
            self.out[start:end] = head.ljust(end - start - 1) + b">"
        elif self.dialect.jsx:  # a fragment: `<>` or `</>`
            self.out[start:end] = b"{x}" if end - start == 3 else b"{}"


_TAG_TAKERS: dict[str, Callable[[_Mask, Tag], None]] = {
    "jsx": _Mask.jsx,
    "svelte": _Mask.svelte,
    "vue": _Mask.vue,
    "python": _Mask.markdown_in_html,
}
_TAKERS: dict[bytes, Callable[[_Mask, re.Match[bytes]], int]] = {
    b"`": _Mask.tick,
    b"~": _Mask.fence,
    b":": _Mask.directive,
    b"\n": _Mask.line,
    b"\\": _Mask.escape,
    b"]": _Mask.target,
    b"<": _Mask.angle,
    b"{": _Mask.template,
    b"$": _Mask.formula,
    b"+": _Mask.in_text,
    **dict.fromkeys((b"!", b"?", b"=", b"/", b"-", b"["), _Mask.construct),
}
