"""The inline events of Markdown blocks to leaves."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from translate.markdown import anchors, inline
from translate.markdown.events import Event
from translate.markdown.html_reader import HtmlReader, inside
from translate.markdown.leaves import Leaves
from translate.markdown.page import Heading
from translate.markdown.place import CONTAINER, line_start
from translate.markdown.python_markdown import ASIDE
from translate.markdown.tags import tag_at
from translate.model import Span

_DIRECTIVE = re.compile(CONTAINER + rb"::")
_TITLE_IN_VITEPRESS = CONTAINER + rb"(?:::|\[!)"
_PYTHON_MARKDOWN_TITLE = CONTAINER + rb"(?:!!!|\?\?\?|===|///)"
_LINKING = frozenset(("+Link", "+Image", "InlineHtml"))
Blocks = Sequence[tuple[str, str]]
"""The blocks that a text stands in, from the outermost: name and data."""

_KINDS = {
    "TableCell": "table cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "definition",
    "Item": "list item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
}


class MarkdownReader:
    """Reads the blocks of one page that hold inline Markdown."""

    def __init__(self, leaves: Leaves, html: HtmlReader) -> None:
        self.leaves = leaves
        self.html = html
        self.source = leaves.source
        self.protection = leaves.protection
        self.headings: list[Heading] = []
        self.runs: list[list[Event]] = []
        """The events of the blocks that can hold a link or an id."""

    def block(self, run: list[Event], blocks: Blocks) -> None:
        """Add the texts of a block, given its inline events and the blocks that it stands in."""
        kind = self._kind(run, blocks)
        names = {event[0] for event in run}
        has_html = "InlineHtml" in names
        if not names.isdisjoint(_LINKING):
            self.runs.append(run)
        if kind.startswith("heading"):
            run = self._heading(run, blocks[-1][1])
        if has_html:
            self._hear(run)
            self.protection.bind()
        if self.protection.shut:
            self._mind(run)
        else:
            self._texts(run, kind, has_html=has_html)

    def _kind(self, run: list[Event], blocks: Blocks) -> str:
        name, data = blocks[-1] if blocks else ("Paragraph", "")
        if name == "Heading":
            return "aside title" if self._is_label(run) else f"heading {data[1:]}"
        if name == "Paragraph" and len(blocks) > 1:
            name, data = blocks[-2]
        if data == ASIDE:
            return "paragraph"
        if name == "TableCell" and blocks[-2][0] == "TableHead":
            return "table header"
        return _KINDS.get(name, "paragraph")

    def _is_label(self, run: list[Event]) -> bool:
        """Tell whether a heading is only the mask of an aside's title (`:::note[Title]`, `!!! note "Title"`)."""
        start = line_start(self.source, run[0][2])
        dialect = self.leaves.dialect
        title = _DIRECTIVE
        if dialect.python_markdown or dialect.vitepress:
            title = re.compile(_PYTHON_MARKDOWN_TITLE if dialect.python_markdown else _TITLE_IN_VITEPRESS)
        return bool(dialect.directives) and title.match(self.source, start, run[0][2]) is not None

    def _hear(self, run: list[Event]) -> None:
        for name, _, start, end in run:
            if name == "InlineHtml" and self.source.startswith(b"<!--", start):
                self.protection.hear(self.source[start:end], self.leaves.line(start))

    def _mind(self, run: list[Event]) -> None:
        for name, _, start, _ in run:
            if name == "InlineHtml" and (tag := tag_at(self.source, start)) is not None:
                self.protection.see(tag)

    def _texts(self, run: list[Event], kind: str, *, has_html: bool) -> None:
        images = any(event[0] == "+Image" for event in run)
        partners = inline.partners(run, self.source) if has_html else {}
        waiting = [(0, len(run))] if run else []
        while waiting:
            part, stretch, place = run, waiting.pop(), None
            if has_html:
                place = self.leaves.place(*_extent(run[slice(*stretch)], self.source))
                stretch = self._peeled(run, stretch, partners, place or _NOWHERE)
                part = _stripped(run[slice(*stretch)])
            if images and inline.only_images(part):
                self._images(part)
            elif has_html and not self._fills(part, place) and (found := self._elements(run, stretch, partners)):
                waiting.extend(element for element in reversed(found) if not self._opaque(run[element[0]][2]))
            elif part:
                self._text(part, kind)

    def _fills(self, run: list[Event], place: Span | None) -> bool:
        return bool(run) and place == _extent(run, self.source)

    def _elements(self, run: list[Event], stretch: inline.Stretch, partners: dict[int, int]) -> list[inline.Stretch]:
        """Return the elements of a stretch that holds no words outside of elements; [] where it does.

        Emphasised words belong to one sentence, other elements (links, buttons) are texts of their own.
        """
        found: list[inline.Stretch] = []
        index, last = stretch
        while index < last:
            name, data, start, _ = run[index]
            end = partners.get(index, index)
            if end > index:
                tag = tag_at(self.source, start)
                if tag is None or tag.name in inline.FORMATTING:
                    return []
                found.append((index, end + 1))
            elif name != "SoftBreak" and not (name == "Text" and not data.strip()):
                return []
            index = end + 1
        return found

    def _text(self, run: list[Event], kind: str, closing: Span | None = None, destination: str = "") -> None:
        """Add the text of a run; `closing` ends the image that is named by it."""
        start, end = _extent(run, self.source)
        tags = [tag for name, _, at, _ in run if name == "InlineHtml" and (tag := tag_at(self.source, at))]
        tags = self.leaves.tags(tags, start, end)
        texts = inside(self.leaves, tags)
        writer = self.leaves.writer(texts)
        try:
            inline.notate(run, self.source, writer, self.protection.opaque, start)
        except inline.UnsureError:
            words = self.source[start:end].decode(errors="replace")
            self.leaves.kept.add(self.leaves.line(start), words, "its markup is ambiguous")
            return
        if closing is not None:
            end = closing.end
            writer.pieces.append(f"image {destination}".encode())
        leaf = self.leaves.add(writer, Span(start, end), kind, "markdown", closing)
        if kind.startswith("heading"):
            self.leaves.section = leaf.segment.text
        for placeholder in writer.placeholders:
            if placeholder.closing is not None:
                self.leaves.title(placeholder.closing, inner=True)
            else:
                self.leaves.kept.code(*placeholder.opening)
        self.html.inner(tags, texts)

    def _images(self, run: list[Event]) -> None:
        """Add the descriptions in a block of nothing but images, which renderers treat in ways of their own."""
        described = 0
        for index, (name, data, start, end) in enumerate(run):
            if index < described:
                continue  # an image in the description of another is part of that text
            if name == "+Image":
                described = inline.end_of(run, index)
                if words := run[index + 1 : described]:
                    self._text(words, "image description", self._name_end(words, end), data)
            if name in {"-Image", "-Link"}:
                before = run[index - 1]
                self.leaves.title(Span(before[3] if before[0] != "+Image" else start + 2, end))

    def _name_end(self, described: list[Event], end: int) -> Span | None:
        """Return what follows the words of an image that is named by them, as a shortcut or collapsed reference is.

        On a page that was built from another, it is what was so there.
        """
        start, words_end = _extent(described, self.source)
        named = self.source[words_end:end] in {b"]", b"][]"} or self.leaves.place(start, end) == (start, end)
        return Span(words_end, end) if named else None

    def _peeled(
        self, run: list[Event], stretch: inline.Stretch, partners: dict[int, int], place: Span
    ) -> inline.Stretch:
        """Return a stretch without the tags around all of it, and without lone tags and blanks at its ends.

        What stands inside `place` stays.
        """
        first, last = stretch[0], stretch[1] - 1
        while first <= last:
            before, after = run[first][3] <= place.start, run[last][2] >= place.end
            if before and run[first][0] == "InlineHtml" and first not in partners:
                self._mind_peeled(run[first])
                first += 1
            elif after and run[last][0] == "InlineHtml" and last not in partners:
                self._mind_peeled(run[last])
                last -= 1
            elif before and after and partners.get(first) == last and not self._opaque(run[first][2]):
                self._mind_peeled(run[first], run[last])
                first, last = first + 1, last - 1
            elif before and _blank(run[first]):
                first += 1
            elif after and _blank(run[last]):
                last -= 1
            else:
                break
        return first, last + 1

    def _mind_peeled(self, *tags: Event) -> None:
        for _, _, start, _ in tags:
            if (tag := tag_at(self.source, start)) is not None:
                self.html.attributes(tag)

    def _opaque(self, start: int) -> bool:
        tag = tag_at(self.source, start)
        return tag is not None and self.protection.opaque(tag)

    def _heading(self, run: list[Event], level: str) -> list[Event]:
        """Take down a heading; return its events without the id that its author wrote."""
        dialect = self.leaves.dialect
        attributes = anchors.written(self.source, run[0][2], run[-1][3], dialect)
        end, explicit, id_ = attributes or (run[-1][3], None, "")
        if attributes is not None:
            run = list(_cut(run, end))
        text = "" if explicit else anchors.rendered(run, self.source, dialect)
        self.headings.append(Heading(level, end, text, explicit, id_))
        return run


