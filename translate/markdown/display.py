"""A page as HTML for people to look at while they translate it, with its texts marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import unescape

from translate.markdown import html
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import Event, events
from translate.markdown.html_reader import view_of
from translate.markdown.markup import Markup
from translate.markdown.masking import mask
from translate.markdown.page import Page
from translate.markdown.tags import tag_at
from translate.model import Span

Mark = tuple[Span, Mapping[str, str]]
"""Bytes of the page that are one of its texts, and the attributes of the element around it."""

_BOM = b"\xef\xbb\xbf"
_INLINE = {
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Superscript": "sup",
    "Subscript": "sub",
    "Link": "span",
    "Image": "span",
}
"""What can be the beginning of a text, or its end."""
_SAID: Mapping[str, Callable[[str], dict[str, str]]] = {
    "Link": lambda address: {"class_": "link", "title": address},
    "Image": lambda _: {"class_": "image"},
}
_BLOCKS = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "Item": "li",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
"""The elements of blocks; other blocks are a `div`."""


def display(page: Page, marks: Sequence[Mark]) -> str:
    """Return the body of a page as HTML: without scripts, styles, addresses and whatever else is not to be read.

    `marks` are in page order and do not overlap, as `Page.places` are.
    """
    return _Display(page, marks).shown()


class _Display:
    def __init__(self, page: Page, marks: Sequence[Mark]) -> None:
        self.source = page.source
        self.dialect = DIALECTS[page.rules.dialect]
        self.waiting = list(reversed(marks))
        self.mark: tuple[Span, int] | None = None
        """The mark that is open, and how deep."""
        self.ids = [heading.explicit for heading in reversed(page.headings) if heading.explicit]
        """Ids that authors wrote, which nobody sees, from the last to the next one."""
        self.cell = "td"
        self.out = Markup()
        bom = len(_BOM) if self.source.startswith(_BOM) else 0
        self.start = page.front_matter.span.end if page.front_matter else bom
        self.masked = self.source[: self.start] + mask(self.source[self.start :], self.dialect)

    def shown(self) -> str:
        run: list[Event] = []
        for event in events(self.masked[self.start :], self.dialect, self.start):
            if event[0] == "Html":
                run.append(event)
                continue
            if run:
                self.raw(run)
                run = []
            self.take(event)
        if run:
            self.raw(run)
        return str(self.out)

    def take(self, event: Event) -> None:
        name, data, start, end = event
        if name[0] == "+":
            if name[1:] in _INLINE:
                self.open_mark(start)
            self.enter(name[1:], data)
        elif name[0] == "-":
            self.leave()
            self.close_mark(end)
        elif name == "Text":
            self.words(data, start, end)
        else:
            self.open_mark(start)
            _ALONE.get(name, _Display.other)(self, event)
            self.close_mark(end)

    def enter(self, name: str, data: str) -> None:
        if name in _INLINE:
            self.out.enter(_INLINE[name], **_SAID[name](data) if name in _SAID else {})
        elif name == "Heading":
            self.out.enter(data.lower())
        elif name == "List":
            self.out.enter("ul" if data == "bullet" else "ol")
        elif name == "TableCell":
            self.out.enter(self.cell)
        else:
            self.cell = {"TableHead": "th", "TableRow": "td"}.get(name, self.cell)
            self.out.enter(_BLOCKS.get(name, "div"))

    def leave(self) -> None:
        if self.mark is not None and self.mark[1] == self.out.depth:
            self.mark = None
            self.out.leave()
        self.out.leave()

    def words(self, data: str, start: int, end: int) -> None:
        """Write a text; where it is no text to the parser, as the page has it."""
        raw = self.source[start:end]
        if self.masked[start:end] != raw:
            data = raw.decode()
        if data.encode() != raw:  # entities
            self.piece(data, start, end)
            return
        while start < end:
            stop = self.cut(start, end)
            self.piece(self.source[start:stop].decode(), start, stop)
            start = stop

    def piece(self, text: str, start: int, end: int) -> None:
        while self.ids and self.ids[-1].end <= start:
            self.ids.pop()
        self.open_mark(start)
        if not self.ids or start < self.ids[-1].start:
            self.out.text(text)
        self.close_mark(end)

    def cut(self, start: int, end: int) -> int:
        """Return where the text between two bytes has to be cut first: where a mark or an id begins or ends."""
        edges = [*(self.mark[0] if self.mark else ())]
        edges += [next_.start for next_ in (*self.ids[-1:], *(span for span, _ in self.waiting[-1:]))]
        if self.mark is None and self.waiting:
            edges.append(self.waiting[-1][0].end)
        return min((edge for edge in edges if start < edge < end), default=end)

    def open_mark(self, start: int) -> None:
        # A text may begin with the backslash of an escape, which belongs to no event.
        while self.mark is None and self.waiting and self.waiting[-1][0].start <= start:
            span, attributes = self.waiting.pop()
            if start < span.end:
                self.out.enter("span", **attributes)
                self.mark = span, self.out.depth

    def close_mark(self, end: int) -> None:
        if self.mark is not None and end >= self.mark[0].end and self.out.depth == self.mark[1]:
            self.mark = None
            self.out.leave()

    def raw(self, run: Sequence[Event]) -> None:
        """Write a block of raw HTML; what is masked as one is machinery, or a tag alone on its line."""
        start, end = run[0][2], run[-1][3]
        view = view_of(self.source, run)
        machinery = self.masked.startswith(b"<?", start) and not view.startswith(b"<?", start)
        for token in html.tokens(view, start, end, expressions=self.dialect.expressions):
            if token.tag is not None:
                self.open_mark(token.start)
                self.out.tag(token.tag)
                self.close_mark(token.end)
            elif token.other == "expression" and not machinery:
                self.open_mark(token.start)
                self.code(view[token.start : token.end].decode())
                self.close_mark(token.end)
            elif not token.other and not machinery:
                self.html_words(view, token.start, token.end)
        self.out.end_of_html()

    def html_words(self, view: bytes, start: int, end: int) -> None:
        while start < end:
            stop = self.cut(start, end)
            self.piece(unescape(view[start:stop].decode()), start, stop)
            start = stop

    def code(self, text: str) -> None:
        self.out.alone("code", text)

    def inline_tag(self, event: Event) -> None:
        tag = tag_at(self.source, event[2])
        if tag is not None:
            self.out.tag(tag)

    def other(self, event: Event) -> None:
        """Write what stands alone and is neither text nor tag, as the page has it."""
        self.code(event[1])


_ALONE: Mapping[str, Callable[[_Display, Event], None]] = {
    "InlineHtml": _Display.inline_tag,
    "SoftBreak": lambda display, _: display.out.text("\n"),
    "HardBreak": lambda display, _: display.out.alone("br"),
    "Rule": lambda display, _: display.out.alone("hr"),
    "TaskListMarker": lambda display, event: display.out.text(
        "☐ " if display.source[event[2] + 1 : event[2] + 2].isspace() else "☑ "
    ),
    "FootnoteReference": lambda display, event: display.out.alone("sup", event[1]),
}
"""What has no content; whatever is not listed is code."""