_NOWHERE = Span(sys.maxsize, 0)
"""A place that holds nothing: whatever stands at the ends of a run is outside of it."""


def _extent(run: Sequence[Event], source: bytes) -> Span:
    """Return the bytes of a run, with the backslash of an escape that it begins with."""
    name, data, start, _ = run[0]
    return Span(start - (name == "Text" and inline.escaped(source, data, start)), run[-1][3])


def _blank(event: Event) -> bool:
    return event[0] in {"SoftBreak", "HardBreak"} or (event[0] == "Text" and not event[1].strip(" \t"))


def _stripped(run: list[Event]) -> list[Event]:
    """Return the run without the blanks before its first and after its last word."""
    if run and run[0][0] == "Text":
        name, data, start, end = run[0]
        words = data.lstrip(" \t")
        run = [(name, words, start + len(data) - len(words), end), *run[1:]]
    if run and run[-1][0] == "Text":
        name, data, start, end = run[-1]
        words = data.rstrip(" \t")
        run = [*run[:-1], (name, words, start, end - len(data) + len(words))]
    return run


def _cut(run: list[Event], end: int) -> Iterator[Event]:
    """Yield the events before byte `end`; a text that goes on is cut there."""
    for name, data, start, stop in run:
        if stop <= end:
            yield name, data, start, stop
        elif start < end:
            yield name, data.encode()[: end - start].decode(), start, end
